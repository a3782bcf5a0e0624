"""The cessation of hostilities of February 2016: drafted from the bundled example and from the founding report.

The founding report is not ours to carry: it is read from the folder that HISTOR_SHARED names (default: ../shared).
"""

import os
from io import BytesIO
from pathlib import Path

import pytest

from histor.monitors.reading import read_definition
from histor.monitors.truce.definition import TruceDefinition
from histor.monitors.truce.judging import judge, wanted
from histor.read import Given
from histor.records.boards import TruceBoard
from histor.records.drafts import Found, TruceDraft
from histor.run.definitions import Suggested, suggest
from histor.run.demo import example_files
from histor.run.hearing import hear
from histor.run.keeping import keep
from histor.run.reading import Reading, read_records
from histor.settings import Settings
from histor.store.ledger import open_to_write

SHARED = Path(os.environ.get("HISTOR_SHARED", Path(__file__).parents[3] / "shared"))
REPORT = SHARED / "data" / "seed" / "report.txt"
WHEN = "2026-11-01T00:00:00Z"


def kept(path: Path, inputs: list[str], given: Given) -> str:
    read = read_records(inputs, given, Settings(), stdin=BytesIO())
    with open_to_write(path) as ledger:
        keep(((each.record, each.raw) if isinstance(each, Reading) else each for each in read), ledger, recorded=WHEN)
    return str(path)


def values(found: tuple[Found, ...]) -> set[str]:
    return {one.value for one in found}


def refs(found: tuple[Found, ...]) -> set[str | None]:
    return {one.ref for one in found}


def is_quoted(draft: TruceDraft) -> bool:
    fields = ("in_effect", "declared", "brokers", "parties", "excluded")
    return all(
        found.lines and all(line.sentence for line in found.lines) for name in fields for found in getattr(draft, name)
    )


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> str:
    with example_files() as files:
        return kept(tmp_path_factory.mktemp("example") / "example.db", list(map(str, files)), Given())


def truce_of(ledger: str) -> Suggested:
    (found,) = [each for each in suggest(ledger) if isinstance(each.draft, TruceDraft)]
    return found


@pytest.fixture(scope="module")
def suggested(example: str) -> Suggested:
    return truce_of(example)


@pytest.fixture(scope="module")
def board(example: str, suggested: Suggested) -> TruceBoard:
    definition = read_definition(suggested.definition, key="suggested")
    assert isinstance(definition, TruceDefinition), definition
    return judge(definition, hear(example, wanted=wanted(definition), recorded=WHEN))


def test_the_cessation_is_drafted_from_the_example(suggested: Suggested) -> None:
    draft = suggested.draft
    assert isinstance(draft, TruceDraft)
    assert [found.value for found in draft.in_effect] == ["2016-02-27"]
    assert values(draft.declared) == {"2016-02-22"}
    assert values(draft.time_zone) == {"Damascus time"}
    assert values(draft.brokers) == {"Russia", "United States"}
    assert refs(draft.excluded) == {"actor:islamic-state", "actor:nusra"}
    assert {"state:SYR", "state:RUS"} <= refs(draft.parties)
    assert any("opposition" in found.value for found in draft.parties)
    assert values(draft.countries) == {"Syria"}
    assert is_quoted(draft)


def test_no_end_is_invented(suggested: Suggested) -> None:
    assert isinstance(suggested.draft, TruceDraft)
    assert values(suggested.draft.ends) == {"no end date"}
    definition = read_definition(suggested.definition, key="suggested")
    assert isinstance(definition, TruceDefinition)
    assert definition.ends is None


def test_violations_are_split_and_strikes_on_the_excluded_stand_apart(board: TruceBoard) -> None:
    places = {each.deed.place: each for each in board.violations}
    assert places["Abu al-Duhur"].denied
    assert any(each.corroborated and each.day == "2016-04-05" for each in board.violations)
    apart = {each.deed.place for each in board.excluded_strikes}
    assert {"Tel Abyad", "Raqqa", "Kafr Jales"} <= apart
    assert not apart & {"Abu al-Duhur", "Idlib province"}
    ids = {each.deed.id for each in board.violations}
    assert not ids & {each.deed.id for each in (*board.excluded_strikes, *board.others, *board.denials)}


def test_days_without_a_report_are_not_quiet_days(board: TruceBoard) -> None:
    assert any(day.heard == 0 for day in board.days)
    assert board.state in ("strained", "contested")


@pytest.mark.skipif(not REPORT.exists(), reason=f"no founding report at {REPORT}")
def test_the_founding_report_gives_day_parties_and_brokers_and_names_nobody_left_out(tmp_path: Path) -> None:
    path = kept(tmp_path / "seed.db", [str(REPORT)], Given(published="2016-03-14", outlet="HotAir"))
    found = truce_of(path)
    draft = found.draft
    assert isinstance(draft, TruceDraft)
    assert [one.value for one in draft.in_effect] == ["2016-02-27"]
    assert values(draft.brokers) == {"Russia", "United States"}
    assert "state:SYR" in refs(draft.parties)
    assert any("rebel" in one.value for one in draft.parties)
    assert draft.excluded == ()
    assert "whom it leaves out" in found.missing
    assert is_quoted(draft)


def test_the_withdrawal_the_talks_and_the_air_campaign_are_drafted_too(example: str) -> None:
    drafts = {each.draft.key: each for each in suggest(example)}
    kinds = {key.partition("-")[0] for key in drafts}
    assert {"ceasefire", "posture", "talks", "air"} <= kinds
    assert "posture-rus-2016-03-14" in drafts
    assert any(key.startswith("talks-geneva-") for key in drafts)
    assert any(key.startswith("air-rus-") for key in drafts)
    for key, each in drafts.items():
        assert not isinstance(read_definition(each.definition, key=key), tuple), each.definition
