"""A brief in, a page of its own out: HTML without scripts, or any address that it would fetch from."""

from collections.abc import Iterator
from html import escape
from urllib.parse import urlsplit

from histor.records.brief import Brief, Citation, Line

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 Charter, Georgia, "Liberation Serif", serif; max-width: 42rem; margin: 2rem auto; }
h1, h2, h3 { line-height: 1.2; margin: 1.6em 0 0.4em; } h3 { font-size: 1rem; margin-bottom: 0; }
.note, .asked, li code, footer { color: #666; font: 0.8125rem/1.4 system-ui, sans-serif; }
ul { padding-left: 1.2rem; } sup { line-height: 0; } ol li { margin-bottom: 0.4rem; font-size: 0.875rem; }
@media print { body { margin: 0; max-width: none; } @page { margin: 18mm; @bottom-right { content: counter(page); } } }
"""


def html_of(brief: Brief) -> str:
    """Write a brief as an HTML page; every sentence leads to its footnotes."""
    return "\n".join(_written(brief)) + "\n"


def _written(brief: Brief) -> Iterator[str]:
    yield f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{escape(brief.title)}</title>'
    yield f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>\n<body>'
    yield f"<h1>{escape(brief.title)}</h1>"
    yield from (f'<p class="asked">{escape(words)}</p>' for words in (brief.asked, f"As of {brief.as_of}") if words)
    yield from (f'<p class="asked">{escape(note)}</p>' for note in brief.notes)
    numbers = {each.id: each.number for each in brief.citations}
    for section in brief.sections:
        yield from (f"<h2>{escape(section.title)}</h2>",) if section.title else ()
        for line in section.lines:
            yield from _line(line, numbers)
    yield "<h2>Notes</h2>\n<ol>"
    yield from (_note(each) for each in brief.citations)
    yield "</ol>\n</body>\n</html>"


def _line(line: Line, numbers: dict[str, int]) -> Iterator[str]:
    if line.heading:
        yield f"<h3>{escape(line.text)}</h3>"
        yield from (f'<p class="note">{escape(line.note)}</p>',) if line.note else ()
        return
    cited = sorted(numbers[each] for each in line.cites)
    marks = " ".join(f'<a href="#note-{number}">{number}</a>' for number in cited)
    yield f"<p>{escape(line.text)} <sup>{marks}</sup></p>"


def _note(each: Citation) -> str:
    source = each.source
    told = f"{escape(' ← '.join(each.chain) or 'outlet unknown')}, {escape(source.published.start or 'day unknown')}"
    safe = source.url and urlsplit(source.url).scheme in ("http", "https")
    address = f' <a href="{escape(source.url or "")}">original</a>' if safe else ""
    words = f"“{escape(each.words)}”"
    return f'<li id="note-{each.number}">{told}: {words} ({each.standing}) <code>{escape(each.id)}</code>{address}</li>'
