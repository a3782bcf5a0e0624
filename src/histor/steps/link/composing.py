"""A nationality or state and a noun for a role in, an actor put together out ("Syrian warplanes": state:SYR/military).

Two nations side by side ("the Russian and German leaders") are none, and what a nation backs is not the nation.
"""

import re

from histor.codebook.countries import CAPITALS
from histor.codebook.numbers import read_number
from histor.codebook.roles import COMMON_OFFICES, OF_A_STATE, OFFICES, SECTOR_NAMES, SECTORS
from histor.records.measures import Span
from histor.records.register import Actor, fold_name
from histor.steps.link.entries import BORNE_ELSEWHERE, Linked, holder, holds, linked_to, of_register
from histor.steps.link.personal import personal_name
from histor.steps.link.scan import Hit, Word, words_of
from histor.steps.link.sectors import sector_of
from histor.steps.link.setting import Setting

_OF = re.compile(r" (?:of|from) (?:the )?(?:[a-z]+(?:-[a-z]+)? )?")
_SEVERAL_OF = re.compile(r" of (?:the )?[\w ]+(?:,| and) ")
_UNDER_PERSON = re.compile(
    r" (?:of|under|(?:who (?:are|were) )?(?:loyal|allied) (?:to|with)|backing|supporting|commanded by|led by)"
    r" (?:the )?(?:[\w-]+(?:['’]s)? ){0,4}"
)
_OF_NO_STATE = SECTOR_NAMES.keys() - OF_A_STATE - {"REB", "PRM", "UAF", "OPP"}
_ARMED = frozenset({"MIL", "PRM", "REB", "UAF"})
_HEADS_OF_STATE = frozenset({"president", "prime minister", "chancellor", "leader", "king", "emir", "supreme leader"})
LONGEST_BARE = 2  # words: "the Kurds"


def composed(hits: list[Hit], head: Span, span: Span, setting: Setting) -> Linked:
    """Put a party together from a country, or a person whose forces they are, and a role."""
    if forces := _forces_of_person(hits, head, setting):
        return forces
    country, people = _country(hits, head, span, setting)
    words = words_of(setting.text, head.start, head.end)
    office = head_office(words) or head_office(words_of(setting.text, *span))
    if person := holder(country, office, setting) if office else None:
        return linked_to(person, setting.day)
    if country and people:
        return Linked(people, None, country)
    if country and _is_bare_country(hits, head, words):
        return _bare(hits, words, country)
    sector = sector_of(words, by_state=country is not None)
    if people and sector == "MIL":
        sector = "REB"  # a people without a state has no army of one
    if country and sector in _OF_NO_STATE and (_is_title_case(words) or _only_person(hits, head)):
        return Linked(None, sector)  # "Bank of America" and "Putin's wife" are nobody in particular
    if people and sector is None and len(words) <= LONGEST_BARE:
        return Linked(people)
    if personal_name(span, setting.inside(span), setting.text):  # somebody whom the register lacks
        return _unknown_person(hits, sector, country, setting)
    return Linked(composed_ref(country, people, sector, office), sector, country)


def head_office(words: list[Word]) -> str | None:
    """Give the office that the last words name ("the Turkish president": president)."""
    folded = [word.folded for word in words]
    for length in (4, 3, 2, 1):
        if office := OFFICES.get(" ".join(folded[-length:])):
            return office
    return None


def composed_ref(country: str | None, people: str | None, sector: str | None, office: str | None = None) -> str | None:
    """Write the key of an actor that is put together; None if there is no sector, country or people to make it of."""
    if sector is None or sector == "IGO":
        return None
    role = office.replace(" ", "-") if office and office not in COMMON_OFFICES else SECTOR_NAMES[sector]
    if country and sector in OF_A_STATE:
        return f"state:{country}/{role}"
    if people:
        return f"{people}/{role}"
    return f"people:{country}/{role}" if country else None


def is_head_of_state(actor: Actor, setting: Setting) -> bool:
    """Tell whether a person leads a state on the day, so that "his forces" are its military."""
    leads = actor.kind == "person" and actor.office in _HEADS_OF_STATE and actor.sector == "GOV"
    return leads and holds(actor, setting.day)


def _forces_of_person(hits: list[Hit], head: Span, setting: Setting) -> Linked | None:
    """Read "Gaddafi's forces", "troops loyal to General Haftar" and "the forces of President Assad"."""
    sector = sector_of(words_of(setting.text, head.start, head.end), by_state=False)
    for hit in hits if sector in _ARMED else ():
        actor = of_register(hit, setting)
        if actor is None or actor.kind != "person":
            continue
        owns = hit.span.end < head.end and setting.text[hit.span.end : hit.span.end + 2] in {"'s", "’s", "' ", "’ "}
        if not owns and not (
            hit.span.start > head.end and _UNDER_PERSON.fullmatch(setting.text, head.end, hit.span.start)
        ):
            continue
        if is_head_of_state(actor, setting):
            return Linked(f"state:{actor.country}/military", "MIL", actor.country)
        led = setting.register.refs.get(actor.part_of or "")
        return linked_to(led, setting.day) if led and led.sector in _ARMED else Linked(None, sector, actor.country)
    return None


