"""The points of a reliability diagram in, a picture of it out (SVG): on the line, scores mean what they say."""

from collections.abc import Iterable, Mapping

SIDE, EDGE = 240, 34  # units of the picture: the square, and the room for its labels
FONT = 'font-family="sans-serif" font-size="11"'
LARGEST = 9  # radius of a point with all the marks
COLOURS = {"claims": "#1b6ca8", "events": "#b5541c"}


def draw(rows: Mapping[str, Iterable[Mapping[str, float]]]) -> str:
    """Give the picture: mean score across, share right upwards, a point's area by its number of marks."""
    whole = SIDE + 2 * EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" {FONT}>',
        f'<rect width="{whole}" height="{whole}" fill="#fff"/>',
        f'<path d="M{_x(0)} {_y(0)}H{_x(1)}V{_y(1)}H{_x(0)}Z" fill="none" stroke="#999"/>',
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#999" stroke-dasharray="4 3"/>',
        f'<text x="{_x(0.5)}" y="{whole - 8}" text-anchor="middle">mean score</text>',
        f'<text transform="translate(12 {_y(0.5)}) rotate(-90)" text-anchor="middle">share right</text>',
    ]
    for number, (name, points) in enumerate(rows.items()):
        parts += _points(list(points), COLOURS[name])
        parts.append(f'<text x="{_x(0.04)}" y="{_y(0.94) + 15 * number}" fill="{COLOURS[name]}">{name}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _points(points: list[Mapping[str, float]], colour: str) -> list[str]:
    most = max((point["marks"] for point in points), default=1)
    return [
        f'<circle cx="{_x(point["score"])}" cy="{_y(point["right"])}" fill="{colour}" fill-opacity="0.7" '
        f'r="{max(2.0, LARGEST * (point["marks"] / most) ** 0.5):.1f}"/>'
        for point in points
    ]


def _x(share: float) -> float:
    return round(EDGE + SIDE * share, 1)


def _y(share: float) -> float:
    return round(EDGE + SIDE * (1 - share), 1)
