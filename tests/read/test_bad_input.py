"""Bad input: each a clear problem that names the file and what to do, and every other input is read."""

import gzip
import os
import random
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from histor.read import Given, Received
from histor.records.made import Problem
from histor.settings import Settings
from read.reading import codes, read_bytes, read_file, read_inputs

GOOD = b'{"id": "good", "text": "A bus left.", "date": "2016-04-20"}\n'


def write(folder: Path, name: str, raw: bytes) -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


def make_zip(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("a.txt", "text")
    return folder / "a.zip"


def test_every_bad_input_is_named_and_every_good_one_is_read(tmp_path: Path) -> None:
    random_bytes = random.Random(5).randbytes(3000)
    bad = {
        "empty-file": write(tmp_path, "empty.txt", b""),
        "binary-file": write(tmp_path, "photo.jpg", b"\xff\xd8\xff\xe0" + random_bytes),
        "broken-gzip": write(tmp_path, "cut.txt.gz", gzip.compress(random_bytes)[:-900]),
        "broken-pdf": write(tmp_path, "cut.pdf", b"%PDF-1.7\n" + random_bytes),
        "broken-feed": write(tmp_path, "feed.rss", b"this is no feed, and it is no XML either"),
        "unknown-format": make_zip(tmp_path),
        "bad-line": write(tmp_path, "lines.jsonl", b'{"text": 5}\n'),
        "no-such-file": tmp_path / "missing.txt",
        "no-text": write(tmp_path, "blank.html", b"<html><body><img src='a'></body></html>"),
    }
    good = write(tmp_path, "good.jsonl", GOOD)
    results = read_inputs([each for path in bad.values() for each in (path, good)])
    assert [type(result) for result in results] == [Problem, Received] * len(bad)
    for (code, path), problem in zip(bad.items(), results[::2], strict=True):
        assert isinstance(problem, Problem)
        assert problem.code == code
        assert path.name in problem.message
        assert str(path) in str(problem.key)


def test_a_page_in_place_of_a_feed_is_a_broken_feed(tmp_path: Path) -> None:
    path = write(tmp_path, "news.atom", b"<!doctype html><html><body><p>The feed has moved.</p></body></html>")
    assert codes(read_file(path, Given())) == ["broken-feed"]


@pytest.mark.parametrize("raw", [b"   \n\n\t ", b"\xef\xbb\xbf", b"\n", b" " * 9000])
def test_white_space_alone_is_an_empty_file(raw: bytes) -> None:
    assert codes(read_bytes(raw)) == ["empty-file"]


def test_of_a_cut_off_gzip_the_whole_reports_are_kept(tmp_path: Path) -> None:
    lines = b"".join(b'{"id": %d, "text": "Bus %d left.", "date": "2016-04-20"}\n' % (n, n) for n in range(12_000))
    path = write(tmp_path, "lines.jsonl.gz", gzip.compress(lines)[:-10_000])
    *reports, problem = read_file(path, Given())
    assert isinstance(problem, Problem)
    assert problem.code == "broken-gzip"
    assert len(reports) > 3_000
    assert all(isinstance(result, Received) and f"Bus {n} " in result.report.text for n, result in enumerate(reports))


def test_of_a_short_cut_off_gzip_too(tmp_path: Path) -> None:
    path = write(tmp_path, "lines.jsonl.gz", gzip.compress(GOOD * 3)[:-9])
    *reports, problem = read_file(path, Given())
    assert isinstance(problem, Problem)
    assert problem.code == "broken-gzip"
    assert reports
    assert all(isinstance(result, Received) for result in reports)


def test_a_line_of_200_megabytes_is_passed_over_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    with path.open("wb") as file:
        file.write(GOOD + b'{"text": "')
        for _ in range(200):
            file.write(b"x" * 1_000_000)
        file.write(b'"}\n' + GOOD)
    tracemalloc.start()
    first, problem, last = read_file(path, Given(), Settings(longest_report=1_000_000))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(problem, Problem)
    assert (problem.code, problem.key) == ("report-too-long", f"{path}:2")
    assert isinstance(first, Received)
    assert isinstance(last, Received)
    assert most < 10_000_000


@pytest.mark.parametrize("name", ["long.txt", "long.html", "long.pdf", "long.eml", "long.rss"])
def test_a_file_longer_than_may_be_read_is_a_problem(name: str, tmp_path: Path) -> None:
    heads = {"long.html": b"<html>", "long.pdf": b"%PDF-1.7", "long.eml": b"From: a\nTo: b\nDate: c\nSubject: d\n\n"}
    path = write(tmp_path, name, heads.get(name, b"") + b"word " * 1000)
    assert codes(read_file(path, Given(), Settings(longest_report=3000))) == ["report-too-long"]


def test_a_bad_line_names_its_number_and_the_rest_is_read() -> None:
    results = read_bytes(GOOD + b"{not json}\n\n" + GOOD + b'{"text": "  "}\n[' + b"[" * 100_000 + b"\n" + GOOD)
    assert [result.key for result in results if isinstance(result, Problem)] == ["stdin:2", "stdin:5", "stdin:6"]
    assert sum(isinstance(result, Received) for result in results) == 3


def test_one_json_document_is_told_from_json_lines() -> None:
    for raw in (b'[{"text": "A bus left."}]', b'{\n  "text": "A bus left."\n}', b'[\n {"text": "x"}]'):
        results = read_bytes(raw)
        assert codes(results) == ["unknown-format"], raw
        assert "jq" in results[0].message  # type: ignore[union-attr]


def test_half_a_character_in_json_becomes_a_mark_and_is_told() -> None:
    (result,) = read_bytes(b'{"text": "A bus \\ud83d left.", "date": "2016-04-20"}')
    assert isinstance(result, Received)
    assert result.report.text == "A bus \ufffd left."
    assert codes([result]) == ["wrong-charset"]


def test_bytes_that_no_charset_fits_are_told() -> None:
    words = "Автобусы вышли из города в полдень, сообщил представитель совета."
    raw = f"<html><p>{words}</p></html>".encode().replace("города".encode(), b"\xd0\xff")
    (result,) = read_bytes(raw, Given(published="2016-04-20"))
    assert isinstance(result, Received)
    assert codes([result]) == ["wrong-charset"]
    assert result.report.text.startswith("Автобусы вышли из")


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, ".hidden.txt", b"A bus left.")
    assert codes(read_inputs([tmp_path])) == ["no-reports"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_rights_is_a_problem(tmp_path: Path) -> None:
    path = write(tmp_path, "shut.txt", b"A bus left.")
    path.chmod(0)
    assert codes(read_file(path, Given())) == ["unreadable-file"]
