"""A record's rows and a definition's filters in, the rows of each day out, and which of them are of a group."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from histor.codebook.acts.dataset_types import is_violence
from histor.monitors.definition import Area, Group, Who
from histor.monitors.statistics.roots import Counts
from histor.records.dataset import CORROBORATED, ImportedEvent
from histor.records.measures import Day
from histor.records.register import fold_name
from histor.records.watch import Tally

Rows = Sequence[ImportedEvent]
Test = Callable[[ImportedEvent], bool]
Mask = NDArray[np.bool_]  # one for each row
Places = NDArray[np.int64]
COARSE = frozenset({"month", "year", "unknown"})  # days known so far only cannot be put on a day


@dataclass(frozen=True, slots=True)
class Series:
    """The rows that count, in a range of days."""

    days: tuple[Day, ...]
    rows: tuple[ImportedEvent, ...]  # in order of day, then in the dataset's
    ids: tuple[str, ...]  # of the rows
    place: Places  # of each row's day among the days
    weight: Counts  # of each row
    firm: Mask  # which rows are graded fair or confirmed
    heard: Counts  # rows of anybody on each day
    volume: Counts  # of these, those that tell of something
    left_out: tuple[tuple[str, int], ...]
    totals: tuple[str, ...] = ()  # ids of rows that sum up many happenings: none of them counts as one

    def mask(self, test: Test) -> Mask:
        """Tell which rows pass the test."""
        return np.fromiter((test(row) for row in self.rows), dtype=np.bool_, count=len(self.rows))

    def counts(self, mask: Mask | None = None) -> Counts:
        """Give the count of each day, of the rows chosen."""
        weight = self.weight if mask is None else np.where(mask, self.weight, 0.0)
        return np.bincount(self.place, weight, len(self.days)).astype(np.float64)

    def tally(self, cut: slice, mask: Mask | None = None) -> Tally:
        """Count the rows of some days: all that is alleged, what of it is graded fair or confirmed, and their ids."""
        first, last = np.searchsorted(self.place, (cut.start, cut.stop))
        weight, firm, ids = self.weight[first:last], self.firm[first:last], self.ids[first:last]
        if mask is not None:
            chosen = mask[first:last]
            weight, firm, ids = weight[chosen], firm[chosen], tuple(compress(ids, chosen))
        return Tally(float(weight.sum()), float(weight[firm].sum()), ids)


def series(
    events: Rows, who: Who, area: Area, *, since: Day, until: Day, count: str = "rows", of_kind: Test | None = None
) -> Series:
    """Order the rows of these attackers in this area by their first day, both ends of the range included.

    A row whose day is known only to a month or a year cannot be put on a day, and one that is not `of_kind` or sums up
    many happenings does not count; how many such there are is told.
    A row of line 0 or of number 0 tells only that somebody was heard on its day.
    """
    days = days_between(since, until)
    places = {day: place for place, day in enumerate(days)}
    heard = Counter(row.when.start for row in events)
    quiet = Counter(row.when.start for row in events if not row.number)
    of_attacker, in_area = names_attacker(who), lies_in(area.countries, area.admins, area.places)
    happened = (
        row for row in events if row.line and row.number and (row.when.start in places or _ends_in(row, places))
    )
    fitting = [row for row in happened if of_attacker(row) and in_area(row)]
    wanted = fitting if of_kind is None else [row for row in fitting if of_kind(row)]
    single = [row for row in wanted if not row.is_total]
    rows = [row for row in single if row.when.precision not in COARSE]
    rows.sort(key=lambda row: row.when.start or "")  # a stable sort: the dataset's order within a day
    return Series(
        days=days,
        rows=tuple(rows),
        ids=tuple(row.id for row in rows),
        place=np.asarray([places[row.when.start or ""] for row in rows], dtype=np.int64),
        weight=np.asarray([row.number if count == "number" else 1.0 for row in rows], dtype=np.float64),
        firm=np.asarray([row.grade in CORROBORATED for row in rows], dtype=np.bool_),
        heard=np.asarray([heard[day] for day in days], dtype=np.float64),
        volume=np.asarray([heard[day] - quiet[day] for day in days], dtype=np.float64),
        left_out=_left_out(len(single) - len(rows), len(fitting) - len(wanted)),
        totals=tuple(row.id for row in wanted if row.is_total),
    )


def of_types(types: Iterable[str]) -> Test:
    """Give the test of whether a row is of one of these kinds of act; without any, whether it is violence."""
    wanted = {fold(name) for name in types}
    if not wanted:
        return lambda row: is_violence(row.type)
    return lambda row: fold(row.type or "") in wanted


def days_between(since: Day, until: Day) -> tuple[Day, ...]:
    """List the days from the first to the last, both included."""
    first = datetime.date.fromisoformat(since)
    number = (datetime.date.fromisoformat(until) - first).days + 1
    return tuple((first + datetime.timedelta(days=place)).isoformat() for place in range(number))


def names_attacker(who: Who) -> Test:
    """Give the test of whether a row names one of the attackers, in the way asked for."""
    wanted = {fold(name) for name in who.names}
    if not wanted:
        return _anything
    if who.named == "first":
        return lambda row: bool(row.attackers) and fold(row.attackers[0]) in wanted
    if who.named == "alone":
        return lambda row: bool(row.attackers) and all(fold(name) in wanted for name in row.attackers)
    return lambda row: any(fold(name) in wanted for name in row.attackers)


def lies_in(countries: Iterable[str], admins: Iterable[str], places: Iterable[str]) -> Test:
    """Give the test of whether a row lies in one of the countries, and in one of the divisions or places."""
    lands, divisions, towns = ({fold(name) for name in names} for names in (countries, admins, places))

    @cache
    def inside(country: str | None, admin1: str | None, place: str | None) -> bool:
        if lands and fold(country or "") not in lands:
            return False
        if not divisions and not towns:
            return True
        return fold(admin1 or "") in divisions or fold(place or "") in towns

    return lambda row: inside(row.country, row.admin1, row.place)


def of_group(group: Group) -> Test:
    """Give the test of whether a row lies in a group's places on a day on which they count as the group's."""
    inside = lies_in((), group.admins, group.places)
    since, until = group.since or "", group.until or "9999-12-31"
    return lambda row: since <= (row.when.start or "") <= until and inside(row)


def of_class(words: Iterable[str]) -> Test:
    """Give the test of whether a row tells one of these words of what was struck."""
    wanted = {fold(word) for word in words}

    @cache
    def tells(targets: tuple[str, ...]) -> bool:
        return any(fold(target) in wanted for target in targets)

    return lambda row: tells(row.targets)


def _ends_in(row: ImportedEvent, places: Mapping[Day, int]) -> bool:
    """Tell whether what sums up many happenings does so up to one of these days: it is told as left out."""
    return row.is_total and row.when.end in places


def _left_out(coarse: int, of_another_kind: int) -> tuple[tuple[str, int], ...]:
    told = (("day known only to a month or a year", coarse), ("of another kind of act", of_another_kind))
    return tuple(each for each in told if each[1])


fold = cache(fold_name)  # a record spells a few hundred names a hundred thousand times


def _anything(_: ImportedEvent) -> bool:
    return True
