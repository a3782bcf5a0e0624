"""PDF: lines into paragraphs, page marks, soft hyphens."""

from histor.read import Received
from read.reading import codes, kinds, read_bytes, read_one
from read.samples import FIRST, SECOND, document


def test_lines_become_paragraphs_titles_headings_lists_and_page_marks() -> None:
    report = read_one(document(FIRST, SECOND))
    assert kinds(report) == [
        ("furniture", None, "Monitoring Desk -"),
        ("title", None, "Guns fall silent"),
        ("paragraph", None, "20 April 2016"),
        ("paragraph", None, "Observers on the"),
        ("paragraph", None, "A patrol went"),
        ("heading", None, "On the southern"),
        ("furniture", None, "1"),
        ("furniture", None, "Monitoring Desk -"),
        ("paragraph", None, "The road stays"),
        ("list", None, "- one lorry"),
        ("list", None, "- two men"),
        ("furniture", None, "2"),
    ]
    assert "the council of the village has no means" in report.text
    assert (report.published.start, report.published.basis) == ("2016-04-20", "dateline")
    assert report.title == "Guns fall silent around the lake"


def test_the_day_it_was_made_is_inferred() -> None:
    lines = [(60, 700, 11, "No shot was heard on the northern shore.")]
    report = read_one(document(lines, info="/CreationDate(D:20160421093000Z)/Title(Daily sheet)/Author(Desk)"))
    assert (report.published.start, report.published.basis) == ("2016-04-21", "inferred")
    assert (report.title, report.authors) == ("Daily sheet", ("Desk",))


def test_a_word_broken_at_a_line_end_is_whole_again() -> None:
    lines = [
        (60, 700, 11, "Observers on the northern shore heard no shot at Tell al-"),
        (60, 686, 11, "Akrad and the moun-"),
    ]
    text = read_one(document([*lines, (60, 672, 11, "tain behind it.")])).text
    assert text == "Observers on the northern shore heard no shot at Tell al-Akrad and the mountain behind it."


def test_a_picture_of_text_asks_for_ocr() -> None:
    (problem,) = read_bytes(document([]))
    assert not isinstance(problem, Received)
    assert problem.code == "no-text"
    assert "OCR" in problem.message


def test_noise_after_a_header_is_a_broken_document() -> None:
    assert codes(read_bytes(b"%PDF-1.7\nnoise")) == ["broken-pdf"]
