import pytest

from histor.steps.link.actors import link_actor
from histor.steps.link.scan import scan
from link.scene import link_event, scene


def who(text: str, words: str, published: str | None = "2016-03-14") -> tuple[str | None, str | None, str | None]:
    (event,) = link_event(text, actor=words, published=published).events
    return event.actors[0].ref, event.actors[0].sector, event.actors[0].country


@pytest.mark.parametrize(
    ("words", "ref", "sector", "country"),
    [
        ("Russia", "state:RUS", "GOV", "RUS"),
        ("The U.S.", "state:USA", "GOV", "USA"),
        ("Syrian warplanes", "state:SYR/military", "MIL", "SYR"),
        ("Israeli police officers", "state:ISR/police", "COP", "ISR"),
        ("the Afghan government", "state:AFG/government", "GOV", "AFG"),
        ("Syrian government forces", "state:SYR/military", "MIL", "SYR"),
        ("Syrian rebels", "people:SYR/rebels", "REB", "SYR"),
        ("Palestinians", "people:PSE", None, "PSE"),
        ("Kurdish fighters", "actor:kurds/rebels", "REB", None),
        ("15 civilians", None, "CVL", None),
        ("rebel forces", None, "REB", None),
        ("dozens of soldiers", None, "MIL", None),
        ("pro-government fighters", None, "REB", None),
        ("ISIL militants", "actor:islamic-state", "UAF", None),
        ("militants of the Nusra Front", "actor:nusra", "UAF", "SYR"),
        ("the Russian Defence Ministry", "actor:rus-mod", "MIL", "RUS"),
        ("Russian President Vladimir Putin", "actor:vladimir-putin", "GOV", "RUS"),
        ("the Turkish president", "actor:recep-tayyip-erdogan", "GOV", "TUR"),
        ("U.S. Secretary of State John Kerry", "actor:john-kerry", "GOV", "USA"),
        ("Moscow", "state:RUS", "GOV", "RUS"),
        ("the village", None, None, None),
    ],
)
def test_a_party_is_linked_by_name_or_by_rule(
    words: str, ref: str | None, sector: str | None, country: str | None
) -> None:
    assert who(f"It was {words} that moved.", words) == (ref, sector, country)


def test_an_ambassador_is_not_assad_and_rights_are_no_group() -> None:
    setting = scene("The ambassador spoke of rights and of a massacre.")
    assert setting.hits == ()


@pytest.mark.parametrize(
    "text",
    [
        "They ate turkey with us.",
        "It is who they are.",
        "Jordan Smith spoke.",
        "Ibrahim Abbas spoke.",
        "The Assad Bridge fell.",
    ],
)
def test_words_that_only_look_like_names_are_none(text: str) -> None:
    setting = scene(text)
    assert [hit.words for hit in setting.hits] == []


def test_a_name_within_a_longer_name_is_not_linked() -> None:
    words = "the Collective Security Council"
    assert who(f"It was {words} that met.", words)[0] is None


def test_what_backs_a_group_is_not_the_group() -> None:
    assert who("Iran-backed militias fired rockets.", "Iran-backed militias") == (None, "PRM", None)


def test_two_nations_side_by_side_are_neither() -> None:
    assert who("The Russian and German leaders met.", "The Russian and German leaders")[0] is None


def test_a_president_out_of_office_is_no_longer_the_state() -> None:
    assert who("Barack Obama spoke.", "Barack Obama", "2016-03-14") == ("actor:barack-obama", "GOV", "USA")
    assert who("Barack Obama spoke.", "Barack Obama", "2020-03-14") == ("actor:barack-obama", "ELI", "USA")


def test_who_holds_an_office_depends_on_the_day() -> None:
    assert who("The American president spoke.", "The American president", "2016-03-14")[0] == "actor:barack-obama"
    assert who("The American president spoke.", "The American president", "2022-03-14")[0] == "actor:joe-biden"
    assert who("The American president spoke.", "The American president", None)[0] == "state:USA/president"


def test_namesakes_are_told_apart_by_the_country_spoken_of() -> None:
    assert who("In Gaza, the Army of Islam fired.", "the Army of Islam")[0] == "actor:army-of-islam-gaza"
    assert who("Near Damascus, the Army of Islam fired.", "the Army of Islam")[0] == "actor:jaysh-al-islam"
    assert who("At dawn, the Army of Islam fired.", "the Army of Islam")[0] is None


def test_the_longest_name_wins_and_a_possessive_is_no_part_of_it() -> None:
    text = "Syria's army and the National Resistance Front of Afghanistan"
    setting = scene(text)
    found = [hit.words for hit in scan(text, 0, len(text), setting.register)]
    assert found == ["Syria", "National Resistance Front of Afghanistan"]


def test_a_person_whom_the_register_lacks_keeps_country_and_sector_only() -> None:
    setting = scene("Malian Foreign Minister Ousmane Bellefeuille spoke.")
    linked = link_actor(setting.sentence_of(0)._replace(end=43), setting)
    assert (linked.ref, linked.country) == (None, "MLI")
