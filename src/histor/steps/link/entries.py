"""A name's entries and a day in, the one entry that holds out; and what it says: key, sector, country."""

from collections.abc import Iterable
from dataclasses import dataclass

from histor.codebook.roles import COMMON_OFFICES
from histor.records.measures import Day
from histor.records.register import Actor, fold_name
from histor.steps.link.scan import Hit
from histor.steps.link.setting import Setting, one_of

# Names and acronyms that bodies of other countries bear too, which the register lacks.
BORNE_ELSEWHERE = frozenset(
    {
        "national liberation army", "central command", "southern front", "islamic front", "republican guard", "sdf",
        "saf", "kia", "fano", "sna", "ndf", "southern movement", "general staff", "air force",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Linked:
    """Who somebody is, as far as it can be told."""

    ref: str | None = None
    sector: str | None = None
    country: str | None = None


def holder(country: str | None, office: str, setting: Setting) -> Actor | None:
    """Give the one person known to hold an office on the day of the report; None if nobody or several."""
    if country is None or setting.day is None or office in COMMON_OFFICES:
        return None
    holders = setting.register.offices.get((country, office), ())
    found = {actor.ref: actor for actor in _own_first(actor for actor in holders if holds(actor, setting.day))}
    return next(iter(found.values())) if len(found) == 1 else None


def holds(actor: Actor, day: Day | None) -> bool:
    """Tell whether what the register says of an actor holds on a day; without a day it is taken to."""
    return day is None or ((actor.since or day) <= day <= (actor.until or day))


def of_register(hit: Hit, setting: Setting) -> Actor | None:
    """Choose the actor whose name the words are: known on the day, of a country spoken of among namesakes."""
    known = _own_first(actor for actor in hit.actors if actor.kind == "person" or holds(actor, setting.day))
    known = tuple(actor for actor in known if actor.own or _is_spoken_of(actor, hit, setting))
    ref = one_of(known, setting, hit.span.start) if known else None
    rows = [actor for actor in known if actor.ref == ref]
    return next((actor for actor in rows if holds(actor, setting.day)), rows[0] if rows else None)


def _is_spoken_of(actor: Actor, hit: Hit, setting: Setting) -> bool:
    """Tell whether a name that others bear elsewhere can be this actor's: only if its country is spoken of besides."""
    if actor.country is None or fold_name(hit.words) not in BORNE_ELSEWHERE:
        return True
    same = sum(fold_name(other.words) == fold_name(hit.words) for other in setting.hits)
    return setting.countries[actor.country] > same


def _own_first(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Keep a user's additions alone where there are any."""
    actors = tuple(actors)
    return tuple(actor for actor in actors if actor.own) or actors


def linked_to(actor: Actor, day: Day | None) -> Linked:
    """Give an actor's key, sector and country; a person out of office is of the elite, no longer of the state."""
    sector = actor.sector
    if actor.kind == "person" and sector == "GOV" and not holds(actor, day):
        sector = "ELI" if day and actor.until and day > actor.until else None
    return Linked(actor.ref, sector, actor.country)
