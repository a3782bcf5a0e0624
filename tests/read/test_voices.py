"""Whose words a block of plain text is: quoted copy, the author's own, lists, titles, furniture."""

import os
from pathlib import Path

import pytest

from histor.read import Given
from histor.read.voices import blocks_of
from read.reading import kinds, read_one

SEED = Path(os.environ.get("HISTOR_SHARED", "../shared")) / "data" / "seed" / "report.txt"

POST = """Army leaves the ridge, for now

Remember the promise of last week? The ministry says the guns are gone. It did not say for how long. The agency has it:

The army withdrew four howitzers from the ridge on Tuesday, a spokesman for the ministry said.

The guns had shelled the road since January, according to residents.

So much for a lasting calm. The crews left their trenches open.

According to this Reuters report, the other side saw it coming:

Commanders of the brigade told fighters last Friday to hold their fire.

“We knew the day and the hour,” one of them said.

They will move back into the village, the commander added.


What about the road? You would not want to drive on it yet.

Join the conversation as a member

Trending on our pages

Ten ridges to see this summer
"""


def test_the_author_and_the_copy_are_told_apart() -> None:
    assert kinds(read_one(POST)) == [
        ("title", None, "Army leaves the"),
        ("paragraph", None, "Remember the promise"),
        ("quote", None, "The army withdrew"),
        ("quote", None, "The guns had"),
        ("paragraph", None, "So much for"),
        ("paragraph", None, "According to this"),
        ("quote", "Reuters", "Commanders of the"),
        ("quote", "Reuters", "“We knew the"),
        ("quote", "Reuters", "They will move"),
        ("paragraph", None, "What about the"),
        ("furniture", None, "Join the conversation"),
        ("furniture", None, "Trending on our"),
        ("furniture", None, "Ten ridges to"),
    ]


@pytest.mark.skipif(not SEED.exists(), reason=f"the founding report is not at {SEED}")
def test_the_founding_report_is_read_as_its_readers_read_it() -> None:
    report = read_one(SEED.read_bytes(), Given(published="2016-03-14", outlet="HotAir"))
    told = [(kind, outlet) for kind, outlet, _ in kinds(report)]
    own, copy, agency, rest = ("paragraph", None), ("quote", None), ("quote", "AFP"), ("furniture", None)
    assert told == [
        ("title", None), own, copy, copy, copy, own, copy, copy, copy, own, agency, agency, agency, agency, own, own,
        rest, rest,
    ]  # fmt: skip


def first_kinds(*paragraphs: str) -> list[str]:
    text = "\n\n".join(("Monitors toured the line on Sunday and Monday.", *paragraphs))
    return [block.kind for block in blocks_of(text)][1:]


def test_a_colon_before_a_list_introduces_no_copy() -> None:
    items = ("- a halt to shelling", "- the release of prisoners", "- access for doctors")
    assert first_kinds("The paper asks for three steps:", *items) == ["paragraph", "list", "list", "list"]
    assert "quote" not in first_kinds("The agreement has three parts:", "The army leaves the town by Friday at noon.")
    assert "quote" not in first_kinds("Those released are:", "Omar Haddad, a teacher from the old town of Homs.")
    assert "quote" not in first_kinds("The council demands the following:", "The road to the mill must be opened.")
    assert "quote" not in first_kinds("The guns fell silent in two towns:", "Rastan", "Talbiseh")


def test_a_colon_before_one_direct_quotation_introduces_no_copy() -> None:
    assert "quote" not in first_kinds(
        "The general told reporters:", "“We will stay in the town until the last family is out.”"
    )
    assert "quote" not in first_kinds("The general said:", '"We will stay in the town," he said.', "Nobody left.")[0:1]
    assert "quote" not in first_kinds("The letter reads:", "“Dear friends, the bread is gone.", "Send flour.”")


def test_a_heading_with_a_colon_introduces_no_copy() -> None:
    assert "quote" not in first_kinds("Background:", "The town has been cut off since the summer of last year.")


def test_a_plain_report_with_a_colon_keeps_its_own_words() -> None:
    told = first_kinds(
        "People in the camp described a night without sleep:",
        "Umm Said, 45, carried two children over the bridge before it fell.",
        "A baker opened his shop at four and gave bread to those who came by.",
        "The army did not comment.",
    )
    assert told == ["paragraph"] * 4


