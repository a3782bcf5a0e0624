"""How often the alerts' rules give a false alarm in a month in which nothing changed, and how soon they see a change.

usage: python benchmarks/statistics/alerts.py [--series 400] [--seed 3]

Writes alerts.md beside itself. A series is checked every day for 30 days after those that a rule needs; an alarm in
any of them counts. The constants of histor/monitors/alerting/changes.py are set by this.
"""

import argparse
from pathlib import Path

import numpy as np

from histor.monitors.alerting.changes import risen, shifted, silent_for
from histor.monitors.alerting.definition import DAYS
from histor.monitors.statistics.rates import Counts

MONTH = 30  # days
KINDS = ("Poisson", "variance twice the mean")


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--series", type=int, default=400)
    parser.add_argument("--seed", type=int, default=3)
    options = parser.parse_args()
    lines = [
        "# What the rules of alerts promise", "",
        "Written by `python benchmarks/statistics/alerts.py`. Checked every day for 30 days: share of months with an"
        " alarm.", "",
        "| rule | counts | case | series | months with an alarm |", "|---|---|---|---|---|",
    ]  # fmt: skip
    draws = np.random.default_rng(options.seed)
    for kind in KINDS:
        for rule, case, before, after, series in cases(options.series):
            seen = sum(_alarm(rule, draws, kind, before, after) for _ in range(series)) / series
            lines.append(f"| {rule} | {kind} | {case} | {series} | {100 * seen:.1f} % |")
            print(lines[-1], flush=True)
    Path(__file__).with_name("alerts.md").write_text("\n".join([*lines, ""]), encoding="utf-8")


def cases(series: int) -> list[tuple[str, str, tuple[float, float], tuple[float, float], int]]:
    """Give rule, words, (level, share) before and in the month, and how many series."""
    few = max(1, series // 4)
    return [
        ("rise", "3 a day, no change", (3, 0), (3, 0), series),
        ("rise", "1 a day, no change", (1, 0), (1, 0), series),
        ("rise", "0.5 a day, no change", (0.5, 0), (0.5, 0), series),
        ("rise", "3 a day, doubled", (3, 0), (6, 0), few),
        ("silence", "3 a day, no change", (3, 0), (3, 0), series),
        ("silence", "1 a day, no change", (1, 0), (1, 0), series),
        ("silence", "0.3 a day, no change", (0.3, 0), (0.3, 0), series),
        ("silence", "1 a day, then none", (1, 0), (0, 0), few),
        ("shift", "3 a day, 20 %, no change", (3, 0.2), (3, 0.2), series),
        ("shift", "3 a day, 20 % to 60 %", (3, 0.2), (3, 0.6), few),
    ]


def _alarm(
    rule: str, draws: np.random.Generator, kind: str, before: tuple[float, float], after: tuple[float, float]
) -> bool:
    days, against = DAYS[rule]
    known = days + against
    whole = np.concatenate([_drawn(draws, kind, before[0], known), _drawn(draws, kind, after[0], MONTH)])
    shares = np.repeat([before[1], after[1]], [known, MONTH])
    part = draws.binomial(whole.astype(np.int64), shares).astype(np.float64)
    return any(_seen(rule, part[:end], whole[:end]) for end in range(known + 1, known + MONTH + 1))


def _seen(rule: str, part: Counts, whole: Counts) -> bool:
    days, against = DAYS[rule]
    if rule == "rise":
        return risen(whole, days, against) is not None
    if rule == "silence":
        return silent_for(whole, days, against) is not None
    return shifted(part, whole, days, against) is not None


def _drawn(draws: np.random.Generator, kind: str, mean: float, days: int) -> Counts:
    if kind == "Poisson" or mean == 0:
        return draws.poisson(mean, days).astype(np.float64)
    return draws.negative_binomial(mean, 0.5, days).astype(np.float64)


if __name__ == "__main__":
    main()
