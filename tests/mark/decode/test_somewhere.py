"""Which acts are taken to happen somewhere even where their words leave it open."""

import pytest

from histor.records.events import EventType, Status
from histor.steps.mark.decode.somewhere import is_somewhere


@pytest.mark.parametrize(
    ("kind", "mode", "status", "somewhere"),
    [
        ("ASSAULT", "aerial", "occurred", True),
        ("ASSAULT", None, "denied", True),
        ("ASSAULT", "aerial", "threatened", False),
        ("RETREAT", "withdraw", "occurred", True),
        ("RETREAT", "withdraw", "planned", False),
        ("RETREAT", "ceasefire", "occurred", False),
        ("COERCE", "seize", "occurred", True),
        ("COERCE", "cyber", "occurred", False),
        ("CONSULT", "phone", "occurred", False),
        ("ACCUSE", "allege", "occurred", False),
        ("AGREE", None, "occurred", False),
    ],
)
def test_attacks_and_withdrawals_are_somewhere_and_words_are_not(
    kind: EventType, mode: str | None, status: Status, somewhere: bool
) -> None:
    assert is_somewhere(kind, mode, status) is somewhere
