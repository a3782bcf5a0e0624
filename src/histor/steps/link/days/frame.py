"""What days are reckoned from: the day of the report, the last day named, and whether the act lies ahead."""

from dataclasses import dataclass
from datetime import date

from histor.steps.link.days.calendar import Days


@dataclass(frozen=True, slots=True)
class Frame:
    """The days that relative words are reckoned from."""

    published: date | None  # None: unknown
    anchor: Days | None = None  # the last days named before the words; None: none were
    ahead: bool = False  # the act is planned, threatened or supposed
    clip: bool = True  # a month or year that is not over ends with the day of the report

    @property
    def named_day(self) -> date | None:
        """The last day named before the words; None if none was, or only a week, month or year."""
        return self.anchor.last if self.anchor and self.anchor.grain == "day" else None
