"""Two events that could be one happening in, what speaks for and against it out, as numbers and in words."""

from collections.abc import Iterator
from functools import lru_cache

from histor.records.events import EXACT
from histor.records.incidents import Basis, Spot, Telling
from histor.records.measures import Count
from histor.records.register import fold_name
from histor.steps.join.identity import TELLING_TOLL, meet
from histor.steps.join.likeness import REMEMBERED, shared_words
from histor.steps.join.retold import on_retelling
from histor.steps.join.setting import MOST_SPOTS
from histor.steps.join.traits import Traits, one_report
from histor.steps.join.wording import Finding, on_words

LONG_AFTER = 3  # days between two reports, from which more tell nothing new
_TOLD_BY: dict[Basis, str] = {
    "own": "its own words", "sentence": "the sentence", "paragraph": "the paragraph", "title": "the title",
    "report": "the report", "published": "the day of the report",
}  # fmt: skip


def findings(one: Telling, other: Telling) -> tuple[Finding, ...]:
    """Give what speaks for and against two events being one happening."""
    return findings_of(Traits(one), Traits(other))


def findings_of(one: Traits, other: Traits) -> tuple[Finding, ...]:
    """Give it by traits that were worked out before."""
    return (
        *_on_place(one, other), *_on_day(one, other), *_on_act(one, other), *_on_naming(one, other),
        *_on_doer(one, other), *_on_victims(one, other), *_on_counts(one, other), *on_words(one, other),
        *(on_retelling(one, other) if one_report(one, other) else ()),
    )  # fmt: skip


def fits(one: Count, other: Count) -> bool:
    """Tell whether some number fits both counts; one that is not known fits any."""
    if (one.low is None and one.high is None) or (other.low is None and other.high is None):
        return True
    ends = [count.high for count in (one, other) if count.high is not None]
    return not ends or max(one.low or 0, other.low or 0) <= min(ends)


def _on_place(one: Traits, other: Traits) -> Iterator[Finding]:
    pairs = [
        (mine, theirs) for mine in one.setting.spots for theirs in other.setting.spots if meet(mine, theirs)
    ]  # best first
    if not pairs:
        return
    mine, theirs = min(pairs, key=_rank)
    same = mine.ref == theirs.ref and mine.precision in EXACT
    name = ("same-city" if _heads_region(mine.name, mine.admin1) else "same-place") if same else "near-place"
    yield name, 1.0, f"both at {mine.name}" if same else f"{mine.name} and {theirs.name} can be one place"
    for spot in (mine, theirs):
        if spot.basis != "own":
            yield f"place-from-{_distance_of(spot.basis)}", 1.0, f"{spot.name} is told by {_TOLD_BY[spot.basis]}"
    for each in (one, other):
        if each.borrowed > 1:
            yield "one-of-places", (each.borrowed - 1) / (MOST_SPOTS - 1), f"{each.borrowed} places are told around it"


@lru_cache(maxsize=REMEMBERED)
def _heads_region(name: str, region: str | None) -> bool:
    """Tell whether a place gives its region the name: such a city sees many happenings in a day."""
    return region is not None and fold_name(name).split()[:1] == fold_name(region).split()[:1]


def _rank(pair: tuple[Spot, Spot]) -> tuple[bool, int]:
    mine, theirs = pair
    return not (mine.ref == theirs.ref and mine.precision in EXACT), (mine.basis != "own") + (theirs.basis != "own")


def _on_day(one: Traits, other: Traits) -> Iterator[Finding]:
    mine, theirs = one.setting.days, other.setting.days
    if mine is None or theirs is None:
        return
    exact = mine.start == mine.end == theirs.start == theirs.end
    day = max(mine.start, theirs.start)
    yield ("same-day", 1.0, f"both on {day}") if exact else ("days-overlap", 1.0, f"both may be on {day}")
    if "published" in (mine.basis, theirs.basis) and _news_of_one_day(one, other):
        yield "same-news", 1.0, "both are news of one day"
    if apart := _printed_apart(one, other):
        yield (
            "printed-apart",
            min(apart, LONG_AFTER) / LONG_AFTER,
            f"their reports are {apart} day{'' if apart == 1 else 's'} apart",
        )
    for days in (mine, theirs):
        if days.basis != "own":
            yield f"day-from-{_distance_of(days.basis)}", 1.0, f"the day is told by {_TOLD_BY[days.basis]}"


def _printed_apart(one: Traits, other: Traits) -> int:
    """Count the days between two days of publication; 0 where one is not known."""
    return 0 if one.printed is None or other.printed is None else abs(one.printed - other.printed)


