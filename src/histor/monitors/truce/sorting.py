"""Deeds and a ceasefire's definition in; alleged violations, what stands apart and what was left out, out.

A violation is violence from the day it took effect, in its area, by or against a covered party, and not on an excluded
group; and whatever a text calls a violation.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter
from typing import Literal

from histor.codebook.countries import BY_CODE
from histor.monitors.counting import lies_in
from histor.monitors.definition import Area
from histor.monitors.truce.sides import Bounds, Standing
from histor.monitors.truce.words import BREACH
from histor.records.boards import Apart, Total, Violation, Why
from histor.records.dataset import CORROBORATED, ImportedEvent
from histor.records.events import HAPPENED
from histor.records.heard import ONLY_SUMMED_UP, Deed, Line, Side
from histor.records.measures import Day, When, count_days

Inside = Callable[[str | None, str | None, str | None], bool]
_FAR_APART = 7  # days that a deed may span and still be put on its first day; a longer one is left out
_VIOLENT = "ASSAULT"
_NAME = re.compile(r"(?!(?:A|An|The|He|She|It|They|We|Some|Two|Three)\b)[A-Z]")  # "they" is somebody in each outlet


@dataclass(slots=True)
class Sorted:
    """Deeds by what they are to a ceasefire."""

    violations: list[Violation] = field(default_factory=list)
    excluded: list[Apart] = field(default_factory=list)
    others: list[Apart] = field(default_factory=list)
    denials: list[Apart] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    left_out: dict[str, list[str]] = field(default_factory=dict)  # why -> ids of deeds

    def leave_out(self, why: str, deed: Deed) -> None:
        """Keep why a deed was not counted."""
        self.left_out.setdefault(why, []).append(deed.id)


def sort_deeds(bounds: Bounds, deeds: Iterable[Deed], *, since: Day, until: Day) -> Sorted:
    """Sort the deeds of these days, both ends included; `since` need not be the day it took effect."""
    sorted_ = Sorted()
    inside = _inside(bounds.area)
    for deed in deeds:
        if (deed.first or until) <= until and (deed.last or since) >= since and _is_told(deed):
            _sort(deed, inside, bounds, (since, until), sorted_)
    sorted_.violations.sort(key=attrgetter("day", "deed.id"))
    return sorted_


def _is_told(deed: Deed) -> bool:
    """Tell whether it is violence, or called a violation, and somebody says or denies that it happened."""
    spoken = _all_happened(deed) or any(line.status in HAPPENED or line.status == "denied" for line in deed.lines)
    return spoken and (deed.type == _VIOLENT or any(line.violation for line in deed.lines))


def _sort(deed: Deed, inside: Inside, bounds: Bounds, days: tuple[Day, Day], sorted_: Sorted) -> None:
    day = _day(deed)
    if any(line.is_total for line in deed.lines) and _sums_up(deed):
        totals = [_total(line, bounds) for line in deed.lines if _is_of_breaches(line)]
        sorted_.totals.extend(totals)
        if not totals and inside(deed.place, deed.admin1, deed.country):
            sorted_.leave_out(ONLY_SUMMED_UP, deed)
    elif day is None:
        if any((line.published or days[0]) >= days[0] for line in deed.lines):
            sorted_.leave_out("no day is told", deed)
    elif count_days(deed.first, deed.last) > _FAR_APART:
        sorted_.leave_out(f"its day is known only to more than {_FAR_APART} days", deed)
    elif days[0] <= day <= days[1] and inside(deed.place, deed.admin1, deed.country):
        _place(deed, day, bounds, sorted_)


def _is_of_breaches(line: Line) -> bool:
    """Tell whether words that give a total speak of breaches, and not of blows since the war began.

    Without a number they must be read as telling one: "strikes on them do not count as violations" tells none.
    """
    told = line.violation or (line.counted is not None and BREACH.search(line.sentence) is not None)
    return line.is_total and told


def _sums_up(deed: Deed) -> bool:
    """Tell whether all that is told of a deed stands in sentences that give a total."""
    totals = {line.sentence for line in deed.lines if line.is_total}
    return all(line.sentence in totals for line in deed.lines)


def _place(deed: Deed, day: Day, bounds: Bounds, sorted_: Sorted) -> None:
    told = _told(deed)
    called = any(line.violation for line in told)
    actors = _all(told, "actors")
    seen = bounds.standing(actors, _all(told, "recipients"))
    if not told:
        sorted_.denials.append(Apart(deed, day, bounds.parties_of(_all(deed.lines, "actors"))))
    elif not called and (left_out := _left_out(deed, told, bounds, seen)):
        sorted_.excluded.append(Apart(deed, day, left_out))
    elif called or seen.by or (seen.against and not seen.strangers):
        sorted_.violations.append(_violation(deed, day, _why(called, seen.by, seen.against), seen.by, bounds))
    elif seen.outsiders:
        sorted_.others.append(Apart(deed, day, seen.outsiders))
    elif not actors and deed.place:
        sorted_.violations.append(_violation(deed, day, "nobody is named", (), bounds))
    else:
        sorted_.leave_out("neither the doer nor the one struck is known as a party", deed)


def _left_out(deed: Deed, told: Sequence[Line], bounds: Bounds, seen: Standing) -> tuple[str, ...]:
    """Give the excluded groups that do or suffer it, or that its words name where no party is named as struck.

    None where another report says that somebody else was struck: one has a depot of theirs, the other a market.
    """
    if _others_struck(deed, told, bounds):
        return ()
    if seen.excluded or seen.against:
        return seen.excluded
    named = (group for line in told for group in bounds.excluded_in(_words(deed, line)))
    return tuple(dict.fromkeys(named)) or bounds.holders_of(deed.places)


def _others_struck(deed: Deed, told: Sequence[Line], bounds: Bounds) -> bool:
    """Tell whether one report speaks of an excluded group, and another, which does not, of somebody who was struck."""
    reports = {line.report for line in told}
    if len(reports) == 1 or not any(line.recipients for line in told):
        return False
    naming = {line.report for line in told if _names_excluded(deed, line, bounds)}
    return bool(naming) and any(line.recipients and line.report not in naming for line in told)


def _names_excluded(deed: Deed, line: Line, bounds: Bounds) -> bool:
    return bool(bounds.excluded_of((*line.actors, *line.recipients)) or bounds.excluded_in(_words(deed, line)))


def _words(deed: Deed, line: Line) -> str:
    """Give the words in which an excluded group may be named: a table's own, else a sentence that tells violence."""
    if deed.row and len(deed.lines) == 1:
        return deed.row.words
    return line.sentence if line.type == _VIOLENT else ""


