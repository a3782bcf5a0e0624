"""A mapping file (TOML) in, the profile that it describes out, so that any event table can be read without code."""

import difflib
import tomllib
from dataclasses import fields
from typing import Any, get_args

from histor.codebook.acts.dataset_types import act_of
from histor.errors import UsageError
from histor.read.datasets.profile import COLUMN_FIELDS, Profile
from histor.records.dataset import Grade
from histor.records.events import PlacePrecision
from histor.records.measures import Precision

_MANY = {"attackers", "recipients", "admin1", "targets"}
_TABLES = {"day_precisions": Precision, "place_precisions": PlacePrecision, "grades": Grade}
_CONSTANTS = ("attackers", "recipients", "place", "admin1", "country", "type", "targets", "source", "grade")
_KEYS = tuple(found.name for found in fields(Profile) if found.name != "name")


def read_mapping(text: str, *, key: str) -> Profile:
    """Give the profile that a mapping file describes.

    Raises UsageError, with the key concerned, for a file that is no TOML, lacks `speaker` or `day`, or has a key or a
    value that cannot be.
    """
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{key} is no TOML: {error}") from error
    for wanted in ("speaker", "day"):
        if wanted not in given:
            raise UsageError(f"{key} has no `{wanted}`: it names {_WHAT[wanted]}")
    return Profile(name="generic", **{name: _value(name, value, key) for name, value in given.items()})


_WHAT = {"speaker": "the dataset, as the voice that says what its rows say", "day": "the column of the day"}


def _value(name: str, value: Any, key: str) -> Any:
    if name not in _KEYS:
        near = difflib.get_close_matches(name, _KEYS, 1)
        hint = f"did you mean `{near[0]}`?" if near else f"it may have {', '.join(_KEYS)}"
        raise UsageError(f"{key} has an unknown key `{name}`: {hint}")
    if name in _TABLES:
        return _table(name, value, get_args(_TABLES[name]), key)
    if name == "types":
        return _types(_of_table(name, value, key), key)
    if name == "constant":
        return _table(name, {field: field for field in _of_table(name, value, key)}, _CONSTANTS, key) and value
    if name in _MANY:
        return _columns(name, value, key)
    if not isinstance(value, str) or (name in COLUMN_FIELDS and not value):
        raise UsageError(f"{key}: `{name}` must be text in quotes")
    return value


def _types(table: dict[str, str], key: str) -> dict[str, str]:
    """Give the table's words for kinds of act; what each stands for must be a kind that is known."""
    for written, stands_for in table.items():
        if act_of("", stands_for) is None:
            raise UsageError(
                f"{key}: {stands_for!r}, which `types` gives for {written!r}, is no kind of act that is known: write "
                "airstrike, drone, missile, shelling, bomb, clash, attack, arrest or protest"
            )
    return table


def _columns(name: str, value: Any, key: str) -> tuple[str, ...]:
    columns = (value,) if isinstance(value, str) else value
    if not isinstance(columns, list | tuple) or not all(isinstance(column, str) and column for column in columns):
        raise UsageError(f"{key}: `{name}` must be a column's name, or a list of them")
    return tuple(columns)


def _of_table(name: str, value: Any, key: str) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(word, str) for word in value.values()):
        raise UsageError(f"{key}: `{name}` must be a table of text, such as [{name}]")
    return value


def _table(name: str, value: Any, allowed: tuple[str, ...], key: str) -> dict[str, str]:
    table = _of_table(name, value, key)
    for word in table.values():
        if word not in allowed:
            raise UsageError(f"{key}: {word!r} in `{name}` is none of {', '.join(allowed)}")
    return table
