"""A draft in, the TOML text of its definition out: above each field stand the words that it came from."""

import json
from collections.abc import Iterable, Iterator, Sequence

from histor.records.drafts import Draft, Found, KindDraft, TruceDraft
from histor.records.heard import Line

DRAFTED = "# Drafted from the words of reports, quoted above what they give. Check it, and change what you know better."
_QUOTED = 2  # reports quoted for a field; the rest are counted
_TOP: dict[str, tuple[str, ...]] = {"posture": (), "talks": ("places", "parties", "brokers"), "air": ()}
_TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    "posture": (("force", "names"),), "talks": (), "air": (("attackers", "names"), ("area", "countries")),
}  # fmt: skip
_LIMITS = {
    "posture": "reports tell of departures that were seen or announced, not of those that were not",
    "talks": "what is said behind closed doors is not reported",
    "air": "the record lists strikes that reports tell of, not sorties",
}
_MISSING = {
    "declared": "the day on which it was agreed",
    "ends": "an end",
    "time_zone": "the time in which its hours are told",
    "brokers": "who brokered it",
    "parties": "whom it binds",
    "excluded": "whom it leaves out",
    "countries": "where it holds",
}


def definition_of(draft: Draft) -> str:
    """Write the definition; what no words give is left out, and a comment says so."""
    return "\n".join((*_head(draft), *(_kind(draft) if isinstance(draft, KindDraft) else _truce(draft)))) + "\n"


def missing(draft: Draft) -> tuple[str, ...]:
    """Say in words what no report gives."""
    return draft.missing if isinstance(draft, KindDraft) else tuple(_MISSING[name] for name in draft.missing)


def _head(draft: Draft) -> Iterator[str]:
    yield DRAFTED
    for told in missing(draft):
        yield f"# No report says {told}: left open."
    yield f"monitor = {_text(draft.monitor if isinstance(draft, KindDraft) else 'ceasefire')}"
    yield f"name = {_text(draft.name)}"


def _kind(draft: KindDraft) -> Iterator[str]:
    for day in ("since", "until"):
        for found in draft.values(day)[:1]:
            yield from _field(day, found)
    for name in _TOP[draft.monitor]:
        yield from _several(name, draft.values(name))
    yield f"limits = {_list([_LIMITS[draft.monitor]])}"
    for table, name in _TABLES[draft.monitor]:
        if draft.values(name):
            yield from ("", f"[{table}]", *_several(name, draft.values(name)))
    for place in draft.values("sites"):
        yield from ("", *_words(place), "[[sites]]", f"name = {_text(place.value)}")
    for date in draft.values("dates"):
        yield from ("", *_words(date), "[[dates]]", f"name = {_text(date.also[0])}", f"day = {_text(date.value)}")


def _several(name: str, values: Sequence[Found]) -> Iterator[str]:
    if values:
        yield from (comment for each in values for comment in _words(each))
        yield f"{name} = {_list(each.value for each in values)}"


def _truce(draft: TruceDraft) -> Iterator[str]:
    yield from _days(draft)
    if draft.time_zone:
        yield from _field("time_zone", draft.time_zone[0])
    if draft.brokers:
        yield from (comment for each in draft.brokers for comment in _words(each))
        yield f"brokers = {_list(each.value for each in draft.brokers)}"
    yield 'limits = ["it shows what reports tell, not what happened unseen"]'
    if draft.countries:
        yield from ("", *_words(draft.countries[0]), "[area]", f"countries = {_list([draft.countries[0].value])}")
    for party in draft.parties:
        yield from ("", *_words(party), "[[parties]]", *_bound(party))
    if not draft.parties:
        yield from ("", "# Name the parties here.", "[[parties]]", 'name = "not told"')
    for group in draft.excluded:
        yield from ("", *_words(group), "[[excluded]]", *_bound(group))


def _days(draft: TruceDraft) -> Iterator[str]:
    if draft.declared:
        yield from _field("declared", draft.declared[0])
    yield from _field("in_effect", draft.in_effect[0])
    for other in draft.in_effect[1:]:
        yield from (f"# Another day that is given: {other.value}", *_words(other))
    for end in draft.ends:
        if end.value[:4].isdigit():
            yield from _field("ends", end)
        else:
            yield from (f"# Of its end it is said: {end.value}", *_words(end))


def _field(name: str, found: Found) -> Iterator[str]:
    yield from _words(found)
    yield f"{name} = {_text(found.value)}"


def _bound(found: Found) -> Iterator[str]:
    yield f"name = {_text(found.value)}"
    also = [*found.also, *([found.ref] if found.ref else [])]
    if also:
        yield f"also = {_list(also)}"
    if found.sectors:
        yield f"sectors = {_list(found.sectors)}"
    if found.since:
        yield f"acceded = {_text(found.since)}"


def _words(found: Found) -> Iterator[str]:
    yield from (f"# {_quoted(line)}" for line in found.lines[:_QUOTED])
    rest = len({line.report for line in found.lines[_QUOTED:]})
    if rest:
        yield f"# … and {rest} more report{'' if rest == 1 else 's'}"


def _quoted(line: Line) -> str:
    voices: Sequence[str] = line.chain or (line.outlet or "a report",)
    named = f" ({line.event or line.report})"
    return f"{' ← '.join(voices)}, {line.published or 'undated'}{named}: “{' '.join(line.sentence.split())}”"


def _text(value: str) -> str:
    return json.dumps(" ".join(value.split()), ensure_ascii=False)


def _list(values: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, values))}]"
