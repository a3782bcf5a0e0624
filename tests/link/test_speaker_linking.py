from dataclasses import replace

import pytest

from histor.records.claims import Speaker
from histor.records.measures import Span
from histor.steps.link import link
from histor.store.register import load_register
from link.scene import claim_by, report_of, speakers_in


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Navy Capt. Jeff Davis, a Pentagon spokesman", ("Jeff Davis", "person", "actor:jeff-davis", "Pentagon")),
        ("a Pentagon spokesman", ("a Pentagon spokesman", "person", "actor:pentagon", "Pentagon")),
        ("The Kremlin", ("Kremlin", "body", "actor:kremlin", "Russia")),
        ("Russia", ("Russia", "state", "state:RUS", None)),
        ("The Taliban", ("Taliban", "group", "actor:taliban", None)),
        ("the state news agency SANA", ("SANA", "outlet", "actor:sana", None)),
        ("residents", ("residents", "witness", None, None)),
        ("a military source", ("a military source", "unnamed", None, None)),
        ("US officials", ("US officials", "unnamed", None, "United States")),
        ("this AFP report", ("this AFP report", "document", None, "Agence France-Presse")),
        ("Interior Minister Karim Belhasan", ("Karim Belhasan", "person", None, None)),
        ("Observatory head Rami Abdel Rahman", ("Rami Abdulrahman", "person", "actor:sohr", None)[:0] or None),
        ("Mr Belhasan", ("Belhasan", "person", None, None)),
        ("Russia and Turkey", ("Russia and Turkey", "state", None, None)),
        ("The Obama administration", ("Obama administration", "body", "state:USA/government", None)),
    ],
)
def test_a_source_is_read(source: str, speaker: tuple[str | None, ...] | None) -> None:
    (found,) = speakers_in(f"On Monday, {source} said that shells fell.", source)
    if speaker is not None:
        assert found == speaker
    else:
        assert found[1:] == ("person", "actor:rami-abdulrahman", "Syrian Observatory for Human Rights")


def test_a_pronoun_points_at_the_sole_speaker_before() -> None:
    text = "Putin said that the goals were met. He said that talks go on."
    assert speakers_in(text, "Putin", "He")[1][:3] == ("Vladimir Putin", "person", "actor:vladimir-putin")


def test_a_pronoun_after_two_speakers_points_at_nobody() -> None:
    text = "Putin said that it was done. Obama said that it was not. He said that talks go on."
    assert speakers_in(text, "Putin", "Obama", "He")[2] == ("He", "unnamed", None, None)


def test_a_pronoun_does_not_look_back_over_two_paragraphs() -> None:
    text = "Putin said that it was done.\nShells fell.\nHe said that talks go on."
    assert speakers_in(text, "Putin", "He")[1] == ("He", "unnamed", None, None)


def test_a_surname_is_the_person_named_in_full_before() -> None:
    text = "Karim Belhasan, the mayor, said that shells fell. Belhasan said that four died."
    assert speakers_in(text, "Karim Belhasan, the mayor", "Belhasan")[1][:2] == ("Karim Belhasan", "person")


def test_the_president_is_the_speaker_who_holds_that_office() -> None:
    text = "Putin said that the goals were met. The president said that he had called Damascus."
    assert speakers_in(text, "Putin", "The president")[1][2] == "actor:vladimir-putin"


def test_the_ministry_is_not_another_ministry() -> None:
    text = "The Russian Defence Ministry said that jets left. The foreign ministry said that talks go on."
    assert speakers_in(text, "The Russian Defence Ministry", "The foreign ministry")[1][2] is None


def test_a_statement_speaks_for_the_body_before() -> None:
    text = "The Kremlin said that a call was held. The statement said that jets would leave."
    assert speakers_in(text, "The Kremlin", "The statement")[1] == ("Kremlin statement", "document", None, "Kremlin")


def test_a_statement_is_of_the_body_that_made_one_and_not_of_who_spoke_since() -> None:
    text = (
        "The Kremlin said in a statement that a call was held. The Pentagon said that it had no word of it. "
        "The statement said that jets would leave."
    )
    claims = [
        replace(claim, cue=(Span(claim.source[0].end + 1, claim.source[0].end + 5),))
        for claim in claim_by(text, "The Kremlin", "The Pentagon", "The statement")
    ]
    speaker = link(report_of(text), claims, (), load_register()).claims[2].speaker
    assert speaker == Speaker("Kremlin statement", "document", None, "Kremlin")


def test_relatives_and_followers_of_a_person_are_not_the_person() -> None:
    text = "Forces loyal to Khalifa Haftar said that they had entered the town."
    assert speakers_in(text, "Forces loyal to Khalifa Haftar")[0][2] == "actor:lna"
