"""What a second reading's places promise: they fill what was left open and never replace a mark."""

import json
from pathlib import Path

from train.gold.marks import add_places

TEXT = "Rockets hit Tarn on Monday. Four people were killed. A convoy left Qasr."
KILLED, LEFT = TEXT.index("killed"), TEXT.index("left")
TARN, QASR = [12, 16], [67, 71]


def row(place: list[int] | None) -> dict[str, object]:
    events = [{"trigger": [KILLED, KILLED + 6], "place": None}, {"trigger": [LEFT, LEFT + 4], "place": place}]
    return {"id": "r1", "text": TEXT, "events": events}


def test_an_open_place_is_filled_and_a_marked_one_stays(tmp_path: Path) -> None:
    path = tmp_path / "places.jsonl"
    path.write_text(json.dumps({"id": "r1", "places": [[KILLED, *TARN], [LEFT, *TARN]]}) + "\n", encoding="utf-8")
    assert [event["place"] for event in add_places(row(QASR), path)["events"]] == [TARN, QASR]


def test_a_report_that_was_not_read_again_is_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "places.jsonl"
    path.write_text(json.dumps({"id": "r2", "places": [[KILLED, *TARN]]}) + "\n", encoding="utf-8")
    assert add_places(row(None), path) == row(None)
