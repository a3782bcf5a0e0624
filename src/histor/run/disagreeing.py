"""Events and claims of a ledger in, pairs of them that cannot both hold out: who says so against who denies it.

That both speak of one happening is a guess from the kind of act, the days and the names, made for a first look. It is
shown with the words and never recorded.
"""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from histor.records.answer import ClaimRow, EventRow
from histor.records.events import HAPPENED
from histor.records.measures import Count
from histor.records.register import fold_name

RARE = 6  # reports; a name that stands in more of them ("Aleppo", "Russia") does not tell one happening from another
NEAR = 2  # days; a denial mostly follows within them
_WHETHER = "whether it happened"
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?:\s(?:al-|el-|of\s)?[A-Z][\w’'-]+)*")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two events, told by two voices, that cannot both hold if they are one happening."""

    about: str  # `whether it happened`, or what was counted: `how many killed`
    named: str | None  # the rare name that both share; None: they share their report
    one: EventRow
    other: EventRow


def find_disagreements(events: Sequence[EventRow], claims: Sequence[ClaimRow]) -> Iterator[Disagreement]:
    """Find events of one type, near in days, that different voices tell in ways that cannot both hold.

    A denial answers events that share a rare name with it, or, last, those of its own report; counts are compared
    only between events that share a rare name. The surest come first.
    """
    denials = {row.claim.id for row in claims if row.claim.stance == "denies"}
    rare = _rare_names(events)
    pairs = [(one, other) for one, other in combinations(events, 2) if _may_be_one(one, other)]
    named = [(one, other, shared) for one, other in pairs if (shared := _shared(rare, one, other))]
    named.sort(key=lambda pair: not (pair[2] in pair[0].sentence and pair[2] in pair[1].sentence))
    for one, other, name in named:
        if _denied(one, other, denials):
            yield Disagreement(_WHETHER, name, one, other)
    for one, other, name in named:
        if counted := _apart_in(one, other):
            yield Disagreement(f"how many {counted}", name, one, other)
    for one, other in pairs:
        if one.source == other.source and not _shared(rare, one, other) and _denied(one, other, denials):
            yield Disagreement(_WHETHER, None, one, other)


def _shared(rare: Mapping[str, Mapping[str, str]], one: EventRow, other: EventRow) -> str | None:
    """Give the longest rare name that both share, as the first writes it."""
    names = rare[one.event.id]
    return max((names[name] for name in names.keys() & rare[other.event.id].keys()), key=_by_length, default=None)


def _by_length(name: str) -> tuple[int, str]:
    return len(name), name


def _rare_names(events: Sequence[EventRow]) -> dict[str, dict[str, str]]:
    """Give, for each event, the names in its sentence and its report's title that stand in few reports, by fold."""
    found = {row.event.id: _names_in(row) for row in events}
    reports: dict[str, set[str]] = {}
    for row in events:
        for name in found[row.event.id]:
            reports.setdefault(name, set()).add(row.source.report_id)
    return {
        identity: {name: written for name, written in names.items() if len(reports[name]) <= RARE}
        for identity, names in found.items()
    }


def _names_in(row: EventRow) -> dict[str, str]:
    voices = {fold_name(voice) for voice in row.chain}
    texts = (row.sentence, row.source.title or "")
    found = [match.group() for text in texts for match in _NAME.finditer(text) if match.start()]
    return {fold_name(name): name for name in reversed(found) if fold_name(name) not in voices}


def _may_be_one(one: EventRow, other: EventRow) -> bool:
    if one.event.type != other.event.type or one.chain[-1:] == other.chain[-1:]:
        return False
    days, others = _days_of(one), _days_of(other)
    return bool(days and others and _apart_in_days(days, others) <= NEAR)


def _denied(one: EventRow, other: EventRow, denials: set[str]) -> bool:
    for denied, told in ((one, other), (other, one)):
        if denied.event.status == "denied" and denied.event.claim in denials and told.event.status in HAPPENED:
            return True
    return False


def _apart_in(one: EventRow, other: EventRow) -> str | None:
    """Name what both count and no number fits both; None if there is nothing."""
    if not {one.event.status, other.event.status} <= HAPPENED:
        return None
    for count in one.event.quantities:
        for against in other.event.quantities:
            if count.what == against.what and _no_number_fits(count, against):
                return count.what
    return None


def _no_number_fits(one: Count, other: Count) -> bool:
    """Tell whether the ranges are apart; a number that is not known is apart from nothing."""
    if (one.low is None and one.high is None) or (other.low is None and other.high is None):
        return False
    ends = [count.high for count in (one, other) if count.high is not None]
    return bool(ends) and max(one.low or 0, other.low or 0) > min(ends)


def _days_of(row: EventRow) -> tuple[str, str] | None:
    """Give the first and last day of the words, else of the report; None if neither is known."""
    for days in (row.event.when, row.source.published):
        if days and (days.start or days.end):
            return days.start or days.end or "", days.end or days.start or ""
    return None


def _apart_in_days(one: tuple[str, str], other: tuple[str, str]) -> int:
    """Count the days between two stretches; 0 if they touch."""
    later = max(one[0], other[0])
    earlier = min(one[1], other[1])
    return max(0, (datetime.date.fromisoformat(later) - datetime.date.fromisoformat(earlier)).days)
