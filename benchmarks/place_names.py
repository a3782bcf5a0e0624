"""Judged names in reports in, how many of the places that linking gives them are right out: precision and recall.

usage: python benchmarks/place_names.py [--show]

`judged/place_names.jsonl` holds names as reports of many conflicts and places write them: the report, the span, and the
key of the place that is meant (keys with `|` between, where two are right; an empty one: to leave it open is right
too), `unlisted` for a place that no list has, or null where no place is meant. A trap is a name that invites a wrong
place: Tripoli in Lebanon, Jordan Smith, USS Cole, a football club, "Moscow has denied". The texts are not part of the
repository: HISTOR_SHARED names the folder that holds them (default: ../shared).
"""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from histor.records.events import Place
from histor.records.gazetteer import Asked
from histor.records.measures import Span
from histor.records.text import Block, Published, Report
from histor.run.gazetteer import look_up
from histor.run.register import Known, register_of
from histor.steps.link.place_names import asked_name
from histor.steps.link.places import link_place
from histor.steps.link.setting import setting_of
from histor.steps.link.surroundings import countries_to_ask

JUDGED = Path(__file__).parent / "judged" / "place_names.jsonl"
CORPORA = ("fa_kes.jsonl", "wikipedia_current_events.jsonl", "kremlin.jsonl")
KNOWN = Known()


@dataclass(frozen=True, slots=True)
class Answer:
    """A judged name with a few words around it, and the key that linking gave it."""

    case: dict[str, Any]
    words: str
    given: str | None

    @property
    def right(self) -> bool:
        """Tell whether the key, or its absence, is what was judged right."""
        return (self.given or "") in (self.case["ref"] or "").split("|")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="list the wrong ones and the missed ones")
    options = parser.parse_args()
    answers = list(measure())
    for title, some in (("all", answers), ("traps", [one for one in answers if one.case["trap"]])):
        print(f"{title:6} {len(some):4} names   {figures(some)}")
    if options.show:
        for one in answers:
            if not one.right:
                print(f"  {one.case['report']} {one.words!r}: {one.given}, not {one.case['ref']}")


def measure() -> Iterator[Answer]:
    """Link every judged name as the place of an event in its report."""
    cases = [json.loads(line) for line in JUDGED.read_text("utf-8").splitlines()]
    texts = _texts({case["report"] for case in cases})
    for case in cases:
        start, end = case["span"]
        text = texts[case["report"]]
        place = linked(text, Span(start, end))
        yield Answer(case, text[max(0, start - 40) : end + 20], place.ref if place else None)


def linked(text: str, span: Span) -> Place | None:
    """Link one name of a text of which nothing else is known, with the lists that come with the program."""
    unknown = Published(None, None, "unknown", "unknown")
    report = Report("r", "r", "", text, (Block(0, len(text), "paragraph"),), unknown)
    register = register_of(KNOWN)
    setting = setting_of(report, register, None)
    name = asked_name(text, span, register)
    if name:
        asked = Asked((text[name.start : name.end],), countries_to_ask(setting))
        setting = setting_of(report, register, None, look_up(asked, KNOWN))
    return link_place(Place(span, text[span.start : span.end]), setting)


def figures(answers: Iterable[Answer]) -> str:
    """Write precision (of keys given) and recall (of keys that should be given)."""
    answers = list(answers)
    given = [one for one in answers if one.given]
    wanted = [one for one in answers if one.case["ref"] and "" not in one.case["ref"].split("|")]
    right, found = sum(one.right for one in given), sum(one.right for one in wanted)
    return (
        f"precision {right / len(given):.3f} ({right}/{len(given)})   recall {found / len(wanted):.3f} ({len(wanted)})"
    )


def _texts(wanted: set[str]) -> dict[str, str]:
    folder = Path(os.environ.get("HISTOR_SHARED", "../shared")) / "data/corpora"
    if not folder.exists():
        sys.exit(f"{folder} is not there; HISTOR_SHARED names the folder that holds the texts")
    rows = (json.loads(line) for name in CORPORA for line in (folder / name).open(encoding="utf-8"))
    return {row["id"]: row["text"] for row in rows if row["id"] in wanted}


if __name__ == "__main__":
    main()
