"""Every format keeps the promise of its own examples."""

from pathlib import Path

import pytest

from histor.read import Given, Received
from histor.read.detection import Example, Format, formats
from histor.records.made import Problem
from read.reading import read_file

CASES = [(format_, example) for format_ in formats() for example in format_.EXAMPLES]


@pytest.mark.parametrize(
    ("format_", "example"), CASES, ids=[f"{each.__name__.rpartition('.')[2]}-{n}" for n, (each, _) in enumerate(CASES)]
)
def test_an_example_gives_what_it_says(format_: Format, example: Example, tmp_path: Path) -> None:
    path = tmp_path / f"sample{format_.SUFFIXES[0]}"
    path.write_bytes(example.raw)
    results = read_file(path, Given())
    reports = [result for result in results if isinstance(result, Received)]
    codes = [result.code for result in results if isinstance(result, Problem)]
    codes += [problem.code for received in reports for problem in received.problems]
    assert tuple(codes) == example.problems
    seen = [
        (block.kind, received.report.text[block.start : block.end], block.outlet)
        for received in reports
        for block in received.report.blocks
    ]
    assert [(kind, outlet) for kind, _, outlet in seen] == [(kind, outlet) for kind, _, outlet in example.blocks]
    for (_, words, _), (_, opening, _) in zip(seen, example.blocks, strict=True):
        assert words.startswith(opening)
    if example.published:
        assert {received.report.published.start for received in reports} == {example.published}
    if example.outlet:
        assert {received.report.outlet for received in reports} == {example.outlet}


def test_every_format_has_examples_and_suffixes() -> None:
    for format_ in formats():
        assert format_.EXAMPLES
        assert all(suffix.startswith(".") for suffix in format_.SUFFIXES)
