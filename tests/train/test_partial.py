"""What reading the files that mark only a part promises: their words are found where they stand, and nothing more."""

import json
from pathlib import Path

from train.partial import read_classes, read_muc

TEXT = "TARN, 4 MAY -- ARMED\nMEN SHOT THE MAYOR OF TARN.  THE MAYOR DIED, AND TWO ARMED MEN FLED."


def muc(folder: Path, *templates: dict[str, list[str]]) -> Path:
    path = folder / "muc.jsonl"
    path.write_text(json.dumps({"id": "m1", "text": TEXT, "templates": list(templates)}) + "\n", encoding="utf-8")
    return path


def test_the_words_of_a_slot_are_marked_wherever_they_stand_even_across_a_line(tmp_path: Path) -> None:
    (example,) = read_muc(muc(tmp_path, {"PERP: INDIVIDUAL ID": ['"ARMED MEN"'], "HUM TGT: NAME": ['"MAYOR OF TARN"']}))
    assert example.mentions is not None
    words = [(kind, example.text[start:end]) for kind, start, end in example.mentions]
    assert sorted(words) == [("muc:doer", "armed\nmen"), ("muc:doer", "armed men"), ("muc:victim", "mayor of tarn")]
    assert (example.style, example.claims, example.events) == ("muc", None, None)


def test_of_two_slots_the_longer_words_win_and_no_word_is_marked_twice(tmp_path: Path) -> None:
    slots = {"HUM TGT: DESCRIPTION": ['"MAYOR": "MAYOR OF TARN"'], "PERP: ORGANIZATION ID": ['? "MEN" / "NOBODY"']}
    (example,) = read_muc(muc(tmp_path, slots))
    assert example.mentions is not None
    ordered = sorted(example.mentions, key=lambda mark: mark[1])
    words = [(kind, example.text[start:end]) for kind, start, end in ordered]
    assert words == [
        ("muc:organisation", "men"),
        ("muc:victim", "mayor of tarn"),
        ("muc:victim", "mayor"),
        ("muc:organisation", "men"),
    ]


def test_a_text_without_templates_teaches_nothing(tmp_path: Path) -> None:
    assert read_muc(muc(tmp_path)) == []


def test_a_sentence_of_conflict_holds_an_event_of_certain_types_and_others_say_nothing(tmp_path: Path) -> None:
    path = tmp_path / "classes.tsv"
    path.write_text("Guards shelled Tarn.\t4\nThe envoy waved.\t0\nTarn rejected the offer.\t3\n", encoding="utf-8")
    shelled, rejected = read_classes(path)
    assert "ASSAULT" in shelled.deeds
    assert "REJECT" in rejected.deeds
    assert shelled.events is None
    assert not shelled.deeds & rejected.deeds
