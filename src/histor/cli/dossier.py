"""Incidents and contradictions in, their layout for people out: a table, a dossier, two texts side by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from histor.cli import decided, words
from histor.records.incidents import SUMS_UP, Beside, Bond, Contradiction, Incident, Telling, Toll, Value

SHOWN = 2  # values of a field in a table; the dossier has them all
_NAMES = {"happened": "whether it happened", "who": "who did it", "whom": "to whom", "target": "what was struck"}
_GRADES = {"confirmed": "good", "fair": "good", "weak": "", "contested": "problem", "discounted": "quiet"}


def listed(incidents: Sequence[Incident], *, columns: int | None) -> Table:
    """Lay out incidents, one a row."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for name in ("day", "what", "where", "who → whom", "how many", "grade", "told by", "id"):
        table.add_column(name, no_wrap=name in ("id", "day", "grade"), overflow="fold")
    for each in incidents:
        who, whom = _first(each, "who"), _first(each, "whom")
        parties = f"{who} {words.ARROW} {whom}".strip() if whom else who
        tolls = ", ".join(f"{toll.what} {words.number(toll.low, toll.high)}" for toll in each.tolls)
        what = _first(each, "what") + (f" ({SUMS_UP})" if each.is_summary else "")
        cells = (_first(each, "when"), what, _first(each, "where"), parties, tolls)
        grade = Text(each.grade, style=_GRADES[each.grade])
        identity = each.id if columns is None else words.short(each.id)
        if each.decided:
            grade.append(f" {decided.MARK}", style="default")
        table.add_row(*map(_cell, cells), grade, _cell(_tellers(each)), identity)
    return table


def dossier(incident: Incident, others: Sequence[Beside] = ()) -> RenderableType:
    """Lay out one incident: every value with who gives it, every sentence once, numbered; last what may be the same."""
    marks = {telling.id: number for number, telling in enumerate(incident.tellings, 1)}
    parts: list[RenderableType] = [_head(incident), _line(incident.why), _line(_first_told(incident))]
    if incident.is_summary:
        parts.append(_line("its words sum up many happenings or a lasting state: no board counts it as one"))
    parts += [*decided.lines(incident.decided), Text()]
    for title, lines in (
        ("Who says what", _values(incident, marks)),
        ("How the numbers moved", _courses(incident, marks)),
        ("What cannot both be so", _disputes(incident, marks)),
        ("Origins", _origins(incident, marks)),
        ("The words", _sentences(incident, marks)),
        ("Why these are thought to be one happening", _bonds(incident, marks)),
        ("What may be the same happening; a person decides (histor judge merge --help)", _beside(others, marks)),
    ):
        body = list(lines)
        if body:
            parts += [Text(title, style="bold"), Padding(Group(*body), (0, 0, 1, 2))]
    return Group(*parts)


def disputed(found: Contradiction, one: Telling, other: Telling) -> RenderableType:
    """Lay out a contradiction: what it is about, and both texts."""
    head = Text("revised: " if found.revision else "", style="quiet").append(found.about, style="bold not dim")
    head.append(f"  {found.id}", style="not bold dim")
    if found.decided:
        head.append(words.printable(f"  {decided.mark((found.decided,))}"), style="not bold not dim")
    sides = ((one, found.one_says), (other, found.other_says))
    return Group(head, *(Padding(_side(telling, says), (0, 0, 0, 2)) for telling, says in sides), Text())


def _head(incident: Incident) -> Text:
    told = filter(None, (_first(incident, "what"), _first(incident, "where"), _first(incident, "when")))
    return Text(incident.id, style="bold").append(words.printable(f"  {', '.join(told)}"), style="not bold")


def _first_told(incident: Incident) -> str:
    row = incident.tellings[0].row
    day = row.source.published.start or "a day that is not known"
    return f"first told by {row.source.outlet or row.source.key} on {day}, on the word of {words.chained(row.chain)}"


def _values(incident: Incident, marks: Mapping[str, int]) -> Iterator[Text]:
    names = {origin.key: origin.name for origin in incident.origins}
    last = ""
    for value in incident.values:
        name = value.what if value.field == "count" else _NAMES.get(value.field, value.field)
        line = Text(f"{name if name != last else '':<20}", style="quiet")
        line.append(words.printable(value.text + (" (told around it)" if value.around else "")), style="not dim")
        voices = ", ".join(dict.fromkeys(names[key] for key in value.origins))
        yield line.append(words.printable(f" · {voices} {_marks(value, marks)}"), style="dim")
        last = name


