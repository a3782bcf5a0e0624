"""The statistics of the monitors held against series whose truth is known: false alarms, coverage, power.

usage: python benchmarks/statistics/study.py [--series 2000] [--seed 1] [--check]

Writes results.json and results.md beside itself; the same seed gives the same files. `--check` ends with 1 if a bar is
broken. A series without a verdict (too little data) counts neither as an alarm nor as covered; how many there are
is told.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from histor.monitors.statistics.breaks import find_breaks
from histor.monitors.statistics.rates import Counts, compare_rates
from histor.monitors.statistics.shares import compare_shares

FOLDER = Path(__file__).parent
MOST_ALARMS, LEAST_COVERED, MOST_COVERED, LEAST_POWER = 0.05, 0.93, 0.97, 0.80
ERRORS = 2.0  # standard errors of the simulation itself that a measured share may lie beyond its bar
BARRED_POWER = (3, 1.5, 30, 30)  # a halving of 3 a day over 30 days: no error of the simulation is allowed for
MORE_SERIES = 10  # times as many for that case, and for those of CLOSE
# Cases of the level and of the mix of which fewer series gave more than 5 % of false alarms: more tell a test that is
# too ready from a draw that was.
CLOSE = (
    ("variance twice the mean", (0.5, 0.5, 30, 30)),
    ("variance twice the mean", (7, 7, 31, 17)),
    ("Poisson", (0.2, 0.2, 3, 3, 30, 30)),
    ("Poisson", (0.2, 0.2, 7, 2.8, 31, 17)),
    ("Poisson", (0.5, 0.5, 3, 1.5, 30, 30)),
    ("variance twice the mean", (0.2, 0.2, 3, 3, 30, 30)),
)
Draw = Callable[[np.random.Generator, float, int], Counts]


@dataclass(frozen=True)
class Result:
    """What one case measured."""

    test: str
    counts: str
    case: str
    series: int
    no_verdict: float  # share of the series
    alarms: float | None  # share of verdicts that see a change where there is none
    covered: float | None  # share of intervals that hold the truth
    power: float | None  # share of verdicts that see the change in its true direction
    within: bool | None  # of the bars; None: no bar is set for the case


def main() -> int:
    """Run the study, write what it measured, tell whether the bars hold."""
    options = _options()
    results = []
    for number, measure in enumerate((*rates(), *shares(), *breaks())):
        results.append(measure(np.random.default_rng([options.seed, number]), options.series))
        print(_row(results[-1]), flush=True)
    told = {"seed": options.seed, "series": options.series, "results": [asdict(result) for result in results]}
    (FOLDER / "results.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    (FOLDER / "results.md").write_text(_page(results, options.seed), encoding="utf-8")
    return int(options.check and any(result.within is False for result in results))


def poisson(draws: np.random.Generator, mean: float, days: int) -> Counts:
    """Draw days whose variance is their mean."""
    return draws.poisson(mean, days).astype(np.float64)


def doubled(draws: np.random.Generator, mean: float, days: int) -> Counts:
    """Draw days whose variance is twice their mean, at any level."""
    return draws.negative_binomial(mean, 0.5, days).astype(np.float64)


def shaped(draws: np.random.Generator, mean: float, days: int) -> Counts:
    """Draw days of a negative binomial of shape 3: variance twice the mean at 3 a day, 1.5 times at half of that."""
    return draws.negative_binomial(3, 3 / (3 + mean), days).astype(np.float64)


def following(draws: np.random.Generator, mean: float, days: int) -> Counts:
    """Draw days that follow their neighbours: a Poisson whose level wanders (lag-one correlation of the level 0.6)."""
    noise = draws.normal(size=days + 50)
    level = np.zeros(days + 50)
    for day in range(1, days + 50):
        level[day] = 0.6 * level[day - 1] + noise[day] * np.sqrt(1 - 0.6**2)
    spread = np.sqrt(np.log(1 + 1 / mean))  # makes the variance twice the mean
    return np.asarray(draws.poisson(mean * np.exp(spread * level[50:] - spread * spread / 2)), dtype=np.float64)


def spreading(draws: np.random.Generator, mean: float, days: int) -> Counts:
    """Draw days of a negative binomial of shape 1, which has four times the mean as variance at 3 a day."""
    return draws.negative_binomial(1, 1 / (1 + mean), days).astype(np.float64)


KINDS: dict[str, Draw] = {"Poisson": poisson, "variance twice the mean": doubled}
MORE: dict[str, Draw] = {"negative binomial, shape 3": shaped, "days that follow their neighbours": following}


def rates() -> Iterator[Callable[[np.random.Generator, int], Result]]:
    """Give the cases of the test of the level: (before, after) a day over (before, after) days."""
    cases = (
        (3, 3, 30, 30, True), (3, 1.5, 30, 30, True), (3, 1.5, 33, 33, True), (3, 1.5, 60, 30, True),
        (1, 1, 30, 30, True), (0.5, 0.5, 30, 30, True),
        (7, 7, 31, 17, True), (7, 2.8, 31, 17, True), (2.8, 0.55, 17, 38, True),
    )  # fmt: skip
    for name, draw in (KINDS | MORE).items():
        for *case, barred in cases if name in KINDS else cases[:2]:
            yield _rates(name, (draw, draw), tuple(case), barred and name != "days that follow their neighbours")
    for name, draw in (("variance twice the mean", doubled), ("four times", spreading)):
        yield _rates(f"Poisson, then {name}", (poisson, draw), (3, 3, 30, 30), False)


def _rates(
    name: str, draw: tuple[Draw, Draw], case: tuple[float, ...], barred: bool
) -> Callable[[np.random.Generator, int], Result]:
    before, after, days, later = case[0], case[1], int(case[2]), int(case[3])

    def measure(draws: np.random.Generator, series: int) -> Result:
        series *= MORE_SERIES if case == BARRED_POWER or (name, case) in CLOSE else 1
        changes = [compare_rates(draw[0](draws, before, days), draw[1](draws, after, later)) for _ in range(series)]
        told = [change for change in changes if change.ratio is not None]
        held = [c.ratio.low <= after / before <= c.ratio.high for c in told if c.ratio]
        verdicts = [change.verdict for change in told]
        words = f"{before:g} → {after:g} a day, {days} → {later} days"
        return _result(("level", name, words), series, held, verdicts, after - before, barred)

    return measure


def shares() -> Iterator[Callable[[np.random.Generator, int], Result]]:
    """Give the cases of the test of the mix: a share before and after, at levels a day over days."""
    cases = (
        (0.2, 0.2, 3, 3, 30, 30, True), (0.2, 0.2, 7, 2.8, 31, 17, True), (0.2, 0.5, 2.8, 0.8, 17, 38, True),
        (0.2, 0.4, 3, 3, 30, 30, False), (0.5, 0.5, 3, 1.5, 30, 30, True),
    )  # fmt: skip
    for name, draw in KINDS.items():
        for *case, barred in cases:
            yield _shares(name, draw, tuple(case), barred)


def _shares(
    name: str, draw: Draw, case: tuple[float, ...], barred: bool
) -> Callable[[np.random.Generator, int], Result]:
    before, after, level, later_level, days, later = case

    def side(draws: np.random.Generator, share: float, mean: float, number: int) -> tuple[Counts, Counts]:
        whole = draw(draws, mean, number)
        # Strikes of one day go to one place together: each day's own share varies around the window's.
        own = draws.beta(4 * share, 4 * (1 - share), number)
        return draws.binomial(whole.astype(np.int64), own).astype(np.float64), whole

    def measure(draws: np.random.Generator, series: int) -> Result:
        number = max(1, series // 2) * (MORE_SERIES if (name, case) in CLOSE else 1)
        changes = [
            compare_shares(
                side(draws, before, level, int(days)), side(draws, after, later_level, int(later)), seed=place
            )
            for place in range(number)
        ]
        told = [change for change in changes if change.change is not None]
        held = [c.change.low <= after - before <= c.change.high for c in told if c.change]
        words = f"{100 * before:g} → {100 * after:g} %, {level:g} → {later_level:g} a day, {days:g} → {later:g} days"
        return _result(("mix", name, words), number, held, [c.verdict for c in told], after - before, barred)

    return measure


def breaks() -> Iterator[Callable[[np.random.Generator, int], Result]]:
    """Give the cases of the search for breaks: levels a day before and after the middle of a series."""
    for name, draw in (KINDS | MORE).items():
        for before, after, days in ((3, 3, 120), (3, 1.5, 120), (3, 1, 60)):
            yield _breaks(name, draw, (before, after, days), name in KINDS)


def _breaks(
    name: str, draw: Draw, case: tuple[float, float, int], barred: bool
) -> Callable[[np.random.Generator, int], Result]:
    before, after, days = case
    middle = days // 2

    def measure(draws: np.random.Generator, series: int) -> Result:
        number = max(1, series // 8)
        verdicts, held = [], []
        for place in range(number):
            counts = np.concatenate([draw(draws, before, middle), draw(draws, after, days - middle)])
            found = find_breaks(counts, seed=place)
            verdicts.append(_seen(found[0].after - found[0].before) if found else "no change visible")
            if before != after and len(found) == 1:
                held.append(found[0].first <= middle <= found[0].last)
        words = f"{before:g} → {after:g} a day, {days} days"
        # No bar is set for the coverage of a break's day: it is measured and told.
        return _result(("breaks", name, words), number, held, verdicts, after - before, barred and before == after)

    return measure


def _seen(change: float) -> str:
    return "fall" if change < 0 else "rise"


def _result(
    named: tuple[str, str, str], series: int, held: list[bool], verdicts: Sequence[str], change: float, barred: bool
) -> Result:
    seen = [verdict for verdict in verdicts if verdict in ("fall", "rise")]
    alarms = len(seen) / len(verdicts) if change == 0 and verdicts else None
    power = sum(verdict == _seen(change) for verdict in seen) / len(verdicts) if change and verdicts else None
    covered = sum(held) / len(held) if held else None
    power_barred = power if named[2].startswith("3 → 1.5 a day, 30") else None
    within = _within(alarms, covered, power_barred, len(verdicts)) if barred else None
    return Result(*named, series, 1 - len(verdicts) / series, alarms, covered, power, within)


def _within(alarms: float | None, covered: float | None, power: float | None, number: int) -> bool:
    def error(share: float) -> float:
        return float(ERRORS * np.sqrt(share * (1 - share) / max(1, number)))

    good = alarms is None or alarms <= MOST_ALARMS + error(MOST_ALARMS)
    good &= covered is None or LEAST_COVERED - error(0.95) <= covered <= MOST_COVERED + error(0.95)
    return good and (power is None or power >= LEAST_POWER)


def _page(results: list[Result], seed: int) -> str:
    head = [
        "# What the statistics promise, measured",
        "",
        f"Written by `python benchmarks/statistics/study.py --seed {seed}`.",
        "",
        f"Bars: at most {100 * MOST_ALARMS:.0f} % false alarms, coverage {100 * LEAST_COVERED:.0f} to "
        f"{100 * MOST_COVERED:.0f} %, power at least {100 * LEAST_POWER:.0f} % for a halving of 3 a day over 30 days; "
        f"{ERRORS:g} standard errors of the simulation are allowed for, except for power.",
        "",
        "| test | counts | case | series | no verdict | false alarms | coverage | power | bars |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    return "\n".join([*head, *map(_row, results), ""])


def _row(result: Result) -> str:
    shares = [result.no_verdict, result.alarms, result.covered, result.power]
    told = ["–" if share is None else f"{100 * share:.1f} %" for share in shares]
    bars = {None: "–", True: "hold", False: "**broken**"}[result.within]
    return f"| {' | '.join([result.test, result.counts, result.case, str(result.series), *told, bars])} |"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--series", type=int, default=2000, help="of the test of the level; fewer of the slower ones")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--check", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
