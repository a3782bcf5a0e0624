"""Natural Earth's countries in, the basemap out: `python tests/web/basemap.py COUNTRIES-50M.JSON`.


The map is drawn in Mercator's projection, in hundredths of a degree of longitude, north up. Every country is a path of
its own, so that a browser draws those in sight only; a border is an arc that two countries share.
"""

import json
import math
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

SCALE = 100  # of a degree
TURN = 360 * SCALE
SOUTH = -60.0  # Antarctica is left out
NORTH = 84.0
UNNAMED = ("N. Cyprus", "Somaliland")  # recognised by one state at most: their names would take a side
Point = tuple[int, int]


def main() -> None:
    """Write `world.svg` and `names.json` into the package."""
    atlas = json.loads(Path(sys.argv[1]).read_text())
    arcs = [list(_drawn(arc, atlas["transform"])) for arc in atlas["arcs"]]
    countries = [
        each for each in atlas["objects"]["countries"]["geometries"] if each["properties"]["name"] != "Antarctica"
    ]
    land = "".join(f'<path d="{_outline(each, arcs)}"/>\n' for each in countries)
    borders = "".join(f"M{_line(arcs[number])}" for number in _shared(countries))
    shape = 'vector-effect="non-scaling-stroke"'
    here = Path(__file__).parents[2] / "src/histor/web/static/basemap"
    here.joinpath("world.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-18000 -18000 36000 36000">\n'
        f'<g id="land" transform="scale(0.01)">\n{land}</g>\n'
        f'<g id="borders" transform="scale(0.01)"><path {shape} d="{borders}"/></g>\n</svg>\n'
    )
    names = sorted(
        (_named(each, arcs) for each in countries if each["properties"]["name"] not in UNNAMED),
        key=lambda each: -each[3],
    )
    here.joinpath("names.json").write_text(json.dumps(names, ensure_ascii=False, separators=(",", ":")) + "\n")


def _drawn(arc: Sequence[Sequence[int]], transform: Mapping[str, Any]) -> Iterator[Point]:
    (wide, high), (left, low) = transform["scale"], transform["translate"]
    x = y = 0
    last: Point | None = None
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        latitude = min(NORTH, max(SOUTH, y * high + low))
        point = (round((x * wide + left) * SCALE), round(_mercator(latitude) * SCALE))
        if point != last:
            yield point
        last = point


def _mercator(latitude: float) -> float:
    return -math.degrees(math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))


def _outline(country: Mapping[str, Any], arcs: Sequence[Sequence[Point]]) -> str:
    rings = [ring for ring in _rings(country, arcs) if len(ring) > 3]
    beyond = [[(x - TURN if max(ring)[0] > TURN // 2 else x + TURN, y) for x, y in ring] for ring in rings
              if max(ring)[0] > TURN // 2 or min(ring)[0] < -TURN // 2]  # fmt: skip
    return "".join(f"M{_line(ring)}Z" for ring in (*rings, *beyond))


def _rings(country: Mapping[str, Any], arcs: Sequence[Sequence[Point]]) -> Iterator[list[Point]]:
    for ring in _arcs_of(country):
        points: list[Point] = []
        for number in ring:
            arc = arcs[number] if number >= 0 else arcs[~number][::-1]
            points.extend(arc[1:] if points else arc)
        yield _unwrapped(points)


def _unwrapped(ring: Sequence[Point]) -> list[Point]:
    """Let a ring that crosses the date line go on beyond it, not back around the world."""
    shift, last, points = 0, ring[0][0], []
    for x, y in ring:
        shift += -TURN if x - last > TURN // 2 else TURN if last - x > TURN // 2 else 0
        last = x
        points.append((x + shift, y))
    middle = sum(x for x, _ in points) / len(points)
    return [(x - round(middle / TURN) * TURN, y) for x, y in points]


def _arcs_of(country: Mapping[str, Any]) -> Iterator[Sequence[int]]:
    polygons = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
    return (ring for polygon in polygons for ring in polygon)


def _shared(countries: Iterable[Mapping[str, Any]]) -> list[int]:
    used: dict[int, int] = {}
    for country in countries:
        for number in {max(number, ~number) for ring in _arcs_of(country) for number in ring}:
            used[number] = used.get(number, 0) + 1
    return sorted(number for number, times in used.items() if times > 1)


def _line(points: Sequence[Point]) -> str:
    steps = [f"{points[0][0]} {points[0][1]}l"] if len(points) > 1 else [f"{points[0][0]} {points[0][1]}"]
    for (x, y), (next_x, next_y) in pairwise(points):
        steps.append(f"{next_x - x} {next_y - y} ")
    return "".join(steps).replace(" -", "-").rstrip()


def _named(country: Mapping[str, Any], arcs: Sequence[Sequence[Point]]) -> tuple[str, float, float, float]:
    """Give the name, the middle of the largest part, and how wide that is, in degrees of the drawing."""
    largest = max(_rings(country, arcs), key=_area)
    across, down = [x for x, _ in largest], [y for _, y in largest]
    middle = (min(across) + max(across)) / 2 / SCALE, (min(down) + max(down)) / 2 / SCALE
    return country["properties"]["name"], *middle, (max(across) - min(across)) / SCALE


def _area(ring: Sequence[Point]) -> float:
    return abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise(ring)))


if __name__ == "__main__":
    main()
