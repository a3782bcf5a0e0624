"""What event tables call their kinds of act: known by whole words or their beginnings, never by letters inside one."""

import pytest

from histor.codebook.acts.dataset_types import act_of, is_violence


@pytest.mark.parametrize(
    ("written", "type_", "mode"),
    [
        ("Raid", "ASSAULT", None), ("night raids", "ASSAULT", None), ("Air raid", "ASSAULT", "aerial"),
        ("Food aid", "AID", None), ("Landmine", "ASSAULT", "explosives"), ("Ballistic", "ASSAULT", "heavy-weapons"),
        ("Attack UAV", "ASSAULT", "drone"), ("Peaceful protest", "PROTEST", "demo"), ("Airstrike", "ASSAULT", "aerial"),
    ],
)  # fmt: skip
def test_a_kind_is_told_by_a_word_and_not_by_letters_in_it(written: str, type_: str, mode: str | None) -> None:
    assert act_of("mine", written) == (type_, mode)


@pytest.mark.parametrize("written", ["Repaired", "Determined", "Kh-22", None])
def test_what_names_no_act_is_not_known_and_is_taken_for_violence(written: str | None) -> None:
    assert act_of("mine", written) is None
    assert is_violence(written)


def test_what_is_known_to_be_something_else_is_no_violence() -> None:
    assert not any(map(is_violence, ("Agreement", "Arrests", "Peaceful protest", "Food aid")))