def _news_of_one_day(one: Traits, other: Traits) -> bool:
    day = one.source.published.start
    return day is not None and day == other.source.published.start


def _distance_of(basis: Basis) -> str:
    return "near" if basis in ("sentence", "paragraph") else "far"


def _on_act(one: Traits, other: Traits) -> Iterator[Finding]:
    """Compare what was done; a denial answers what its own report told, whatever means each of them names."""
    mine, theirs = one.event, other.event
    denied, within = (mine.status == "denied") != (theirs.status == "denied"), one_report(one, other)
    if not denied and mine.status != theirs.status:
        yield "other-stage", 1.0, "one is over, the other goes on"
    yield from (each for each in _on_means(one, other) if not (denied and within and each[0] == "other-means"))
    if mine.target and theirs.target:
        same = mine.target == theirs.target
        words = f"both hit {mine.target}" if same else f"one hit {mine.target}, the other {theirs.target}"
        yield ("same-target" if same else "other-target", 1.0, words)
    if denied and (within or (one.is_placed and other.is_placed)):
        yield f"denied{'-in-report' if within else ''}", 1.0, "one says that it happened, the other denies it"


def _on_naming(one: Traits, other: Traits) -> Iterator[Finding]:
    if one.is_fighting != other.is_fighting:
        yield "fighting-or-blow", 1.0, "one is fighting that goes on, the other a single act"
    elif one.is_fighting:
        yield "both-fighting", 1.0, "both are fighting that goes on"
    for naming in (one.naming, other.naming):
        if naming == "again":
            yield "named-again", 1.0, "it is spoken of as a happening that is known"
        elif naming == "as one":
            yield "named-as-one", 1.0, "it is told as one happening"


def _on_means(one: Traits, other: Traits) -> Iterator[Finding]:
    mine, theirs = one.event, other.event
    means = one.means, other.means
    if None not in means:
        yield ("same-means", 1.0, f"both {means[0]}") if means[0] == means[1] else (
            "other-means", 1.0, f"one {means[0]}, the other {means[1]}")  # fmt: skip
    elif mine.type != "ASSAULT" and mine.mode and theirs.mode:
        yield ("same-means", 1.0, f"both {mine.mode}") if mine.mode == theirs.mode else (
            "other-means", 1.0, f"one {mine.mode}, the other {theirs.mode}")  # fmt: skip


def _on_doer(one: Traits, other: Traits) -> Iterator[Finding]:
    mine, theirs = one.doers, other.doers
    if mine & theirs:
        yield "same-doer", 1.0, "the same doer is named"
    elif mine and theirs:
        yield "other-doer", 1.0, "other doers are named"
    else:
        sides = one.side, other.side
        if None not in sides:
            same = sides[0] == sides[1]
            words = f"both by {sides[0]}" if same else f"one by {sides[0]}, the other by {sides[1]}"
            yield ("same-side" if same else "other-side", 1.0, words)


def _on_victims(one: Traits, other: Traits) -> Iterator[Finding]:
    if not one.event.recipients or not other.event.recipients:
        return
    share, words = shared_words(one.victims, other.victims, one.told | other.told)
    if words:
        yield "same-victims", share, f"both name {', '.join(words)}"
    sorts = one.sort, other.sort
    if None not in sorts and sorts[0] != sorts[1]:
        yield "other-victims", 1.0, f"one names {sorts[0]}, the other {sorts[1]}"


def _on_counts(one: Traits, other: Traits) -> Iterator[Finding]:
    for mine in one.event.quantities:
        for theirs in other.event.quantities:
            if mine.what != theirs.what or mine.what == "strikes":
                continue
            if (mine.low, mine.high) == (theirs.low, theirs.high) and mine.low is not None:
                yield f"same-{_size_of(mine.low)}toll", 1.0, f"both count {mine.low} {mine.what}"
            elif not fits(mine, theirs):
                yield "other-toll", _gap(mine, theirs), f"other numbers {mine.what}"
            else:
                yield "toll-fits", 1.0, f"the numbers {mine.what} can be one"


def _size_of(number: int) -> str:
    """Give how telling a number is: a great one is hardly the same by chance, one alone tells nearly nothing."""
    return "great-" if number >= TELLING_TOLL else "" if number > 1 else "small-"


def _gap(one: Count, other: Count) -> float:
    """Give how far two numbers are apart, 0 to 1: a toll that grows by half is common, a tenfold one is not."""
    low, high = sorted((one.low or one.high or 0, other.low or other.high or 0))
    return 1 - (low + 1) / (high + 1)
