"""People's decisions in, words and lines about them for people out: who, when, before, after, why."""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from histor.cli import words
from histor.records.answer import Quoted
from histor.records.claims import Claim
from histor.records.decisions import Decision
from histor.records.events import Event

if TYPE_CHECKING:  # loaded when something is decided: tables that only mark rows must not wait for it
    from histor.run.judging import Done
    from histor.store.decisions import Listed

MARK = "✎"  # stands at what a person decided
_DONE = {
    "confirm": "confirmed", "reject": "rejected", "edit": "edited", "note": "noted", "merge": "merged",
    "split": "split", "undo": "undone",
}  # fmt: skip
_STATES = {"held": "", "changed": "something else is read there now", "lost": "its words are gone"}


def line(decision: Decision) -> str:
    """Tell a decision in one line: what, by whom, when, why."""
    told = f"{_DONE[decision.kind]} by {decision.who} on {decision.recorded[:10]}"
    if decision.kind == "edit":
        told = f"{decision.field} {value(decision.before)} {words.ARROW} {value(decision.after)}, {told}"
    if decision.undoes:
        told = f"{decision.undoes} {told}"
    return f"{told}: {decision.why}" if decision.why else told


def mark(decided: Iterable[Decision]) -> str:
    """Mark what people decided of a row, in a few words: `✎ Rana: place, type`; nothing if nobody did."""
    by_person: dict[str, list[str]] = {}
    for each in decided:
        by_person.setdefault(each.who, []).append(each.field if each.kind == "edit" else _DONE[each.kind])
    said = "; ".join(f"{who}: {', '.join(dict.fromkeys(what))}" for who, what in by_person.items())
    return f"{MARK} {said}" if said else ""


def lines(decided: Iterable[Decision]) -> Iterator[Text]:
    """Give one line for each decision, with its id."""
    for each in decided:
        yield Text(words.printable(f"{MARK} {line(each)}")).append(f"  {each.id}", style="dim")


def value(written: str) -> str:
    """Give the value of a field in short words: names, days, numbers."""
    return _short(json.loads(written)) if written else words.NOTHING


def done(what: "Done") -> RenderableType:
    """Lay out what was decided: the sentence with its words lit, what was read before, what counts now."""
    if not what.decisions:
        return Text("Nothing to decide: it is so already.")
    parts: list[RenderableType] = [_sentence(each) for each in what.quoted]
    if what.before is not None:
        parts.append(_fact("before", _told(what.before)))
        parts.append(_fact("after", _told(what.after) if what.after else "rejected: it counts no longer"))
    if what.incidents_before:
        parts.append(_fact("before", _incidents(what.incidents_before)))
        parts.append(_fact("after", _incidents(what.incidents_after)))
    parts += lines(what.decisions)
    undo = [each.id for each in what.decisions if each.kind != "undo"]
    if undo:
        parts.append(Text(f"Take it back: histor judge undo {words.short(undo[0])}", style="dim"))
    return Group(*parts)


def listed(found: "Iterable[Listed]", *, columns: int | None) -> Table:
    """Lay out decisions, one a row, with what became of each."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for name in ("day", "who", "what", "words", "id"):
        table.add_column(name, no_wrap=name in ("day", "id"), overflow="fold")
    for each in found:
        made = each.decision
        quoted = " / ".join(f"“{words.flat(anchor.words, 60)}”" for anchor in made.anchors)
        became = [f"undone by {each.undone_by}"] if each.undone_by else []
        became += ["overruled by a later merge or split"] if each.overruled else []
        became += [_STATES[state] for state in dict.fromkeys(each.states) if _STATES[state]]
        what = f"{made.target}: {line(made)}" + (f" ({'; '.join(became)})" if became else "")
        identity = made.id if columns is None else words.short(made.id)
        cells = (made.recorded[:10], made.who, what, quoted, identity)
        table.add_row(*(Text(words.printable(cell)) for cell in cells))
    return table


def _short(found: Any) -> str:
    if found is None or found == []:
        return words.NOTHING
    if isinstance(found, list):
        return ", ".join(map(_short, found))
    if not isinstance(found, dict):
        return {True: "yes", False: "no"}.get(found, str(found)) if isinstance(found, bool) else str(found)
    if "what" in found:
        return f"{found['what']} {words.number(found['low'], found['high'], approximate=found['approximate'])}"
    if "start" in found:
        return words.NOTHING if found["start"] is None else "…".join(dict.fromkeys((found["start"], found["end"])))
    return str(found.get("name"))


def _sentence(each: Quoted) -> RenderableType:
    text = Text(words.printable(f"“{words.flat(each.sentence)}”"))
    text.highlight_words([words.printable(words.flat(each.words))], style="bold underline")
    return Padding(text, (0, 0, 0, 2))


def _told(one: Claim | Event) -> str:
    if isinstance(one, Claim):
        return f"{words.speaker(one) or 'unnamed'} {one.stance}"
    place = one.place.name if one.place else ""
    facts = (words.kind(one), one.status, words.who(one), place, words.days(one.when), words.counts(one.quantities))
    return " · ".join(fact for fact in facts if fact and fact != words.NOTHING)


def _incidents(ids: Iterable[str]) -> str:
    listed_ids = tuple(ids)
    return f"{words.several(len(listed_ids), 'incident')}: {', '.join(listed_ids)}"


def _fact(label: str, told: str) -> Text:
    return Text(f"{label + ':':<8}", style="dim").append(words.printable(told), style="not dim")
