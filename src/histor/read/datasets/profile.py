"""Which column of an event table holds what: the form in which every dataset is described, the user's own too."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from histor.records.dataset import Grade
from histor.records.events import PlacePrecision
from histor.records.measures import Precision


@dataclass(frozen=True, slots=True)
class Profile:
    """The columns of one dataset; None: it has no such column."""

    name: str
    speaker: str  # the dataset as a speaker
    day: str  # column of the day, or of the first day
    day_format: str = "%Y-%m-%d"  # strptime's codes; the time of day after a blank or T is cut off
    day_end: str | None = None
    day_precision: str | None = None
    day_precisions: Mapping[str, Precision] = field(default_factory=dict)
    id: str | None = None
    attackers: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    separator: str = ","  # between several names in one field; empty: a field is one name
    place: str | None = None
    admin1: tuple[str, ...] = ()  # the first that is filled counts
    country: str | None = None
    latitude: str | None = None
    longitude: str | None = None
    place_precision: str | None = None
    place_precisions: Mapping[str, PlacePrecision] = field(default_factory=dict)
    type: str | None = None
    types: Mapping[str, str] = field(default_factory=dict)  # the table's word for a kind of act -> a word that is known
    targets: tuple[str, ...] = ()
    grade: str | None = None
    grades: Mapping[str, Grade] = field(default_factory=dict)
    source: str | None = None
    number: str | None = None  # column of how many happenings or people a row stands for; 0 counts as a day heard from
    killed_low: str | None = None
    killed_high: str | None = None
    injured_low: str | None = None
    injured_high: str | None = None
    words: str | None = None
    url: str | None = None
    constant: Mapping[str, str] = field(default_factory=dict)  # field -> what every row has, such as country

    def named(self) -> tuple[str, ...]:
        """List every column that the profile names."""
        found: list[str] = []
        for name in COLUMN_FIELDS:
            value = getattr(self, name)
            found.extend((value,) if isinstance(value, str) else value or ())
        return tuple(dict.fromkeys(found))

    def needed(self) -> tuple[str, ...]:
        """List the columns without which a file is none of this dataset's."""
        wanted = (self.day, *self.attackers, *((self.number,) if self.number else ()))
        return self.named() if self.name == "generic" else tuple(dict.fromkeys(wanted))


_NO_COLUMNS = {
    "name", "speaker", "day_format", "separator", "constant", "day_precisions", "place_precisions", "types", "grades",
}  # fmt: skip
COLUMN_FIELDS = tuple(found.name for found in fields(Profile) if found.name not in _NO_COLUMNS)
