"""Sentences of a record in, drafts of ceasefires out: nothing is in them that no words give.

Sentences that give a day on which a ceasefire takes effect open a draft; days within a month of one that more reports
give, in the same country, are other answers to the same question. Every other sentence belongs to the draft of its
report, else to the latest one that had begun, or was about to, when it was published.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from histor.codebook.countries import BY_CODE
from histor.monitors.suggesting import days as days_of
from histor.monitors.suggesting.parties import brokers_in, excluded_in, parties_in
from histor.monitors.truce.words import TRUCE
from histor.records.drafts import Found, TruceDraft
from histor.records.heard import Line, Name, Saying
from histor.records.measures import Day

_ONE_TRUCE = 30  # days within which two days given for one country are two answers about one ceasefire
_AHEAD = 30  # days before it takes effect in which reports speak of it
_PREPOSITIONS = ("in", "across", "throughout", "for", "over", "around")
_FIELDS = ("declared", "ends", "time_zone", "brokers", "parties", "excluded", "countries")


def draft_truces(sayings: Sequence[Saying]) -> tuple[TruceDraft, ...]:
    """Give the drafts in the order of their days."""
    starts = [(day, saying) for saying in sayings for day in days_of.starts_in(saying)]
    clusters = _clusters(starts)
    return tuple(_draft(starts_of, _belonging(starts_of, clusters, sayings)) for starts_of in clusters)


_Starts = list[tuple[Day, Saying]]


def _clusters(starts: Sequence[tuple[Day, Saying]]) -> list[_Starts]:
    """Put days together that are answers about one ceasefire, around those that most reports give."""
    reports: dict[Day, set[str]] = {}
    for day, saying in starts:
        reports.setdefault(day, set()).add(saying.line.report)
    clusters: list[tuple[Day, _Starts]] = []
    for day in sorted(reports, key=lambda each: (-len(reports[each]), each)):
        mine = [(each, saying) for each, saying in starts if each == day]
        home = next((held for main, held in clusters if _apart(main, day) <= _ONE_TRUCE and _alike(held, mine)), None)
        if home is None:
            clusters.append((day, mine))
        else:
            home += mine
    return [held for _, held in sorted(clusters, key=lambda cluster: cluster[0])]


def _alike(one: _Starts, other: _Starts) -> bool:
    """Tell whether two sets of sentences speak of one country, or one of them names none."""
    countries = [{code for _, saying in held for code, _ in _countries(saying)} for held in (one, other)]
    return not all(countries) or bool(countries[0] & countries[1])


def _belonging(starts: _Starts, clusters: Sequence[_Starts], sayings: Iterable[Saying]) -> list[Saying]:
    """Give the sentences of reports that speak of this ceasefire."""
    truces = {saying.line.report for saying in sayings if TRUCE.search(saying.line.sentence)}
    mine = {saying.line.report for _, saying in starts}
    theirs = {saying.line.report for held in clusters if held is not starts for _, saying in held} - mine
    first = min(day for day, _ in starts)
    later = [min(day for day, _ in held) for held in clusters if min(day for day, _ in held) > first]
    found = []
    for saying in sayings:
        report, day = saying.line.report, saying.line.published
        if report in mine or (report in truces - theirs and _is_its_time(day, first, min(later, default=None))):
            found.append(saying)
    return found


def _is_its_time(day: Day | None, first: Day, later: Day | None) -> bool:
    if day is None:
        return later is None
    return _apart(day, first) <= _AHEAD if day < first else later is None or day < later


def _draft(starts: _Starts, sayings: Sequence[Saying]) -> TruceDraft:
    in_effect = days_of.by_value((day, saying.line) for day, saying in starts)
    start = in_effect[0].value
    countries = _countries_in([saying for _, saying in starts] + list(sayings))
    country = countries[0].ref.removeprefix("state:") if countries and countries[0].ref else None
    brokers = brokers_in(sayings)
    given = {
        "declared": days_of.declared_in(sayings, start),
        "ends": days_of.ends_in(sayings),
        "time_zone": days_of.time_zones_in(sayings),
        "brokers": brokers,
        "parties": parties_in(sayings, brokers, country),
        "excluded": excluded_in(sayings),
        "countries": countries[:1],
    }
    return TruceDraft(
        key="-".join(filter(None, ("ceasefire", (country or "").lower(), start))),
        name=_name(starts, countries, start),
        in_effect=in_effect,
        missing=tuple(name for name in _FIELDS if not given[name]),
        **given,
    )


def _name(starts: _Starts, countries: Sequence[Found], start: Day) -> str:
    """Name it by the fullest name that the sentences give: "cessation of hostilities" before "truce"."""
    named = {match.group().lower() for _, saying in starts for match in TRUCE.finditer(saying.line.sentence)}
    where = f" in {countries[0].value}" if countries else ""
    return f"the {max(named, key=lambda name: (len(name), name))}{where} of {start}"


def _countries_in(sayings: Iterable[Saying]) -> tuple[Found, ...]:
    lines: dict[str, dict[tuple[str, str], Line]] = {}
    for saying in sayings:
        for code, line in _countries(saying):
            lines.setdefault(code, {}).setdefault((line.report, line.sentence), line)
    found = [Found(BY_CODE[code].name, tuple(held.values()), ref=f"state:{code}") for code, held in lines.items()]
    return tuple(sorted(found, key=lambda each: (-each.reports, each.value)))


def _countries(saying: Saying) -> list[tuple[str, Line]]:
    """Give the countries in which a sentence says that a ceasefire holds."""
    sentence = saying.line.sentence
    if not TRUCE.search(sentence):
        return []
    return [(code, saying.line) for name in saying.names if (code := _country(name)) and _is_where(sentence, name)]


def _country(name: Name) -> str | None:
    ref = name.side.ref or ""
    code = ref.removeprefix("state:")
    return code if ref.startswith("state:") and code in BY_CODE and name.place else None


def _is_where(sentence: str, name: Name) -> bool:
    before = sentence[: name.span.start].rsplit(None, 1)
    return bool(before) and before[-1].lower() in _PREPOSITIONS


def _apart(one: Day, other: Day) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
