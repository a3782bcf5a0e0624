"""Pairs of spellings of one place in, the share that pass for one name out, and of pairs of different places.

usage: python benchmarks/spelling.py [--near 300] [--show]

The pairs are of Syrian places, each with the Arabic name that both stand for. Many of them are no spellings: "near
Raqqa", "Multiple locations", "Palmyra" beside "Tadmor". What holds words of English or a list is left out, and counted.
Different places are paired in two ways: at random, and each name with the nearest name of another place.
"""

import argparse
import csv
import os
import random
import re
import sys
from collections import defaultdict
from pathlib import Path

from histor.steps.link.spelling import distance, is_one_name

PAIRS = "data/places/translit_pairs_syria.csv"
RANDOM_PAIRS = 20_000
NO_SPELLING = re.compile(
    r"[,:/\d\[]|\b(?:and|or|in|street|square|locations?|area|hospital|school|market|station|farms?|near|north|south|east"
    r"|west|eastern|upper|little|big|between|building|river|road|roundabout|multiple|neighbou?rhoods?|central|center"
    r"|workshop|outskirts|bridge|mosque|countryside|base|of|castle|mountains|desert|bank|next|residences)\b",
    re.IGNORECASE,
)

Pair = tuple[str, str]


def main() -> None:
    """Measure and print."""
    options = _options()
    path = Path(os.environ.get("HISTOR_SHARED", "../shared")) / PAIRS
    if not path.exists():
        sys.exit(f"{path} is not there; HISTOR_SHARED names the folder that holds it")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(row["a"], row["b"], row["ar"]) for row in csv.DictReader(file)]
    kept = [row for row in rows if not any(NO_SPELLING.search(name) for name in row[:2])]
    names = _names(kept)
    chance = random.Random(5)
    near = [_nearest(name, names) for name in chance.sample(sorted(names), options.near)]
    print(f"pairs              {len(rows):6} as they are, {_share([row[:2] for row in rows]):6.1%} matched")
    print(f"of spellings       {len(kept):6} pairs,       {_share([row[:2] for row in kept]):6.1%} matched")
    print(f"different, random  {RANDOM_PAIRS:6} pairs,       {_share(_different(names, chance)):6.2%} matched")
    print(f"different, nearest {len(near):6} pairs,       {_share(near):6.1%} matched")
    if options.show:
        missed = [f"{distance(one, two):.2f} {one} | {two}" for one, two, _ in kept if not is_one_name(one, two)]
        print("\n".join(missed))


def _names(rows: list[tuple[str, str, str]]) -> dict[str, set[str]]:
    """Give each name with the Arabic names that it stands for."""
    names: dict[str, set[str]] = defaultdict(set)
    for one, two, arabic in rows:
        names[one].add(arabic)
        names[two].add(arabic)
    return names


def _different(names: dict[str, set[str]], chance: random.Random) -> list[Pair]:
    pairs: list[Pair] = []
    every = sorted(names)
    while len(pairs) < RANDOM_PAIRS:
        one, two = chance.sample(every, 2)
        if not names[one] & names[two]:
            pairs.append((one, two))
    return pairs


def _nearest(name: str, names: dict[str, set[str]]) -> Pair:
    others = (other for other in sorted(names) if not names[other] & names[name])
    return name, min(others, key=lambda other: distance(name, other))


def _share(pairs: list[Pair]) -> float:
    return sum(is_one_name(*pair) for pair in pairs) / len(pairs)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--near", type=int, default=300, help="names for which the nearest other name is sought")
    parser.add_argument("--show", action="store_true", help="print the pairs that were missed")
    return parser.parse_args()


if __name__ == "__main__":
    main()
