"""The picture of a ledger in, a first look at it out: what was read, who says what, day by day, and what disagrees."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from histor.cli import words
from histor.records.answer import ClaimRow, EventRow
from histor.run.demo import Picture
from histor.run.disagreeing import Disagreement

LEVELS = "▁▂▃▄▅▆▇█"
STRIP = 50  # columns of the strip of days: fits eighty with its label
VOICES = 6  # speakers shown on the ceasefire
QUOTED = 100  # characters of a quoted claim


def pictured(picture: Picture) -> RenderableType:
    """Lay out the picture."""
    parts: list[RenderableType] = []
    for title, body in (
        ("What was read", _read(picture)),
        ("What is said to have happened, and what is not", _statuses(picture)),
        ("Day by day", _strip(picture)),
        ("Who says what", _stances(picture)),
        ("Who says what about the ceasefire", _voices(picture.ceasefire)),
        (
            "Words that disagree (same kind of act, days and name; whether it is one event is yours to judge)",
            _all(picture),
        ),
    ):
        parts += [Text(title, style="bold"), Padding(body, (0, 0, 1, 2))]
    return Group(*parts)


def _read(picture: Picture) -> RenderableType:
    outlets = Counter(row.source.outlet or "outlet unknown" for row in picture.reports)
    days = sorted(row.source.published.start for row in picture.reports if row.source.published.start)
    undated = len(picture.reports) - len(days)
    facts = Text(words.several(len(picture.reports), "report"))
    facts.append(f" from {words.several(len(outlets), 'outlet')}")
    facts.append(f", {days[0]} to {days[-1]}" if days else "").append(f", {undated} without a day" if undated else "")
    facts.append("\nfiles: " + ", ".join(f"{number} {name}" for name, number in picture.formats))
    facts.append(
        "\noutlets: " + words.printable(", ".join(f"{name} {number}" for name, number in outlets.most_common(8)))
    )
    return facts.append(", …" if len(outlets) > 8 else "")


def _statuses(picture: Picture) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    counted = Counter((row.event.status, row.event.certainty == "author") for row in picture.events)
    table.add_row("", "events", "on an outlet’s own word", "on somebody’s word", style="dim")
    for status in words.STATUSES:
        own, other = counted[status, True], counted[status, False]
        mark = Text(f"{words.LETTERS[status]} {status}", style=f"status.{status}")
        table.add_row(mark, *(Text(str(number), justify="right") for number in (own + other, own, other)))
    return table


def _strip(picture: Picture) -> RenderableType:
    """Draw the days of the reports as two rows of bars, each with its number of events."""
    if not picture.days:
        return Text("no report tells its day")
    width = -(-len(picture.days) // STRIP)  # days in one column
    groups = [picture.days[place : place + width] for place in range(0, len(picture.days), width)]
    rows = (("occurred or ongoing", "occurred"), ("all others", "planned"))
    counted = [[sum(day[1] for day in group) for group in groups], [sum(day[2] for day in group) for group in groups]]
    most = max(1, *map(max, counted))
    strip = Text()
    for (label, status), numbers in zip(rows, counted, strict=True):
        strip.append(f"{label:<20}{sum(numbers):>4}  ").append(f"{_bars(numbers, most)}\n", style=f"status.{status}")
    first, last = picture.days[0][0], picture.days[-1][0]
    told = f"{first}{last:>{max(len(groups) - len(first), len(last) + 1)}}"
    return strip.append(f"{'one column':<13}{words.several(width, 'day'):>11}  {told}", style="dim")


def _bars(numbers: Sequence[int], most: int) -> str:
    return "".join(LEVELS[-(-number * len(LEVELS) // most) - 1] if number else "·" for number in numbers)


def _stances(picture: Picture) -> RenderableType:
    counted = Counter(row.claim.stance for row in picture.claims)
    told = [f"{stance} {number}" for stance, number in counted.most_common()]
    return Text(f"{words.several(len(picture.claims), 'claim')}: {', '.join(told)}")


def _voices(rows: Sequence[ClaimRow]) -> RenderableType:
    """Show the voices that speak most of it, known ones first: how often, how, and the words of one claim."""
    spoken = [row for row in rows if row.claim.speaker and row.claim.speaker.name]
    known = {row.chain[-1] for row in spoken if row.claim.speaker and row.claim.speaker.ref}
    numbers = Counter(row.chain[-1] for row in spoken)
    names = sorted(numbers, key=lambda name: (name not in known, -numbers[name], name))[:VOICES]
    return Group(*(_voice(name, [row for row in spoken if row.chain[-1] == name]) for name in names))


def _voice(name: str, rows: Sequence[ClaimRow]) -> RenderableType:
    stances = Counter(row.claim.stance for row in rows)
    told = ", ".join(f"{stance} {number}" for stance, number in stances.most_common())
    shown = max(rows, key=lambda row: (row.claim.stance != "asserts", row.claim.id))
    voice = Text(words.printable(name), style="bold").append(f" · {told}", style="not bold")
    quoted = Text(words.printable(f"“{words.flat(shown.words, QUOTED)}”"))
    quoted.append(f"  {shown.claim.stance}, {words.short(shown.claim.id)}", style="dim")
    return Group(voice, Padding(quoted, (0, 0, 0, 2)))


def _all(picture: Picture) -> RenderableType:
    if not picture.disagreements:
        return Text("none found")
    shown = list(_different(picture.disagreements))[:3]
    return Group(*(_disagreement(each) for each in shown))


def _different(disagreements: Iterable[Disagreement]) -> Iterator[Disagreement]:
    """Give one disagreement of each name and kind, so that one much-told strike does not fill the page."""
    seen = set()
    for each in disagreements:
        about = (each.named or each.one.source.report_id, each.about)
        if about not in seen:
            seen.add(about)
            yield each


def _disagreement(each: Disagreement) -> RenderableType:
    name = each.named or each.one.source.title or each.one.source.key
    head = Text(words.printable(f"{name}: {each.about}"), style="italic")
    return Group(head, *(Padding(_side(row), (0, 0, 0, 2)) for row in (each.one, each.other)))


def _side(row: EventRow) -> Text:
    event = row.event
    counted = f" · {words.counts(event.quantities)}" if event.quantities else ""
    side = Text(words.printable(words.chained(row.chain)), style="bold")
    side.append(" · ", style="not bold").append(event.status, style=f"status.{event.status}")
    side.append(f"{counted}  {words.short(event.id)}", style="not bold dim")
    return side.append(words.printable(f"\n“{words.flat(row.sentence, 2 * QUOTED)}”"), style="not bold")
