"""A series and reference dates in, the windows between the dates and the tests at each of them out."""

import zlib
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from histor.monitors.counting import Mask, Series, of_class, of_group
from histor.monitors.definition import Definition, Group, Reference, Silent
from histor.monitors.statistics.breaks import find_breaks
from histor.monitors.statistics.rates import Counts, RateChange, compare_rates, divide, rate_of
from histor.monitors.statistics.shares import compare_shares, share_of
from histor.records.dataset import Grade
from histor.records.watch import ChangePoint, Interval, Mix, Share, Tally, Tempo, TempoVerdict, Window

_GRADES: tuple[Grade, ...] = ("confirmed", "fair", "weak", "contested", "discounted")
Named = list[tuple[str, Mask]]


def find_windows(
    found: Series, definition: Definition, groups: Sequence[Group] = (), *, silent: Silent = "count"
) -> tuple[Window, ...]:
    """Give the windows that the reference dates cut the range into, in order of day."""
    masks = (
        [(group.name, found.mask(of_group(group))) for group in groups],
        [(name, found.mask(of_class(words))) for name, words in definition.targets],
        _by_grade(found),
    )
    return tuple(_window(found, cut, masks, silent, definition.seed) for cut in cuts(found, definition.dates))


def find_tempo(found: Series, dates: Sequence[Reference], *, silent: Silent = "count") -> tuple[Tempo, ...]:
    """Test at each reference date whether the level changed, from the window before it to the window after it."""
    counts = found.counts()
    others = found.volume - np.bincount(found.place, minlength=len(found.days))
    return tuple(
        _tempo(date, found, counts, others, sides, silent)
        for date, sides in zip(dates, pairwise(cuts(found, dates)), strict=True)
    )


def find_mix(
    found: Series, dates: Sequence[Reference], groups: Sequence[Group], *, seed: int, silent: Silent = "count"
) -> tuple[Mix, ...]:
    """Test at each reference date whether each group's share changed."""
    counts = found.counts()
    mixes = []
    for group in groups:
        part = found.counts(found.mask(of_group(group)))
        for date, sides in zip(dates, pairwise(cuts(found, dates)), strict=True):
            pairs = [(part[keep], counts[keep]) for keep in (_kept(found, cut, silent) for cut in sides)]
            change = compare_shares(pairs[0], pairs[1], seed=_seed(seed, group.name, date.name))
            mixes.append(
                Mix(date.name, date.day, group.name, change.before, change.after, change.change,
                    change.verdict, change.reason)
            )  # fmt: skip
    return tuple(mixes)


def find_changes(found: Series, *, seed: int, silent: Silent = "count") -> tuple[ChangePoint, ...]:
    """Find the days from which the level differs, without being told a date."""
    kept = np.arange(len(found.days))
    if silent == "leave-out":
        kept = kept[found.heard > 0]
    days = [found.days[place] for place in kept]
    return tuple(
        ChangePoint(days[one.at], days[one.first], days[one.last], one.before, one.after, one.chance)
        for one in find_breaks(found.counts()[kept], seed=seed)
    )


def cuts(found: Series, dates: Iterable[Reference]) -> list[slice]:
    """Give the places of the days of each window."""
    edges = [0, *(found.days.index(date.day) for date in dates), len(found.days)]
    return [slice(start, end) for start, end in pairwise(edges)]


def _window(found: Series, cut: slice, masks: tuple[Named, Named, Named], silent: Silent, seed: int) -> Window:
    keep = _kept(found, cut, silent)
    counts = found.counts()[keep]
    whole = found.tally(cut)
    groups, classes, grades = masks
    days = found.days[cut]
    return Window(
        first=days[0],
        last=days[-1],
        days=int(counts.size),
        silent=int((found.heard[cut] == 0).sum()),
        tally=whole,
        rate=rate_of(counts),
        groups=tuple(
            _share(
                name, found.tally(cut, mask), whole, share_of(found.counts(mask)[keep], counts, seed=_seed(seed, name))
            )
            for name, mask in groups
        ),
        targets=tuple(_share(name, found.tally(cut, mask), whole) for name, mask in classes),
        grades=tuple(_share(name, found.tally(cut, mask), whole) for name, mask in grades),
    )


def _share(name: str, part: Tally, whole: Tally, interval: Interval | None = None) -> Share:
    return Share(name, part, part.count / whole.count if whole.count else None, interval)


def _by_grade(found: Series) -> Named:
    """Give which rows have which grade; nothing where the dataset does not grade."""
    given = [row.grade for row in found.rows]
    if not any(given):
        return []
    return [(grade, np.asarray([one == grade for one in given], dtype=np.bool_)) for grade in _GRADES]


def _tempo(
    date: Reference, found: Series, counts: Counts, others: Counts, sides: tuple[slice, slice], silent: Silent
) -> Tempo:
    kept = [_kept(found, cut, silent) for cut in sides]
    change = compare_rates(counts[kept[0]], counts[kept[1]])
    volume = compare_rates(others[kept[0]], others[kept[1]])
    return Tempo(
        at=date.name,
        day=date.day,
        before=change.before,
        after=change.after,
        ratio=change.ratio,
        dispersion=change.dispersion,
        dependence=change.dependence,
        verdict=change.verdict,
        reason=change.reason,
        heard_only=_heard_only(found, counts, sides, change),
        against_volume=divide(change, volume),
    )


def _heard_only(found: Series, counts: Counts, sides: tuple[slice, slice], change: RateChange) -> TempoVerdict:
    if (found.heard[sides[0].start : sides[1].stop] > 0).all():
        return change.verdict
    kept = [_kept(found, cut, "leave-out") for cut in sides]
    return compare_rates(counts[kept[0]], counts[kept[1]]).verdict


def _kept(found: Series, cut: slice, silent: Silent) -> np.ndarray[tuple[int], np.dtype[np.int_]]:
    places = np.arange(cut.start, cut.stop)
    return places if silent == "count" else places[found.heard[cut] > 0]


def _seed(seed: int, *names: str) -> int:
    """Give each test a seed of its own that stays when other tests are added."""
    return zlib.crc32("\x1f".join((str(seed), *names)).encode())
