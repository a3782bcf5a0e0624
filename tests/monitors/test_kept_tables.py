"""Tables of every shape give the same board from a ledger as from their file: kinds of act, quiet days, coarse days."""

from pathlib import Path

import pytest

from histor.records.boards import TruceBoard
from histor.records.watch import Board
from histor.run.importing import import_events
from histor.run.monitoring import Table, Watched, watch, watch_ledger
from histor.store.ledger import open_to_write
from monitors.reports import WHEN

ACLED = """\
event_id_cnty,event_date,time_precision,sub_event_type,actor1,actor2,country,admin1,location,fatalities,source,notes
L1,2031-03-02,1,Air/drone strike,Military Forces of Yemen,Rebels of the Uplands,Yemen,Taizz,Taiz,3,Gulf Wire,Two raids.
L2,2031-03-03,1,Armed clash,Military Forces of Yemen,Rebels of the Uplands,Yemen,Taizz,Taiz,0,Gulf Wire,A clash.
L3,2031-03-04,1,Peaceful protest,Protesters of Yemen,,Yemen,Taizz,Taiz,0,Gulf Wire,A march for bread.
L4,2031-03-05,3,Air/drone strike,Military Forces of Yemen,,Yemen,Taizz,Taiz,1,Gulf Wire,Raids in March.
L5,2031-03-06,1,Agreement,Military Forces of Yemen,Rebels of the Uplands,Yemen,Taizz,Taiz,0,Gulf Wire,A truce for a day.
L6,2031-03-20,1,Air/drone strike,Military Forces of Yemen,Rebels of the Uplands,Yemen,Marib,Marib,2,Gulf Wire,A raid.
L7,2031-03-21,1,Shelling/artillery/missile attack,Rebels of the Uplands,Islamic State,Yemen,Marib,Marib,0,Gulf Wire,.
L8,2031-03-22,1,Attack,Military Forces of Oman,Civilians,Yemen,Marib,Marib,0,Gulf Wire,An attack.
"""
TEMPO = """\
monitor = "tempo"
name = "Violence"
since = "2031-03-01"
until = "2031-03-28"

[[dates]]
name = "truce"
day = "2031-03-15"
"""
STRIKES = TEMPO.replace('"tempo"', '"air"').replace(
    "\n[[dates]]", 'types = ["Air/drone strike"]\n\n[attackers]\nnames = ["Military Forces of Yemen"]\n\n[[dates]]'
)
TRUCE = """\
monitor = "ceasefire"
name = "the truce"
in_effect = "2031-03-01"
until = "2031-03-28"

[area]
admins = ["Marib", "Taizz"]

[[parties]]
name = "Yemen"

[[parties]]
name = "Rebels of the Uplands"

[[excluded]]
name = "Islamic State"
"""
MAPPING = """\
speaker = "Day Book"
day = "day"
attackers = "by"
number = "raids"
type = "weapon"

[types]
"KAB" = "airstrike"
"""
DAY_BOOK = "day,by,raids,weapon\n" + "".join(
    f"2031-03-{day:02},Northern Air Force,{raids},KAB\n" for day, raids in ((1, 4), (2, 0), (3, 1_234_567), (9, 2))
)


def both(folder: Path, definition: str, table: str, profile: str, mapping: str | None = None) -> list[Watched]:
    """Give the board of a table as a file, and as rows of a ledger."""
    asked, records, ledger = folder / "asked.toml", folder / "rows.csv", str(folder / "kept.db")
    asked.write_text(definition, encoding="utf-8")
    records.write_text(table, encoding="utf-8")
    named = Table(str(records), profile, str(folder / "mapping.toml") if mapping else None)
    if named.mapping:
        Path(named.mapping).write_text(mapping or "", encoding="utf-8")
    with open_to_write(ledger) as opened:
        taken = import_events(opened, named.records, profile, mapping=named.mapping, recorded=WHEN)
    assert taken.problems == ()
    file = watch(str(asked), named.records, profile, mapping=named.mapping)
    return [file, watch_ledger(str(asked), ledger, recorded=WHEN)]


def figures(watched: Watched) -> object:
    board = watched.board
    if isinstance(board, Board):
        days = [(day.day, day.tally.count, day.heard) for day in board.days]
        return days, [(each.silent, each.tally.count) for each in board.windows], board.left_out, board.answer
    assert isinstance(board, TruceBoard)
    days = [(day.day, day.state, len(day.alleged), day.heard) for day in board.days]
    apart = [[(each.day, each.whom) for each in found] for found in (board.excluded_strikes, board.others)]
    violations = [(each.day, each.why, each.accused, each.accusers, each.deed.mode) for each in board.violations]
    return days, apart, violations, [(why, len(ids)) for why, ids in board.left_out], board.answer


