"""A TOML text and a key's path in, the line that the key stands on out: the parser itself keeps no lines."""

import re

Path = tuple[str | int, ...]  # keys, and places in lists of tables: ("dates", 0, "day")
_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\"' -]+?)\s*\]\]?")
_KEY = re.compile(r"\s*([\w-]+|\"[^\"]*\"|'[^']*')\s*=")


def line_of(text: str, path: Path) -> int:
    """Give the line, from 1, of a key; of its table's header if the key is missing; of the first line failing that."""
    places = _places(text)
    while path and path not in places:
        path = path[:-1]
    return places.get(path, 1)


def _places(text: str) -> dict[Path, int]:
    places: dict[Path, int] = {}
    table: Path = ()
    counted: dict[Path, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            table = _table(header[2], header[1] == "[[", counted)
            places.setdefault(table, number)
            places.setdefault(table[:1], number)
        elif key := _KEY.match(line):
            places.setdefault((*table, key[1].strip("\"'")), number)
    return places


def _table(name: str, is_list: bool, counted: dict[Path, int]) -> Path:
    """Give the path of a table; a list of tables counts on, and a table below it belongs to the last of the list."""
    path: Path = ()
    parts = [part.strip(" \"'") for part in name.split(".")]
    for place, part in enumerate(parts):
        path = (*path, part)
        if is_list and place == len(parts) - 1:
            counted[path] = counted.get(path, -1) + 1
        if path in counted:
            path = (*path, counted[path])
    return path
