"""Pictures as files: one SVG of all, and a PNG of the very same shapes."""

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from histor.errors import UsageError
from histor.monitors.drawing import bar, picture, point, stroke, words
from histor.run.picturing import SCALE, as_png, stack, write_picture

SHAPES = picture(
    "Raids — “the coast”", "as told…",
    [
        bar(100, 100, 50, 40, "#ff0000", "three raids"), bar(300, 100, 50, 40, "#0000ff80", "half seen through"),
        stroke(400, 200, 500, 200, "#00ff00", 4), point(600, 100, "#000000", "a point"),
        words(700, 100, "Ämter", "#111"),
    ],
)  # fmt: skip


def pixel(raw: bytes, across: float, down: float) -> tuple[int, ...]:
    with Image.open(BytesIO(raw)) as image:
        found = image.getpixel((round(across * SCALE), round(down * SCALE)))
    assert isinstance(found, tuple)
    return tuple(found)


def test_a_png_has_each_shape_in_its_place_and_colour() -> None:
    raw = as_png(SHAPES)
    assert pixel(raw, 125, 120) == (255, 0, 0)
    assert pixel(raw, 325, 120) == (127, 127, 255)
    assert pixel(raw, 450, 200) == (0, 255, 0)
    assert pixel(raw, 600, 100) == (0, 0, 0)
    assert pixel(raw, 200, 250) == (255, 255, 255)


def test_words_are_drawn() -> None:
    with Image.open(BytesIO(as_png(SHAPES))) as image:
        corner = image.crop((650 * SCALE, 85 * SCALE, 750 * SCALE, 105 * SCALE)).convert("L")
    low, high = corner.getextrema()
    assert (low < 80, high) == (True, 255)  # type: ignore[operator]


def test_pictures_are_stacked_each_below_the_other() -> None:
    stacked = ElementTree.fromstring(stack([SHAPES, SHAPES]))
    inner = [part for part in stacked if part.tag.endswith("svg")]
    assert [part.get("y") for part in inner] == ["0", "320"]
    assert stacked.get("viewBox") == "0 0 960 640"
    assert pixel(as_png(stack([SHAPES, SHAPES])), 125, 440) == (255, 0, 0)


def test_the_ending_chooses_the_kind(tmp_path: Path) -> None:
    write_picture({"one": SHAPES}, str(tmp_path / "a.svg"))
    write_picture({"one": SHAPES}, str(tmp_path / "a.PNG"))
    assert ElementTree.fromstring((tmp_path / "a.svg").read_bytes()).tag.endswith("svg")
    assert (tmp_path / "a.PNG").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("drawn", "name", "why"),
    [
        ({"one": SHAPES}, "a.gif", "an .svg or a .png"),
        ({}, "a.svg", "has no picture"),
        ({"one": SHAPES}, "no/such/a.svg", "cannot be written"),
    ],
)
def test_what_cannot_be_drawn_is_told(tmp_path: Path, drawn: dict[str, str], name: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        write_picture(drawn, str(tmp_path / name))