@pytest.mark.parametrize("definition", [TEMPO, STRIKES, TRUCE])
def test_acled_gives_one_board_from_file_and_from_ledger(tmp_path: Path, definition: str) -> None:
    file, kept = both(tmp_path, definition, ACLED, "acled")
    assert figures(file) == figures(kept)


def test_what_is_no_violence_and_what_has_no_day_is_told_and_not_counted(tmp_path: Path) -> None:
    file, _ = both(tmp_path, TEMPO, ACLED, "acled")
    assert isinstance(file.board, Board)
    assert sum(day.tally.count for day in file.board.days) == 5
    assert file.board.left_out == (("day known only to a month or a year", 1), ("of another kind of act", 2))


def test_types_choose_the_kinds_that_count(tmp_path: Path) -> None:
    file, _ = both(tmp_path, STRIKES, ACLED, "acled")
    assert isinstance(file.board, Board)
    assert [window.tally.count for window in file.board.windows] == [1, 1]
    assert ("of another kind of act", 2) in file.board.left_out


def test_types_can_ask_for_what_is_no_violence(tmp_path: Path) -> None:
    asked = TEMPO.replace("\n[[dates]]", 'types = ["Peaceful protest"]\n\n[[dates]]')
    for watched in both(tmp_path, asked, ACLED, "acled"):
        assert isinstance(watched.board, Board)
        assert [day.day for day in watched.board.days if day.tally.count] == ["2031-03-04"]


def test_a_table_is_known_by_the_register_as_reports_are(tmp_path: Path) -> None:
    for watched in both(tmp_path, TRUCE, ACLED, "acled"):
        assert isinstance(watched.board, TruceBoard)
        assert [each.day for each in watched.board.violations] == ["2031-03-02", "2031-03-03", "2031-03-20"]
        assert [each.whom for each in watched.board.excluded_strikes] == [("Islamic State",)]


@pytest.mark.parametrize("count", ["rows", "number"])
def test_days_with_nothing_are_heard_from_and_count_nothing(tmp_path: Path, count: str) -> None:
    asked = TEMPO.replace("\n[[dates]]", f'count = "{count}"\n\n[[dates]]')
    file, kept = both(tmp_path, asked, DAY_BOOK, "generic", MAPPING)
    assert isinstance(kept.board, Board)
    told = [(day.day, day.tally.count) for day in kept.board.days if day.heard]
    counts = (4, 0, 1_234_567, 2) if count == "number" else (1, 0, 1, 1)
    assert told == list(zip(("2031-03-01", "2031-03-02", "2031-03-03", "2031-03-09"), counts, strict=True))
    assert figures(file) == figures(kept)
    assert file.board.speaker == kept.board.speaker == "Day Book"


def test_rows_of_days_with_nothing_are_no_volume_to_hold_a_level_against(tmp_path: Path) -> None:
    days = "".join(f"2031-03-{day:02},Northern Air Force,{day % 3 * 2},KAB\n" for day in range(1, 29))
    asked = TEMPO.replace("\n[[dates]]", 'count = "number"\n\n[[dates]]')
    for watched in both(tmp_path, asked, "day,by,raids,weapon\n" + days, "generic", MAPPING):
        assert isinstance(watched.board, Board)
        assert watched.board.tempo[0].ratio is not None
        assert watched.board.tempo[0].against_volume is None


def test_a_ceasefire_does_not_take_days_without_a_row_for_days_heard_from(tmp_path: Path) -> None:
    asked = TRUCE.replace('admins = ["Marib", "Taizz"]', "").replace('"Yemen"', '"Northern Air Force"')
    file, kept = both(tmp_path, asked, DAY_BOOK, "generic", MAPPING)
    assert figures(file) == figures(kept)
    assert isinstance(kept.board, TruceBoard)
    assert [day.day for day in kept.board.days if day.heard][-2:] == ["2031-03-08", "2031-03-09"]


def test_a_ceasefire_counts_as_many_as_a_row_tells_if_it_is_asked_to(tmp_path: Path) -> None:
    few = DAY_BOOK.replace("1234567", "3")
    asked = TRUCE.replace('admins = ["Marib", "Taizz"]', "").replace('"Yemen"', '"Northern Air Force"')
    once, often = (asked, asked.replace("until", 'count = "number"\nuntil'))
    assert _alleged(both(tmp_path, once, few, "generic", MAPPING)) == [[1, 1, 1]] * 2
    file, kept = both(tmp_path, often, few, "generic", MAPPING)
    assert _alleged([file, kept]) == [[4, 3, 2]] * 2
    assert figures(file) == figures(kept)
    assert isinstance(kept.board, TruceBoard)
    assert "9 violations alleged" in kept.board.answer[1]
    assert [len(each.deeds) for each in kept.board.accusations] == [9]


def _alleged(found: list[Watched]) -> list[list[int]]:
    boards = [watched.board for watched in found]
    return [
        [len(day.alleged) for day in board.days if day.alleged] for board in boards if isinstance(board, TruceBoard)
    ]
