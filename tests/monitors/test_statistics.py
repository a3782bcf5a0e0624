"""Rates, shares and breaks on series whose truth is known; how often they are right is measured in benchmarks."""

import numpy as np
import pytest
from scipy import stats

from histor.monitors.statistics.breaks import find_breaks
from histor.monitors.statistics.rates import FEWEST_COUNTED, compare_rates, divide, rate_of
from histor.monitors.statistics.roots import compare_roots
from histor.monitors.statistics.shares import compare_shares, share_of


def days(*counts: float) -> np.ndarray:
    return np.asarray(counts, dtype=np.float64)


def drawn(mean: float, number: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).poisson(mean, number).astype(np.float64)


def test_the_ratio_is_the_plain_one_and_its_interval_holds_it() -> None:
    change = compare_rates(days(*[6, 8] * 10), days(*[2, 3] * 10))
    assert change.ratio is not None
    assert change.ratio.value == pytest.approx(2.5 / 7)
    assert change.ratio.low < 2.5 / 7 < change.ratio.high < 1
    assert change.verdict == "fall"


def test_swapping_the_windows_turns_the_ratio_over() -> None:
    before, after = drawn(5, 30, 1), drawn(3, 20, 2)
    one, other = compare_rates(before, after).ratio, compare_rates(after, before).ratio
    assert one is not None
    assert other is not None
    assert (1 / other.high, 1 / other.value, 1 / other.low) == pytest.approx((one.low, one.value, one.high))


def test_the_verdict_and_the_interval_agree() -> None:
    """Whatever the series, 1 is outside the interval if and only if a change is seen."""
    draws = np.random.default_rng(12)
    verdicts = set()
    for _ in range(200):
        change = compare_rates(
            draws.negative_binomial(3, 0.5, 30).astype(float), draws.negative_binomial(2, 0.5, 30).astype(float)
        )
        assert change.ratio is not None
        verdicts.add(change.verdict)
        outside = {"fall": change.ratio.high < 1, "rise": change.ratio.low > 1}
        assert outside.get(change.verdict, change.ratio.low <= 1 <= change.ratio.high)
    assert {"fall", "no change visible"} <= verdicts


def test_one_day_of_many_is_no_change_of_level() -> None:
    """The mean rose, and most days fell: neither is said to be a change of level."""
    before, after = days(*[4, 5, 3, 4, 5, 3] * 5), days(*[0] * 14, 150, *[0] * 15)
    change = compare_rates(before, after)
    assert change.ratio is not None
    assert change.ratio.value > 1
    assert change.verdict == "no change visible"
    assert "a few days bear it" in change.reason


def test_the_chance_of_a_difference_does_not_depend_on_which_window_comes_first() -> None:
    before, after = drawn(4, 30, 3), drawn(3, 25, 4)
    one, other = compare_roots(before, after), compare_roots(after, before)
    assert one.chance == pytest.approx(other.chance)
    assert one.direction != other.direction


def test_the_chance_is_that_of_students_test_of_the_roots() -> None:
    """By hand: roots 2 and 3 by turns, then 1 and 2 by turns; means 2.5 and 1.5, pooled variance 0.2778, t = -6."""
    before, after = days(*[3, 8] * 5), days(*[0, 3] * 5)
    found = compare_roots(before, after)
    assert found.direction == "fall"
    assert found.chance == pytest.approx(2 * stats.t.sf(1 / np.sqrt(5 / 18 * (1 / 10 + 1 / 10)), 18), rel=1e-6)


def test_a_halving_is_seen_where_a_test_of_means_misses_it() -> None:
    """Of series with a variance of twice the mean four in five, as the study measures; here on few, with room."""
    draws = np.random.default_rng(2)
    pairs = [
        (draws.negative_binomial(3, 0.5, 30).astype(float), draws.negative_binomial(1.5, 0.5, 30).astype(float))
        for _ in range(300)
    ]
    seen = sum(compare_rates(before, after).verdict == "fall" for before, after in pairs)
    assert seen / len(pairs) > 0.74


def test_bursts_widen_the_interval() -> None:
    even = compare_rates(days(*[3] * 20), days(*[2] * 20))
    bursts = compare_rates(days(*[0, 0, 0, 12] * 5), days(*[0, 0, 0, 8] * 5))
    assert even.ratio is not None
    assert bursts.ratio is not None
    assert even.ratio.value == bursts.ratio.value
    assert bursts.ratio.high - bursts.ratio.low > 2 * (even.ratio.high - even.ratio.low)
    assert bursts.dispersion is not None
    assert bursts.dispersion > 5


def test_days_that_follow_their_neighbours_widen_the_interval() -> None:
    waves = compare_rates(days(*[1, 1, 1, 1, 1, 9, 9, 9, 9, 9] * 3), days(*[9, 9, 9, 9, 9, 1, 1, 1, 1, 1] * 3))
    shaken = compare_rates(days(*[1, 9] * 15), days(*[9, 1] * 15))
    assert waves.dependence > 3
    assert shaken.dependence == 1


