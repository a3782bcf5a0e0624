"""What the next weeks may bring, as values: quantiles by week, and how well such forecasts did on the weeks behind."""

from dataclasses import dataclass
from typing import Literal

from histor.records.measures import Day

ForecastKind = Literal["as last week", "as the recent weeks", "trend and season"]


@dataclass(frozen=True, slots=True)
class Ahead:
    """One week that lies ahead: counts that it stays at or below with such a chance."""

    first: Day  # the week's first day, included
    last: Day  # included
    low: float  # 2.5 %: 95 % of the forecast lies from here to `high`
    quarter: float  # 25 %
    middle: float  # 50 %
    three_quarters: float  # 75 %
    high: float  # 97.5 %


@dataclass(frozen=True, slots=True)
class Score:
    """How a way of forecasting did on weeks that it had not seen."""

    kind: ForecastKind
    crps: float  # mean continuous ranked probability score, in counts: 0 is perfect, less is better
    covered: float  # share of weeks inside the interval from 2.5 to 97.5 %


@dataclass(frozen=True, slots=True)
class Outlook:
    """The next weeks, and what such a forecast has been worth."""

    shown: ForecastKind
    weeks: tuple[Ahead, ...]  # empty: too little data
    scores: tuple[Score, ...]  # of every way, the naive one first
    origins: int  # weeks from which the weeks after were forecast and compared
    better: bool  # the way that is shown was better than the naive one
    says: str  # which way is shown and why, or what is missing
    past: tuple[tuple[Day, float], ...]  # first days and counts of the weeks that it rests on