def _marks(value: Value, marks: Mapping[str, int]) -> str:
    return " ".join(f"[{number}]" for number in sorted(marks[event] for event in value.tellings))


def _courses(incident: Incident, marks: Mapping[str, int]) -> Iterator[Text]:
    for toll in incident.tolls:
        if len(toll.course) > 1:
            yield _line(f"{toll.what}: {_course(toll, marks)} (spread {words.number(toll.low, toll.high)})")


def _course(toll: Toll, marks: Mapping[str, int]) -> str:
    return f" {words.ARROW} ".join(
        f"{number} ({day or 'no day'}, [{marks[event]}])" for day, number, event in toll.course
    )


def _disputes(incident: Incident, marks: Mapping[str, int]) -> Iterator[Text]:
    for each in incident.contradictions:
        against = "later revised to" if each.revision else "against"
        told = f"{each.about}: {each.one_says} [{marks[each.one]}] {against} {each.other_says} [{marks[each.other]}]"
        person = decided.mark((each.decided,)) if each.decided else ""
        yield _line(told).append(words.printable(f" {person}  {words.short(each.id)}"), style="dim")


def _origins(incident: Incident, marks: Mapping[str, int]) -> Iterator[Text]:
    for origin in incident.origins:
        numbers = " ".join(f"[{number}]" for number in sorted(marks[event] for event in origin.tellings))
        note = "" if origin.named else " (without a name: never the second origin)"
        yield _line(f"{origin.name}{note}, in {', '.join(origin.outlets)} {numbers}")


def _sentences(incident: Incident, marks: Mapping[str, int]) -> Iterator[RenderableType]:
    for telling in incident.tellings:
        row = telling.row
        copied = " · copied words" if telling.copy_of else ""
        facts = f"{words.chained(row.chain)} · {row.source.published.start or 'no day'} · {row.event.status}{copied}"
        summary = f"{SUMS_UP}: {', '.join(telling.setting.summary)}" if telling.setting.summary else ""
        facts = " · ".join(filter(None, (facts, summary, decided.mark(row.decided))))
        yield _line(f"[{marks[telling.id]}] “{words.flat(row.sentence)}”")
        yield Padding(Text(words.printable(f"{facts} · {row.event.id}"), style="dim"), (0, 0, 0, 4))


def _bonds(incident: Incident, marks: Mapping[str, int]) -> Iterator[Text]:
    leading = incident.leading
    for bond in leading:
        yield _line(f"[{marks[bond.one]}] and [{marks[bond.other]}], {bond.score:.0%}: {_because(bond)}")
    if len(leading) < len(incident.bonds):
        yield _line(f"Of each its strongest bond; --json gives all {len(incident.bonds)}.")


def _beside(others: Iterable[Beside], marks: Mapping[str, int]) -> Iterator[Text]:
    for each in others:
        other = words.short(each.incident.id)
        yield _line(f"[{marks[each.here]}] and {other}, {each.bond.score:.0%}: {_because(each.bond)}")
        said = f"“{words.flat(each.there.row.sentence)}”  {words.short(each.there.id)}, {_tellers(each.incident)}"
        yield Text(words.printable(f"    {said}"), style="dim")


def _because(bond: Bond) -> str:
    return "; ".join(f"{reason.words} ({reason.weight:+.1f})" for reason in bond.reasons)


def _side(telling: Telling, says: str) -> Text:
    row = telling.row
    side = Text(words.printable(f"{says} — {words.chained(row.chain)}"), style="not bold")
    side.append(f", {row.source.published.start or 'no day'}, {words.short(row.event.id)}", style="dim")
    return side.append(words.printable(f"\n“{words.flat(row.sentence)}”"), style="not dim")


def _tellers(incident: Incident) -> str:
    reports = len({telling.row.source.report_id for telling in incident.tellings})
    return f"{words.several(len(incident.origins), 'origin')} in {words.several(reports, 'report')}"


def _first(incident: Incident, field: str) -> str:
    texts = [value.told for value in incident.values if value.field == field]
    return " / ".join(texts[:SHOWN]) + (" / …" if len(texts) > SHOWN else "")


def _cell(value: str) -> Text:
    return Text(words.printable(value or words.NOTHING))


def _line(text: str) -> Text:
    return Text(words.printable(text))