def _is_title_case(words: list[Word]) -> bool:
    return words[-1].written[0].isupper() and words[-1].folded in SECTORS


def _only_person(hits: list[Hit], head: Span) -> bool:
    """Tell whether nothing but a person's name tells the country."""
    before = [hit for hit in hits if hit.span.start < head.end and nation_of(hit)]
    return bool(before) and all(
        not hit.nationality and all(actor.kind == "person" for actor in hit.actors) for hit in before
    )


def _unknown_person(hits: list[Hit], sector: str | None, country: str | None, setting: Setting) -> Linked:
    own = (hit for hit in hits if any(actor.kind not in {"state", "people"} for actor in hit.actors))
    body = next((actor for hit in own if (actor := of_register(hit, setting))), None)
    return Linked(None, body.sector, body.country) if body and sector else Linked(None, sector, country)


def _country(hits: list[Hit], head: Span, span: Span, setting: Setting) -> tuple[str | None, str | None]:
    """Find the country, and a people without a state, that the words name: before the noun, or after its "of"."""
    if len({nation for hit in hits if hit.span.start < head.end and (nation := nation_of(hit))}) > 1:
        return None, None
    if _SEVERAL_OF.match(setting.text, head.end, span.end) and len({nation_of(hit) for hit in hits} - {None}) > 1:
        return None, None
    for hit in hits:
        after_of = hit.span.start >= head.end and bool(_OF.fullmatch(setting.text, head.end, hit.span.start))
        if hit.span.start >= head.end and not after_of:
            continue
        if (country := nation_of(hit)) and (people := _people_after(hit, hits, head)):
            return country, people  # "Iraqi Kurds"
        if (country := nation_of(hit)) and not (after_of and hit.actors and hit.actors[0].kind == "person"):
            return country, None
        if people := next((actor.ref for actor in hit.actors if actor.kind == "people"), None):
            return None, people
    return CAPITALS.get(fold_name(setting.text[span.start : span.end])), None


def _people_after(hit: Hit, hits: list[Hit], head: Span) -> str | None:
    after = (other for other in hits if hit.span.end < other.span.start and other.span.end == head.end)
    return next((actor.ref for other in after for actor in other.actors if actor.kind == "people"), None)


def nation_of(hit: Hit) -> str | None:
    """Give the country that a name stands for, as a nationality, a state or one of its organs; None if it does not.

    A name that bodies of several countries bear stands for none of them.
    """
    if hit.nationality:
        return hit.nationality
    if len({actor.country for actor in hit.actors}) > 1 or fold_name(hit.words) in BORNE_ELSEWHERE:
        return next((actor.country for actor in hit.actors if actor.kind == "state"), None)
    return next((actor.country for actor in hit.actors if actor.kind == "state" or _stands_for_state(actor)), None)


def _stands_for_state(actor: Actor) -> bool:
    """Tell whether what an actor's name describes is its state's: "Syrian Army convoys", "the Trump administration"."""
    organ = actor.kind == "body" and actor.sector in OF_A_STATE
    return organ or (actor.kind == "person" and actor.office in {"president", "prime minister", "chancellor"})


def _is_bare_country(hits: list[Hit], head: Span, words: list[Word]) -> bool:
    """Tell whether the head is nothing but a state, its people or its capital."""
    named = [hit for hit in hits if nation_of(hit) and hit.span.start < head.end]
    if not named:
        return bool(words) and CAPITALS.get(" ".join(word.folded for word in words)) is not None
    loose = [word for word in words if not named[0].span.start <= word.span.start < named[0].span.end]
    return all(word.folded in _BESIDE_COUNTRY or word.folded.isdigit() or read_number(word.written) for word in loose)


_BESIDE_COUNTRY = frozenset(
    "the both its neighbouring neighboring a an at least most more than over up to about around nearly some several "
    "dozens hundreds thousands of other many another s".split()
)


def _bare(hits: list[Hit], words: list[Word], country: str) -> Linked:
    """Tell a state ("Russia", "Russian", "Moscow") from its people ("Palestinians", "a Palestinian")."""
    names_state = any(actor.kind == "state" for hit in hits for actor in hit.actors)
    is_capital = " ".join(word.folded for word in words) in CAPITALS
    counted = any(word.folded in {"a", "an", "two", "least", "dozens"} or read_number(word.written) for word in words)
    if names_state or is_capital or not (counted or words[-1].folded.endswith("s")):
        return Linked(f"state:{country}", "GOV", country)
    return Linked(f"people:{country}", None, country)
