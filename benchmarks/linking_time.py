"""Marked-up reports in, what linking costs beside marking out: seconds of processor, and the share.

usage: python benchmarks/linking_time.py [--split dev] [--turns 3]

The register and the gazetteer are read before the clock starts. HISTOR_SHARED names the folder of the reports.
"""

import argparse
import io
import os
import time
from pathlib import Path

from histor.read import Given, Received, receive
from histor.run.gazetteer import look_up
from histor.run.marking import Tagger, best_tagger
from histor.run.register import Known, register_of
from histor.settings import Settings
from histor.steps.link import link
from histor.steps.link.place_names import asked_places
from histor.steps.mark import mark

SHARED = Path(os.environ.get("HISTOR_SHARED", "../shared"))


def main() -> None:
    """Measure and print; the first turn warms up and does not count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="dev", choices=["dev", "train"])
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    path = str(SHARED / f"data/gold/{options.split}.jsonl")
    reports = [one for one in receive([path], Given(), Settings(), stdin=io.BytesIO()) if isinstance(one, Received)]
    tagger = best_tagger()
    for turn in range(options.turns + 1):
        marking, linking = _times(reports, tagger)
        if turn:
            share = linking / marking
            print(f"{len(reports)} reports: marking {marking:.2f} s, linking {linking:.2f} s of processor: {share:.1%}")


def _times(reports: list[Received], tagger: Tagger) -> tuple[float, float]:
    """Give the seconds of processor that marking and linking take."""
    marking = linking = 0.0
    known = Known()
    register = register_of(known)
    for received in reports:
        start = time.process_time()
        marked = mark(received.report, tagger.tags(received.report), tagger.step)
        between = time.process_time()
        lists = look_up(asked_places(received.report, marked.events, register), known)
        link(received.report, marked.claims, marked.events, register, lists)
        marking, linking = marking + between - start, linking + time.process_time() - between
    return marking, linking


if __name__ == "__main__":
    main()
