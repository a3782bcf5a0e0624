"""Acts whose place and day readers judged in, how often the words that stand nearest tell them rightly out.

usage: python benchmarks/around.py [--ledger FILE]

The verdicts stand in benchmarks/judged/acts.jsonl: where and when each act of 313 reports was, by reading the whole
report. An act that names neither borrows them from the words around (histor.steps.join.setting); this tells how far
such places and days can be trusted. --ledger is that of benchmarks/fusion.py, which reads these reports too.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from typing import Any

from fusion import incidents_of
from fusion_verdicts import Told, lines_of, reports_in
from histor.records.events import EXACT
from histor.records.incidents import Spot, Stretch, Telling
from histor.records.register import Register, fold_name
from histor.steps.join.identity import words_of
from histor.store.register import load_register

NO_PLACE, NO_DAY = "no place is told", "no day is told"


def main() -> None:
    """Read, and print a table for places and one for days: told by which words, and how it stands with them."""
    options = _options()
    acts = lines_of("acts.jsonl")
    found, _ = incidents_of(reports_in(acts), options.ledger)
    told, register = Told(found), load_register()
    pairs = [(act, event) for line in acts for act in line["acts"] if (event := told.at({**act, **line}))]
    _print("place", (_placed(act, event, register) for act, event in pairs if "place" in act))
    _print("day", (_dated(act, event) for act, event in pairs if "day" in act))


def _placed(act: dict[str, Any], event: Telling, register: Register) -> tuple[str, str]:
    spots = event.setting.spots
    basis = _told_by(spots[0]) if spots else "nothing"
    if act["place"] is None:
        return basis, NO_PLACE
    if not spots:
        return basis, "missed"
    right = any(_names(spots[0], name, register) for name in act["place"])
    return basis, "right" if right else "another"


def _told_by(spot: Spot) -> str:
    """Name the words that tell it; a region of its own words leaves room for a place that other words tell."""
    return "own, region" if spot.basis == "own" and spot.precision not in (None, *EXACT) else spot.basis


def _names(spot: Spot, name: str, register: Register) -> bool:
    refs = {site.ref for site in register.sites.get(fold_name(name), ())}
    return spot.ref in refs or words_of(spot.name) == words_of(name)


def _dated(act: dict[str, Any], event: Telling) -> tuple[str, str]:
    days = event.setting.days
    basis = days.basis if days else "nothing"
    if act["day"] is None:
        return basis, NO_DAY
    if days is None:
        return basis, "missed"
    if act["day"] == "fresh":
        return basis, "right" if basis == "published" else "another"
    return basis, "right" if _touch(days, act["day"]) else "another"


def _touch(days: Stretch, judged: str) -> bool:
    first, _, last = judged.partition("..")
    return days.start <= (last or first) and first <= days.end


def _print(what: str, judged: Iterator[tuple[str, str]]) -> None:
    counted = Counter(judged)
    print(f"\n{what} told by")
    for basis in sorted({basis for basis, _ in counted}):
        row = {how: number for (by, how), number in counted.items() if by == basis}
        share = 100 * row.get("right", 0) / sum(row.values())
        print(f"  {basis:12} {sum(row.values()):5}   right {share:3.0f} %   {dict(sorted(row.items()))}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ledger", help="a file to keep the read reports in")
    return parser.parse_args()


if __name__ == "__main__":
    main()