def test_an_author_in_the_first_person_announces_their_own_words() -> None:
    assert "quote" not in first_kinds("Here is what we know:", "Two shells fell near the mill on Sunday night.")


def test_a_transcript_has_speakers_and_no_copy() -> None:
    text = "\n\n".join(
        (
            "Question: Mr President, when will the convoy leave?",
            "President: I would like to say this about the convoy:",
            "It leaves when the road is safe.",
            "Question: And who decides that?",
            "President: The officers on the spot.",
        )
    )
    assert {block.kind for block in blocks_of(text)} == {"paragraph"}


def test_a_statement_without_marks_is_quoted_to_its_end() -> None:
    told = first_kinds(
        "The ministry said in a statement:", "All units keep to the line.", "Any breach will be answered."
    )
    assert told == ["paragraph", "quote", "quote"]


def test_a_letter_in_the_first_person_does_not_end_at_its_own_i() -> None:
    told = first_kinds("The message reads:", "I write to you from the camp.", "We ask you for tents.")
    assert told == ["paragraph", "quote", "quote"]
    told = first_kinds("The message reads:", "The camp has no tents.", "I ask you for help.", "You have known us long.")
    assert told == ["paragraph", "quote", "quote", "quote"]


def test_copy_in_quotation_marks_ends_with_them() -> None:
    told = first_kinds(
        "Reuters reports:",
        "“The bridge was hit twice on Monday.",
        "Nobody was hurt.”",
        "The bridge carries the only road.",
    )
    assert told == ["paragraph", "quote", "quote", "paragraph"]


def test_copy_set_in_ends_where_the_setting_ends() -> None:
    text = (
        "A line of text that begins at the edge.\n\nThe Daily Star reported:\n\n    The mill burnt down.\n\n"
        "    Two men were held.\n\nNobody had been in the mill.\n"
    )
    told = [(block.kind, block.outlet) for block in blocks_of(text)]
    assert told[1:] == [("paragraph", None), ("quote", "Daily Star"), ("quote", "Daily Star"), ("paragraph", None)]


def test_lines_set_off_as_in_mail_are_a_quotation() -> None:
    told = blocks_of("On 3 March, Ann Marsh wrote:\n\n> The mill is shut.\n> It may open in May.\n\nIt has not.")
    assert [(block.kind, block.outlet) for block in told] == [
        ("paragraph", None),
        ("quote", "Ann Marsh"),
        ("quote", "Ann Marsh"),
        ("paragraph", None),
    ]


def test_a_first_line_is_a_title_only_where_it_is_set_like_one() -> None:
    assert blocks_of("Bread returns to Douma\n\nThe ovens were lit at noon.")[0].kind == "title"
    assert blocks_of("Bread returned to Douma.\n\nThe ovens were lit at noon.")[0].kind == "paragraph"
    assert blocks_of("Bread returns to Douma\nThe ovens were lit at noon.")[0].kind == "paragraph"
    assert blocks_of("Bread returns to Douma")[0].kind == "paragraph"
    assert blocks_of("Bread Returns\nThe ovens were lit at noon.", "Bread returns")[0].kind == "title"


def test_a_sentence_that_opens_like_a_call_stays_a_sentence() -> None:
    for words in (
        "Related parties to the talks were asked on Sunday evening to send their lists of prisoners to the mediator.",
        "Share prices in Damascus fell.",
        "Follow-up talks are planned for Monday in Geneva, the mediator said, but nobody has agreed to come yet.",
        "See the town from the ridge and it looks whole, said a driver who had crossed the line twice on Saturday.",
    ):
        assert first_kinds(words) == ["paragraph"], words


def test_lines_that_a_program_filled_are_one_paragraph() -> None:
    text = (
        "The convoy left the depot at dawn and reached the first checkpoint\n"
        "after two hours. There the guards counted the sacks of flour, which\n"
        "took until noon.\n\nThe second lorry broke down."
    )
    assert [text[block.start : block.end].count("\n") for block in blocks_of(text)] == [2, 0]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = (
        "The convoy left the depot at dawn and reached the first checkpoint after two hours, a driver said by phone.\n"
        "There the guards counted the sacks of flour, which took until noon because they counted each of them twice.\n"
        "The second lorry broke down."
    )
    assert len(blocks_of(text)) == 3
