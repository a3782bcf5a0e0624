"""One row of an event table in, the imported event out, with what could not be read in it."""

import datetime
import hashlib
import math
from collections import Counter
from collections.abc import Mapping, Sequence

from histor.read.datasets.profile import Profile
from histor.records.dataset import ImportedEvent, Toll
from histor.records.measures import Precision, When, count_days

_ID_DIGITS = 10  # of the hash: of 100,000 rows, two differ and share one in less than one table of a hundred
Wrong = tuple[str, str]  # code, and what is wrong and what to do
DAYS_OF_WEEK, DAYS_OF_MONTH = 7, 31  # spans up to these count as a week, a month


class RowReader:
    """Reads the rows of one table; it remembers the ids it has seen, and the days it has worked out."""

    def __init__(self, profile: Profile, places: Mapping[str, int]) -> None:
        self._profile = profile
        self._places = places
        self._seen: set[str] = set()
        self._alike: Counter[str] = Counter()  # rows without an id, by their content
        self._days: dict[str, str | None] = {}
        self._parts: dict[tuple[str, ...], tuple[str, ...]] = {}  # a table names few parties many times

    def read(self, row: Sequence[str], line: int) -> tuple[ImportedEvent | None, list[Wrong]]:
        """Give the row's event; a row without a day that can be read, or with a bad number, gives none."""
        wrong: list[Wrong] = []
        when, number = self._when(row, wrong), self._number(row, wrong)
        if when is None or number is None:
            return None, wrong
        profile, cell = self._profile, self._cell
        event = ImportedEvent(
            id=self._id(row, line),
            line=line,
            when=when,
            attackers=self._names("attackers", profile.attackers, row),
            recipients=self._names("recipients", profile.recipients, row),
            place=cell(row, profile.place) or self._said("place"),
            admin1=next(filter(None, (cell(row, column) for column in profile.admin1)), None) or self._said("admin1"),
            country=cell(row, profile.country) or self._said("country"),
            latitude=self._degrees(row, profile.latitude, 90, wrong),
            longitude=self._degrees(row, profile.longitude, 180, wrong),
            precision=profile.place_precisions.get(_whole(cell(row, profile.place_precision))),
            type=self._type(cell(row, profile.type)),
            targets=self._names("targets", profile.targets, row),
            grade=profile.grades.get(cell(row, profile.grade) or ""),
            source=cell(row, profile.source) or self._said("source"),
            number=number,
            killed=self._toll(row, profile.killed_low, profile.killed_high, wrong),
            injured=self._toll(row, profile.injured_low, profile.injured_high, wrong),
            words=cell(row, profile.words) or "",
            url=cell(row, profile.url),
        )
        return event, wrong

    def _cell(self, row: Sequence[str], column: str | None) -> str | None:
        place = self._places.get(column) if column else None
        return (row[place].strip() or None) if place is not None else None

    def _said(self, field: str) -> str | None:
        return self._profile.constant.get(field)

    def _type(self, written: str | None) -> str | None:
        return self._profile.types.get(written, written) if written else self._said("type")

    def _id(self, row: Sequence[str], line: int) -> str:
        """Give the row's own id; without one, its content's, so that a table that has grown is not kept twice."""
        own = _whole(self._cell(row, self._profile.id))
        if not own:
            content = f"#{hashlib.sha256(chr(31).join(row).encode()).hexdigest()[:_ID_DIGITS]}"
            self._alike[content] += 1
            return content if self._alike[content] == 1 else f"{content}-{self._alike[content]}"
        given = own if own not in self._seen else f"{own}#{line}"
        self._seen.add(given)
        return given

    def _names(self, field: str, columns: Sequence[str], row: Sequence[str]) -> tuple[str, ...]:
        cells = tuple(cell for column in columns if (cell := self._cell(row, column)))
        if not cells:
            return (said,) if (said := self._said(field)) else ()
        if cells not in self._parts:
            separator = self._profile.separator
            parts = [part.strip() for cell in cells for part in (cell.split(separator) if separator else (cell,))]
            self._parts[cells] = tuple(filter(None, parts))
        return self._parts[cells]

    def _when(self, row: Sequence[str], wrong: list[Wrong]) -> When | None:
        profile = self._profile
        written = self._cell(row, profile.day)
        start = self._day(written)
        if start is None:
            why = f"has the day {written!r}, which is not of the form {profile.day_format}" if written else "has no day"
            wrong.append(("undated-row", f"{why}; the row is left out: fill its column `{profile.day}`"))
            return None
        ended = self._cell(row, profile.day_end)
        end = self._day(ended) if ended else start
        if end is None or end < start:
            wrong.append(("bad-day", f"ends on {ended!r}; the row is kept with its first day only"))
            end = start
        said = profile.day_precisions.get(_whole(self._cell(row, profile.day_precision)))
        return When(None, start, end, said or _precision(start, end))

    def _day(self, written: str | None) -> str | None:
        if written is None:
            return None
        if written not in self._days:
            self._days[written] = _worked_out(written, self._profile.day_format)
        return self._days[written]

    def _number(self, row: Sequence[str], wrong: list[Wrong]) -> float | None:
        if self._profile.number is None:
            return 1.0
        number = _float(self._cell(row, self._profile.number))
        if number is None or number < 0:
            wrong.append(("bad-number", f"has no number in `{self._profile.number}`; the row is left out"))
            return None
        return number

    def _degrees(self, row: Sequence[str], column: str | None, limit: float, wrong: list[Wrong]) -> float | None:
        written = self._cell(row, column)
        degrees = _float(written)
        if written and (degrees is None or abs(degrees) > limit):
            wrong.append(("bad-coordinate", f"has {written!r} in `{column}`; the row is kept without it"))
            return None
        return degrees

    def _toll(self, row: Sequence[str], low: str | None, high: str | None, wrong: list[Wrong]) -> Toll | None:
        if low is None and high is None:
            return None
        written = [self._cell(row, column) for column in (low, high)]
        if not any(written):
            return None
        ends = [_float(cell) for cell in written]
        if any(cell and (end is None or end < 0) for cell, end in zip(written, ends, strict=True)):
            wrong.append(("bad-number", f"has {written} in `{low}`, `{high}`; the row is kept without them"))
            return None
        least, most = (None if end is None else int(end) for end in ends)
        return Toll(least, most)


def _worked_out(written: str, form: str) -> str | None:
    bare = written.split("T")[0].split(" ")[0] if form == "%Y-%m-%d" else written
    try:
        return datetime.datetime.strptime(bare, form).date().isoformat()
    except ValueError:
        return None


def _precision(start: str, end: str) -> Precision:
    """Tell how exact a span of days is."""
    if start == end:
        return "day"
    days = count_days(start, end)
    return "week" if days <= DAYS_OF_WEEK else "month" if days <= DAYS_OF_MONTH else "year"


def _float(written: str | None) -> float | None:
    try:
        number = float(written) if written else None
    except ValueError:
        return None
    return number if number is not None and math.isfinite(number) else None  # "nan" and "inf" are no numbers


def _whole(written: str | None) -> str:
    """Write `1.0`, which tables made elsewhere hold for 1, as `1`."""
    return (written or "").removesuffix(".0")
