"""An event table's bytes in, imported events out: a profile says which column holds what, a bad line is a problem."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from histor.errors import UsageError
from histor.read.charset import decode
from histor.read.datasets.profile import Profile
from histor.read.datasets.rows import RowReader
from histor.records.dataset import Imported, ImportedEvent
from histor.records.made import Problem

if TYPE_CHECKING:
    import _csv

_LONGEST_FIELD = 10_000_000  # characters; the module's own limit of 131,072 breaks off long source lists
_SEPARATORS = ",;\t|"


def read_table(raw: bytes, profile: Profile, *, key: str) -> Imported:
    """Read an event table.

    A line that cannot be read in full gives a problem whose key is `key:line`; lines are counted from 1, the header
    included. Raises UsageError if a column that the profile needs is not in the header.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    text = decode(raw)
    lines = csv.reader(io.StringIO(text), delimiter=_separator(text))
    header = next(lines, None)
    if header is None:
        raise UsageError(f"{key} is empty: an event table starts with a line of column names")
    reader = RowReader(profile, _places(header, profile, key))
    events: list[ImportedEvent] = []
    problems: list[Problem] = []
    for number, row in _rows(lines):
        if len(row) != len(header):
            problems.append(_ragged(key, number, len(row), len(header)))
            continue
        event, wrong = reader.read(row, number)
        problems.extend(Problem(code, f"{key}:{number} {why}", key=f"{key}:{number}") for code, why in wrong)
        if event is not None:
            events.append(event)
    return Imported(profile.speaker, tuple(events), tuple(problems))


def _rows(lines: "_csv.Reader") -> Iterator[tuple[int, list[str]]]:
    """Give each row with the number of the line that it starts on; empty lines are passed over."""
    start = lines.line_num + 1
    for row in lines:
        if row:
            yield start, row
        start = lines.line_num + 1


def _separator(text: str) -> str:
    head = text.split("\n", 1)[0]
    return max(_SEPARATORS, key=head.count)


def _places(header: Sequence[str], profile: Profile, key: str) -> dict[str, int]:
    """Find each column that the profile names."""
    names = [name.strip() for name in header]
    missing = [column for column in profile.needed() if column not in names]
    if missing:
        raise UsageError(
            f"{key} has no column {', '.join(missing)}, which profile {profile.name!r} needs; it has "
            f"{', '.join(names)}: "
            "choose another --profile, or name the columns in a mapping file (--profile generic --mapping FILE)"
        )
    return {column: names.index(column) for column in profile.named() if column in names}


def _ragged(key: str, number: int, found: int, wanted: int) -> Problem:
    message = f"{key}:{number} has {found} fields where the header has {wanted}; mend the quotes or separators there"
    return Problem("bad-line", message, key=f"{key}:{number}")
