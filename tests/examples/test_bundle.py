"""The bundled example: every file is there, whole, dated within the period, and says what the guide says it says."""

import datetime
import io
import json
import mailbox
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.utils import parsedate_to_datetime
from importlib import resources
from pathlib import Path

import feedparser
import pypdfium2
import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType

from histor.read import Given, Received, receive
from histor.settings import Settings

BUNDLE = Path(str(resources.files("histor"))) / "examples" / "syria-2016"
GUIDE = Path(__file__).parents[2] / "docs" / "example.md"
FIRST, LAST = datetime.date(2016, 2, 11), datetime.date(2016, 4, 30)
LEAST_WORDS, MOST_WORDS = 40, 250
COUNTS = {"jsonl": 32, "text": 13, "html": 8, "eml": 3, "mbox": 3, "rss": 5, "warc": 2, "pdf": 1}
PAGE_DAY = re.compile(r'(?:published_time" content="|datePublished": ?"|name="date" content=")(\d{4}-\d{2}-\d{2})')
TEXT_DAY = re.compile(r"\b(?:(\d{1,2}) (\w+)|(\w+)\.? (\d{1,2}),) 2016\b")


def lines() -> list[dict[str, str]]:
    return [json.loads(line) for line in (BUNDLE / "wire.jsonl").read_text("utf-8").splitlines()]


def files(folder: str, suffix: str) -> list[Path]:
    return sorted((BUNDLE / folder).glob(f"*{suffix}"))


def archived() -> Iterator[tuple[str, str]]:
    with (BUNDLE / "archive" / "april-pages.warc.gz").open("rb") as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
            yield record.headers["WARC-Target-URI"], record.reader.read().decode()


def letters() -> list[tuple[str, str]]:
    """Give the day, written as in a mail, and the words of every letter."""
    box = mailbox.mbox(str(BUNDLE / "mail" / "syria-desk.mbox"), create=False)
    found = [message_from_bytes(path.read_bytes()) for path in files("mail", ".eml")] + list(box)
    box.close()
    return [(str(letter["Date"]), letter.get_payload(decode=True).decode()) for letter in found]


def feed() -> list[tuple[str, str]]:
    parsed = feedparser.parse((BUNDLE / "feed" / "levant-wire.xml").read_bytes())
    assert not parsed.bozo
    return [(entry.published, entry.summary) for entry in parsed.entries]


def note() -> str:
    document = pypdfium2.PdfDocument(BUNDLE / "note" / "one-month.pdf")
    try:
        return "\n".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
    finally:
        document.close()


def text_day(path: Path) -> datetime.date | None:
    """Give the day in the dateline of a plain text."""
    found = TEXT_DAY.search(path.read_text("utf-8")[:200])
    if found is None:
        return None
    day, month, other_month, other_day = found.groups()
    return datetime.datetime.strptime(f"{day or other_day} {(month or other_month)[:3]} 2016", "%d %b %Y").date()


def days() -> list[datetime.date]:
    """Give the day of publication of every report but the undated one."""
    pages = [path.read_text("utf-8") for path in files("pages", ".html")] + [page for _, page in archived()]
    found = [datetime.date.fromisoformat(line["published"]) for line in lines()]
    found += [datetime.date.fromisoformat(PAGE_DAY.findall(page)[0]) for page in pages]
    found += [parsedate_to_datetime(moment).date() for moment, _ in [*letters(), *feed()]]
    found += [day for path in files("text", ".txt") if (day := text_day(path))]
    return [*found, datetime.date(2016, 3, 28)]  # the last is the PDF, which says so in its first line


def words_of(html: str) -> str:
    return re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<script.*?</script>|<head>.*?</head>", " ", html))


def test_it_holds_the_reports_of_each_format_that_the_guide_names() -> None:
    counts = {
        "jsonl": len(lines()),
        "text": len(files("text", ".txt")),
        "html": len(files("pages", ".html")),
        "eml": len(files("mail", ".eml")),
        "mbox": len(letters()) - len(files("mail", ".eml")),
        "rss": len(feed()),
        "warc": sum(1 for _ in archived()),
        "pdf": len(files("note", ".pdf")),
    }
    assert counts == COUNTS
    assert sum(counts.values()) >= 55


def test_nothing_but_reports_lies_in_the_folder() -> None:
    kept = {".jsonl", ".txt", ".html", ".eml", ".mbox", ".xml", ".gz", ".pdf"}
    assert {path.suffix for path in BUNDLE.rglob("*") if path.is_file()} == kept


