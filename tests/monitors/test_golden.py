"""One small board of each kind is kept whole: whatever changes in it must be meant, and its diff says what."""

from difflib import unified_diff

import pytest

from monitors.golden import FOLDER, boards


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return boards()


@pytest.mark.parametrize("name", ["air.json", "ceasefire.json", "posture.json", "talks.json", "tempo.json"])
def test_the_board_is_the_one_that_is_kept(name: str, made: dict[str, str]) -> None:
    kept = (FOLDER / name).read_text(encoding="utf-8")
    differing = "\n".join(unified_diff(kept.splitlines(), made[name].splitlines(), "kept", "made", lineterm="", n=2))
    assert not differing, f"{differing}\nIf that is meant: cd tests && python -m monitors.golden, and say why."


def test_nothing_is_kept_that_is_not_made(made: dict[str, str]) -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(made)
