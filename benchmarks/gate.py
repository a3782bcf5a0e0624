"""The floors and a fresh measurement in, a verdict out: nothing that touches accuracy may fall below its floor.

usage: python benchmarks/gate.py [--split dev] [--raise] [--lower NAME ...]

--raise moves each floor up to what was measured, less a margin. A floor is lowered only when it is named with --lower,
in a commit of its own that says why.
"""

import argparse
import json
import sys
from pathlib import Path

from accuracy import SHARED, measure

FLOORS = Path(__file__).parent / "floors.json"
LOWER_IS_BETTER = frozenset({"wrong_source", "wrong_assertions", "spurious"})
MARGIN = 0.5  # points between a measurement and the floor that it sets: changes of no weight pass

Figures = dict[str, float]


def main() -> None:
    """Measure, compare, and end with 1 if a floor is broken."""
    options = _options()
    floors: dict[str, Figures] = json.loads(FLOORS.read_text(encoding="utf-8"))
    measured = measure(SHARED / f"data/gold/{options.split}.jsonl")
    old = floors[options.split]
    broken = broken_floors(old, measured)
    for name, floor in old.items():
        print(f"{name:18} {measured[name]:>6}   floor {floor:>6}   {'BROKEN' if name in broken else 'holds'}")
    floors[options.split] = moved(old, measured, up=options.up, lower=frozenset(options.lower))
    FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    sys.exit(bool(broken - set(options.lower)))


def broken_floors(floors: Figures, measured: Figures) -> set[str]:
    """Name the figures that are on the wrong side of their floors."""
    return {name for name, floor in floors.items() if _falls_short(name, measured[name], floor)}


def moved(floors: Figures, measured: Figures, *, up: bool, lower: frozenset[str]) -> Figures:
    """Give the floors, raised to the measurement less the margin if asked, and lowered only where named."""
    out = dict(floors)
    for name, floor in floors.items():
        wished = round(measured[name] + (MARGIN if name in LOWER_IS_BETTER else -MARGIN), 1)
        better = _falls_short(name, floor, wished)
        if (better and up) or (not better and name in lower):
            out[name] = wished
    return out


def _falls_short(name: str, value: float, floor: float) -> bool:
    return value > floor if name in LOWER_IS_BETTER else value < floor


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="dev", choices=["dev"])
    parser.add_argument("--raise", dest="up", action="store_true")
    parser.add_argument("--lower", nargs="*", default=[], metavar="NAME")
    return parser.parse_args()


if __name__ == "__main__":
    main()
