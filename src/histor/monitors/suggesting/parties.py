"""Sentences about a ceasefire in; whom it binds, who brokered it and whom it leaves out, with the words, out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from histor.monitors.suggesting import words
from histor.monitors.suggesting.owners import name_of_state, state_of
from histor.monitors.truce.words import TRUCE
from histor.records.drafts import Found
from histor.records.heard import Line, Name, Saying
from histor.records.measures import Span
from histor.records.register import fold_name

_ARMED = frozenset({"REB", "UAF", "PRM", "OPP", "MIL"})
_STATE_FORCES = ("GOV", "MIL")
_REBELS = ("REB", "OPP")
_LISTED = re.compile(r",(?: and)? |; ?|^and |$")
_JOINED = re.compile(r" and (?:its allies\b)?| on one side(?: and)?| on the other(?: side)?| or |^and ", re.IGNORECASE)
_LEAD = 80  # code points before "between" in which the ceasefire or the deal is named
_DATELINE = ("-", "–", "—", "(")
_ARTICLE = re.compile(r"^(?:both |either |the |a |an |each |every |any )+", re.IGNORECASE)
_POSSESSIVE = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class _Told:
    """One name in one sentence."""

    value: str
    ref: str | None
    line: Line
    sectors: tuple[str, ...] = ()
    joined: bool = False


def brokers_in(sayings: Iterable[Saying]) -> tuple[Found, ...]:
    """Give who is said to have brokered it."""
    patterns = (words.BROKERED_AS, words.BROKERED_BY, words.BROKERED_THAT)
    told = [
        _Told(_state_name(name) or name.side.name, _owner(name), saying.line)
        for saying in sayings
        if _is_of_truce(saying)
        for pattern in patterns
        for span in _spans(pattern, saying.line.sentence)
        for name in _names(saying, _nearest(saying.line.sentence, span))
        if name.side.ref
    ]
    return _grouped(told)


def excluded_in(sayings: Iterable[Saying]) -> tuple[Found, ...]:
    """Give the armed groups that it is said to leave out."""
    told = [
        _Told(name.side.name, name.side.ref, saying.line)
        for saying in sayings
        for pattern in (words.EXCLUDES, words.EXCLUDED)
        for span in _spans(pattern, saying.line.sentence)
        for name in _names(saying, span)
        if name.side.ref and not name.side.of_state and name.side.sector in _ARMED and not _owns(saying, name)
    ]
    return _grouped(told)


def parties_in(sayings: Iterable[Saying], brokers: Sequence[Found], country: str | None) -> tuple[Found, ...]:
    """Give whom it is said to bind; `country` is that in which it holds: its own forces go without a name there."""
    told = [_at_home(one, country) for saying in sayings for one in _parties(saying)]
    found = _grouped(told)
    return tuple(_with_sectors(each, country) for each in found if not _only_brokers(each, brokers))


def _parties(saying: Saying) -> Iterator[_Told]:
    sentence = saying.line.sentence
    if words.NEGATED.search(sentence):
        return
    for span in _spans(words.BETWEEN, sentence):
        if _is_of_the_deal(saying, sentence[max(0, span.start - _LEAD) : span.start]):
            yield from _pieces(saying, span)
    for span in _spans(words.BINDS, sentence):
        yield from _pieces(saying, span)
    for pattern, of, joined in ((words.AGREED, words.OF_TRUCE, False), (words.JOINED, words.OF_DEAL, True)):
        for match in pattern.finditer(sentence):
            if of.match(sentence[match.end() :].lstrip()):
                yield from _pieces(saying, _without_lead(sentence, Span(*match.span("names"))), joined=joined)


def _is_of_the_deal(saying: Saying, lead: str) -> bool:
    """Tell whether words before "between" name the ceasefire, or a deal where this sentence or the last is of it."""
    goes_on = TRUCE.search(saying.line.sentence) or TRUCE.search(saying.before)
    return bool(TRUCE.search(lead) or (goes_on and words.DEAL.search(lead)))


def _without_lead(sentence: str, span: Span) -> Span:
    lead = words.LEADING.match(sentence[span.start : span.end])
    return Span(span.start + (lead.end() if lead else 0), span.end)


def _pieces(saying: Saying, span: Span, *, joined: bool = False) -> Iterator[_Told]:
    """Cut words that list parties into parties: a name of the register, else words for somebody who acts."""
    at = span.start
    for piece in _cut(saying.line.sentence, span):
        start = saying.line.sentence.index(piece, at)
        at = start + len(piece)
        told = _piece(saying, Span(start, at))
        if told:
            yield replace(told, joined=joined)


def _piece(saying: Saying, span: Span) -> _Told | None:
    piece = saying.line.sentence[span.start : span.end]
    plain = _ARTICLE.sub("", piece).strip()
    named = [name for name in _names(saying, span) if name.side.ref and not _owns(saying, name)]
    if words.THEIR_OWN.match(piece):
        owners = [name for name in saying.names if name.side.ref and name.span.end <= span.start]
        owners = [name for name in owners if not saying.line.sentence[name.span.end :].lstrip().startswith(_DATELINE)]
        return _Told(owners[0].side.name, _owner(owners[0]), saying.line) if owners else None
    if words.REBELLING.search(piece):
        ref = named[-1].side.ref if named and not named[-1].side.of_state else None
        return _Told(plain, ref, saying.line, _REBELS)
    if named:
        return _Told(_acting(saying.line.sentence, span, named) or plain, _owner(named[-1]), saying.line)
    if words.ACTING.search(piece):
        return _Told(plain, None, saying.line, _STATE_FORCES if "government" in fold_name(piece) else ())
    return None


def _acting(sentence: str, span: Span, named: Sequence[Name]) -> str | None:
    """Give the words from the name on, "Syrian government"; the name where nothing says more; None: all of them."""
    own = sentence[named[0].span.start : span.end]
    if words.ACTING.search(own):
        return own
    return None if words.ACTING.search(sentence[span.start : span.end]) else named[-1].side.name


def _cut(sentence: str, span: Span) -> Iterator[str]:
    """Cut at commas, leave out what only describes ("that gives its word to …"), then cut at "and"."""
    for item in _LISTED.split(sentence[span.start : span.end]):
        for piece in _JOINED.split(words.TRAILING.sub("", item)):
            if len(piece.strip()) > 1:
                yield piece.strip()


def _at_home(one: _Told, country: str | None) -> _Told:
    """Let "the government" be that of the country in which the ceasefire holds."""
    bare = one.ref is None and one.sectors == _STATE_FORCES and country
    return replace(one, ref=f"state:{country}") if bare else one


def _with_sectors(found: Found, country: str | None) -> Found:
    home = found.ref is not None and country is not None and found.ref == f"state:{country}"
    sectors = _STATE_FORCES if home else found.sectors
    return Found(found.value, found.lines, found.also, found.ref, sectors, found.since)


def _only_brokers(found: Found, brokers: Sequence[Found]) -> bool:
    """Tell whether nothing but the sentence that calls it a broker makes it a party."""
    return any(
        found.ref == broker.ref and {line.sentence for line in found.lines} <= {line.sentence for line in broker.lines}
        for broker in brokers
    )


def _grouped(told: Sequence[_Told]) -> tuple[Found, ...]:
    """Put what is told of one ref, or under one name, together; what most reports say comes first."""
    groups: dict[str, list[_Told]] = {}
    for one in told:
        groups.setdefault(one.ref or _kind(one) or fold_name(one.value), []).append(one)
    found = [_found(group) for group in groups.values()]
    return tuple(sorted(found, key=lambda each: (-each.reports, each.value)))


def _kind(one: _Told) -> str | None:
    """Put rebels that are not named together: “most rebel forces” and “opposition factions” are one side."""
    return "rebels" if one.sectors == _REBELS else "government" if one.sectors == _STATE_FORCES else None


def _found(group: Sequence[_Told]) -> Found:
    counted = Counter(one.value for one in group)
    value = max(counted, key=_fuller if group[0].ref else _shorter)
    lines = sorted({one.line for one in group}, key=lambda line: (line.published or "", line.report))
    joined = min((one.line.published for one in group if one.joined and one.line.published), default=None)
    once = {(line.report, line.sentence): line for line in reversed(lines)}
    return Found(
        value=value,
        lines=tuple(reversed(once.values())),
        also=tuple(sorted({one.value for one in group} - {value})),
        ref=group[0].ref,
        sectors=next((one.sectors for one in group if one.sectors), ()),
        since=joined,
    )


def _fuller(name: str) -> tuple[bool, int]:
    """Prefer the fuller of two names."""
    return " " in name, len(name)


def _shorter(told: str) -> tuple[bool, bool, int]:
    """Prefer, of descriptions, a short one that gives no number."""
    return not any(sign.isdigit() for sign in told), " " in told, -len(told)


def _owner(name: Name) -> str | None:
    """Give the state that a name stands for, else its own ref."""
    return state_of(name.side) or name.side.ref


def _state_name(name: Name) -> str | None:
    """Give the name of the state that "Russian" or "Moscow" stands for."""
    return name_of_state(_owner(name))


def _owns(saying: Saying, name: Name) -> bool:
    """Tell whether a name only tells whose something is: "al-Qaeda's Syrian arm"."""
    after = saying.line.sentence[name.span.end : name.span.end + 12]
    return after.startswith(_POSSESSIVE) or (after[:1] in ("-", "–") and after[1:4] in ("bac", "led", "ali", "bro"))


def _is_of_truce(saying: Saying) -> bool:
    return bool(TRUCE.search(saying.line.sentence) or words.DEAL.search(saying.line.sentence))


def _nearest(sentence: str, span: Span) -> Span:
    """Leave out what stands before the determiner of what was brokered: "Davis said, when the U.S.- and Russian-"."""
    found = [match.end() for match in re.finditer(r"\b(?:the|a|an|by)\s", sentence[span.start : span.end])]
    return Span(span.start + (found[-1] if found else 0), span.end)


def _spans(pattern: re.Pattern[str], sentence: str) -> Iterator[Span]:
    for match in pattern.finditer(sentence):
        yield Span(*match.span("names"))


def _names(saying: Saying, span: Span) -> list[Name]:
    return [name for name in saying.names if span.start <= name.span.start and name.span.end <= span.end]
