"""Places, sizes and words in, pieces of SVG text out: the shapes that every picture of a board is made of."""

import math
from collections.abc import Sequence
from html import escape

WIDTH, HEIGHT = 960, 320  # units of the picture
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 40, 48  # units kept free for words
ALLEGED, FIRM, LINE, BAND, QUIET, SILENT = "#c9a08a", "#9c3d1f", "#1f4e79", "#1f4e7933", "#666", "#e6e6e6"
DENIED = "#e2c044"


def picture(name: str, said: str, parts: Sequence[str], *, height: int = HEIGHT) -> str:
    """Put shapes into a picture with a title and a line below it."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'font-family="sans-serif" font-size="11"><title>{escape(name)}</title>'
        f'<rect width="{WIDTH}" height="{height}" fill="white"/>'
    )
    title = f'<text x="{LEFT}" y="15" font-size="13" font-weight="bold">{escape(name)}</text>'
    return "\n".join([head, title, words(LEFT, 30, said, QUIET, "start"), *parts, "</svg>", ""])


def round_up(most: float) -> float:
    """Give the least height of a scale that holds a value and can be halved: 1, 2, 4, 6, 8 or 10 of its power."""
    power = 10.0 ** math.floor(math.log10(most))
    return next(step * power for step in (1, 2, 4, 6, 8, 10) if step * power >= most * (1 - 1e-9))


def bar(left: float, top: float, wide: float, high: float, colour: str, told: str) -> str:
    """Draw a bar that tells what it stands for."""
    place = f'x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{high:.1f}"'
    return f'<rect {place} fill="{colour}"><title>{escape(told)}</title></rect>'


def point(across: float, down: float, colour: str, told: str) -> str:
    """Draw a point that tells what it stands for."""
    place = f'cx="{across:.1f}" cy="{down:.1f}" r="4"'
    return f'<circle {place} fill="{colour}"><title>{escape(told)}</title></circle>'


def stroke(left: float, top: float, right: float, bottom: float, colour: str, wide: float) -> str:
    """Draw a line."""
    place = f'x1="{left:.1f}" y1="{top:.1f}" x2="{right:.1f}" y2="{bottom:.1f}"'
    return f'<line {place} stroke="{colour}" stroke-width="{wide:g}"/>'


def words(across: float, down: float, told: str, colour: str, anchor: str = "middle") -> str:
    """Write words at a place."""
    return f'<text x="{across:.1f}" y="{down:.1f}" fill="{colour}" text-anchor="{anchor}">{escape(told)}</text>'
