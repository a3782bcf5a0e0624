"""Judged names in, how many of their links are right out: precision, recall, and of what points back, precision.

usage: python benchmarks/linking.py [--show]

`judged/actors.jsonl` holds names as reports of many conflicts write them, each in a few words of our own, with the day
and whom it means: a key (or keys with `|` between, where an entry and a composition are
both right), `name:…` (whoever bears that name), or null for nobody. A trap is a name that
invites a wrong link. `judged/reference.jsonl` holds verdicts on links of "the group", "he", "government forces" in
reports that are not part of the repository.
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from histor.records.register import Register, fold_name
from histor.steps.link.explaining import explain
from histor.store.register import load_register

JUDGED = Path(__file__).parent / "judged"


@dataclass(frozen=True, slots=True)
class Answer:
    """A judged name and the key that linking gave it."""

    case: dict[str, Any]
    given: str | None
    right: bool


def main() -> None:
    """Measure and print."""
    options = _options()
    answers = list(measure(load_register()))
    for title, some in (("all", answers), ("traps", [one for one in answers if one.case["trap"]])):
        print(f"{title:6} {len(some):4} names   {figures(some)}")
    if options.show:
        for one in answers:
            if not one.right:
                print(f"  {one.case['date']} {one.case['text']!r}: {one.given}, not {one.case['ref']}")
    verdicts = [json.loads(line) for line in (JUDGED / "reference.jsonl").read_text("utf-8").splitlines()]
    right = sum(verdict["right"] for verdict in verdicts)
    print(f"back   {len(verdicts):4} links   precision {right / len(verdicts):.3f}")


def measure(register: Register) -> Iterator[Answer]:
    """Link every judged name."""
    for line in (JUDGED / "actors.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        given = explain(case["name"], register, case["date"], sentence=case["text"]).linked.ref
        yield Answer(case, given, _is_right(case["ref"], given, register))


def figures(answers: Iterable[Answer]) -> str:
    """Write precision (of keys given) and recall (of keys that should be given)."""
    answers = list(answers)
    given = [one for one in answers if one.given]
    wanted = [one for one in answers if one.case["ref"]]
    right = sum(one.right for one in given)
    return (
        f"precision {right / len(given):.3f} ({right}/{len(given)})   recall {right / len(wanted):.3f} ({len(wanted)})"
    )


def _is_right(expected: str | None, given: str | None, register: Register) -> bool:
    if expected is None or not expected.startswith("name:"):
        return given in (expected or "").split("|") if given else expected is None
    rows = register.actors.get(fold_name(expected.removeprefix("name:")), ())
    return given is not None and given in {actor.ref for actor in rows}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="list the wrong ones")
    return parser.parse_args()


if __name__ == "__main__":
    main()
