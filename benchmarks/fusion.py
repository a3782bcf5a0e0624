"""Pairs and stories that were judged by reading in, how well the joining tells happenings apart out.

usage: python benchmarks/fusion.py [--fit] [--keep] [--show] [--ledger FILE]

The verdicts stand in benchmarks/judged (pairs, clusters, acts) as ids and offsets; the texts come from the folder
HISTOR_SHARED (default: ../shared). Half of them, by month, are held: nothing is chosen or fitted on them. --fit prints
weights fitted to the other half and to further pairs that count in no figure (taught); it reads their reports too, so
give it a ledger of its own. --ledger keeps the read reports in a file, so that a second run need not read them.
"""

import argparse
import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from accuracy import RESULTS, _commit
from fusion_fit import fit
from fusion_texts import RECORDED, fill
from fusion_verdicts import Judged, Line, Told, is_clear, lines_of, reports_in
from histor.records.incidents import Incident, Telling
from histor.records.question import Question
from histor.run import joining
from histor.steps.join import JOINER
from histor.steps.join.bonding import KEPT, weigh
from histor.store.ledger import open_to_write
from histor.store.register import load_register

EDGES = (0.1, 0.3, 0.5, 0.7, 0.9, 1.01)  # of the scores by which candidate pairs are counted

DRAWN, TWICE = "drawn", "twice"  # the kinds of the second and the third sample, counted apart (docs/fusion.md)


def main() -> None:
    """Read, join, compare with the verdicts, and print."""
    options = _options()
    verdicts, stories, acts = lines_of("pairs.jsonl"), lines_of("clusters.jsonl"), lines_of("acts.jsonl")
    taught = lines_of("taught.jsonl") if options.fit else []
    incidents, lost = incidents_of(reports_in([*verdicts, *taught, *stories, *acts]), options.ledger)
    home = {telling.id: each.id for each in incidents for telling in each.tellings}
    told = Told(incidents)
    pairs = [told.judged(line) for line in verdicts if is_clear(line)]
    retold = [pair for line in acts for pair in told.retold(line)]
    figures: dict[str, float] = {"judged": len(pairs), "found": sum(each.found for each in pairs), "reports_lost": lost}
    for half, held in (("dev", False), ("held", True), ("all", None)):
        chosen = [each for each in pairs if held is None or each.held == held]
        for sample, of in _by_sample(chosen).items():
            figures |= _pair_figures(f"{half}{sample}", of, home)
        figures |= _natural(half, chosen, home, told)
        within = [each for each in retold if held is None or each.held == held]
        figures |= _scores(f"{half}_retold", [_merged(each, home) for each in within], [each.same for each in within])
        figures |= _clusters(half, [line for line in stories if held is None or line["held"] == held], told, home)
    for name, value in figures.items():
        print(f"{name:36} {value}")
    if options.show:
        _show(pairs, home)
    if options.fit:
        more = [told.judged(line) for line in taught if is_clear(line)]
        for name, value in _pair_figures("taught", more, home).items():
            print(f"{name:36} {value}")
        pairs += [*more, *retold]
        fit([(each.one, each.other, each.same) for each in pairs if each.one and each.other and not each.held])
    if options.keep:
        _keep(figures)


def _by_sample(pairs: Sequence[Judged]) -> dict[str, list[Judged]]:
    """Part the pairs by the sample that they were drawn in; none that is empty."""
    found: dict[str, list[Judged]] = {}
    for each in pairs:
        found.setdefault({DRAWN: "_second", TWICE: "_third"}.get(each.kind, ""), []).append(each)
    return found


def _pair_figures(half: str, pairs: Sequence[Judged], home: Mapping[str, str]) -> dict[str, float]:
    """Compare by whether both events stand in one incident, and by the bond between the two alone."""
    found = [each for each in pairs if each.found]
    figures = _scores(f"{half}_incident", [_merged(each, home) for each in found], [each.same for each in found])
    figures |= _scores(f"{half}_bond", [_bound(each) for each in found], [each.same for each in found])
    over_all = _scores(
        f"{half}_over_all", [each.found and _merged(each, home) for each in pairs], [e.same for e in pairs]
    )
    return {**figures, **{name: value for name, value in over_all.items() if name.endswith(("f1", "recall"))}}


def _merged(each: Judged, home: Mapping[str, str]) -> bool:
    return bool(each.one and each.other) and home[each.one.id] == home[each.other.id]  # type: ignore[union-attr]


def _bound(each: Judged) -> bool:
    return _score(each.one, each.other) >= KEPT if each.one and each.other else False


def _score(one: Telling, other: Telling) -> float:
    weighed = weigh(one, other)
    return weighed.score if weighed else 0.0


