"""A record in, its report out with every claim and event marked in the words and told beneath them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text

from histor.cli import words
from histor.records.claims import Claim
from histor.records.events import Event
from histor.records.made import Problem
from histor.records.measures import Span
from histor.records.record import Record
from histor.records.text import Block

# Colours of speakers: apart from the colours of statuses, readable on a dark and on a light ground.
SPEAKER_COLOURS = ("cyan", "magenta", "green", "yellow", "blue", "bright_magenta", "bright_cyan", "bright_green")


def marked(record: Record, *, legend: bool = True) -> RenderableType:
    """Lay out a record: head, legend, the report block by block with notes beneath, and the problems."""
    page = _Page.of(record)
    parts: list[RenderableType] = [_head(record), Text()]
    if legend and (record.claims or record.events):
        parts += [_legend(record), Text()]
    for block in record.report.blocks:
        parts += [_block(page, block), _notes(page, block), Text()]
    parts += [problem_line(problem, page.text) for problem in record.problems]
    return Group(*parts)


def problem_line(problem: Problem, text: str = "") -> Text:
    """Tell a problem: where, what is wrong and what to do."""
    where = f"{problem.key}: " if problem.key and problem.key not in problem.message else ""
    quoted = f" (“{text[slice(*problem.span)]}”)" if problem.span and text else ""
    line = Text("! ", style="problem")
    line.append(words.printable(f"{where}{problem.message}{quoted}"))
    return line.append(f"  [{problem.code}]", style="quiet")


@dataclass(frozen=True, slots=True)
class _Page:
    """What the blocks and their notes need to know of the whole record."""

    record: Record
    text: str  # printable, offsets as in the report
    claims: Mapping[str, Claim]
    claim_numbers: Mapping[str, int]
    event_numbers: Mapping[str, int]
    colours: Mapping[str, str]  # by claim id

    @classmethod
    def of(cls, record: Record) -> "_Page":
        speakers = list(dict.fromkeys(words.speaker(claim, record.report.text) for claim in record.claims))
        colour = {name: SPEAKER_COLOURS[i % len(SPEAKER_COLOURS)] for i, name in enumerate(speakers)}
        return cls(
            record=record,
            text=words.printable(record.report.text),
            claims={claim.id: claim for claim in record.claims},
            claim_numbers={claim.id: number for number, claim in enumerate(record.claims, 1)},
            event_numbers={event.id: number for number, event in enumerate(record.events, 1)},
            colours={claim.id: colour[words.speaker(claim, record.report.text)] for claim in record.claims},
        )


def _head(record: Record) -> Text:
    report = record.report
    facts = [
        report.outlet or "outlet unknown",
        words.published(report.published),
        words.several(len(record.claims), "claim"),
        words.several(len(record.events), "event"),
        report.id,
    ]
    head = Text(words.printable(report.key), style="bold")
    titled = any(block.kind == "title" for block in report.blocks)
    if report.title and not titled:
        head.append(f"\n{words.printable(report.title)}")
    return head.append(f"\n{words.printable(' · '.join(facts))}", style="not bold dim")


def _legend(record: Record) -> Text:
    """Explain the marks, those only that stand in this report."""
    line = Text("①", style="bold").append(" claim, underlined in its speaker’s colour", style="not bold dim")
    line.append("   ")
    present = {event.status for event in record.events}
    for number, status in enumerate((status for status in words.STATUSES if status in present), 1):
        line.append(" event:" if number == 1 else "", style="dim")
        line.append(f" {words.LETTERS[status]} {status}", style=f"status.{status}")
    return line


def _block(page: _Page, block: Block) -> RenderableType:
    if block.kind == "furniture":
        words_of_page = Text(page.text[block.start : block.end].replace("\n", " "), style="dim")
        return Text("furniture ", style="dim italic").append(words_of_page)
    shown = _marked_text(page, block)
    if block.kind in ("title", "heading"):
        shown.stylize("bold")
    if block.kind == "list":
        return Padding(shown, (0, 0, 0, 2))
    if block.kind != "quote":
        return shown
    label = Text(f"{block.outlet or 'quoted'}’s words" if block.outlet else "quoted words", style="dim italic")
    return _Barred(Group(label, shown))


def _marked_text(page: _Page, block: Block) -> Text:
    words_of_block = page.text[block.start : block.end]
    text = Text(words_of_block if block.kind == "list" else words_of_block.replace("\n", " "))
    marks: list[tuple[int, Text]] = []
    for claim in page.record.claims:
        style = Style(color=page.colours[claim.id])
        _paint(text, block, claim.content, style + Style(underline=True))
        _paint(text, block, (*claim.source, *claim.cue), style + Style(bold=True))
        start = (claim.content or claim.cue or claim.source)[0].start
        if block.start <= start < block.end:
            mark = words.circled(page.claim_numbers[claim.id])
            marks.append((start - block.start, Text(mark, style=style + Style(bold=True))))
    for event in page.record.events:
        _paint(text, block, (event.trigger,), f"trigger.{event.status}")
        if block.start < event.trigger.end <= block.end:
            mark = words.raised(page.event_numbers[event.id], event.status)
            marks.append((event.trigger.end - block.start, Text(mark, style=_colour_of(event))))
    return _with_marks(text, marks)


def _colour_of(event: Event) -> str:
    return f"status.{event.status}"


def _paint(text: Text, block: Block, spans: tuple[Span, ...], style: Style | str) -> None:
    for span in spans:
        start, end = max(span.start, block.start), min(span.end, block.end)
        if start < end:
            text.stylize(style, start - block.start, end - block.start)


def _with_marks(text: Text, marks: list[tuple[int, Text]]) -> Text:
    """Put the marks between the words; nothing else moves."""
    marks = sorted(marks, key=lambda mark: mark[0])
    pieces = text.divide([offset for offset, _ in marks])
    whole = Text()
    for piece, mark in zip(pieces, [*(mark for _, mark in marks), Text()], strict=True):
        whole.append_text(piece).append_text(mark)
    return whole


def _notes(page: _Page, block: Block) -> RenderableType:
    """Tell the claims and events whose first words stand in this block."""
    notes = Table.grid(padding=(0, 1))
    notes.add_column(no_wrap=True, min_width=5, justify="right")
    notes.add_column()
    for claim in page.record.claims:
        first = (claim.cue or claim.content or claim.source)[0].start
        if block.start <= first < block.end:
            mark = words.circled(page.claim_numbers[claim.id])
            notes.add_row(Text(mark, style=f"bold {page.colours[claim.id]}"), _claim_note(page, claim))
    for event in page.record.events:
        if block.start <= event.trigger.start < block.end:
            mark = words.raised(page.event_numbers[event.id], event.status)
            notes.add_row(Text(mark, style=_colour_of(event)), _event_note(page, event))
    return notes


def _claim_note(page: _Page, claim: Claim) -> Text:
    name = words.printable(words.speaker(claim, page.text) or "unnamed")
    note = Text().append(name, style=f"bold {page.colours[claim.id]}")
    if claim.speaker and claim.speaker.represents:
        note.append(words.printable(f" for {claim.speaker.represents}"))
    note.append(" · ").append(claim.stance, style="italic")
    return note.append(words.printable("".join(f" · {fact}" for fact in _claim_facts(page, claim))))


def _claim_facts(page: _Page, claim: Claim) -> Iterator[str]:
    if claim.manner != "indirect":
        yield claim.manner
    if claim.parent and claim.parent in page.claim_numbers:
        yield f"inside {words.circled(page.claim_numbers[claim.parent])}"
    if claim.said and claim.said.start:
        yield f"said {words.days(claim.said)}"
    yield f"chain {words.voices(claim, page.claims, page.record.report.outlet)}"


def _event_note(page: _Page, event: Event) -> Text:
    note = Text(words.kind(event)).append(" · ").append(event.status, style=_colour_of(event))
    claim = page.claims.get(event.claim) if event.claim else None
    word = words.whose_word(event.certainty, words.speaker(claim, page.text), page.record.report.outlet)
    return note.append(words.printable("".join(f" · {fact}" for fact in (word, *_slots(page, event)))))


def _slots(page: _Page, event: Event) -> Iterator[str]:
    if event.actors or event.recipients:
        yield words.who(event)
    if event.place:
        yield event.place.name
    if event.target:
        yield f"{event.target} struck" if event.type == "ASSAULT" else event.target
    if event.when and (event.when.start or event.when.end):
        yield words.days(event.when)
    elif event.when and event.when.span:
        yield f"“{page.text[slice(*event.when.span)]}”, which day is not known"
    if event.quantities:
        yield words.counts(event.quantities)


class _Barred:
    """Something with a bar down its left side."""

    def __init__(self, inner: RenderableType) -> None:
        self.inner = inner

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        lines = console.render_lines(self.inner, options.update_width(options.max_width - 2), pad=False)
        for line in lines:
            yield Segment("▌ ", Style(dim=True))
            yield from line
            yield Segment.line()
