"""What needs no import is caught here: the deciding rooms open, print and ask nothing, and read no clock."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "src" / "histor"
DECIDING = ("records", "codebook", "steps", "monitors")
FORBIDDEN_CALLS = frozenset({"open", "print", "input", "exec", "eval", "__import__", "breakpoint"})
FORBIDDEN_METHODS = frozenset({"now", "today", "utcnow", "read_text", "write_text", "read_bytes", "write_bytes"})
LONGEST_FILE = 300  # lines, docs/style.md
LONGEST_FUNCTION = 30  # lines without the docstring, docs/style.md

FILES = sorted(HOUSE.rglob("*.py"))


def deeds(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Name) and called.id in FORBIDDEN_CALLS:
                yield f"line {node.lineno}: {called.id}()"
            if isinstance(called, ast.Attribute) and called.attr in FORBIDDEN_METHODS:
                yield f"line {node.lineno}: .{called.attr}()"


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.relative_to(HOUSE).parts[0] in DECIDING], ids=lambda path: path.name
)
def test_deciding_rooms_do_nothing(path: Path) -> None:
    assert list(deeds(path.read_text(encoding="utf-8"))) == []


def test_a_deed_is_noticed() -> None:
    assert list(deeds("when = date.today()\nprint(open('x').read())")) == [
        "line 1: .today()",
        "line 2: print()",
        "line 2: open()",
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_and_functions_are_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= LONGEST_FILE
    too_long = [
        f"{node.name}, line {node.lineno}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and _length(node) > LONGEST_FUNCTION
    ]
    assert too_long == []


def _length(node: ast.FunctionDef) -> int:
    whole = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    has_docstring = ast.get_docstring(node) is not None
    return whole - ((first.end_lineno or first.lineno) - first.lineno + 1 if has_docstring else 0)
