"""Acts that readers judged in, how well those that sum up many happenings are told from single ones out.

usage: python benchmarks/summaries.py [--incidents] [--fit] [--show] [--ledger FILE]

The verdicts stand in benchmarks/judged/summaries.jsonl: of each act, whether its words tell one happening, a lasting
state, many happenings, or none in truth. Some reports are held: nothing is chosen or fitted on them. --fit prints
weights fitted to the others, and how they do on reports that they were not fitted to; --show prints what is told wrong.
--incidents joins the reports and tells how many of the incidents that would count as one happening are none, with the
marks and without; --ledger keeps them in a file, so that a second run need not read them.
"""

import argparse
import hashlib
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from fusion import incidents_of
from fusion_texts import reports_of
from fusion_verdicts import Told, lines_of
from histor.read import Given
from histor.records.events import HAPPENED
from histor.records.incidents import Incident
from histor.records.made import Problem
from histor.records.record import Record
from histor.records.register import Actor, Site
from histor.run.reading import read_records
from histor.settings import Settings
from histor.steps.join.setting import settings_of
from histor.steps.join.summary import Act, acts_of, findings_on, odds_of, summed_up_by
from histor.steps.join.voices import outlets_by_name
from histor.steps.join.weights import SUMMARY
from histor.store.register import load_register
from histor.store.words import sentence_around

EDGES = (0.4, 0.5, 0.6, 0.7, 0.8)
PULL, STEPS, RATE = 3.0, 3000, 0.5  # of the fit: how strongly weights are drawn to nothing
PARTS = 5  # of the reports, each left out once
SUMS = ("lasting", "many")

