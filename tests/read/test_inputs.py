"""Inputs: files, folders, standard input, and how a format is told."""

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from histor.read import READER, Given, Received
from histor.records.made import identify
from read.reading import codes, read_bytes, read_file, read_inputs, read_one


def keys(results: list[object]) -> list[str]:
    return [result.report.key for result in results if isinstance(result, Received)]


def test_a_folder_is_walked_in_order_of_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".c.txt", "sub/d.txt", ".git/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"1 May 2016\n\nA bus left for {name}.")
    assert keys([*read_inputs([tmp_path])]) == [str(tmp_path / name) for name in ("a.txt", "b.txt", "sub/d.txt")]


def test_text_is_kept_character_for_character_but_for_line_ends() -> None:
    text = "  A bus\tleft.\r\n\r\n\u00a0It had  two\ndoors.\r\u2028End \u00ad\ufeff. \n\n"
    kept = text.replace("\r\n", "\n").replace("\r", "\n")
    assert read_one(text).text == kept
    assert read_one(json.dumps({"text": text})).text == kept
    assert read_one(b"\xef\xbb\xbf" + text.encode()).text == kept
    assert read_one(b"\xff\xfe" + text.encode("utf-16-le")).text == kept


def test_the_bytes_of_each_report_are_kept_exactly() -> None:
    first, second = b'{"text":  "A bus left.", "id": 1}', b'{"text": "It came back.", "id": 2}'
    results = read_bytes(first + b"\r\n" + second)
    assert [result.raw for result in results if isinstance(result, Received)] == [first, second]
    for result in results:
        assert isinstance(result, Received)
        assert result.report.sha256 == hashlib.sha256(result.raw).hexdigest()


def test_the_id_is_made_of_the_bytes_and_the_readers_version() -> None:
    report = read_one(b"A bus left.", Given(published="2016-05-01"))
    assert report.id == identify("r", report.sha256, None, "2016-05-01", "2016-05-01", READER)


def test_a_line_is_keyed_by_its_id_or_its_place() -> None:
    raw = b'{"id": 12, "text": "A bus left."}\n{"text": "It came back."}\n{"id": "x", "text": "It left."}'
    assert keys([*read_bytes(raw)]) == ["12", "stdin:2", "x"]


def test_a_line_gives_what_is_known_of_it() -> None:
    fields = {
        "text": "A bus left.", "title": "Bus leaves", "published": "2016-05-01", "source": "Lake Post; outlets: AP",
        "url": "https://lake.example/", "label": 1, "place": {"a": []},
    }  # fmt: skip
    report = read_one(json.dumps(fields))
    assert (report.title, report.outlet, report.url) == ("Bus leaves", "Lake Post", "https://lake.example/")
    assert (report.published.start, report.published.basis) == ("2016-05-01", "metadata")
    assert read_one(json.dumps({**fields, "outlet": "Hill Radio"})).outlet == "Hill Radio"


@pytest.mark.parametrize(
    ("name", "raw", "text"),
    [
        ("page.txt", b"<html><body><p>A bus left.</p></body></html>", "A bus left."),
        ("lines.txt", b'{"text": "A bus left."}', "A bus left."),
        ("page", b"<!-- saved --><!DOCTYPE html><p>A bus left.", "A bus left."),
        ("text.html", b"A bus left.", "A bus left."),
        ("text.unknown", b"A bus left.", "A bus left."),
        ("memo.txt", b"To: all\n\nA bus left.", "To: all\n\nA bus left."),
        ("memo2.txt", b"From here to there\n\nA bus left.", "From here to there\n\nA bus left."),
        ("mail", b"From: A <a@b.example>\nTo: c\nDate: Sun, 1 May 2016 10:00:00 +0000\n\nA bus left.", "A bus left."),
    ],
)
def test_the_content_tells_the_format_and_the_name_only_after_it(
    name: str, raw: bytes, text: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    (result,) = read_file(path, Given())
    assert isinstance(result, Received)
    assert result.report.text == text


def test_packed_files_of_any_format_are_opened(tmp_path: Path) -> None:
    for name, raw in {
        "a.txt.gz": b"A bus left.",
        "a.gz": b"<html><body><p>A bus left.</p></body></html>",
        "a.jsonl.gz": b'{"text": "A bus left."}',
    }.items():
        (tmp_path / name).write_bytes(gzip.compress(raw))
        (result,) = read_file(tmp_path / name, Given())
        assert isinstance(result, Received)
        assert result.report.text == "A bus left."
        assert result.raw == raw


def test_reports_come_one_by_one_while_the_stream_is_still_open() -> None:
    import io

    from histor.read import receive
    from histor.settings import Settings

    class Endless(io.RawIOBase):
        """Standard input that never ends."""

        given = 0

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            self.given += 1
            return b'{"text": "A bus left."}\n' * 100

    stdin = Endless()
    reports = receive(["-"], Given(), Settings(), stdin=stdin)  # type: ignore[arg-type]
    assert isinstance(next(reports), Received)
    assert stdin.given < 10


def test_a_text_in_an_old_charset_is_read() -> None:
    words = "Автобус вышел из города в полдень, сообщил совет. " * 5
    assert read_one(words.encode("windows-1251")).text == words
    assert codes(read_bytes(words.encode("windows-1251"))) == ["undated-report"]
    assert read_one(words).language == "und"
