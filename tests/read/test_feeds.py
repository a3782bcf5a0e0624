"""Feeds: RSS and Atom, whole and broken."""

from histor.read import Received
from read.reading import codes, kinds, read_bytes

ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Lake Post</title>
<entry><title type="html">Buses &lt;b&gt;leave&lt;/b&gt; Homs</title><id>urn:1</id><link href="https://lake.example/1"/>
<updated>2016-05-01T23:50:00+03:00</updated><author><name>Ann Marsh</name></author><summary>Short.</summary>
<content type="html">&lt;p&gt;The Daily Star reports:&lt;/p&gt;
&lt;blockquote&gt;Ten buses left.&lt;/blockquote&gt;</content>
</entry>
<entry><title>Second</title><id>urn:2</id><link href="https://lake.example/2"/><updated>2016-05-02T08:00:00Z</updated>
<summary>It came back.</summary></entry></feed>"""


def received(raw: str) -> list[Received]:
    return [result for result in read_bytes(raw.encode()) if isinstance(result, Received)]


def test_each_entry_is_a_report_with_its_full_content_read_as_html() -> None:
    first, second = received(ATOM)
    assert kinds(first.report) == [
        ("title", None, "Buses leave Homs"),
        ("paragraph", None, "The Daily Star"),
        ("quote", "Daily Star", "Ten buses left."),
    ]
    assert second.report.text == "Second\n\nIt came back."
    assert (first.report.outlet, first.report.authors) == ("Lake Post", ("Ann Marsh",))
    assert first.report.url == first.report.key == "https://lake.example/1"
    assert (first.report.published.start, second.report.published.start) == ("2016-05-01", "2016-05-02")


def test_the_bytes_of_an_entry_are_those_of_the_feed() -> None:
    first, second = received(ATOM)
    assert first.raw.startswith(b"<entry><title type")
    assert first.raw.endswith(b"</entry>")
    assert first.raw in ATOM.encode()
    assert second.raw != first.raw


def test_a_feed_with_a_bare_ampersand_is_read_and_told() -> None:
    raw = "<rss version='2.0'><channel><title>T</title><item><title>Bread & water</title></item></channel></rss>"
    results = read_bytes(raw.encode())
    assert "broken-feed" in codes(results)
    assert [each.report.text for each in received(raw)] == ["Bread & water"]


def test_a_feed_without_entries_is_a_problem() -> None:
    assert codes(read_bytes(b"<rss version='2.0'><channel><title>T</title></channel></rss>")) == ["no-reports"]


def test_a_feed_opens_no_file_that_its_entities_name(tmp_path: object) -> None:
    raw = (
        f"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file://{__file__}'>]><rss version='2.0'><channel>"
        "<title>T</title><item><title>Bus</title><description>&x;</description></item></channel></rss>"
    )
    assert all("no file that its entities" not in each.report.text for each in received(raw))
