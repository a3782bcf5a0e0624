"""Short ways for the tests of this room to read something."""

import io
from collections.abc import Sequence
from pathlib import Path

from histor.read import Given, Received, receive
from histor.records.made import Problem
from histor.records.text import Report
from histor.settings import Settings

SETTINGS = Settings()
NOTHING = Given()


def read_file(path: Path, given: Given, settings: Settings = SETTINGS) -> list[Received | Problem]:
    """List what a file gives."""
    return list(receive([str(path)], given, settings, stdin=io.BytesIO()))


def read_inputs(inputs: Sequence[object], settings: Settings = SETTINGS) -> list[Received | Problem]:
    """List what several inputs give."""
    return list(receive([str(each) for each in inputs], Given(), settings, stdin=io.BytesIO()))


def read_bytes(raw: bytes, given: Given = NOTHING, settings: Settings = SETTINGS) -> list[Received | Problem]:
    """List what standard input gives."""
    return list(receive(["-"], given, settings, stdin=io.BytesIO(raw)))


def read_one(raw: bytes | str, given: Given = NOTHING) -> Report:
    """Give the one report of some bytes."""
    (result,) = read_bytes(raw.encode() if isinstance(raw, str) else raw, given)
    assert isinstance(result, Received), result
    return result.report


def kinds(report: Report) -> list[tuple[str, str | None, str]]:
    """List kind, outlet and first words of each block."""
    return [
        (block.kind, block.outlet, " ".join(report.text[block.start : block.end].split()[:3]))
        for block in report.blocks
    ]


def codes(results: Sequence[Received | Problem]) -> list[str]:
    """List the codes of all problems, those of reports included."""
    found: list[str] = []
    for result in results:
        found += [problem.code for problem in result.problems] if isinstance(result, Received) else [result.code]
    return found
