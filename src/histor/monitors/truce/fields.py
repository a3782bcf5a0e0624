"""The keys that a ceasefire's definition may have, and what does not fit together in it."""

import datetime
from collections.abc import Iterator
from typing import get_args

from histor.monitors.fields import AREA, COUNT, LIMITS, MONITOR, NAME, Field, Table
from histor.monitors.lines import Path
from histor.monitors.truce.definition import TruceDefinition, Written
from histor.records.boards import TruceState
from histor.records.register import fold_name

_ALSO = Field("other names of the same party", "words")
_SECTORS = Field("kinds of actor that belong to it where no name says whose they are: MIL, GOV, REB, OPP …", "words")
_PARTY: Table = {
    "name": Field("the party's name", needed=True),
    "also": _ALSO,
    "sectors": _SECTORS,
    "acceded": Field("the day from which the agreement binds it", "day"),
}
_EXCLUDED: Table = {
    "name": Field("whom the agreement leaves out", needed=True),
    "also": _ALSO,
    "sectors": _SECTORS,
    "places": Field("places and divisions that it holds: what is struck there stands apart", "words"),
}
_TERM: Table = {
    "says": Field("what was undertaken", needed=True),
    "words": Field("words by which a sentence about it is known: one of them stands in it", "words", needed=True),
    "by": Field("who is to do it"),
    "due": Field("the day by which", "day"),
}
_STATE: Table = {
    "is": Field("the state that you set", needed=True, words=get_args(TruceState)),
    "because": Field("why", needed=True),
    "by": Field("who sets it", needed=True),
}
FIELDS: Table = {
    "monitor": MONITOR,
    "name": NAME,
    "declared": Field("the day on which it was agreed or announced", "day"),
    "in_effect": Field("the first day on which it binds", "day", needed=True),
    "ends": Field("the last day agreed", "day"),
    "extended_until": Field("the last day of an extension", "day"),
    "ended": Field("the day from which a party or a broker says that it is over", "day"),
    "until": Field("the last day on the board; without it, the last on which anything was heard", "day"),
    "time_zone": Field("the time in which its hours are told"),
    "brokers": Field("who brokered it", "words"),
    "mechanism": Field("how it is watched over"),
    "class": Field("1 cessation, 2 with verification, 3 definitive (ETH/PRIO)", "number"),
    "purpose": Field("humanitarian, peace process, holiday, election, other or unclear"),
    "written": Field("whether it was put in writing", words=get_args(Written)),
    "count": COUNT,
    "limits": LIMITS,
    "area": Field("where it binds", "table", table=AREA),
    "parties": Field("those whom it binds", "tables", needed=True, table=_PARTY),
    "excluded": Field("those whom it leaves out", "tables", table=_EXCLUDED),
    "terms": Field("obligations", "tables", table=_TERM),
    "state": Field("a state that you set against the rule", "table", table=_STATE),
}
_CLASSES = (1, 2, 3)
_DAYS = ("declared", "in_effect", "ends", "extended_until", "ended", "until")


def faults(definition: TruceDefinition) -> Iterator[tuple[Path, str]]:
    """Find days that cannot be or stand out of order, names used twice, and a class that there is not."""
    wrong = list(_no_days(definition))
    yield from wrong
    if not wrong:
        yield from _out_of_order(definition)
    if not definition.parties:
        yield ("parties",), "a ceasefire has parties: write [[parties]] with a `name` for each"
    yield from _doubled(definition)
    if definition.truce_class is not None and definition.truce_class not in _CLASSES:
        yield ("class",), f"`class` is 1, 2 or 3, not {definition.truce_class}"


def _no_days(definition: TruceDefinition) -> Iterator[tuple[Path, str]]:
    named: list[tuple[Path, str | None]] = [((name,), getattr(definition, name)) for name in _DAYS]
    named += [(("parties", place, "acceded"), party.acceded) for place, party in enumerate(definition.parties)]
    named += [(("terms", place, "due"), term.due) for place, term in enumerate(definition.terms)]
    for path, day in named:
        try:
            datetime.date.fromisoformat(day) if day else None
        except ValueError:
            yield path, f"{day!r} is no day of the calendar"


def _out_of_order(definition: TruceDefinition) -> Iterator[tuple[Path, str]]:
    start = definition.in_effect
    if definition.declared and definition.declared > start:
        yield ("declared",), f"`declared` {definition.declared} must not come after `in_effect` {start}"
    for name in ("ends", "ended", "until"):
        day = getattr(definition, name)
        if day and day < start:
            yield (name,), f"`{name}` {day} must not come before `in_effect` {start}"
    if definition.extended_until and definition.extended_until <= (definition.ends or ""):
        yield (
            ("extended_until",),
            f"`extended_until` {definition.extended_until} must come after `ends` {definition.ends}",
        )
    if definition.extended_until and not definition.ends:
        yield ("extended_until",), "an extension needs the day on which it would have ended: give `ends`"


def _doubled(definition: TruceDefinition) -> Iterator[tuple[Path, str]]:
    seen: dict[str, str] = {}
    for table in ("parties", "excluded"):
        for place, bound in enumerate(getattr(definition, table)):
            for name in (bound.name, *bound.also):
                other = seen.setdefault(fold_name(name), bound.name)
                if other != bound.name:
                    yield (table, place), f"{name!r} is a name of {other!r} too: each name belongs to one of them"
