"""A ceasefire's board in, a summary of each of its days out, in the form of the OSCE monitoring mission in Ukraine.

Its daily reports gave the number of violations with those of one means, that of the period before, and a running total.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from histor.records.boards import TruceBoard, TruceDay, Violation
from histor.records.measures import Day


@dataclass(frozen=True, slots=True)
class DaySummary:
    """One day of a ceasefire in figures and in a sentence."""

    day: Day
    alleged: int
    corroborated: int
    denied: int
    before: int  # alleged on the day before
    total: int  # alleged since it took effect, this day included
    by_region: tuple[tuple[str, int], ...]
    by_means: tuple[tuple[str, int], ...]
    says: str


def summaries(board: TruceBoard) -> Iterator[DaySummary]:
    """Give the summary of each day, in order."""
    by_id = {each.deed.id: each for each in board.violations}
    before = total = 0
    for day in board.days:
        found = [by_id[key] for key in day.alleged if key in by_id]
        total += len(found)
        yield _summary(board, day, found, before, total)
        before = len(found)


def _summary(board: TruceBoard, day: TruceDay, found: Sequence[Violation], before: int, total: int) -> DaySummary:
    regions = _counted(each.deed.admin1 or each.deed.place or "place not told" for each in found)
    means = _counted(each.deed.mode or "means not told" for each in found)
    start, zone = board.agreement.in_effect, board.agreement.time_zone
    including = f", including {', '.join(f'{number} by {name}' for name, number in means)}" if means else ""
    heard = "" if day.heard or found else " No report was heard of that day, which is not calm."
    says = (
        f"On {day.day}, {len(found)} ceasefire violations were alleged{including}; {len(day.corroborated)} were "
        f"corroborated and {len(day.denied)} denied. On the day before, {before} were alleged. From {start}"
        f"{f' ({zone})' if zone else ''} to the end of the day: a total of {total}.{heard}"
    )
    return DaySummary(day.day, len(found), len(day.corroborated), len(day.denied), before, total, regions, means, says)


def _counted(names: Iterator[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0])))