def _told(deed: Deed) -> Sequence[Line]:
    """Give the lines that say that it happened; most deeds of a table have but one line."""
    return deed.lines if _all_happened(deed) else [line for line in deed.lines if line.status in HAPPENED]


def _all_happened(deed: Deed) -> bool:
    return len(deed.lines) == 1 and deed.lines[0].status in HAPPENED


def _why(called: bool, by: Sequence[str], against: Sequence[str]) -> Why:
    if called:
        return "called a violation"
    if by and against:
        return "between parties"
    return "by a party" if by else "against a party"


def _violation(deed: Deed, day: Day, why: Why, accused: tuple[str, ...], bounds: Bounds) -> Violation:
    answers = tuple([line for line in deed.lines if line.status == "denied" or line.stance == "denies"])
    voices = dict.fromkeys([_voice(line, bounds) for line in _told(deed)])
    return Violation(
        deed=deed,
        day=day,
        why=why,
        accused=accused,
        accusers=tuple([voice for voice in voices if voice not in accused]),
        corroborated=deed.grade in CORROBORATED,
        denied=bool(answers) or deed.grade in ("contested", "discounted"),
        answers=answers,
    )


def _voice(line: Line, bounds: Bounds) -> str:
    """Give whose word it is: a party's, as the party; else the voice that the report names, else the outlet."""
    if line.voice and (party := bounds.party(line.voice)):
        return party
    if not line.chain:
        return line.outlet or "unnamed"
    voice = line.chain[-1]
    return voice if _NAME.match(voice) or len(line.chain) == 1 else f"{voice} ({line.chain[0]})"


def _total(line: Line, bounds: Bounds) -> Total:
    low, high = line.counted or (None, None)
    return Total(_voice(line, bounds), bounds.parties_of(line.actors), low, high, line)


def _all(lines: Sequence[Line], role: Literal["actors", "recipients"]) -> tuple[Side, ...]:
    if len(lines) == 1:
        return lines[0].actors if role == "actors" else lines[0].recipients
    return tuple(side for line in lines for side in getattr(line, role))


def _day(deed: Deed) -> Day | None:
    """Give the day that a deed is put on: its first; of news without a day of its own, that of publication."""
    return deed.last if deed.day_basis == "published" else deed.first


def _inside(area: Area) -> Inside:
    """Give the test of whether a place, division and country lie in the area; what names no place is taken to."""
    lies = lies_in(area.countries, area.admins, area.places)

    @cache
    def test(place: str | None, admin1: str | None, country: str | None) -> bool:
        named = BY_CODE[country].name if country in BY_CODE else country
        row = ImportedEvent("", 1, When(None), place=place, admin1=admin1, country=named)
        return (place is None and admin1 is None and country is None) or lies(row)

    return test
