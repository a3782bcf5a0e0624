"""A board in, what a terminal shows of it out: the answer first, then the figures, then what it cannot show."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from histor.cli import words
from histor.cli.outlook import outlooked
from histor.records.heard import ONLY_SUMMED_UP
from histor.records.watch import Board, DayCount, Interval, Mix, Share, Tempo, Variant, Window, Witness

_LEVELS = "·▁▂▃▄▅▆▇█"  # a day on which others were heard and nothing was counted, then eighths of the busiest
_SILENT = " "
_LINE = 62  # steps of the strip in one line: two months of days
_VERDICTS = {"borne out": "good", "not borne out": "problem", "contradicted": "bad", "cannot tell": "quiet"}


def shown(board: Board) -> RenderableType:
    """Lay out a board."""
    return Group(*_parts(board))


def _parts(board: Board) -> Iterator[RenderableType]:
    yield _title(f"{board.name}")
    yield Text(f"On the word of {board.speaker}. Counts are alleged; in brackets, of these, graded fair or confirmed.")
    yield _title("Answer")
    styles = [_VERDICTS[finding.verdict] for finding in board.findings]
    for place, sentence in enumerate(board.answer):
        yield Text(words.printable(sentence), style=styles[place] if place < len(styles) else "")
    yield _title(f"By the {board.per}")
    yield from _strip(board.days)
    yield from _tables(board)
    yield _title("Breaks found without a date")
    yield _changes(board)
    if board.outlook:
        yield _title("Outlook")
        yield from outlooked(board.outlook)
    for variant in board.variants:
        yield _title(f"Counted another way: {variant.name}")
        yield from _tables(variant)
    for witness in board.witnesses:
        yield _title(f"{witness.role.capitalize()}: {witness.name} ({witness.speaker})")
        yield from _tables(witness)
    for reason, number in board.left_out:
        yield Text(f"Not counted: {words.several(number, 'row')}, {reason}.", style="problem")
    if board.totals:
        yield Text(f"Not counted: {words.several(len(board.totals), 'deed')}, {ONLY_SUMMED_UP}.", style="problem")


def _tables(shows: Board | Variant | Witness) -> Iterator[RenderableType]:
    yield _windows(shows.windows)
    if shows.tempo:
        yield Padding(_tempo(shows.tempo), (1, 0, 0, 0))
        yield from (Text(note, style="problem") for note in _notes(shows.tempo))
    if not isinstance(shows, Witness) and shows.mix:
        yield Padding(_mix(shows.mix), (1, 0, 0, 0))


def _windows(windows: Sequence[Window]) -> Table:
    groups = [share.name for share in windows[0].groups]
    classes = [place for place, _ in enumerate(windows[0].targets) if any(w.targets[place].tally.rows for w in windows)]
    table = _table(
        "window", "days", "silent", "count", "a day", "95 %", *groups, *(windows[0].targets[p].name for p in classes)
    )
    for window in windows:
        cells = [f"{window.first} … {window.last}", str(window.days), str(window.silent or words.NOTHING)]
        cells += [_count(window.tally.count, window.tally.corroborated), f"{window.rate.value:.2f}", _ends(window.rate)]
        cells += [_share(share) for share in window.groups]
        cells += [f"{window.targets[place].tally.count:g}" for place in classes]
        table.add_row(*map(Text, cells))
    return table


def _tempo(tests: Sequence[Tempo]) -> Table:
    table = _table("level at", "day", "before", "after", "ratio", "95 %", "against volume", "verdict")
    for test in tests:
        ratio = (f"{test.ratio.value:.2f}", _ends(test.ratio)) if test.ratio else (words.NOTHING, words.NOTHING)
        volume = test.against_volume
        offset = f"{volume.value:.2f} ({_ends(volume)})" if volume else words.NOTHING
        rates = (f"{test.before:.2f}", f"{test.after:.2f}")
        table.add_row(*map(Text, (test.at, test.day, *rates, *ratio, offset, _verdict(test.verdict, test.reason))))
    return table


def _notes(tests: Sequence[Tempo]) -> Iterator[str]:
    """Say where another way to treat silence or volume answers otherwise."""
    for test in tests:
        if test.heard_only != test.verdict:
            yield f"{test.at}: with silent days left out, {test.heard_only}."
        if test.against_volume and _of(test.against_volume) != test.verdict:
            yield (
                f"{test.at}: held against the record's other rows, {_of(test.against_volume)} "
                f"({test.against_volume.value:.2f}, {_ends(test.against_volume)}); they are few where that is wide."
            )


def _of(ratio: Interval) -> str:
    return "fall" if ratio.high < 1 else "rise" if ratio.low > 1 else "no change visible"


def _mix(tests: Sequence[Mix]) -> Table:
    table = _table("mix at", "group", "before", "after", "points", "95 %", "verdict")
    for test in tests:
        shares = [words.NOTHING if share is None else f"{100 * share:.0f} %" for share in (test.before, test.after)]
        change = [words.NOTHING, words.NOTHING]
        if test.change:
            change = [
                f"{100 * test.change.value:+.0f}",
                f"{100 * test.change.low:+.0f} … {100 * test.change.high:+.0f}",
            ]
        table.add_row(*map(Text, (test.at, test.group, *shares, *change, _verdict(test.verdict, test.reason))))
    return table


def _changes(board: Board) -> RenderableType:
    if not board.changes:
        return Text("None: shuffled days show breaks as strong.")
    table = _table("day", "95 % of the day", "before", "after", "as strong by chance")
    for change in board.changes:
        days = f"{change.first} … {change.last}"
        rates = (f"{change.before:.2f}", f"{change.after:.2f}")
        table.add_row(*map(Text, (change.day, days, *rates, f"{100 * change.chance:.1f} %")))
    return table


def _strip(days: Sequence[DayCount]) -> Iterator[Text]:
    most = max([day.tally.count for day in days] + [1.0])
    for start in range(0, len(days), _LINE):
        part = days[start : start + _LINE]
        yield Text(f"  {part[0].day} ").append("".join(_mark(day, most) for day in part)).append(f" {part[-1].day}")
    yield Text(f"  █ {most:g} · none, though others are in the record; blank: no row of anybody", style="quiet")


def _mark(day: DayCount, most: float) -> str:
    if day.tally.count == 0:
        return _LEVELS[0] if day.heard else _SILENT
    return _LEVELS[max(1, round(day.tally.count / most * (len(_LEVELS) - 1)))]


def _count(count: float, corroborated: float) -> str:
    return f"{count:g} ({corroborated:g})"


def _share(share: Share) -> str:
    if share.share is None:
        return words.NOTHING
    told = f"{100 * share.share:.0f} % ({share.tally.count:g}"
    return f"{told}; {_ends(share.interval, 100, 0)})" if share.interval else f"{told})"


def _ends(found: Interval, scale: float = 1, digits: int = 2) -> str:
    return f"{scale * found.low:.{digits}f} … {scale * found.high:.{digits}f}"


def _verdict(verdict: str, reason: str) -> str:
    return f"{verdict}: {reason}" if verdict == "too little data" else verdict


def _title(title: str) -> Padding:
    return Padding(Text(words.printable(title), style="label"), (1, 0, 0, 0))


def _table(*names: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for name in names:
        table.add_column(name, overflow="fold")
    return table
