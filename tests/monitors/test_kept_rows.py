"""An event table that was brought into a ledger gives the board that it gives as a file."""

from pathlib import Path

import pytest

from histor.records.boards import TruceBoard
from histor.records.watch import Board
from histor.run.importing import import_events
from histor.run.monitoring import Watched, watch, watch_ledger
from histor.store.ledger import open_to_write
from monitors.golden import TRUCE
from monitors.reports import WHEN
from monitors.scene import strikes

AIR = """\
monitor = "air"
name = "Strikes around the truce"
since = "2031-03-01"
until = "2031-04-29"

[attackers]
names = ["Northern Air Force"]
named = "first"

[[dates]]
name = "truce"
day = "2031-03-31"

[[groups]]
name = "the river towns"
admins = ["Lower Valley"]

[targets]
school = ["Education"]
"""


def both(folder: Path, definition: str) -> tuple[Watched, Watched]:
    """Give the board of a table as a file, and as rows of a ledger."""
    table, asked, ledger = folder / "strikes.csv", folder / "asked.toml", str(folder / "kept.db")
    table.write_text(strikes(before=3, after=1), encoding="utf-8")
    asked.write_text(definition, encoding="utf-8")
    with open_to_write(ledger) as opened:
        import_events(opened, str(table), "airwars", recorded=WHEN)
    return watch(str(asked), str(table), "airwars"), watch_ledger(str(asked), ledger, recorded=WHEN)


def test_an_air_campaign_counts_the_same_rows(tmp_path: Path) -> None:
    file, kept = (watched.board for watched in both(tmp_path, AIR))
    assert isinstance(file, Board)
    assert isinstance(kept, Board)
    for one in (file, kept):
        assert one.windows[0].tally.count > one.windows[0].tally.corroborated > 0
    assert [_figures(board) for board in (file,)] == [_figures(kept)]
    assert (file.answer, file.speaker, file.mix, file.changes) == (kept.answer, kept.speaker, kept.mix, kept.changes)


def _figures(board: Board) -> object:
    return (
        [(each.tally.count, each.tally.corroborated, each.silent, each.rate) for each in board.windows],
        [(day.day, day.tally.count, day.heard) for day in board.days],
        board.tempo,
    )


def test_a_ceasefire_sorts_the_same_deeds(tmp_path: Path) -> None:
    file, kept = (watched.board for watched in both(tmp_path, TRUCE))
    assert isinstance(file, TruceBoard)
    assert isinstance(kept, TruceBoard)
    assert file.violations
    assert [(each.day, each.state, len(each.alleged), each.heard) for each in file.days] == [
        (each.day, each.state, len(each.alleged), each.heard) for each in kept.days
    ]
    assert (file.compared, file.state, file.rule) == (kept.compared, kept.state, kept.rule)
    assert sorted(each.corroborated for each in file.violations) == sorted(
        each.corroborated for each in kept.violations
    )


@pytest.mark.parametrize("cell", ["killed 2 to ?", "killed ? to 3"])
def test_an_open_range_comes_back_as_it_was(cell: str) -> None:
    from histor.records.measures import When
    from histor.steps.rows.wording import row_of, worded

    row = row_of(
        f"A sentence; with a break.\nevent A1; day 2031-03-01; by North; by South; {cell}; grade weak", When(None)
    )
    assert (row.attackers, row.grade, row.words) == (("North", "South"), "weak", "A sentence; with a break.")
    assert cell in worded(row).text