Vector = np.ndarray[Any, np.dtype[Any]]
Known = tuple[Mapping[str, Site], Mapping[str, Actor], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Judged:
    """An act as it is read, with its verdict."""

    report: str
    act: Act
    sums_up: bool
    held: bool

    @property
    def odds(self) -> float:
        """The log odds of its summing up, as it is read."""
        return odds_of(findings_on(self.act))


def main() -> None:
    """Read, compare with the verdicts, and print."""
    options = _options()
    lines = {line["report"]: line for line in lines_of("summaries.jsonl")}
    known = _known()
    judged = [each for record in _read(set(lines)) for each in _judged(record, lines[record.report.key], known)]
    for half in ("fitted to", "held"):
        chosen = [each for each in judged if each.held == (half == "held")]
        _print(half, chosen, np.array([each.odds for each in chosen]))
    if options.incidents:
        _print_incidents(lines, options.ledger)
    if options.show:
        _show(judged)
    if options.fit:
        _fit([each for each in judged if not each.held])


def _read(wanted: set[str]) -> Iterator[Record]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("".join(json.dumps(line) + "\n" for line in reports_of(wanted)), "utf-8")
        read = read_records([str(path)], Given(), Settings(), stdin=BytesIO())
        yield from (each.record for each in read if not isinstance(each, Problem))


def _judged(record: Record, line: dict[str, Any], register: Known) -> Iterator[Judged]:
    """Give the acts that are read as having happened and that a verdict is about; of what is mis-marked, none."""
    acts = [act for act in _acts(record, register) if act.event.status in HAPPENED]
    for told in line["acts"]:
        start, end = told["trigger"]
        found = next((act for act in acts if act.event.trigger.start < end and start < act.event.trigger.end), None)
        if found and told["tells"] != "none":
            yield Judged(record.report.key, found, told["tells"] in SUMS, line["held"])


def _acts(record: Record, known: Known) -> Iterator[Act]:
    report, by_id = record.report, {event.id: event for event in record.events}
    sentences = {event.id: sentence_around(report.text, (event.trigger,), report.blocks) for event in record.events}
    settings = settings_of(record, sentences, *known)
    return acts_of(settings, [by_id[each.event] for each in settings], report)


def _known() -> Known:
    register = load_register()
    sites = {site.ref: site for sites in register.sites.values() for site in sites}
    return sites, register.refs, outlets_by_name(register.refs)


def _print(half: str, judged: Sequence[Judged], odds: Vector) -> None:
    """Print how many of those taken for a summary are one, and how many of the summaries are found, by source."""
    sources = np.array([each.report.partition("-")[0] for each in judged])
    sums_up = np.array([each.sums_up for each in judged])
    for source in ("all", *sorted(set(sources))):
        chosen = np.full(len(judged), True) if source == "all" else sources == source
        told = [_precision_and_recall(odds[chosen], sums_up[chosen], edge) for edge in EDGES]
        print(f"{half:10} {source:8} {sums_up[chosen].sum():4} of {chosen.sum():4} sum up   {'   '.join(told)}")


def _precision_and_recall(odds: Vector, sums_up: Vector, edge: float) -> str:
    said = 1 / (1 + np.exp(-odds)) >= edge
    right = int((said & sums_up).sum())
    return f"from {edge}: {100 * right / max(1, said.sum()):3.0f} / {100 * right / max(1, sums_up.sum()):2.0f} %"


def _print_incidents(lines: dict[str, dict[str, Any]], path: str | None) -> None:
    """Print how many incidents that are told as having happened are sums: none of the acts judged in one tells one."""
    found, _ = incidents_of(set(lines), path)
    told = Told(found)
    verdicts: dict[str, list[tuple[str, bool]]] = {}
    for line in lines.values():
        for act in line["acts"]:
            event = told.at({**act, **line}) if act["tells"] != "none" else None
            if event:
                verdicts.setdefault(event.id, []).append((act["tells"], line["held"]))
    counted = Counter(each for incident in found for each in _verdict(incident, verdicts))
    for held in (False, True):
        single, sums = ([counted[held, is_sum, marked] for marked in (False, True)] for is_sum in (False, True))
        print(
            f"{'held' if held else 'fitted to':10} {sum(single + sums)} incidents: {sum(sums)} sums,"
            f" of those not marked {sums[0]} of {sums[0] + single[0]};"
            f" marked {sums[1] + single[1]}, of these {sums[1]} rightly"
        )


def _verdict(incident: Incident, verdicts: Mapping[str, list[tuple[str, bool]]]) -> Iterator[tuple[bool, bool, bool]]:
    """Give whether an incident is held, sums up by its verdicts, and is marked so; nothing without a verdict."""
    given = [each for telling in incident.tellings for each in verdicts.get(telling.id, ())]
    if given and incident.tellings[0].status in HAPPENED:
        yield given[0][1], all(tells in SUMS for tells, _ in given), incident.is_summary


def _show(judged: Iterable[Judged]) -> None:
    for each in judged:
        found = bool(summed_up_by(each.act))
        if not each.held and found != each.sums_up:
            sentence = " ".join(each.act.told.split())
            print(f"{'TAKEN' if found else 'MISSED'} {each.odds:+.1f} [{each.act.words}] {sentence[:200]}")


def _fit(judged: Sequence[Judged]) -> None:
    names = list(SUMMARY)
    rows = np.array([_row(each.act, names) for each in judged])
    sums_up = np.array([float(each.sums_up) for each in judged])
    parts = np.array([int(hashlib.sha256(each.report.encode()).hexdigest(), 16) % PARTS for each in judged])
    guessed = np.zeros(len(judged))
    for part in range(PARTS):
        out = parts == part
        guessed[out] = rows[out] @ _descend(rows[~out], sums_up[~out])
    _print("left out", judged, guessed)
    *weights, prior = _descend(rows, sums_up)
    print(f"SUMMARY_PRIOR = {prior:.1f}")
    for name, weight, number in zip(names, weights, rows.sum(axis=0), strict=False):
        print(f'    "{name}": {weight:.1f},  # was {SUMMARY[name]}, of {number:.0f} acts')


def _row(act: Act, names: Sequence[str]) -> list[float]:
    amounts = dict.fromkeys(names, 0.0)
    for name, amount, _ in findings_on(act):
        amounts[name] += amount
    return [*amounts.values(), 1.0]


def _descend(rows: Vector, sums_up: Vector) -> Vector:
    """Fit by gradient descent, each weight but the last drawn to nothing."""
    weights, pull = np.zeros(rows.shape[1]), np.full(rows.shape[1], PULL)
    pull[-1] = 0.0
    for _ in range(STEPS):
        wrong = 1 / (1 + np.exp(-(rows @ weights))) - sums_up
        weights -= RATE * (rows.T @ wrong + pull * weights) / len(sums_up)
    return weights


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--incidents", action="store_true", help="tell how many incidents are sums")
    parser.add_argument("--ledger", help="a file to keep the read reports in")
    parser.add_argument("--fit", action="store_true", help="fit the weights and print them")
    parser.add_argument("--show", action="store_true", help="show what is told wrong, of reports that are not held")
    return parser.parse_args()


if __name__ == "__main__":
    main()