def test_every_line_of_the_wire_is_whole_and_has_an_id_of_its_own() -> None:
    rows = lines()
    assert len({row["id"] for row in rows}) == len(rows)
    assert len({row["url"] for row in rows}) == len(rows)
    for row in rows:
        assert row.keys() == {"id", "title", "published", "outlet", "url", "text"}
        assert all(row.values())
        assert row["url"].startswith("https://example.org/")


def test_every_report_is_short() -> None:
    texts = [row["text"] for row in lines()]
    texts += [path.read_text("utf-8") for path in files("text", ".txt")]
    texts += [words_of(path.read_text("utf-8")) for path in files("pages", ".html")]
    texts += [words for _, words in letters()]
    texts += [words for _, words in feed()] + [words_of(page) for _, page in archived()] + [note()]
    lengths = [len(text.split()) for text in texts]
    assert len(lengths) == sum(COUNTS.values())
    assert min(lengths) >= LEAST_WORDS
    assert max(lengths) <= MOST_WORDS


def test_every_report_but_one_is_dated_between_11_february_and_30_april() -> None:
    found = days()
    assert len(found) == sum(COUNTS.values()) - 1
    assert min(found) == FIRST
    assert max(found) == LAST


def test_one_text_has_no_day_of_its_own() -> None:
    assert [path.name for path in files("text", ".txt") if text_day(path) is None] == ["undated.txt"]
    assert "2016" not in (BUNDLE / "text" / "undated.txt").read_text("utf-8")


def test_every_page_has_furniture_around_its_article() -> None:
    for path in files("pages", ".html"):
        page = path.read_text("utf-8")
        assert "<nav" in page
        assert "<footer" in page or 'id="footer"' in page


def test_quoted_copy_names_where_it_is_from() -> None:
    quoting = [path.name for path in files("pages", ".html") if '<blockquote cite="https://' in path.read_text("utf-8")]
    assert quoting == ["hp-live.html", "iv-atareb.html"]


def test_the_pdf_has_real_text() -> None:
    assert "28 March 2016" in note().splitlines()[0]
    assert "took effect on 27 February" in note()


def test_the_copies_of_one_wire_story_share_its_sentences_and_have_other_endings() -> None:
    texts = {row["id"]: row["text"] for row in lines()}
    first, copy = texts["lw-0319-raqqa"], texts["mc-0320-raqqa"]
    beacon = words_of((BUNDLE / "pages" / "nb-raqqa.html").read_text("utf-8"))
    assert all("the jets were either Syrian or Russian" in text for text in (first, copy, beacon))
    assert "Levant Wire" in copy.splitlines()[-1]
    assert "Levant Wire" in beacon
    assert len(first) > len(copy)


@pytest.mark.parametrize(
    "path", sorted(path for path in BUNDLE.rglob("*") if path.is_file()), ids=lambda path: path.name
)
def test_the_guide_tells_of_every_file(path: Path) -> None:
    assert path.name in GUIDE.read_text("utf-8")


def test_every_report_that_the_guide_names_is_there() -> None:
    named = set(re.findall(r"`([a-z]{2,3}-\d{4}-[a-z0-9]+)`", GUIDE.read_text("utf-8")))
    linked = {url.rsplit("/", 1)[1] for url, _ in archived()}
    linked |= {
        entry.link.rsplit("/", 1)[1]
        for entry in feedparser.parse((BUNDLE / "feed" / "levant-wire.xml").read_bytes()).entries
    }
    assert named
    assert named <= {row["id"] for row in lines()} | linked


def test_the_reader_takes_in_every_report_and_finds_one_without_a_day() -> None:
    received = list(receive([str(BUNDLE)], Given(), Settings(), stdin=io.BytesIO()))
    reports = [item.report for item in received if isinstance(item, Received)]
    assert [item for item in received if not isinstance(item, Received)] == []
    assert len({report.id for report in reports}) == len(reports) == sum(COUNTS.values())
    troubled = {item.report.key: [problem.code for problem in item.problems] for item in received if item.problems}
    assert {Path(key).name: codes for key, codes in troubled.items()} == {"undated.txt": ["undated-report"]}
    assert sorted(report.published.start for report in reports if report.published.start) == [
        day.isoformat() for day in sorted(days())
    ]
