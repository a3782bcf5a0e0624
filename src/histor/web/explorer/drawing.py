"""Marks of a map, bars of days and rows of the list in, their HTML out: not by a template, for there are hundreds."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from markupsafe import Markup, escape

from histor.records.incidents import SUMS_UP
from histor.web import wording
from histor.web.explorer.choosing import Line
from histor.web.explorer.days import HEIGHT, Bar
from histor.web.explorer.places import Mark

_STRIPS = 64  # drawings of bars that are held: the bars of all days stay while days are chosen
TITLE = 220  # characters of an incident's words in the list


def drawn_marks(marks: Sequence[Mark], address: str) -> Markup:
    """Draw marks; each is a link to `address` with its stretch of the map in the place of `BOX`."""
    before, after = _around(address, "box", "BOX")
    labels = enumerate(zip(marks, _escaped(mark.label for mark in marks), strict=True))
    return Markup("\n".join(_mark(mark, f"{before}{mark.box}{after}", label, at) for at, (mark, label) in labels))


def listed_marks(marks: Sequence[Mark], address: str) -> Markup:
    """List the same marks in words, with the same links."""
    before, after = _around(address, "box", "BOX")
    labels = zip(marks, _escaped(mark.label for mark in marks), strict=True)
    return Markup("".join(f'<li><a href="{before}{mark.box}{after}">{label}</a></li>' for mark, label in labels))


@lru_cache(maxsize=_STRIPS)
def drawn_bars(bars: tuple[Bar, ...], address: str) -> Markup:
    """Draw what is clicked of bars; each is a link to `address` with its days for `SINCE` and `UNTIL`."""
    before, rest = _around(address, "since", "SINCE")
    between, after = _around(rest, "until", "UNTIL", is_escaped=True)
    labels = enumerate(zip(bars, _escaped(bar.label for bar in bars), strict=True))
    return Markup(
        "\n".join(
            f'    <a href="{before}{bar.first}{between}{bar.last}{after}" tabindex="{-1 if at else 0}">'
            f'<title>{label}</title><rect class="reach" x="{bar.x}" width="{bar.width}" height="{HEIGHT}">'
            "</rect></a>"
            for at, (bar, label) in labels
        )
    )


def listed_lines(lines: Iterable[Line], carried: str) -> Markup:
    """List incidents; `carried` is the query string that their links take along."""
    along = str(escape(carried))
    return Markup("".join(f"      <li>{_line(line, along)}</li>\n" for line in lines))


def _line(line: Line, along: str) -> str:
    shown = line.shown
    day = escape(wording.day(line.day)) if line.day else "day unknown"
    where = f", <bdi>{escape(shown.where)}</bdi>" if shown.where else ""
    return (
        f'<article class="incident">\n  <p class="first"><span class="day">{day}</span> <a class="headline"'
        f' href="/incidents/{escape(line.id)}{along}">{escape(shown.kind)}{where}</a> <span class="grade'
        f' {escape(line.grade)}" title="{escape(shown.why)}">{escape(line.grade)}</span></p>\n  <p class="words">'
        f'{escape(wording.flat(shown.title, TITLE))}</p>\n  <p class="facts">{_facts(line, along)}</p>\n</article>'
    )


def _facts(line: Line, along: str) -> str:
    """Write who did it to whom, the figures, how many tell it, and what is disputed."""
    shown = line.shown
    parties = " → ".join(f"<bdi>{escape(name)}</bdi>" for name in (shown.who, shown.whom) if name)
    facts = [parties] if parties else []
    for figure in shown.figures:
        event, number = escape(figure.event), escape(wording.number(figure.low, figure.high))
        facts.append(
            f'{escape(figure.what)} <a class="evidenced figure" href="/trace/{event}{along}"'
            f' data-evidence="{event}">{number}</a>'
        )
    facts += [wording.several(line.origins, "origin"), wording.several(line.reports, "report")]
    if line.summary:
        facts.append(SUMS_UP)
    if shown.happened != "occurred":
        facts.append(str(escape(shown.happened)))
    if shown.contested:
        facts.append(f'<span class="disputed">disputed: {escape(", ".join(shown.contested))}</span>')
    return " · ".join(facts)


def _around(address: str, name: str, word: str, *, is_escaped: bool = False) -> tuple[str, str]:
    """Give what stands before and after the word that is the value of a name in an address; escaped."""
    before, _, after = (address if is_escaped else str(escape(address))).partition(f"{name}={word}")
    return f"{before}{name}=", after


def _escaped(texts: Iterable[str]) -> list[str]:
    """Escape many texts at once."""
    held = list(texts)
    found = str(escape("\n".join(held))).split("\n")
    return found if len(found) == len(held) else [str(escape(text)) for text in held]  # a text may have lines


def _mark(mark: Mark, link: str, label: str, at: int) -> str:
    number = f'<text x="{mark.x}" y="{mark.text_at}" dy="0.36em">{mark.number:,}</text>' if mark.number > 1 else ""
    return (
        f'    <a class="mark {mark.kind}{" contested" if mark.is_contested else ""}" href="{link}"'
        f' tabindex="{-1 if at else 0}"><title>{label}</title><circle cx="{mark.x}" cy="{mark.y}"'
        f' r="{mark.radius}" vector-effect="non-scaling-stroke"></circle>{number}</a>'
    )
