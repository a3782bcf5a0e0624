"""What a person types for a field in, the field's JSON as a decision keeps it out; names and places are looked up."""

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from typing import Any, get_args

from histor.errors import UsageError
from histor.records.claims import Claim, Speaker
from histor.records.edits import CLAIM_FIELDS, EVENT_FIELDS, allowed, claim_with, event_with, written
from histor.records.events import Event, Party, Place
from histor.records.form import form_of_claim, form_of_event
from histor.records.measures import Count, Span, What, When
from histor.records.question import Question
from histor.records.register import fold_name
from histor.run import actors, places
from histor.run.register import known_by, register_of

COUNTED: tuple[What, ...] = get_args(What)
_SHORT = {"actor": "actors", "recipient": "recipients", "day": "when", "days": "when"}
_UNKNOWN = "unknown"
_TRUTHS = {"yes": True, "true": True, "no": False, "false": False}
_NUMBER = re.compile(r"(?P<about>~?)(?:(?P<low>\d+)(?:(?P<open>\+)|(?:\.\.|-|–)(?P<high>\d+))?|(?:<=|≤)(?P<most>\d+))")
_KIND_OF_SPEAKER = {"state": "state", "group": "group", "outlet": "outlet", "person": "person"}


class Typed:
    """Reads what is typed for fields of one claim or event of a report."""

    def __init__(self, text: str, sentence: Span, ledger: str, *, day: str | None) -> None:
        self._text = text
        self._sentence = sentence
        self._ledger = ledger
        self._day = day

    def edits(self, one: Claim | Event, typed: Mapping[str, str]) -> dict[str, str]:
        """Give the JSON of each field that is typed, in the order typed; fields that it clears come along.

        Raises UsageError that names the field and what it may be.
        """
        found: dict[str, str] = {}
        for name, value in typed.items():
            field = "quantities" if name in COUNTED and isinstance(one, Event) else _SHORT.get(name, name)
            one = self._with(one, field, name, value.strip())
            found[field] = written(_form(one)[field])
            if field == "type" and "mode" not in typed and isinstance(one, Event) and one.mode:
                one = replace(one, mode=None)  # modes belong to a type
                found["mode"] = written(None)
        return found

    def _with(self, one: Claim | Event, field: str, name: str, value: str) -> Claim | Event:
        if isinstance(one, Claim):
            if field not in CLAIM_FIELDS:
                raise UsageError(f"a claim has no field {name!r} to edit; it has {', '.join(CLAIM_FIELDS)}")
            return claim_with(one, field, written(self._speaker(value) if field == "speaker" else value))
        if field not in EVENT_FIELDS:
            known = (*_SHORT, *EVENT_FIELDS[:-1], *COUNTED)
            raise UsageError(f"an event has no field {name!r} to edit; it has {', '.join(dict.fromkeys(known))}")
        if field == "quantities":
            return replace(one, quantities=self._quantities(one, name, value))
        return event_with(one, field, written(self._of_event(one, field, value)))

    def _of_event(self, one: Event, field: str, value: str) -> Any:
        readers: Mapping[str, Callable[[str], Any]] = {
            "actors": self._parties, "recipients": self._parties, "when": self._when, "violation": _truth,
            "place": lambda words: self._place(words, one),
        }  # fmt: skip
        if field in readers:
            return readers[field](value)
        words = {word.casefold(): word for word in allowed(field)}
        return words.get(value.casefold(), value) if value else None

    def _parties(self, value: str) -> list[dict[str, Any]]:
        return [asdict(self._party(name.strip())) for name in value.split(";") if name.strip()]

    def _party(self, name: str) -> Party:
        linked = actors.look_up(name, self._ledger, day=self._day).linked
        return Party(self._spans_of(name), name, linked.ref, linked.sector, linked.country)

    def _speaker(self, name: str) -> dict[str, Any] | None:
        if not name:
            return None
        found = actors.look_up(name, self._ledger, day=self._day)
        kinds = [each.actor.kind for each in found.weighed if each.chosen]
        speaker = Speaker(name, "body", found.linked.ref)
        kind = _KIND_OF_SPEAKER.get(kinds[0] if kinds else "", "body")
        return {"name": speaker.name, "kind": kind, "ref": speaker.ref, "for": None}

    def _place(self, name: str, one: Event) -> dict[str, Any] | None:
        """Look a place up; its words are the name's in the report, else those of the place before, else the trigger."""
        if not name:
            return None
        own = one.place.span if one.place else one.trigger
        spans = self._spans_of(name)
        return asdict(replace(self._found_place(name), span=spans[0] if spans else own))

    def _found_place(self, name: str) -> Place:
        sites = register_of(known_by(self._ledger)).sites
        named = [site for held in sites.values() for site in held if site.ref == name] or sites.get(fold_name(name), ())
        if len({site.ref for site in named}) != 1:
            return places.find_place(name, self._ledger).place
        site = named[0]
        where = (site.latitude, site.longitude, site.country, site.admin1)
        return Place(Span(0, 0), site.name if site.ref == name else name, site.ref, *where, site.precision)

    def _when(self, value: str) -> dict[str, Any] | None:
        if not value:
            return None
        about, days = value.startswith("~"), value.removeprefix("~")
        if days == _UNKNOWN:
            return asdict(When(None))
        first, _, last = days.partition("..")
        start, end = _first_day(first), _last_day(last or first)
        if start > end:
            raise UsageError(f"day {value!r}: the last day lies before the first")
        precision = "day" if start == end else "month" if not last and len(first) == len("2016-02") else "week"
        return {**asdict(When(self._span_of(days), start, end, approximate=about)), "precision": precision}

    def _quantities(self, one: Event, what: str, value: str) -> tuple[Count, ...]:
        others = tuple(count for count in one.quantities if count.what != what)
        if what not in COUNTED:
            raise UsageError(f"say what is counted, as in killed=15; it is one of {', '.join(COUNTED)}")
        if not value:
            return others
        span = next((count.span for count in one.quantities if count.what == what), one.trigger)
        low, high, about = _number(what, value)
        return (*others, Count(next(each for each in COUNTED if each == what), span, low, high, about))

    def _spans_of(self, words: str) -> tuple[Span, ...]:
        span = self._span_of(words)
        return (span,) if span else ()

    def _span_of(self, words: str) -> Span | None:
        """Find words in the sentence, else in the report; None: it has no such words."""
        for start in (self._text.find(words, *self._sentence), self._text.find(words)):
            if words and start >= 0:
                return Span(start, start + len(words))
        return None


