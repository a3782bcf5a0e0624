"""A question or a monitor's board in, a brief of what the ledger has of it out; and an edited one in, checked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from histor.records.boards import PostureBoard, TalksBoard, TruceBoard
from histor.records.brief import Brief, Citation, Line, Refusal, Section
from histor.records.heard import Deed
from histor.records.heard import Line as Heard
from histor.records.incidents import Incident
from histor.records.measures import Span
from histor.records.question import Question
from histor.run import joining
from histor.run.citing import Texts
from histor.run.monitoring import Watched
from histor.run.narrowing import narrowed
from histor.steps.brief import check, compose
from histor.steps.brief.composing import TITLES, Happening
from histor.steps.brief.markdown import Written, read_markdown
from histor.store import questions
from histor.store.ledger import Ledger

MOST_INCIDENTS = 60  # of one brief: some fifteen pages; more is a listing, which `incidents` gives
MOST_CLAIMS = 40  # that tell of no event


@dataclass(frozen=True, slots=True)
class Checked:
    """A brief that a person wrote or edited, with what is refused in it."""

    brief: Brief
    refused: tuple[tuple[Line, tuple[Refusal, ...]], ...]  # lines with something that is not in the cited words


def brief_of(ledger: Ledger, question: Question, *, asked: str, as_of: str) -> Brief:
    """Put a brief together of the incidents that a question asks for, and of claims that tell of no event.

    All readings must be joined. `as_of` is the instant that the brief names. Raises LedgerError.
    """
    asked_for, question = question, narrowed(ledger, question)
    found = joining.incidents(ledger, replace(question, limit=None, after=None))
    texts = Texts(ledger, as_of=question.as_of)
    held = {telling.row.event.claim for each in found for telling in each.tellings}
    rows = questions.claims(ledger, replace(question, limit=None, after=None)).items if _asks_words(question) else ()
    besides = [texts.said_in_claim(row) for row in rows if row.claim.id not in held][:MOST_CLAIMS]
    notes = (*_later(asked_for, question), *_left_out(found))
    return compose(_happenings(found, texts), besides, asked=asked, as_of=as_of, notes=notes)


def brief_of_board(ledger: Ledger, watched: Watched, *, asked: str, as_of: str, then: str | None = None) -> Brief:
    """Put a brief together of the incidents that a monitor's board rests on; its state is noted.

    `then` is the instant as of which the board was worked out; None: it is of now.
    """
    events = events_of(watched)
    known = joining.incidents(ledger, Question(as_of=then))
    found = tuple(each for each in known if any(one.id in events for one in each.tellings))
    board = watched.board
    notes = [f"State by the monitor's rule: {board.state} ({board.rule})."] if isinstance(board, TruceBoard) else []
    texts = Texts(ledger, as_of=then)
    return compose(_happenings(found, texts), asked=asked, as_of=as_of, notes=(*notes, *_left_out(found)))


def check_markdown(ledger: Ledger, text: str, *, asked: str = "", as_of: str) -> Checked:
    """Check a brief in Markdown, as `written` gives it or as a person made of it; its notes are written anew.

    Raises LedgerError.
    """
    written = read_markdown(text)
    texts = Texts(ledger)
    numbers = {identity: number for number, identity in enumerate(dict.fromkeys(written.cited.values()), 1)}
    known = {identity: texts.citation(identity, number) for identity, number in numbers.items()}
    citations = {identity: each for identity, each in known.items() if each}
    sections = tuple(_section(one, written, citations) for one in written.sections)
    brief = Brief(written.title, asked, as_of, sections, tuple(citations.values()))
    return Checked(brief, tuple(_refused(brief, written, citations)))


def events_of(watched: Watched) -> frozenset[str]:
    """Give the ids of the events that a board rests on."""
    board = watched.board
    if isinstance(board, TruceBoard):
        deeds = [*(each.deed for each in board.violations), *(each.deed for each in board.excluded_strikes)]
        lines = [*board.said, *(line for each in board.violations for line in each.answers), *_lines_of(deeds)]
        lines += [line for term in board.terms for line in term.lines]
    elif isinstance(board, PostureBoard):
        lines = [move.line for move in board.moves]
    elif isinstance(board, TalksBoard):
        told = [*board.before, *(one for each in board.rounds for one in each.meetings), *board.next]
        lines = [one.line for one in told]
    else:
        counted = {row for day in board.days for row in day.tally.rows}
        lines = _lines_of(deed for deed in watched.deeds if deed.id in counted)
    return frozenset(line.event for line in lines if line.event)


def _lines_of(deeds: Iterable[Deed]) -> list[Heard]:
    return [line for deed in deeds for line in deed.lines]


def _asks_words(question: Question) -> bool:
    """Tell whether a question is about what is said: claims without events belong to it only then."""
    return bool(question.text or question.speaker or question.stance)


def _later(asked: Question, answered: Question) -> tuple[str, ...]:
    if asked == answered:
        return ()
    return (f"Only from {answered.since} on: the ledger holds too much for one brief. Name days to have others.",)


def _left_out(found: Sequence[Incident]) -> tuple[str, ...]:
    left = len(found) - MOST_INCIDENTS
    return (f"{left} later incidents are left out: narrow the question.",) if left > 0 else ()


def _happenings(found: Sequence[Incident], texts: Texts) -> list[Happening]:
    return [
        Happening(each, tuple(texts.said_in_event(one.row.source, one.id) for one in each.tellings if not one.copy_of))
        for each in found[:MOST_INCIDENTS]
    ]


def _section(one: Section, written: Written, citations: Mapping[str, Citation]) -> Section:
    return Section(one.title, tuple(_line(each, written, citations) for each in one.lines))


def _line(each: Line, written: Written, citations: Mapping[str, Citation]) -> Line:
    found = (citations.get(written.cited.get(mark, "")) for mark in each.cites)
    return replace(each, cites=tuple(citation.id for citation in found if citation))


def _refused(
    brief: Brief, written: Written, citations: Mapping[str, Citation]
) -> Iterator[tuple[Line, tuple[Refusal, ...]]]:
    by_id = {each.id: each for each in brief.citations}
    everything = tuple(by_id.values())
    marks = {mark: citations.get(identity) for mark, identity in written.cited.items()}
    for title in (brief.title, *(section.title for section in brief.sections)):
        if title not in TITLES:
            yield from _faults(Line(title, (), heading=True), everything, ())
    for section, marked in zip(brief.sections, written.sections, strict=True):
        for line, before in zip(section.lines, marked.lines, strict=True):
            lost = tuple(mark for mark in before.cites if not marks.get(mark))
            cited = everything if line.heading else tuple(by_id[each] for each in line.cites)
            yield from _faults(line, cited, lost)


def _faults(line: Line, cited: Sequence[Citation], lost: Sequence[str]) -> Iterator[tuple[Line, tuple[Refusal, ...]]]:
    whole = Span(0, len(line.text))
    found = [
        Refusal("unknown-citation", mark, whole, f"[^{mark}] names no claim or event of this ledger: cite one of it")
        for mark in lost
    ]
    faults = check(line.text, cited) if cited or not line.heading else ()
    found += [each for each in faults if not (line.heading and each.fault == "standing")]
    if found:
        yield line, tuple(found)
