"""Happenings and what is said of them in, a brief out: all sentences pass the checker, contradictions are kept."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from histor.records.brief import Brief, Citation, Line, Section
from histor.records.events import HAPPENED, EventType
from histor.records.incidents import SUMS_UP, Incident
from histor.steps.brief.checking import check
from histor.steps.brief.wording import Said, capital, day_in_words, disagreements, sentences_of

_PLANNED = frozenset({"planned", "threatened", "hypothetical"})
_ACTS: Mapping[EventType, str] = {
    "AGREE": "agreement", "CONSULT": "meeting or talk", "SUPPORT": "support", "CONCEDE": "concession",
    "COOPERATE": "cooperation", "AID": "aid", "RETREAT": "withdrawal or ceasefire", "REQUEST": "request",
    "REJECT": "refusal", "ACCUSE": "accusation", "THREATEN": "threat", "SANCTION": "sanction", "PROTEST": "protest",
    "MOBILIZE": "movement of forces", "COERCE": "seizure, arrest or other force", "ASSAULT": "attack",
}  # fmt: skip
BESIDES = "Said besides"


@dataclass(frozen=True, slots=True)
class Happening:
    """An incident with what each report says of it, in order of publication; copies of other reports are left out."""

    incident: Incident
    said: tuple[Said, ...]


def compose(
    happenings: Sequence[Happening], besides: Sequence[Said] = (), *, asked: str, as_of: str, notes: Sequence[str] = ()
) -> Brief:
    """Put a brief together; `besides` are claims that tell of no event."""
    sections = [Section(title, tuple(_lines(happenings, fits))) for title, fits in SECTIONS]
    sections.append(Section(BESIDES, tuple(line for each in besides for line in _sentence(each))))
    shown = tuple(section for section in _told_once(sections) if section.lines)
    cited = [each.citation for one in happenings for each in one.said] + [each.citation for each in besides]
    return _numbered(Brief("Brief", asked, as_of, shown, tuple(cited), tuple(notes)))


def _told_once(sections: Iterable[Section]) -> list[Section]:
    """Let what is told in the same sentences under two headings stand once."""
    seen: set[tuple[str, ...]] = set()
    kept: list[Section] = []
    for section in sections:
        lines: list[Line] = []
        for block in _blocks(section.lines):
            texts = tuple(line.text for line in block if not line.heading)
            if texts not in seen:
                seen.add(texts)
                lines += block
        kept.append(replace(section, lines=tuple(lines)))
    return kept


def _blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Give each heading with the sentences under it; a sentence under none stands alone."""
    block: list[Line] = []
    for line in lines:
        if block and (line.heading or not block[0].heading):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _lines(happenings: Iterable[Happening], fits: Callable[[Incident], bool]) -> Iterator[Line]:
    for each in happenings:
        if fits(each.incident):
            yield _heading(each)
            for said in each.said:
                yield from _sentence(said)
            yield from _disputes(each)


def _heading(each: Happening) -> Line:
    """Write day, place and kind as far as the cited words bear them out."""
    incident = each.incident
    cited = [said.citation for said in each.said]
    parts = [part for part in (_day(incident), _value(incident, "where")) if part and not check(part, cited)]
    text = capital(" · ".join([*parts, _ACTS[incident.tellings[0].type]]))
    note = f"{incident.why}; {SUMS_UP}" if incident.is_summary else incident.why
    return Line(text, tuple(one.id for one in cited), heading=True, note=note)


def _day(incident: Incident) -> str:
    days = [telling.days for telling in incident.tellings if telling.days and telling.days.start == telling.days.end]
    return day_in_words(days[0].start) if days else ""


def _value(incident: Incident, field: str) -> str:
    return next((value.text for value in incident.values if value.field == field), "")


def _sentence(said: Said) -> Iterator[Line]:
    yield from _first(sentences_of(said), [said.citation])


def _disputes(each: Happening) -> Iterator[Line]:
    by_event = {said.citation.id: said for said in each.said}
    for found in each.incident.contradictions:
        if found.one in by_event and found.other in by_event:
            one, other = by_event[found.one], by_event[found.other]
            texts = disagreements(found.about, one, other, revision=found.revision)
            yield from _first(texts, [one.citation, other.citation])


def _first(texts: Iterable[str], cited: Sequence[Citation]) -> Iterator[Line]:
    """Take the first way of saying it that the checker lets pass; a brief never holds one that it refuses."""
    for text in texts:
        if not check(text, cited):
            yield Line(text, tuple(each.id for each in cited))
            return


def _numbered(brief: Brief) -> Brief:
    """Number the citations in the order in which sentences cite them; what no sentence cites is left out."""
    by_id = {each.id: each for each in brief.citations}
    order = dict.fromkeys(cited for section in brief.sections for line in section.lines for cited in line.cites)
    return replace(brief, citations=tuple(replace(by_id[cited], number=n) for n, cited in enumerate(order, 1)))


def _happened(incident: Incident) -> bool:
    return any(telling.status in HAPPENED for telling in incident.tellings)


def _is_planned(incident: Incident) -> bool:
    return any(telling.status in _PLANNED for telling in incident.tellings)


SECTIONS: tuple[tuple[str, Callable[[Incident], bool]], ...] = (
    ("Borne out by more than one origin", lambda one: _happened(one) and one.grade in ("confirmed", "fair")),
    ("Accounts that differ", lambda one: _happened(one) and one.grade == "contested"),
    ("On the word of one origin", lambda one: _happened(one) and one.grade == "weak"),
    ("Discounted by a person", lambda one: _happened(one) and one.grade == "discounted"),
    ("Planned, ordered, threatened or supposed", lambda one: not _happened(one) and _is_planned(one)),
    ("Denied", lambda one: not _happened(one) and not _is_planned(one)),
)
TITLES = frozenset({"Brief", BESIDES, *(title for title, _ in SECTIONS)})
