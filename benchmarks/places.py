"""A list of Syrian places in, the share that is found again out; and the verdicts on linked places counted.

usage: python benchmarks/places.py [--rows 1000]

Each row's name is looked up as a place said to lie in Syria: with what comes with the program, then with the whole list
imported into a ledger of its own. Right is an answer at most `RIGHT` km from the row's point. Names that several
villages of the list bear have no answer that is right: they must stay open, and count as such.
"""

import argparse
import csv
import json
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from histor.records.gazetteer import Asked
from histor.records.register import fold_name
from histor.run.gazetteer import look_up
from histor.run.places import import_places
from histor.run.register import Known, known_by, register_of
from histor.steps.link.place_choice import choose, kilometres
from histor.steps.link.surroundings import Surroundings
from histor.store.place_lists import ListForm

LIST = "data/places/gazetteer_syria.csv"
JUDGED = Path(__file__).parent / "judged" / "places.jsonl"
COUNTRY = "SYR"
RIGHT = 10.0  # km
RECORDED = "2026-01-01T00:00:00Z"


def main() -> None:
    """Measure and print."""
    options = _options()
    _tell_judged()
    path = Path(os.environ.get("HISTOR_SHARED", "../shared")) / LIST
    if not path.exists():
        sys.exit(f"{path} is not there; HISTOR_SHARED names the folder that holds it")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["lat"] and row["name"]]
    rows = random.Random(5).sample(rows, options.rows)
    with tempfile.TemporaryDirectory() as folder:
        ledger = str(Path(folder) / "list.db")
        _tell("as installed", rows, Known())
        import_places(str(path), ledger, ListForm(COUNTRY), recorded=RECORDED)
        _tell("list imported", rows, known_by(ledger))


def _tell(title: str, rows: list[dict[str, str]], known: Known) -> None:
    counted = Counter(_verdict(row, known) for row in rows)
    shares = " · ".join(f"{name} {counted[name] / len(rows):.1%}" for name in ("right", "open", "wrong"))
    answered = counted["right"] + counted["wrong"]
    print(f"{title:14} {len(rows)} names: {shares} · right of those answered {counted['right'] / max(answered, 1):.1%}")


def _verdict(row: dict[str, str], known: Known) -> str:
    point = (float(row["lat"]), float(row["lon"]))
    register = register_of(known).sites.get(fold_name(row["name"]), ())
    sites = [site for site in register if site.country == COUNTRY]
    found = sites[0] if sites else None
    if found is None:
        entries = look_up(Asked((row["name"],), (COUNTRY,)), known).entries.get(fold_name(row["name"]), ())
        areas = frozenset(fold_name(area) for area in (row["admin"], *row["admin"].split("/")) if area)
        found = choose(row["name"], entries, Surroundings(COUNTRY, areas=areas)).site
    if found is None or found.latitude is None or found.longitude is None:
        return "open"
    return "right" if kilometres((found.latitude, found.longitude), point) <= RIGHT else "wrong"


def _tell_judged() -> None:
    """Print the verdicts on places that were linked, as a person read them: of each sample, the last drawn last."""
    verdicts = list(_verdicts())
    for sample in dict.fromkeys(sample for sample, _ in verdicts):
        counted = Counter(verdict for drawn, verdict in verdicts if drawn == sample)
        judged = counted["right"] + counted["wrong"]
        print(f"judged         {judged} linked places of events ({sample}): right {counted['right'] / judged:.1%}")


def _verdicts() -> Iterable[tuple[str, str]]:
    with JUDGED.open(encoding="utf-8") as file:
        for line in file:
            verdict = json.loads(line)
            yield verdict["sample"], verdict["verdict"]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1000)
    return parser.parse_args()


if __name__ == "__main__":
    main()
