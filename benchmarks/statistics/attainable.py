"""How often any test could see a halving of 3 a day over 30 days, against how often those of the monitors do.

usage: python benchmarks/statistics/attainable.py [--series 40000] [--seed 2]

Writes attainable.md beside itself. A test that knows the dispersion and the distribution sets the mark: what it lets
through is attainable, and nothing above it is. Each test that knows more than a record tells is put at 5 % of false
alarms by its own simulated series without change, at the mean of both windows.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import special, stats

from histor.monitors.statistics.rates import compare_rates

Days = NDArray[np.float64]  # (series, days)
BEFORE, AFTER, DAYS = 3.0, 1.5, 30
WITHIN = 0.05
OURS = 4000  # series for the test of the monitors, which takes one series at a time


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--series", type=int, default=40_000)
    parser.add_argument("--seed", type=int, default=2)
    options = parser.parse_args()
    draws = np.random.default_rng(options.seed)
    rows = [(name, [measure(draws, options.series, kind) for kind in KINDS]) for name, measure in TESTS.items()]
    head = (
        "# What is attainable\n\nWritten by `python benchmarks/statistics/attainable.py`. Share of series in which a "
        "halving of 3 a day is seen over\n30 days a side, at 5 % of false alarms in both directions together.\n\n"
        f"| test | {' | '.join(KINDS)} |\n|---|{'---|' * len(KINDS)}\n"
    )
    told = [f"| {name} | {' | '.join(f'{100 * power:.1f} %' for power in powers)} |\n" for name, powers in rows]
    text = head + "".join(told)
    Path(__file__).with_name("attainable.md").write_text(text, encoding="utf-8")
    print(text)


def drawn(draws: np.random.Generator, series: int, mean: float, kind: str) -> Days:
    """Draw days of a kind."""
    shape = (series, DAYS)
    if kind == "Poisson":
        return draws.poisson(mean, shape).astype(np.float64)
    if kind == "variance twice the mean":
        return draws.negative_binomial(mean, 0.5, shape).astype(np.float64)
    return draws.negative_binomial(3, 3 / (3 + mean), shape).astype(np.float64)


KINDS = ("Poisson", "variance twice the mean", "negative binomial, shape 3")


def sums(before: Days, after: Days, _: str) -> NDArray[np.float64]:
    """Compare the sums, on the scale of roots: the best that a test of means can do, the dispersion known."""
    return np.asarray(np.sqrt(after.sum(axis=1) + 3 / 8) - np.sqrt(before.sum(axis=1) + 3 / 8))


def scores(before: Days, after: Days, kind: str) -> NDArray[np.float64]:
    """Compare the scores of the very distribution, known but for its mean: the locally most powerful test."""
    if kind != "variance twice the mean":
        return sums(before, after, kind)  # there the sum is sufficient for a known shape
    shape = ((before.sum(axis=1) + after.sum(axis=1)) / (2 * DAYS))[:, None]
    one, other = (special.digamma(days + shape) for days in (before, after))
    spread = np.concatenate([one, other], axis=1).std(axis=1)
    return np.asarray((other.mean(axis=1) - one.mean(axis=1)) / spread)


def calibrated(statistic: Callable[[Days, Days, str], NDArray[np.float64]]) -> Callable[..., float]:
    """Give the power of a statistic at a limit that its own series without change set."""

    def measure(draws: np.random.Generator, series: int, kind: str) -> float:
        level = (BEFORE + AFTER) / 2
        null = statistic(drawn(draws, series, level, kind), drawn(draws, series, level, kind), kind)
        found = statistic(drawn(draws, series, BEFORE, kind), drawn(draws, series, AFTER, kind), kind)
        return float((found < np.quantile(null, WITHIN / 2)).mean())

    return measure


def students(change: Callable[[Days], Days]) -> Callable[..., float]:
    """Give the power of Student's test of two samples on changed days, which has to estimate the spread."""

    def measure(draws: np.random.Generator, series: int, kind: str) -> float:
        one, other = change(drawn(draws, series, BEFORE, kind)), change(drawn(draws, series, AFTER, kind))
        told = stats.ttest_ind(other, one, axis=1)
        return float(((told.pvalue <= WITHIN) & (told.statistic < 0)).mean())

    return measure


def ours(draws: np.random.Generator, _: int, kind: str) -> float:
    """Give the power of the monitors' own test, with its allowance for days that follow their neighbours."""
    one, other = drawn(draws, OURS, BEFORE, kind), drawn(draws, OURS, AFTER, kind)
    verdicts = [compare_rates(before, after).verdict for before, after in zip(one, other, strict=True)]
    return verdicts.count("fall") / OURS


TESTS: dict[str, Callable[..., float]] = {
    "scores, distribution and dispersion known: the mark": calibrated(scores),
    "sums, dispersion known": calibrated(sums),
    "means, Student's": students(lambda days: days),
    "roots of counts plus one, Student's": students(lambda days: np.sqrt(days + 1)),
    "roots of counts plus a half (Bartlett), Student's": students(lambda days: np.sqrt(days + 0.5)),
    "logarithms of counts plus one, Student's": students(lambda days: np.log(days + 1)),
    f"the monitors' (roots plus one, allowance for neighbours; {OURS} series)": ours,
}

if __name__ == "__main__":
    main()