def test_a_window_in_which_nothing_was_counted_still_gives_a_bound() -> None:
    change = compare_rates(days(*[2, 3] * 10), days(*[0] * 10))
    assert change.ratio is not None
    assert change.ratio.value == change.ratio.low == 0
    assert 0 < change.ratio.high < 1
    assert change.verdict == "fall"


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ([1] * 30, [1] * 6, "6 days"),
        ([0] * 30, [0] * 30, "0 counted"),
        ([1] * (FEWEST_COUNTED - 1) + [0] * 9, [0] * 30, f"{FEWEST_COUNTED - 1} counted"),
        ([], [1] * 30, "0 days"),
    ],
)
def test_too_little_data_gives_no_verdict_and_says_why(before: list[float], after: list[float], why: str) -> None:
    change = compare_rates(days(*before), days(*after))
    assert (change.ratio, change.verdict) == (None, "too little data")
    assert why in change.reason


def test_even_counts_are_not_taken_as_more_certain_than_chance_allows() -> None:
    change = compare_rates(days(*[2] * 10), days(*[1] * 10))
    assert change.dispersion == 1


def test_a_ratio_over_a_ratio_is_wider_than_either() -> None:
    one, other = compare_rates(drawn(6, 30, 1), drawn(3, 30, 2)), compare_rates(drawn(6, 30, 3), drawn(6, 30, 4))
    both = divide(one, other)
    assert both is not None
    assert one.ratio is not None
    assert both.high / both.low > one.ratio.high / one.ratio.low
    assert divide(one, compare_rates(days(*[1] * 30), days(*[0] * 30))) is None


def test_a_windows_rate_has_an_interval_even_where_nothing_was_counted() -> None:
    nothing, some = rate_of(days(*[0] * 20)), rate_of(days(*[1, 3] * 10))
    assert nothing.value == nothing.low == 0
    assert 0 < nothing.high < 0.5
    assert some.low < 2 < some.high


def test_the_same_seed_gives_the_same_interval_of_a_share() -> None:
    before, after = (days(*[1, 0, 2] * 6), days(*[4, 5, 6] * 6)), (days(*[3, 2, 2] * 6), days(*[4, 5, 6] * 6))
    one, same, other = (compare_shares(before, after, seed=seed) for seed in (1, 1, 2))
    assert one == same
    assert one.change != other.change
    assert one.change is not None
    assert one.change.value == pytest.approx(7 / 15 - 3 / 15)
    assert one.verdict == "rise"


def test_days_and_not_strikes_are_resampled() -> None:
    """Ten strikes on one day are one piece of evidence of where strikes go, not ten."""
    spread = days(*[1] * 20), days(*[2] * 20)
    lumps = days(*[10, *[0] * 9] * 2), days(*[10, *[10 / 9] * 9] * 2)
    even, lumped = share_of(*spread, seed=1), share_of(*lumps, seed=1)
    assert even is not None
    assert lumped is not None
    assert lumped.high - lumped.low > even.high - even.low + 0.3


def test_too_few_days_give_no_verdict_of_a_share() -> None:
    change = compare_shares((days(*[1] * 20), days(*[4] * 20)), (days(*[0] * 20), days(8, *[0] * 18, 8)), seed=1)
    assert (change.change, change.verdict) == (None, "too little data")
    assert "on 2 days after" in change.reason
    assert change.after == 0


def test_a_group_that_is_never_hit_gives_no_verdict() -> None:
    change = compare_shares((days(*[0] * 20), days(*[4] * 20)), (days(*[0] * 20), days(*[4] * 20)), seed=1)
    assert change.verdict == "too little data"
    assert "0 in the group" in change.reason


def test_a_break_is_found_without_being_told_its_day() -> None:
    (found,) = find_breaks(np.concatenate([drawn(7, 30, 5), drawn(2, 30, 6)]), seed=1)
    assert found.first <= 30 <= found.last
    assert abs(found.at - 30) <= 2
    assert found.before > 5 > 3 > found.after
    assert found.chance <= 0.05


def test_two_breaks_are_found_and_levels_lie_between_them() -> None:
    series = np.concatenate([drawn(8, 40, 5), drawn(1, 40, 6), drawn(6, 40, 7)])
    first, second = find_breaks(series, seed=1)
    assert abs(first.at - 40) <= 2
    assert abs(second.at - 80) <= 2
    assert first.after == second.before == pytest.approx(series[first.at : second.at].mean())


def test_a_level_that_falls_and_comes_back_has_two_breaks() -> None:
    """No single break of such a series is strong: the stretch between is."""
    first, second = find_breaks(np.concatenate([drawn(4, 30, 5), drawn(0.3, 21, 6), drawn(4, 39, 7)]), seed=1)
    assert abs(first.at - 30) <= 2
    assert abs(second.at - 51) <= 2
    assert first.after == second.before < 1


def test_a_level_series_has_no_break() -> None:
    """At most one series in twenty may have one: of these twenty, two is what chance allows."""
    assert sum(bool(find_breaks(drawn(3, 90, seed), seed=1)) for seed in range(20)) <= 2


def test_a_short_or_empty_series_has_no_break() -> None:
    assert find_breaks(days(*[9] * 9, *[0] * 9), seed=1) == ()
    assert find_breaks(days(*[0] * 90), seed=1) == ()
