"""A format that another installed package offers is read like one of this package's own."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from histor.read import Given, Received
from histor.read.detection import formats
from read.reading import read_file

MODULE = """
from histor.read.draft import Draft, Piece, compose

SUFFIXES = (".shout",)
EXAMPLES = ()

def recognises(head):
    return head.startswith(b"SHOUT!")

def drafts(source):
    raw = source.stream.read()
    text, blocks = compose([Piece(raw.decode().removeprefix("SHOUT!").strip().lower(), "paragraph")])
    yield Draft(raw, text, blocks, source.key, published="2016-05-01")
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "shouting.py").write_text(MODULE)
    about = tmp_path / "shouting-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: shouting\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[histor.formats]\nshout = shouting\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    formats.cache_clear()
    yield
    sys.modules.pop("shouting", None)
    formats.cache_clear()


@pytest.mark.usefixtures("package")
def test_an_offered_format_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"SHOUT! A BUS LEFT.")
    (result,) = read_file(tmp_path / "a.txt", Given())
    assert isinstance(result, Received)
    assert result.report.text == "a bus left."
