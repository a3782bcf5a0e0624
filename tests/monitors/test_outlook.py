"""The outlook: what a forecast was worth stands beside it, and none is shown that was no better than a naive one."""

import json
from xml.etree import ElementTree

import numpy as np
import pytest

from histor.monitors.counting import days_between
from histor.monitors.judging import judge
from histor.monitors.kinds.tempo import EXAMPLE as TEMPO
from histor.monitors.outlook.looking import look_ahead
from histor.monitors.outlook.models import WAYS, quantile
from histor.monitors.outlook.picture import draw_outlook
from histor.monitors.outlook.scoring import crps, try_out, worth_of
from histor.monitors.pictures import pictures
from histor.records.watch_form import form_of_board
from monitors.scene import defined, imported, written

YEAR = days_between("2031-01-01", "2031-12-30")


def drawn(level: float, days: int = len(YEAR), seed: int = 3) -> np.ndarray:
    return np.random.default_rng(seed).poisson(level, days).astype(np.float64)


def wandering() -> np.ndarray:
    """Draw a level that wanders, which is best told by where it stands."""
    draws = np.random.default_rng(5)
    level = np.exp(1 + np.cumsum(draws.normal(size=len(YEAR)) * 0.1))
    return draws.poisson(level).astype(np.float64)


def test_the_score_of_a_sure_forecast_is_how_far_it_was_off() -> None:
    sure = np.array([0.0, 0.0, 1.0])
    assert crps(sure, 2) == 0
    assert crps(sure, 5) == pytest.approx(3)
    assert crps(sure, 0) == pytest.approx(2)


def test_the_score_of_two_equal_chances_is_that_of_the_textbook() -> None:
    """E|X − y| − E|X − X'| / 2 (Gneiting and Raftery 2007) of 0 or 4 with even chances, when 1 came."""
    assert crps(np.array([0.5, 0, 0, 0, 0.5]), 1) == pytest.approx((1 + 3) / 2 - 2 / 2)


@pytest.mark.parametrize("way", WAYS)
def test_chances_sum_to_one_and_quantiles_stand_in_order(way: str) -> None:
    weeks = drawn(20, 40)
    for ahead in (1, 4):
        chances = WAYS[way](weeks, ahead)  # type: ignore[index]
        assert chances.sum() == pytest.approx(1)
        ends = [quantile(chances, share) for share in (0.025, 0.25, 0.5, 0.75, 0.975)]
        assert ends == sorted(ends)
        assert ends[0] >= 0


def test_at_a_steady_level_a_forecast_beats_the_naive_one_and_covers_what_comes() -> None:
    outlook = look_ahead(YEAR, drawn(3))
    assert outlook.better
    assert outlook.shown != "as last week"
    naive, *_ = outlook.scores
    won = next(score for score in outlook.scores if score.kind == outlook.shown)
    assert won.crps < naive.crps
    assert won.covered > 0.9
    assert all(week.low < 21 < week.high for week in outlook.weeks)
    assert f"{won.crps:.2f}" in outlook.says
    assert f"{naive.crps:.2f}" in outlook.says


def test_where_nothing_beats_the_naive_forecast_it_is_shown_and_said() -> None:
    outlook = look_ahead(YEAR, wandering())
    assert outlook.shown == "as last week"
    assert not outlook.better
    assert "the naive one is shown" in outlook.says


def test_a_yearly_wave_is_followed_where_there_are_years_of_it() -> None:
    days = days_between("2027-01-01", "2030-12-31")
    level = 6 + 5 * np.sin(2 * np.pi * np.arange(len(days)) / 365.25)
    counts = np.random.default_rng(2).poisson(level).astype(np.float64)
    end = len(days) - 60
    outlook = look_ahead(days[:end], counts[:end])
    trend = next(score for score in outlook.scores if score.kind == "trend and season")
    assert trend.crps < outlook.scores[0].crps
    assert outlook.shown == "trend and season"


def test_the_weeks_ahead_follow_the_last_day() -> None:
    outlook = look_ahead(YEAR, drawn(3))
    assert [(week.first, week.last) for week in outlook.weeks] == [
        ("2031-12-31", "2032-01-06"), ("2032-01-07", "2032-01-13"), ("2032-01-14", "2032-01-20"),
        ("2032-01-21", "2032-01-27"),
    ]  # fmt: skip


def test_no_week_that_came_later_is_known_to_a_forecast() -> None:
    """The record of a way does not change when weeks beyond those compared do."""
    weeks = np.random.default_rng(1).poisson(20, 30).astype(np.float64)
    seen: list[int] = []

    def watching(known: np.ndarray, ahead: int) -> np.ndarray:
        seen.append(known.size)
        return np.array([1.0])

    trial = try_out(watching, weeks)
    assert max(seen) == weeks.size - 4
    assert trial.scores.size == len(set(seen))


@pytest.mark.parametrize(("counts", "why"), [(drawn(3, 100), "14 whole weeks"), (np.zeros(364), "nothing counted")])
def test_too_little_gives_no_outlook_and_says_why(counts: np.ndarray, why: str) -> None:
    outlook = look_ahead(YEAR[: counts.size], counts)
    assert outlook.weeks == ()
    assert why in outlook.says


def test_the_outlook_stands_on_the_board_as_json_and_as_a_picture() -> None:
    draws = np.random.default_rng(9)
    rows = [
        {"code": f"{day}-{number}", "date": day, "governorate": "Lower Valley", "belligerent": "Northern Air Force"}
        for day in days_between("2031-01-01", "2031-07-19")
        for number in range(draws.poisson(3))
    ]
    text = TEMPO.replace("2031-03-01", "2031-01-01").replace("2031-04-29", "2031-07-19")
    board = judge(defined(text), imported(written(rows)), {})
    form = json.loads(json.dumps(form_of_board(board), allow_nan=False))
    assert len(form["outlook"]["weeks"]) == 4
    assert [score["kind"] for score in form["outlook"]["scores"]] == list(WAYS)
    picture = pictures(board)["outlook"]
    assert "the next four weeks" in "".join(ElementTree.fromstring(picture).itertext())


@pytest.mark.parametrize(("counts", "better"), [(drawn(3), True), (wandering(), False)])
def test_picture_and_text_say_in_the_same_words_what_the_forecast_was_worth(counts: np.ndarray, better: bool) -> None:
    outlook = look_ahead(YEAR, counts)
    worth = worth_of(outlook.shown)
    assert outlook.better is better
    assert outlook.says.startswith(worth)
    assert f"{worth}." in draw_outlook("Raids", outlook)
    assert worth.startswith("The forecast “" if better else "No forecast was better than the naive one by more than")