def _form(one: Claim | Event) -> dict[str, Any]:
    return form_of_event(one) if isinstance(one, Event) else form_of_claim(one, {}, None)


def _truth(value: str) -> bool:
    if value.casefold() not in _TRUTHS:
        raise UsageError(f"{value!r}: write yes or no")
    return _TRUTHS[value.casefold()]


def _first_day(written_day: str) -> str:
    return _day(f"{written_day}-01" if re.fullmatch(r"\d{4}-\d{2}", written_day) else written_day)


def _last_day(written_day: str) -> str:
    month = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", written_day)
    return _day(f"{written_day}-{calendar.monthrange(int(month[1]), int(month[2]))[1]}" if month else written_day)


def _day(day: str) -> str:
    try:
        Question(since=day)
    except UsageError as error:
        raise UsageError(
            f"day {day!r}: write 2016-02-27, a month 2016-02, a range 2016-02-22..2016-02-28, ~ before it for about, "
            "or unknown"
        ) from error
    return day


def _number(what: str, value: str) -> tuple[int | None, int | None, bool]:
    if value == _UNKNOWN:
        return None, None, False
    found = _NUMBER.fullmatch(value)
    if not found:
        raise UsageError(f"{what}={value}: write 15, 15+ for at least, <=20 for at most, 12..15, ~40, or unknown")
    about = bool(found["about"])
    if found["most"]:
        return None, int(found["most"]), about
    low = int(found["low"])
    high = None if found["open"] else int(found["high"] or low)
    if high is not None and high < low:
        raise UsageError(f"{what}={value}: the second number is less than the first")
    return low, high, about
