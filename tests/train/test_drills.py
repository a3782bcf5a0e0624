"""What drills promise: sentences whose marks are right by how they are made."""

import random

from train.drills import drill, unmark
from train.examples import Example


def drills(number: int) -> list[Example]:
    chance = random.Random(7)
    return [drill(chance, n) for n in range(number)]


def test_brackets_leave_words_and_marks() -> None:
    assert unmark("[s The mayor] [k said] [o so]") == (
        "The mayor said so",
        (("s", 0, 9), ("k", 10, 14), ("o", 15, 17)),
    )


def test_brackets_may_stand_in_brackets() -> None:
    assert unmark("[o [t shelling] Tarn]") == ("shelling Tarn", (("t", 0, 8), ("o", 0, 13)))


def test_no_bracket_or_slot_is_left_over() -> None:
    assert not [example.text for example in drills(300) if set(example.text) & set("[]{}")]


def test_every_claim_has_source_cue_and_content() -> None:
    claims = [claim for example in drills(300) for claim in example.claims or ()]
    assert all(claim.source and claim.cue and claim.content for claim in claims)


def test_what_is_denied_is_never_taught_as_happened() -> None:
    for example in drills(300):
        denials = [claim for claim in example.claims or () if claim.stance == "denies"]
        for claim in denials:
            (start, end), *_ = claim.content
            inside = [event.status for event in example.events or () if start <= event.trigger[0] < end]
            assert inside == ["denied"], example.text
