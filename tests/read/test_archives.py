"""WARC archives: each page, text or PDF that a server answered with."""

import gzip
from pathlib import Path

from histor.read import Given, Received
from histor.records.made import Problem
from histor.settings import Settings
from read.reading import codes, read_bytes, read_file
from read.samples import ARCHIVE, PAGE, record

FOUND = ["https://lake.example/1", "https://lake.example/2", "https://lake.example/3"]


def test_pages_and_texts_are_reports_with_their_address_and_moment(tmp_path: Path) -> None:
    for name, raw in {"a.warc": b"".join(ARCHIVE), "a.warc.gz": b"".join(map(gzip.compress, ARCHIVE))}.items():
        (tmp_path / name).write_bytes(raw)
        results = read_file(tmp_path / name, Given())
        reports = [result.report for result in results if isinstance(result, Received)]
        assert [report.url for report in reports] == [report.key for report in reports] == FOUND
        assert {report.fetched for report in reports} == {"2016-05-02T06:00:00+00:00"}
        assert reports[0].text == reports[1].text == "Buses leave the town\n\nАвтобус вышел."
        assert reports[2].published.start == "2016-05-01"


def test_the_bytes_are_the_answers_body() -> None:
    first, second, _ = (result for result in read_bytes(b"".join(ARCHIVE)) if isinstance(result, Received))
    assert first.raw == PAGE.encode("windows-1251")
    assert second.raw == PAGE.encode()


def test_of_a_cut_off_archive_what_came_before_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(b"".join(map(gzip.compress, ARCHIVE))[:-40])
    *reports, problem = read_file(tmp_path / "a.warc.gz", Given())
    assert isinstance(problem, Problem)
    assert problem.code == "broken-gzip"
    assert [result.report.url for result in reports if isinstance(result, Received)] == FOUND[:2]
    results = read_bytes(b"".join(ARCHIVE)[:-10])
    assert [result.report.url for result in results if isinstance(result, Received)] == FOUND[:2]
    assert "broken-archive" in codes(results)


def test_an_archive_that_turns_into_noise_is_told() -> None:
    results = read_bytes(ARCHIVE[1] + b"noise " * 5000)
    assert [result.report.url for result in results if isinstance(result, Received)] == FOUND[:1]
    assert "broken-archive" in codes(results)


def test_an_answer_that_is_too_long_is_passed_over() -> None:
    raw = record("https://lake.example/long", b"<p>" + b"word " * 2000 + b"</p>") + ARCHIVE[1]
    results = read_bytes(raw, Given(published="2016-05-01"), Settings(longest_report=5000))
    assert codes(results) == ["report-too-long"]
    assert isinstance(results[-1], Received)


def test_an_archive_without_pages_is_a_problem() -> None:
    assert codes(read_bytes(ARCHIVE[0] + ARCHIVE[2])) == ["no-reports"]
