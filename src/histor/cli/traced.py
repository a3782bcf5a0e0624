"""A trace in, the way from a record down to the words and bytes out, as a tree."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text
from rich.tree import Tree

from histor.cli import words
from histor.cli.decided import line
from histor.records.answer import Quoted, Trace, TraceStep
from histor.records.measures import Span

_GUIDE = "dim"


def traced(trace: Trace, text: str) -> RenderableType:
    """Lay out a trace; `text` is the text of its report, in which the words are shown."""
    asked, *around = trace.steps
    tree = Tree(_title(asked), guide_style=_GUIDE)
    _add_words(tree, asked, text)
    for step in around:
        _add_words(tree.add(Text("stands in ", style="quiet").append_text(_title(step))), step, text)
    if trace.chain:
        tree.add(_fact("voices", words.chained(trace.chain)))
    for label, value in _source_facts(trace):
        tree.add(_fact(label, value))
    tree.add(_bytes(trace))
    tree.add(_fact("made by", ", ".join(map(str, trace.made_by)) or "unknown"))
    for each in trace.decided:
        tree.add(_fact("decided", line(each)))
    if trace.superseded:
        tree.add(Text("A later reading of this report counts now; this one is kept.", style="problem"))
    return tree


def _title(step: TraceStep) -> Text:
    return Text(step.id, style="bold").append(words.printable(f"  {step.says}"), style="not bold")


def _fact(label: str, value: str) -> Text:
    return Text(f"{label}: ", style="quiet").append(words.printable(value), style="not dim")


def _source_facts(trace: Trace) -> Iterator[tuple[str, str]]:
    source = trace.source
    if source is None:
        return
    title = f"“{source.title}”" if source.title else None
    outlet = source.outlet or "outlet unknown"
    parts = [part for part in (title, outlet, f"published {words.published(source.published)}") if part]
    yield "report", f"{source.report_id}  {' · '.join(parts)}"
    yield "read from", source.key if source.url in (None, source.key) else f"{source.key} · {source.url}"
    yield "kept", f"{source.recorded[:19].replace('T', ' ')} UTC"


def _bytes(trace: Trace) -> Text:
    if trace.sha256 is None or trace.bytes_hold is None:
        return _fact("bytes", "none were kept")
    if trace.bytes_hold:
        return _fact("bytes", "").append("✓ match", style="good").append(f" sha256 {trace.sha256}", style="not dim")
    return _fact("bytes", "").append(f"✗ do NOT match sha256 {trace.sha256}: the ledger is damaged", style="bad")


def _add_words(branch: Tree, step: TraceStep, text: str) -> None:
    """Show each sentence once, with the words of all its slots in it."""
    for sentence in dict.fromkeys(quoted.sentence for quoted in step.quoted):
        slots = [quoted for quoted in step.quoted if quoted.sentence == sentence]
        if step.kind == "report":
            continue
        shown = branch.add(_sentence(sentence, slots, text))
        for quoted in slots:
            shown.add(_fact(quoted.slot, f"“{quoted.words}”").append(f"  {_offsets(quoted.spans)}", style="quiet"))


def _sentence(sentence: str, slots: Sequence[Quoted], text: str) -> Text:
    shown = Text(words.printable(sentence).replace("\n", " "))
    spans = [span for quoted in slots for span in quoted.spans]
    start = _start_of(sentence, spans, text)
    if start is not None:
        for span in spans:
            shown.stylize("bold underline", span.start - start, span.end - start)
    return shown


def _start_of(sentence: str, spans: Sequence[Span], text: str) -> int | None:
    """Find where this very sentence stands: the same words may stand elsewhere too, without the spans."""
    low, high = min(span.start for span in spans), max(span.end for span in spans)
    start = text.find(sentence)
    while start >= 0:
        if start <= low and high <= start + len(sentence):
            return start
        start = text.find(sentence, start + 1)
    return None


def _offsets(spans: Sequence[Span]) -> str:
    return " ".join(f"[{span.start}, {span.end}]" for span in spans)
