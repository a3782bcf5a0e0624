"""The founding case: what its author did by hand on 14 March 2016, read from the command line.

The report is not ours to carry: it is read from the folder that HISTOR_SHARED names (default: ../shared).
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(os.environ.get("HISTOR_SHARED", Path(__file__).parents[3] / "shared"))
REPORT = SHARED / "data" / "seed" / "report.txt"
pytestmark = pytest.mark.skipif(not REPORT.exists(), reason=f"no founding report at {REPORT}")

Form = dict[str, Any]


@pytest.fixture(scope="module")
def record() -> Form:
    command = [sys.executable, "-m", "histor", "read", str(REPORT), "--json"]
    given = ["--published", "2016-03-14", "--outlet", "HotAir"]
    done = subprocess.run(command + given, capture_output=True, text=True, check=True)
    form: Form = json.loads(done.stdout)
    return form


def words(record: Form, spans: list[list[int]]) -> str:
    return " … ".join(record["report"]["text"][start:end] for start, end in spans)


def claims_of(record: Form, speaker: str) -> list[Form]:
    return [claim for claim in record["claims"] if claim["speaker"] and claim["speaker"]["name"] == speaker]


def events_of(record: Form, trigger: str) -> list[Form]:
    return [event for event in record["events"] if words(record, [event["trigger"]]) == trigger]


def test_the_shift_is_said_by_the_pentagon_and_its_spokesman(record: Form) -> None:
    assert "shifted its military focus" in words(record, claims_of(record, "Pentagon")[0]["content"])
    davis = claims_of(record, "Jeff Davis")
    assert {claim["speaker"]["for"] for claim in davis} == {"Pentagon"}
    (shift,) = events_of(record, "shift")
    assert shift["claim"] in {claim["id"] for claim in davis}
    assert (shift["when"]["start"], shift["when"]["end"]) == ("2016-02-27", "2016-02-27")
    assert shift["when"]["approximate"]
    assert words(record, [shift["when"]["span"]]) == "about Feb. 27"


def test_no_coordination_is_the_pentagons_word(record: Form) -> None:
    pentagon = {claim["id"] for name in ("Pentagon", "Jeff Davis") for claim in claims_of(record, name)}
    denied = [event for event in record["events"] if event["type"] == "COOPERATE" and event["status"] == "denied"]
    assert len(denied) == 2
    assert {event["claim"] for event in denied} <= pentagon


def test_the_ceasefire_is_in_effect_since_27_february_with_its_parties(record: Form) -> None:
    in_effect = [event for event in events_of(record, "ceasefire") if event["stage"] == "in-effect"]
    (truce,) = [event for event in in_effect if event["when"]]
    assert truce["status"] == "occurred"
    assert truce["when"]["start"] == "2016-02-27"
    assert [words(record, party["spans"]) for party in truce["actors"]] == ["the Russian-backed Syrian government"]
    assert [words(record, party["spans"]) for party in truce["recipients"]] == ["opposition rebel groups"]


def test_the_withdrawal_is_ordered_and_planned_and_its_size_unknown(record: Form) -> None:
    (pullout,) = events_of(record, "pullout")
    assert (pullout["status"], pullout["when"]["start"]) == ("planned", "2016-03-15")
    (order,) = [claim for claim in record["claims"] if claim["id"] == pullout["claim"]]
    assert (order["stance"], order["speaker"]["name"]) == ("orders", "Vladimir Putin")
    (size,) = pullout["quantities"]
    assert (size["low"], size["high"]) == (None, None)
    assert "how many planes" in words(record, [size["span"]])


def test_no_withdrawal_is_written_down_as_one_that_occurred(record: Form) -> None:
    withdrawals = [event for event in record["events"] if event["mode"] == "withdraw"]
    assert len(withdrawals) >= 2
    assert not {event["status"] for event in withdrawals} & {"occurred", "ongoing"}


def test_the_two_sites_stay_each_at_its_place(record: Form) -> None:
    stay = {event["place"]["name"]: event for event in events_of(record, "operate")}
    assert set(stay) == {"Hemeimeem", "Tartous"}
    assert {event["posture"] for event in stay.values()} == {"remain"}
    assert stay["Hemeimeem"]["place"]["ref"]


def test_the_kremlins_statement_keeps_its_chain(record: Form) -> None:
    chains = [claim["chain"] for claim in record["claims"]]
    assert ["HotAir", "AFP", "Kremlin"] in chains
    assert ["HotAir", "AFP", "Kremlin statement", "Vladimir Putin"] in chains


def test_a_residual_force_is_to_monitor_the_ceasefire(record: Form) -> None:
    residual = [claim for claim in record["claims"] if "residual force" in words(record, claim["content"])]
    assert [claim["chain"] for claim in residual] == [["HotAir", "Putin and Assad"]]


def test_the_authors_judgement_is_nobody_elses(record: Form) -> None:
    text = record["report"]["text"]
    start = text.index("So much for the idea")
    blocks = [block for block in record["report"]["blocks"] if block["start"] >= start]
    assert [block["kind"] for block in blocks] == ["paragraph", "paragraph", "furniture", "furniture"]
    assert not [claim for claim in record["claims"] if any(end > start for _, end in claim["content"])]
    assert all(event["claim"] is None for event in record["events"] if event["trigger"][0] > start)


def test_furniture_is_marked_and_not_read(record: Form) -> None:
    text = record["report"]["text"]
    furniture = [text[b["start"] : b["end"]] for b in record["report"]["blocks"] if b["kind"] == "furniture"]
    assert furniture == ["Join the conversation as a VIP Member", "Trending on HotAir Videos"]


def test_every_span_quotes_words_of_the_report(record: Form) -> None:
    length = len(record["report"]["text"])
    spans = [span for claim in record["claims"] for name in ("source", "cue", "content") for span in claim[name]]
    spans += [event["trigger"] for event in record["events"]]
    assert all(0 <= start < end <= length for start, end in spans)
