"""A saved view is watched by an alert: of what it lists, by whatever narrows it, and of a board by its state."""

from pathlib import Path

import pytest

from histor.errors import NotFoundError, UsageError
from histor.run import alerting, definitions, saved
from histor.run.aiming import aim_of, incidents_at, words_of
from histor.store.ledger import open_to_read
from monitors.reports import REPORTS, make_ledger

NOW, LATER = "2031-06-02T08:00:00Z", "2031-06-03T08:00:00Z"
MARIB = "/explorer?place=Marib&type=assault"
TRUCE = (
    'monitor = "ceasefire"\nname = "the truce"\ndeclared = "2031-04-06"\nin_effect = "2031-04-10"\n'
    '[area]\ncountries = ["Yemen"]\n[[parties]]\nname = "the government of Yemen"\nalso = ["Yemen"]\n'
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(make_ledger(tmp_path_factory.mktemp("yemen"), REPORTS))


@pytest.fixture
def ledger(written: Path, tmp_path: Path) -> str:
    """A ledger of its own for each test, read once."""
    path = tmp_path / "yemen.db"
    path.write_bytes(written.read_bytes())
    return str(path)


def test_an_alert_on_a_view_tells_of_what_the_view_lists(ledger: str) -> None:
    saved.save(ledger, "Marib", MARIB, recorded=NOW)
    assert saved.watch(ledger, "Marib", ["dispute"], recorded=NOW) == "Marib"
    (checked,) = alerting.check(ledger, day="2031-04-20", recorded=NOW)
    (found,) = checked.new
    assert "Marib" in {line.sentence.split("town of ")[-1][:5] for row in found.rows for line in row.lines}
    (view,) = saved.views(ledger)
    assert [(one.kept.name, one.told) for one in view.alerts] == [("Marib", 1)]


@pytest.mark.parametrize("narrower", ["place=Taiz&", "grade=confirmed&", "box=0,0,1,1&", "target=hospital&"])
def test_what_narrows_a_view_narrows_its_alert(ledger: str, narrower: str) -> None:
    address = f"/explorer?{narrower}type=ASSAULT"
    saved.save(ledger, "narrow", address, recorded=NOW)
    saved.watch(ledger, "narrow", ["dispute"], recorded=NOW)
    (checked,) = alerting.check(ledger, day="2031-04-20", recorded=NOW)
    assert checked.new == ()


def test_days_of_a_view_are_left_out_and_named(ledger: str) -> None:
    aim = aim_of("/claims?since=2031-04-01&until=2031-04-02&as_of=2031-05-01&text=harbour&speaker=Omar")
    assert (aim.left_out, aim.question.since, aim.question.as_of) == (("since", "until", "as_of"), None, None)
    assert words_of(aim) == {"text": "harbour", "speaker": "Omar"}
    saved.save(ledger, "past", "/explorer?place=Marib&until=2030-01-01", recorded=NOW)
    saved.watch(ledger, "past", ["dispute"], recorded=NOW)
    (checked,) = alerting.check(ledger, day="2031-04-20", recorded=NOW)
    assert len(checked.new) == 1


def test_a_view_without_sums_watches_single_happenings_only(tmp_path: Path) -> None:
    habit = ("habit", "2031-04-19", "Gulf Wire", "Aid came. Jets have often bombed Marib since the war began in 2029.")
    path = make_ledger(tmp_path, [*REPORTS, habit])
    with open_to_read(path) as opened:
        ids = {which: {each.id for each in incidents_at(opened, aim_of(f"/explorer?place=Marib{which}"))}
               for which in ("", "&sums=only", "&sums=without")}  # fmt: skip
    assert len(ids["&sums=only"]) == 1
    assert ids["&sums=without"] == ids[""] - ids["&sums=only"]
    assert words_of(aim_of("/explorer?place=Marib&sums=without")) == {"place": "Marib", "sums": "without"}


def test_a_board_is_watched_by_its_state_and_a_list_has_none(ledger: str) -> None:
    definitions.add(ledger, "truce", TRUCE, key="truce", recorded=NOW)
    saved.save(ledger, "the truce", "/boards/truce?rows=alleged", recorded=NOW)
    saved.watch(ledger, "the truce", ["state change"], recorded=NOW)
    assert [each.watched for each in alerting.kept(ledger)] == ["the truce"]
    saved.save(ledger, "Marib", MARIB, recorded=NOW)
    with pytest.raises(UsageError, match="watch a board for that"):
        saved.watch(ledger, "Marib", ["state change"], recorded=NOW)


def test_a_page_that_lists_nothing_is_saved_and_not_watched(ledger: str) -> None:
    saved.save(ledger, "who is silent", "/sources", recorded=NOW)
    (view,) = saved.views(ledger)
    assert "nothing that an alert can watch" in view.fault
    with pytest.raises(UsageError, match="nothing that an alert can watch"):
        saved.watch(ledger, "who is silent", ["rise"], recorded=NOW)


def test_a_view_that_is_watched_is_neither_renamed_nor_deleted(ledger: str) -> None:
    saved.save(ledger, "Marib", MARIB, recorded=NOW)
    saved.watch(ledger, "Marib", ["rise"], recorded=NOW)
    for change in (lambda: saved.rename(ledger, "Marib", "Ma'rib", recorded=NOW),
                   lambda: saved.withdraw(ledger, "Marib", recorded=NOW)):  # fmt: skip
        with pytest.raises(UsageError, match="the alert Marib watches it"):
            change()
    alerting.withdraw(ledger, "Marib", recorded=LATER)
    saved.rename(ledger, "Marib", "Ma'rib", recorded=LATER, who="rana")
    (view,) = saved.views(ledger)
    assert (view.name, view.address, view.kept.who) == ("Ma'rib", MARIB, "rana")
    saved.withdraw(ledger, "Ma'rib", recorded=LATER)
    assert saved.views(ledger) == ()
    assert [each.name for each in saved.views(ledger, as_of=NOW)] == ["Marib"]


def test_a_name_that_is_taken_is_not_taken_over_by_renaming(ledger: str) -> None:
    for name in ("one", "two"):
        saved.save(ledger, name, MARIB, recorded=NOW)
    with pytest.raises(UsageError, match="called 'two' already"):
        saved.rename(ledger, "one", "two", recorded=NOW)


@pytest.mark.parametrize("name", ["", " spaced", "a/b", "two\nlines", "x" * 81])
def test_a_name_that_cannot_be_is_refused(ledger: str, name: str) -> None:
    with pytest.raises(UsageError, match="write 1 to 80 characters"):
        saved.save(ledger, name, MARIB, recorded=NOW)


def test_an_alert_needs_a_view_that_is_kept_and_a_rule(ledger: str) -> None:
    with pytest.raises(UsageError, match="choose at least one rule"):
        saved.watch(ledger, "Marib", [], recorded=NOW)
    with pytest.raises(NotFoundError, match="keeps no view 'Marib'"):
        saved.watch(ledger, "Marib", ["rise"], recorded=NOW)
    with pytest.raises(UsageError, match="a `monitor`, a `view` or a"):
        alerting.add(ledger, "both", 'view = "a"\nmonitor = "b"\n[[rules]]\nrule = "rise"\n', key="", recorded=NOW)
