"""A brief in, Markdown out, every sentence with its footnotes; and such Markdown in, its lines and citations out.

What stands in footnotes, and in lines of emphasis under a heading, is written anew each time and read from nobody.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from histor.records.brief import Brief, Citation, Line, Section

NOTES = "Notes"
_DEFINITION = re.compile(r"\[\^([\w-]+)\]:\s*(.*)")
_REFERENCES = re.compile(r"((?:\s*\[\^[\w-]+\])+)")
_REFERENCE = re.compile(r"\[\^([\w-]+)\]")
_ID = re.compile(r"\b[ce]-[0-9a-f]{6,16}\b")
_HEAD = re.compile(r"(#{1,6})\s+(.*)")
_BULLET = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>|~])")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
_WRITTEN_ANEW = re.compile(r"^(?:\*.*\*|>.*|-{3,}|<!--.*-->)$")


@dataclass(frozen=True, slots=True)
class Written:
    """A brief as somebody wrote it: `cites` of its lines are the marks of footnotes."""

    title: str
    sections: tuple[Section, ...]
    cited: Mapping[str, str]  # id of a claim or event by the mark of its footnote


def written_markdown(brief: Brief) -> str:
    """Write a brief as Markdown."""
    return "\n".join(_written(brief)) + "\n"


def read_markdown(text: str) -> Written:
    """Read a brief from Markdown; each stretch of words that ends in footnotes is one line."""
    title, sections, cited = "", [Section("", ())], {}
    for paragraph in _paragraphs(text):
        definition, head = _DEFINITION.fullmatch(paragraph), _HEAD.fullmatch(paragraph)
        if definition:
            found = _ID.search(definition[2])
            cited[definition[1]] = found.group() if found else ""
        elif head and len(head[1]) == 1 and not title:
            title = _plain(head[2])
        elif head and len(head[1]) <= 2:
            sections.append(Section(_plain(head[2]), ()))
        elif not _WRITTEN_ANEW.match(paragraph):
            last = sections[-1]
            lines = _lines(head[2] if head else paragraph, heading=head is not None)
            sections[-1] = Section(last.title, (*last.lines, *lines))
    kept = tuple(each for each in sections if each.lines or each.title not in ("", NOTES))
    marks = {mark for each in kept for line in each.lines for mark in line.cites}
    return Written(title, kept, {mark: cited.get(mark, "") for mark in sorted(marks)})


def _written(brief: Brief) -> Iterator[str]:
    numbers = {each.id: each.number for each in brief.citations}
    yield f"# {_escaped(brief.title)}"
    yield ""
    yield f"> {_escaped('; '.join(filter(None, (brief.asked, f'as of {brief.as_of}'))))}"
    yield from (f"> {_escaped(note)}" for note in brief.notes)
    for section in brief.sections:
        if section.title:
            yield from ("", f"## {_escaped(section.title)}")
        for line in section.lines:
            marks = "".join(f" [^{number}]" for number in sorted(numbers[each] for each in line.cites))
            if line.heading:
                yield from (
                    "",
                    f"### {_escaped(line.text)}",
                    "",
                    *([f"*{_escaped(line.note)}*", ""] if line.note else []),
                )
            else:
                yield f"- {_escaped(line.text)}{marks}"
    yield from ("", f"## {NOTES}", "")
    yield from (f"[^{each.number}]: {_note(each)}" for each in brief.citations)


def _note(each: Citation) -> str:
    source = each.source
    told = [
        f"`{each.id}`",
        _escaped(" ← ".join(each.chain) or "outlet unknown"),
        source.published.start or "day unknown",
    ]
    address = f" <{source.url}>" if source.url and " " not in source.url else ""
    return f"{', '.join(told)}: “{_escaped(each.words)}” ({each.standing}){address}"


def _paragraphs(text: str) -> Iterator[str]:
    """Give what stands together: a heading, a bullet, a footnote, or lines up to a blank one."""
    held: list[str] = []
    for line in (*text.splitlines(), ""):
        begins = (
            _HEAD.match(line) or _BULLET.match(line) or _DEFINITION.match(line) or _WRITTEN_ANEW.match(line.strip())
        )
        if held and (begins or not line.strip() or _HEAD.match(held[0])):
            yield " ".join(held)
            held = []
        if line.strip():
            held.append(_BULLET.sub("", line).strip())
    if held:
        yield " ".join(held)


def _lines(paragraph: str, *, heading: bool) -> Iterator[Line]:
    pieces = _REFERENCES.split(paragraph)
    for words, marks in zip(pieces[::2], (*pieces[1::2], ""), strict=True):
        if words.strip():
            yield Line(_plain(words), tuple(_REFERENCE.findall(marks)), heading=heading)


def _plain(words: str) -> str:
    return _ESCAPED.sub(r"\1", words).strip()


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))
