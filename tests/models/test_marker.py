"""The model that the package carries: the same words have the same answer, whatever stands beside them."""

import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from histor.errors import ModelError
from histor.models import answers
from histor.models.marker import has_marker, load_marker, open_marker
from histor.run.marking import trained_tagger, window_numbers
from histor.steps.mark.decode.text import decode
from mark.rules.claims.reading import report_of

pytestmark = pytest.mark.skipif(not has_marker(), reason="the package carries no model")

SENTENCE = (
    "The defence ministry denied on Monday that its jets had struck the market in Marsa, killing at least 15 people. "
)
LARGEST = 46_000_000  # bytes, of all model files


def test_a_report_read_alone_and_one_window_at_a_time_has_the_same_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    marker, text = load_marker(), SENTENCE * 40
    together = decode(window_numbers(marker.ask(text)))
    monkeypatch.setattr(answers, "BATCH", 1)
    alone = decode(window_numbers(marker.ask(text)))
    unscored = [[replace(tag, score=1.0) for tag in tags] for tags in (together.events, alone.events)]
    assert len(together.claims) == 40
    assert unscored[0] == unscored[1]
    assert [claim.content for claim in together.claims] == [claim.content for claim in alone.claims]


def test_reading_twice_gives_the_same_scores() -> None:
    tagger = trained_tagger()
    report = report_of(SENTENCE)
    assert tagger.tags(report) == tagger.tags(report)


def test_a_place_that_is_likelier_than_none_is_nearly_as_likely_too() -> None:
    triggers = [trigger for window in load_marker().ask(SENTENCE) for trigger in window.triggers]
    placed = [trigger for trigger in triggers if trigger.place]
    assert placed
    assert all(trigger.nearly_place == trigger.place for trigger in placed)


def test_a_text_without_words_has_no_marks() -> None:
    assert load_marker().ask(" \n ") == []


def test_the_files_are_small_enough_and_calibrated_for_this_model() -> None:
    folder = files("histor.models") / "files"
    assert sum(Path(str(file)).stat().st_size for file in folder.iterdir()) <= LARGEST
    notes = json.loads((folder / "marker.json").read_text(encoding="utf-8"))
    assert notes["version"] == load_marker().version
    assert (folder / "CARD.md").is_file()


def test_a_damaged_model_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "marker.onnx").write_bytes(b"no model")
    vocabulary = Path(str(files("histor.models") / "files" / "tokenizer.json"))
    with pytest.raises(ModelError, match=r"marker\.onnx cannot be opened .*install the package again"):
        open_marker(tmp_path / "marker.onnx", vocabulary)
