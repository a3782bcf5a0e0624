"""The keys that a definition may have, what each holds, and which of them it must have."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["text", "day", "number", "words", "lists", "table", "tables"]
Table = Mapping[str, "Field"]


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a definition."""

    holds: str
    kind: Kind = "text"
    needed: bool = False
    words: tuple[str, ...] = ()  # those that are allowed; none: any
    table: Table = field(default_factory=dict)


MONITOR = Field("which monitor it is: air, ceasefire, posture, talks or tempo", needed=True)
NAME = Field("the board's title", needed=True)
LIMITS = Field("what this record cannot show", "words")
COUNT = Field("what is counted: rows, or the number that each row tells", words=("rows", "number"))
_SILENT = Field("whether days on which the record has no row of anybody count as days", words=("count", "leave-out"))
_TYPES = Field("kinds of act that count, as the record spells them; without it, violence of every kind", "words")
_NAMED = Field("how a row must name the attacker", words=("first", "any", "alone"))
_WHO: Table = {"names": Field("the attackers, as the record spells them", "words"), "named": _NAMED}
AREA: Table = {
    "countries": Field("countries, as the record spells them", "words"),
    "admins": Field("first-order divisions, every spelling of the record", "words"),
    "places": Field("places, as the record spells them", "words"),
}
_GROUP: Table = {
    "name": Field("the group's name", needed=True),
    "admins": AREA["admins"],
    "places": AREA["places"],
    "stands_for": Field("whom the places are taken to stand for"),
    "since": Field("the first day on which they held the places", "day"),
    "until": Field("the last day on which they held the places", "day"),
}
_DATE: Table = {
    "name": Field("a short name by which claims refer to it", needed=True),
    "day": Field("the first day of the window after it", "day", needed=True),
    "says": Field("what happened"),
}
_CLAIM: Table = {
    "by": Field("who claims it", needed=True),
    "says": Field("what is claimed, as a clause", needed=True),
    "test": Field("which test answers it", needed=True, words=("tempo", "mix")),
    "at": Field("the name of a reference date", needed=True),
    "direction": Field("what the record would show", needed=True, words=("rise", "fall")),
    "group": Field("the name of a group, for a test of the mix"),
}
_VARIANT: Table = {
    "name": Field("how it is counted", needed=True),
    "named": _NAMED,
    "groups": Field("groups in place of the definition's", "tables", table=_GROUP),
}
_WITNESS: Table = {
    "key": Field("a short name, by which its file is given: --witness KEY=FILE", needed=True),
    "name": Field("what it is", needed=True),
    "role": Field("control: nothing should change in it; witness: it saw the same", needed=True,
                  words=("control", "witness")),
    "profile": Field("its profile", needed=True, words=("airwars", "centcom", "ged", "acled", "generic")),
    "attackers": Field("whose rows", "table", table=_WHO),
    "area": Field("rows of where", "table", table=AREA),
    "count": COUNT,
    "silent_days": _SILENT,
    "types": _TYPES,
    "mapping": Field("a mapping file, from the definition's folder, for a generic profile"),
}  # fmt: skip
DEFINITION: Table = {
    "monitor": MONITOR,
    "name": NAME,
    "since": Field("the first day counted", "day", needed=True),
    "until": Field("the last day counted", "day", needed=True),
    "count": COUNT,
    "silent_days": _SILENT,
    "types": _TYPES,
    "per": Field("the step of the strip", words=("day", "week")),
    "seed": Field("the seed of resampling: the same seed, the same board", "number"),
    "limits": LIMITS,
    "attackers": Field("whose rows", "table", table=_WHO),
    "area": Field("rows of where", "table", table=AREA),
    "dates": Field("reference dates", "tables", table=_DATE),
    "groups": Field("sets of places", "tables", table=_GROUP),
    "targets": Field("classes of what was struck, each with the record's words", "lists"),
    "claims": Field("claims to hold against the record", "tables", table=_CLAIM),
    "variants": Field("other ways of counting", "tables", table=_VARIANT),
    "witnesses": Field("other records to put beside", "tables", table=_WITNESS),
}
