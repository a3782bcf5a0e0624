import pytest

from histor.records.measures import Span
from histor.records.register import Actor, build_register
from histor.steps.link.actors import link_actor
from histor.steps.link.scan import scan
from histor.steps.link.setting import setting_of
from link.scene import link_event, report_of, scene


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
        ("pro-government fighters", None, "PRM", None),
        ("ISIL militants", "actor:islamic-state", "UAF", None),
        ("militants of the Nusra Front", "actor:nusra", "UAF", "SYR"),
        ("the Russian Defence Ministry", "actor:rus-mod", "MIL", "RUS"),
        ("Russian President Vladimir Putin", "actor:vladimir-putin", "GOV", "RUS"),
        ("the Turkish president", "actor:recep-tayyip-erdogan", "GOV", "TUR"),
        ("U.S. Secretary of State John Kerry", "actor:john-kerry", "GOV", "USA"),
        ("Moscow", "state:RUS", "GOV", "RUS"),
        ("the village", None, None, None),
        ("3,000 U.S. troops", "state:USA/military", "MIL", "USA"),
        ("President Assad's forces", "state:SYR/military", "MIL", "SYR"),
        ("forces loyal to President Bashar al-Assad", "state:SYR/military", "MIL", "SYR"),
        ("officers of the Western-backed Free Syrian Army", "actor:fsa", "REB", "SYR"),
        ("representatives of the United Nations", "actor:un", "IGO", None),
        ("an African Union mission", "actor:au", "IGO", None),
        ("Israeli law enforcement", "state:ISR/police", "COP", "ISR"),
        ("pro-Syrian government forces", None, "PRM", None),
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


@pytest.mark.parametrize(
    ("text", "words", "ref"),
    [
        ("Riad al-Assad spoke.", "Riad al-Assad", None),
        ("Pro-Russian separatists fired.", "Pro-Russian separatists", None),
        ("The Georgia governor spoke.", "The Georgia governor", None),
        ("Voters in the state of Georgia met.", "the state of Georgia", None),
        ("Bank of America lent money.", "Bank of America", None),
        ("They spared Putin's wife.", "Putin's wife", None),
        ("A blast shook the Fatah Mosque.", "the Fatah Mosque", None),
        ("Fatah al-Islam fired.", "Fatah al-Islam", None),
        ("They played Richard Wagner.", "Richard Wagner", None),
        ("They want an Islamic state.", "an Islamic state", None),
        ("In Singapore the SDF trained.", "the SDF", None),
        ("In Raqqa, Syria, the SDF moved.", "the SDF", "actor:sdf"),
        ("Turkey's Erdogan spoke.", "Erdogan", "actor:recep-tayyip-erdogan"),
        ("The U.S. Secretary of State spoke.", "The U.S. Secretary of State", "actor:john-kerry"),
        ("He asked the US Congress.", "Congress", "actor:us-congress"),
        ("Iraqi Kurds met.", "Iraqi Kurds", "actor:kurds"),
        ("A Taliban suicide bomber struck.", "A Taliban suicide bomber", "actor:taliban"),
        ("Forces of the recognised Libyan government left.", "Forces of the recognised Libyan government",
         "state:LBY/military"),
    ],
)  # fmt: skip
def test_traps_are_told_from_names(text: str, words: str, ref: str | None) -> None:
    assert who(text, words)[0] == ref


def test_a_users_addition_wins_over_a_name_that_comes_with_the_program() -> None:
    own = Actor("own:tower", "Kremlin", "body", ("Kremlin",), own=True)
    given = Actor("actor:kremlin", "Kremlin", "body", ("Kremlin",), "RUS", "GOV")
    for rows in ((own, given), (given, own)):
        text = "The Kremlin fell."
        setting = setting_of(report_of(text), build_register(rows, ()), "2016-03-14")
        assert link_actor(Span(0, 11), setting).ref == "own:tower"


def test_a_name_at_the_start_of_a_sentence_is_no_part_of_the_name_before_it() -> None:
    assert who("Both leaders spoke of Ukraine. Putin ordered a halt.", "Putin")[0] == "actor:vladimir-putin"


def test_a_party_that_is_a_name_is_no_modifier_of_what_stands_after_it() -> None:
    text = "Jets struck the ISIL-occupied island."
    assert who(text, "ISIL")[0] == "actor:islamic-state"


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
