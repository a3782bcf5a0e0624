"""Drafts and kept definitions in, what a terminal shows of them out: each field with the words that it came from."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from histor.cli import words
from histor.records.drafts import Draft, Found, KindDraft
from histor.records.heard import Line

if TYPE_CHECKING:
    from histor.run.definitions import Listed

_QUOTED = 2  # reports quoted for a value; `--json` has them all
_FIELDS = (
    ("in effect", "in_effect"), ("declared", "declared"), ("its end", "ends"), ("time", "time_zone"),
    ("where", "countries"), ("brokers", "brokers"), ("parties", "parties"), ("left out", "excluded"),
)  # fmt: skip


def drafted(draft: Draft, missing: Sequence[str]) -> RenderableType:
    """Lay out a draft."""
    return Group(*_parts(draft, missing))


def listed_definitions(found: Sequence["Listed"]) -> Table:
    """Lay out kept definitions, one a row."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for name in ("name", "monitor", "title", "kept"):
        table.add_column(name, overflow="fold")
    for one in found:
        kind, title = (
            (one.definition.monitor, one.definition.name) if one.definition else ("?", "cannot be read any more")
        )
        table.add_row(*map(words.printable, (one.kept.name, kind, title, one.kept.recorded[:10])))
    return table


def _parts(draft: Draft, missing: Sequence[str]) -> Iterator[RenderableType]:
    yield Text(words.printable(draft.name), style="label").append(f"  {draft.key}", style="not bold dim")
    for title, values in _fields(draft):
        for found in values:
            yield _value(title, found)
            yield Padding(Group(*_words(found)), (0, 0, 0, 4))
    if missing:
        yield Text(f"No report says: {', '.join(missing)}.", style="problem")
    yield Text()


def _fields(draft: Draft) -> Iterator[tuple[str, Sequence[Found]]]:
    if isinstance(draft, KindDraft):
        yield from draft.fields
    else:
        yield from ((title, getattr(draft, name)) for title, name in _FIELDS)


def _value(title: str, found: Found) -> Text:
    told = Text(f"  {title}: ").append(words.printable(found.value), style="bold")
    if found.since:
        told.append(f" (joined by {found.since})")
    return told.append(f"  {words.several(found.reports, 'report')}", style="dim")


def _words(found: Found) -> Iterator[Text]:
    once: dict[str, Line] = {}
    for line in found.lines:
        once.setdefault(line.report, line)
    for line in list(once.values())[:_QUOTED]:
        voices = f" {words.BACK} ".join(line.chain) or line.outlet or line.report
        quoted = f"“{' '.join(line.sentence.split())}”"
        yield Text(words.printable(f"{line.published or 'undated'} {voices}: {quoted}"), style="quiet")
