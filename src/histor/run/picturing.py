"""Pictures as SVG text in, one file out: SVG as it is, or PNG drawn from the very same shapes."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image, ImageColor, ImageDraw, ImageFont

from histor.errors import UsageError

SCALE = 2  # pixels of a PNG for one unit of a picture: sharp in print at 15 cm
_SVG = "{http://www.w3.org/2000/svg}"
_KINDS = (".svg", ".png")
_LATIN = 0x24F  # the last letter of the Latin blocks
_WIDER = "DejaVuSans.ttf"
_PLAINER = str.maketrans({"–": "-", "—": "-", "−": "-", "“": '"', "”": '"', "’": "'", "‘": "'", "…": "..."})
_SIZE = 11  # of words whose picture says no other


def write_picture(drawn: Mapping[str, str], path: str) -> None:
    """Write pictures, one below the other, as SVG or PNG by the name's ending.

    Raises UsageError for another ending, a board without pictures, or a file that cannot be written.
    """
    kind = Path(path).suffix.lower()
    if kind not in _KINDS:
        raise UsageError(f"{path}: a picture is an .svg or a .png")
    if not drawn:
        raise UsageError("this board is a table and has no picture")
    stacked = stack(drawn.values())
    try:
        Path(path).write_bytes(stacked.encode() if kind == ".svg" else as_png(stacked))
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error


def stack(drawn: Iterable[str]) -> str:
    """Put pictures one below the other into one SVG text."""
    parts, top, wide = [], 0.0, 0.0
    for text in drawn:
        _, _, across, high = _box(ElementTree.fromstring(text))
        parts.append(text.replace("<svg ", f'<svg y="{top:g}" width="{across:g}" height="{high:g}" ', 1))
        top, wide = top + high, max(wide, across)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {top:g}" width="{wide:g}" height="{top:g}">'
    return "\n".join((head, *parts, "</svg>\n"))


def as_png(text: str) -> bytes:
    """Draw an SVG text of bars, points, strokes and words as PNG. Other shapes are no part of our pictures."""
    root = ElementTree.fromstring(text)
    _, _, wide, high = _box(root)
    sheet = Image.new("RGBA", (round(wide * SCALE), round(high * SCALE)), "white")
    _draw(root, sheet, 0.0)
    into = BytesIO()
    sheet.convert("RGB").save(into, "PNG", optimize=True)
    return into.getvalue()


def _draw(part: ElementTree.Element, sheet: Image.Image, down: float) -> None:
    for shape in part:
        name = shape.tag.removeprefix(_SVG)
        if name == "svg":
            _draw(shape, sheet, down + _number(shape, "y"))
        elif name in ("rect", "circle", "line"):
            _shape(shape, name, sheet, down)
        elif name == "text":
            _words(shape, sheet, down)


def _shape(shape: ElementTree.Element, name: str, sheet: Image.Image, down: float) -> None:
    """Draw a shape on a sheet of its own, so that what shows through does so."""
    left, top, right, bottom = _edges(shape, name, down)
    colour = ImageColor.getcolor(shape.get("fill") or shape.get("stroke") or "black", "RGBA")
    if name == "line":
        wide = max(1, round(_number(shape, "stroke-width", 1.0) * SCALE))
        ImageDraw.Draw(sheet).line((left, top, right, bottom), fill=colour, width=wide)
        return
    if right <= left or bottom <= top:
        return
    layer = Image.new("RGBA", (max(1, right - left), max(1, bottom - top)), (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    inside = (0, 0, layer.width - 1, layer.height - 1)
    (draw.ellipse if name == "circle" else draw.rectangle)(inside, fill=colour)
    sheet.alpha_composite(layer, (max(0, left), max(0, top)))


def _edges(shape: ElementTree.Element, name: str, down: float) -> tuple[int, int, int, int]:
    """Give left, top, right and bottom in pixels."""
    if name == "line":
        ends = [_number(shape, "x1"), _number(shape, "y1") + down, _number(shape, "x2"), _number(shape, "y2") + down]
    elif name == "circle":
        across, middle, radius = _number(shape, "cx"), _number(shape, "cy") + down, _number(shape, "r")
        ends = [across - radius, middle - radius, across + radius, middle + radius]
    else:
        left, top = _number(shape, "x"), _number(shape, "y") + down
        ends = [left, top, left + _number(shape, "width"), top + _number(shape, "height")]
    left, top, right, bottom = (round(end * SCALE) for end in ends)
    return left, top, right, bottom


def _words(shape: ElementTree.Element, sheet: Image.Image, down: float) -> None:
    told = (shape.text or "").translate(_PLAINER)
    font = _font(told, _number(shape, "font-size", _SIZE) * SCALE)
    place = _number(shape, "x") * SCALE, (_number(shape, "y") + down) * SCALE
    anchor = {"start": "ls", "middle": "ms", "end": "rs"}[shape.get("text-anchor", "start")]
    heavy = 0.6 if shape.get("font-weight") == "bold" else 0
    ImageDraw.Draw(sheet).text(
        place, told, fill=shape.get("fill") or "black", font=font, anchor=anchor, stroke_width=heavy
    )


def _font(told: str, size: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Give the font that comes with the library; for letters that it lacks, a common one, where the machine has it."""
    if any(ord(sign) > _LATIN for sign in told):
        with suppress(OSError):
            return ImageFont.truetype(_WIDER, size)
    return ImageFont.load_default(size)


def _box(root: ElementTree.Element) -> tuple[float, float, float, float]:
    found = [float(number) for number in re.findall(r"[\d.]+", root.get("viewBox", "0 0 0 0"))]
    left, top, wide, high = found
    return left, top, wide, high


def _number(shape: ElementTree.Element, name: str, missing: float = 0.0) -> float:
    return float(shape.get(name, missing))
