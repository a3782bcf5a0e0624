from pathlib import Path

import pytest
from rich.console import Console

from cli.running import make_ledger
from histor.cli.picture import pictured
from histor.cli.screen import THEME
from histor.run.demo import look
from histor.store.ledger import open_to_read, open_to_write


@pytest.fixture
def picture(tmp_path):
    with open_to_read(make_ledger(tmp_path)) as ledger:
        return look(ledger, [Path("a.txt"), Path("b.txt"), Path("c.html")])


def shown(picture, width=100):
    console = Console(width=width, theme=THEME, highlight=False, color_system=None)
    with console.capture() as caught:
        console.print(pictured(picture))
    return caught.get()


def test_the_picture_tells_what_was_read(picture):
    page = shown(picture)
    assert "1 report from 1 outlet, 2016-03-14 to 2016-03-14" in page
    assert "files: 2 txt, 1 html" in page


def test_the_picture_keeps_apart_what_occurred_what_is_planned_and_what_is_denied(picture):
    lines = [line.split() for line in shown(picture).split("\n")]
    assert ["O", "occurred", "1", "0", "1"] in lines
    assert ["P", "planned", "1", "0", "1"] in lines
    assert ["D", "denied", "1", "0", "1"] in lines
    assert ["G", "ongoing", "0", "0", "0"] in lines


def test_an_empty_ledger_has_a_picture_too(tmp_path):
    path = tmp_path / "empty.db"
    open_to_write(path).close()
    with open_to_read(path) as ledger:
        page = shown(look(ledger, ()))
    assert "0 reports" in page
    assert "none found" in page


def test_the_picture_fits_the_terminal(picture):
    for width in (70, 100):
        assert max(map(len, shown(picture, width).split("\n"))) <= width
