"""Who takes part: no weapons, no ground where people were hit, whoever speaks; what demands and second verbs tell."""

from dataclasses import replace

from histor.records.events import EventType, Status
from histor.records.measures import Spans
from histor.steps.mark.blend.demands import with_demands
from histor.steps.mark.blend.events import blend_events
from histor.steps.mark.blend.parties import with_doers, without_ground
from histor.steps.mark.blend.speakers import with_shared_speakers
from histor.steps.mark.tags import ClaimTag, EventTag
from mark.spots import spot


def parties(text: str, *each: str) -> tuple[Spans, ...]:
    return tuple((spot(text, words),) for words in each)


def act(text: str, trigger: str, kind: EventType = "ASSAULT", status: Status = "occurred", **more: object) -> EventTag:
    tag = EventTag(spot(text, trigger), kind, None, status)
    return replace(tag, **{name: parties(text, *words) for name, words in more.items()})  # type: ignore[arg-type]


def words(text: str, found: tuple[Spans, ...]) -> list[str]:
    return [text[span.start : span.end] for (span,) in found]


def test_a_town_is_not_hit_where_its_people_are() -> None:
    text = "Rebel artillery pounded Marsa and the outskirts of Dera, wounding nine farmers."
    event = act(text, "pounded", recipients=["Marsa", "the outskirts of Dera", "nine farmers"])
    found = without_ground(replace(event, place=spot(text, "Marsa")), text)
    assert words(text, found.recipients) == ["nine farmers"]


def test_a_town_that_alone_is_hit_stays() -> None:
    text = "Rebel artillery pounded Marsa."
    event = replace(act(text, "pounded", recipients=["Marsa"]), place=spot(text, "Marsa"))
    assert words(text, without_ground(event, text).recipients) == ["Marsa"]


def test_a_hospital_is_hit_beside_its_patients() -> None:
    text = "Shells struck a hospital in Dera and wounded nine patients."
    event = act(text, "struck", recipients=["a hospital in Dera", "nine patients"])
    assert words(text, without_ground(event, text).recipients) == ["a hospital in Dera", "nine patients"]


def test_all_that_one_strike_destroyed_is_told_of_it() -> None:
    text = "Near Marsa, three strikes destroyed a bridge and two trucks."
    marked = act(text, "strikes", recipients=["a bridge", "two trucks"])
    (found,) = blend_events((marked,), (), text)
    assert words(text, found.recipients) == ["a bridge", "two trucks"]


def test_a_weapon_does_nothing_itself() -> None:
    text = "The missile that gunmen fired downed a helicopter."
    event = act(text, "downed", actors=["The missile", "gunmen"])
    assert words(text, with_doers(event, (), text).actors) == ["gunmen"]


def test_who_says_it_is_who_urges() -> None:
    text = "The envoy said fighting had slowed and urged both armies to halt."
    claim = ClaimTag(
        (spot(text, "The envoy"),), (spot(text, "urged"),), (spot(text, "both armies to halt"),), "asserts"
    )
    urged = with_doers(act(text, "urged", "REQUEST", recipients=["both armies"]), (claim,), text)
    assert words(text, urged.actors) == ["The envoy"]
    assert with_doers(act(text, "halt", "RETREAT", "hypothetical"), (claim,), text).actors == ()


def test_who_is_asked_is_who_would_act() -> None:
    text = "The envoy urged both armies to withdraw."
    asked = act(text, "urged", "REQUEST", actors=["The envoy"], recipients=["both armies"])
    _, withdrawal = with_demands((asked, act(text, "withdraw", "RETREAT", "hypothetical", actors=["The envoy"])), text)
    assert words(text, withdrawal.actors) == ["both armies"]


def test_who_would_act_is_who_is_asked() -> None:
    text = "The envoy demanded the withdrawal of both armies."
    asked = act(text, "demanded", "REQUEST", actors=["The envoy"])
    demand, _ = with_demands((asked, act(text, "withdrawal", "RETREAT", "hypothetical", actors=["both armies"])), text)
    assert words(text, demand.recipients) == ["both armies"]


def test_who_proposes_a_truce_does_not_keep_it() -> None:
    text = "The envoy proposed a truce."
    asked = act(text, "proposed", "REQUEST", actors=["The envoy"])
    truce = replace(act(text, "truce", "RETREAT", "hypothetical", actors=["The envoy"]), mode="ceasefire")
    demand, found = with_demands((asked, truce), text)
    assert (found.actors, demand.recipients) == ((), ())


def test_a_meeting_may_be_asked_for_by_one_of_its_sides() -> None:
    text = "The envoy asked both armies to meet him."
    asked = act(text, "asked", "REQUEST", actors=["The envoy"], recipients=["both armies"])
    meeting = act(text, "meet", "CONSULT", "hypothetical", actors=["The envoy"])
    assert with_demands((asked, meeting), text) == (asked, meeting)


def test_a_threat_is_of_what_the_threatener_would_do() -> None:
    text = "The militia threatened to shell the port."
    threat = act(text, "threatened", "THREATEN", actors=["The militia"])
    _, shelling = with_demands((threat, act(text, "shell", "ASSAULT", "planned")), text)
    assert (words(text, shelling.actors), shelling.status) == (["The militia"], "threatened")


def test_a_threat_against_what_others_may_do_is_not_theirs() -> None:
    text = "The militia warned of revenge if the army shelled the port."
    threat = act(text, "warned", "THREATEN", actors=["The militia"])
    pair = (threat, act(text, "shelled", "ASSAULT", "hypothetical", actors=["the army"]))
    assert with_demands(pair, text) == pair


def test_a_demand_tells_nothing_of_another_sentence_nor_of_what_happened() -> None:
    text = "The envoy urged calm. Both armies withdrew, then withdrew again."
    asked = act(text, "urged", "REQUEST", actors=["The envoy"])
    later = act(text, "withdrew again", "RETREAT", "planned")
    assert with_demands((asked, later), text) == (asked, later)


def test_a_second_verb_has_the_speaker_of_the_first() -> None:
    text = "The envoy said the truce held, and later urged both armies to stop. She left, and complained of the heat."
    said = ClaimTag((spot(text, "The envoy"),), (spot(text, "said"),), (spot(text, "the truce held"),), "asserts")
    urged = ClaimTag((), (spot(text, "urged"),), (spot(text, "both armies to stop"),), "asserts")
    other = ClaimTag((), (spot(text, "complained"),), (spot(text, "of the heat"),), "asserts")
    found = with_shared_speakers((urged, other, said), text)
    assert [words(text, (claim.source,)) if claim.source else [] for claim in found] == [["The envoy"]] * 2 + [[]]