def _natural(half: str, pairs: Sequence[Judged], home: Mapping[str, str], told: Told) -> dict[str, float]:
    """Weigh judged pairs so that they stand for all pairs that the keys bring together, by their scores.

    Verdicts were drawn evenly over scores; in the ledger, unlike pairs are many and likely ones few.
    """
    counted = [0] * len(EDGES)
    for one, other in told.candidates():
        counted[_bin(_score(one, other))] += 1
    found = [each for each in pairs if each.one and each.other]
    bins = [_bin(_score(each.one, each.other)) for each in found if each.one and each.other]
    weights = [counted[place] / bins.count(place) for place in bins]
    right = sum(w for w, each in zip(weights, found, strict=True) if each.same and _merged(each, home))
    said = sum(w for w, each in zip(weights, found, strict=True) if _merged(each, home))
    same = sum(w for w, each in zip(weights, found, strict=True) if each.same)
    wrong, different = said - right, sum(weights) - same
    return {
        f"{half}_ledger_f1": round(200 * right / max(1e-9, said + same), 1),
        f"{half}_ledger_precision": round(100 * right / max(1e-9, said), 1),
        f"{half}_ledger_recall": round(100 * right / max(1e-9, same), 1),
        f"{half}_ledger_false_merge_rate": round(100 * wrong / max(1e-9, different), 1),
    }


def _bin(score: float) -> int:
    return next(place for place, edge in enumerate(EDGES) if score < edge)


def _clusters(half: str, stories: Sequence[Line], told: Told, home: Mapping[str, str]) -> dict[str, float]:
    """Compare the events of each story by B³: of each event, how its incident and its cluster overlap."""
    precision, recall, number = 0.0, 0.0, 0
    for story in stories:
        found = [(each["cluster"], home[event.id]) for each in story["events"] if (event := told.at(each))]
        for cluster, incident in found:
            both = sum(pair == (cluster, incident) for pair in found)
            precision += both / sum(other == incident for _, other in found)
            recall += both / sum(other == cluster for other, _ in found)
            number += 1
    precision, recall = precision / max(1, number), recall / max(1, number)
    return {
        f"{half}_b3_events": number,
        f"{half}_b3_f1": round(200 * precision * recall / max(1e-9, precision + recall), 1),
        f"{half}_b3_precision": round(100 * precision, 1),
        f"{half}_b3_recall": round(100 * recall, 1),
    }


def _scores(name: str, said: Sequence[bool], same: Sequence[bool]) -> dict[str, float]:
    right = sum(a and b for a, b in zip(said, same, strict=True))
    precision, recall = right / max(1, sum(said)), right / max(1, sum(same))
    wrong = sum(a and not b for a, b in zip(said, same, strict=True))
    return {
        f"{name}_f1": round(200 * precision * recall / max(1e-9, precision + recall), 1),
        f"{name}_precision": round(100 * precision, 1),
        f"{name}_recall": round(100 * recall, 1),
        f"{name}_false_merges": wrong,
        f"{name}_different": len(same) - sum(same),
        f"{name}_false_merge_rate": round(100 * wrong / max(1, len(same) - sum(same)), 1),
    }


def incidents_of(wanted: set[str], path: str | None) -> tuple[tuple[Incident, ...], int]:
    """Keep these reports in a ledger, join them and give the incidents, and how many reports could not be kept."""
    with tempfile.TemporaryDirectory() as folder, open_to_write(path or Path(folder) / "fusion.db") as ledger:
        lost = fill(ledger, wanted, Path(folder))
        joining.join(ledger, load_register(), recorded=RECORDED)
        return joining.incidents(ledger, Question()), lost


def _show(pairs: Sequence[Judged], home: Mapping[str, str]) -> None:
    """Print what was judged otherwise than it was joined."""
    for each in pairs:
        if not (each.one and each.other) or each.same == _merged(each, home) or each.held:
            continue
        weighed = weigh(each.one, each.other)
        print(f"\n{'MISSED' if each.same else 'FALSE'} {each.kind} {weighed.score if weighed else 'apart'} {each.ends}")
        for telling in (each.one, each.other):
            print(f"  {telling.row.source.published.start} [{telling.row.words}] {telling.row.sentence[:200]}")
        for reason in weighed.reasons if weighed else ():
            print(f"    {reason.weight:+.2f} {reason.what}: {reason.words}")


def _keep(figures: Mapping[str, float]) -> None:
    row = {
        "commit": _commit(),
        "day": date.today().isoformat(),
        "cores": os.cpu_count(),
        "joiner": str(JOINER),
        **figures,
    }
    with (RESULTS.parent / "fusion.jsonl").open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(row) + "\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true", help="fit the weights and print them")
    parser.add_argument(
        "--show", action="store_true", help="show the pairs of the half that is not held that are wrong"
    )
    parser.add_argument("--ledger", help="a file to keep the read reports in")
    parser.add_argument("--keep", action="store_true", help="append the figures to benchmarks/results/fusion.jsonl")
    return parser.parse_args()


if __name__ == "__main__":
    main()
