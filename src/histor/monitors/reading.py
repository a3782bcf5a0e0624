"""A definition's TOML text in, the definition out, or problems that name the line, what is wrong and what to write."""

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from histor.monitors.choosing import AnyDefinition, monitors
from histor.monitors.fields import Field, Table
from histor.monitors.lines import Path, line_of
from histor.records.made import Problem

_SYNTAX_LINE = re.compile(r"at line (\d+)")


def read_definition(text: str, *, key: str) -> AnyDefinition | tuple[Problem, ...]:
    """Give the definition, or every problem found in it, in order of line; a problem's key is `key:line`."""
    given = _parsed(text, key)
    if isinstance(given, Problem):
        return (given,)
    kind = monitors().get(str(given.get("monitor")), monitors()["tempo"])
    wrong = [*_unknown_kind(given), *_faults(given, kind.FIELDS, ())]
    definition: AnyDefinition | None = None
    if not wrong:
        definition = kind.define(given)
        wrong = list(kind.faults(definition))
    if definition is not None and not wrong:
        return definition
    told = sorted((line_of(text, path), message) for path, message in wrong)
    return tuple(problem_at(key, number, message) for number, message in told)


def read_by(text: str, table: Table, *, key: str) -> Mapping[str, Any] | tuple[Problem, ...]:
    """Give what a TOML text holds, or every problem that its keys have by a table of fields, in order of line."""
    given = _parsed(text, key)
    if isinstance(given, Problem):
        return (given,)
    told = sorted((line_of(text, path), message) for path, message in _faults(given, table, ()))
    return tuple(problem_at(key, number, message) for number, message in told) or given


def problem_at(key: str, number: int, message: str) -> Problem:
    """Give the problem of a definition's line."""
    return Problem("bad-definition", f"{key}:{number}: {message}", key=f"{key}:{number}")


def _parsed(text: str, key: str) -> dict[str, Any] | Problem:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _SYNTAX_LINE.search(str(error))
        number = int(found[1]) if found else text.count("\n") + 1
        return problem_at(key, number, f"is no TOML: {error}")


def _unknown_kind(given: Mapping[str, Any]) -> Iterable[tuple[Path, str]]:
    """Say which monitors there are; that the key is missing is told with all that are missing."""
    kind = given.get("monitor")
    if kind is not None and kind not in monitors():
        yield ("monitor",), f"{kind!r} cannot be `monitor`: it is one of {', '.join(sorted(monitors()))}"


def _faults(given: Mapping[str, Any], table: Table, path: Path) -> Iterable[tuple[Path, str]]:
    """Find keys that are missing, unknown or of the wrong kind."""
    for name, field in table.items():
        if field.needed and name not in given:
            yield path, f"`{name}` is missing{_in(path)}: it holds {field.holds}"
    for name, value in given.items():
        here = (*path, name)
        if name not in table:
            near = difflib.get_close_matches(name, table, 1)
            hint = f"did you mean `{near[0]}`?" if near else f"it may have {', '.join(table)}"
            yield here, f"unknown key `{name}`{_in(path)}: {hint}"
        else:
            yield from _faults_of_value(value, table[name], here)


def _faults_of_value(value: Any, field: Field, path: Path) -> Iterable[tuple[Path, str]]:
    name = path[-1]
    if field.kind == "tables":
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            yield path, f"`{name}` is a list of tables: write [[{name}]] above each"
            return
        for place, item in enumerate(value):
            yield from _faults(item, field.table, (*path, place))
    elif field.kind == "table":
        if not isinstance(value, dict):
            yield path, f"`{name}` is a table: write [{name}] above it"
            return
        yield from _faults(value, field.table, path)
    elif field.kind == "lists":
        if not isinstance(value, dict) or not all(_is_words(item) for item in value.values()):
            yield path, f"`{name}` is a table of lists of words"
    elif field.kind == "words" and not _is_words(value):
        yield path, f'`{name}` must be a list of words, such as ["…", "…"]'
    elif field.kind == "number" and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
        yield path, f"`{name}` must be a whole number from 0"
    elif field.kind in ("text", "day"):
        yield from _faults_of_text(str(value) if field.kind == "day" else value, field, path)


def _faults_of_text(value: Any, field: Field, path: Path) -> Iterable[tuple[Path, str]]:
    if not isinstance(value, str) or not value.strip():
        yield path, f"`{path[-1]}` must be text in quotes: it holds {field.holds}"
    elif field.kind == "day" and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        yield path, f"{value!r} is no day: write it as 2016-02-27"
    elif field.words and value not in field.words:
        yield path, f"{value!r} cannot be `{path[-1]}`: it is one of {', '.join(field.words)}"


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value)


def _in(path: Path) -> str:
    named = [str(part) for part in path if isinstance(part, str)]
    return f" in [{'.'.join(named)}]" if named else ""
