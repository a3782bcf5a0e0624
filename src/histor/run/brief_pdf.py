"""A brief in, a PDF out, by reportlab: with numbered pages; a sign that the font lacks is an error, not a box."""

import io
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path

import reportlab
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

from histor.errors import UsageError
from histor.records.brief import Brief, Citation, Line

_MARGIN = 20 * mm
_OWN = "Vera.ttf"  # comes with reportlab; Latin letters only
_GREY = "#5b636b"
_ARROW = "from"  # Vera has no arrow


def pdf_of(brief: Brief, *, font: str | None = None) -> bytes:
    """Write a brief as a PDF; `font` is a TrueType file for names in other scripts than Latin.

    Raises UsageError if the font cannot be read or lacks a sign that the brief has.
    """
    name = _font(font)
    _check_signs(brief, name)
    into = io.BytesIO()
    made = SimpleDocTemplate(
        into, pagesize=A4, title=brief.title, author="histor", invariant=1,
        leftMargin=_MARGIN, rightMargin=_MARGIN, topMargin=_MARGIN, bottomMargin=_MARGIN,
    )  # fmt: skip

    def number_page(canvas: Canvas, _: object) -> None:
        canvas.setFont(name, 8)
        canvas.drawRightString(A4[0] - _MARGIN, _MARGIN / 2, str(canvas.getPageNumber()))

    made.build(list(_flow(brief, name)), onFirstPage=number_page, onLaterPages=number_page)
    return into.getvalue()


def _flow(brief: Brief, font: str) -> Iterator[Flowable]:
    body = ParagraphStyle("body", fontName=font, fontSize=9.5, leading=14, spaceAfter=4)
    small = ParagraphStyle("small", body, fontSize=7.5, leading=10.5, textColor=_GREY)
    note = ParagraphStyle("note", small, textColor="#000000")
    head = ParagraphStyle("head", body, fontSize=12, leading=16, spaceBefore=12)
    title = ParagraphStyle("title", body, fontSize=17, leading=22)
    yield Paragraph(escape(brief.title), title)
    yield from (
        Paragraph(escape(words), small) for words in (brief.asked, f"As of {brief.as_of}", *brief.notes) if words
    )
    numbers = {each.id: each.number for each in brief.citations}
    for section in brief.sections:
        yield from (Paragraph(escape(section.title), head),) if section.title else ()
        for line in section.lines:
            yield from _line(line, numbers, body, small)
    yield Spacer(1, 4 * mm)
    yield Paragraph("Notes", head)
    yield from (Paragraph(_note(each), note) for each in brief.citations)


def _line(line: Line, numbers: dict[str, int], body: ParagraphStyle, small: ParagraphStyle) -> Iterator[Flowable]:
    if line.heading:
        yield Paragraph(
            escape(line.text), ParagraphStyle("happening", body, spaceBefore=6, spaceAfter=0, keepWithNext=1)
        )
        yield from (Paragraph(escape(line.note), small),) if line.note else ()
        return
    marks = " ".join(f'<a href="#note-{each}">{each}</a>' for each in sorted(numbers[cited] for cited in line.cites))
    yield Paragraph(f'{escape(line.text)} <super size="6">{marks}</super>', body)


def _note(each: Citation) -> str:
    chain = f" {_ARROW} ".join(reversed(each.chain)) or "outlet unknown"
    day = each.source.published.start or "day unknown"
    words = f"“{each.words}” ({each.standing}) {each.id}"
    return f'<a name="note-{each.number}"/>{each.number}. {escape(f"{chain}, {day}: {words}")}'


@cache
def _font(path: str | None) -> str:
    file = Path(path) if path else Path(reportlab.__file__).parent / "fonts" / _OWN
    try:
        pdfmetrics.registerFont(TTFont(file.stem, str(file)))
    except Exception as error:  # reportlab raises classes of its own and of the system for one and the same fault
        raise UsageError(f"the font {file} cannot be read: {error}; name a TrueType file") from error
    return file.stem


def _check_signs(brief: Brief, font: str) -> None:
    known = pdfmetrics.getFont(font).face.charToGlyph
    lines = (line.text for section in brief.sections for line in section.lines)
    text = "".join((brief.title, brief.asked, *brief.notes, *lines, *(each.words for each in brief.citations)))
    text += "".join(voice for each in brief.citations for voice in each.chain)
    lacking = "".join(sorted({sign for sign in text if ord(sign) not in known and not sign.isspace()}))
    if lacking:
        raise UsageError(
            f"the font of the PDF has no sign for {lacking[:20]!r}: name a TrueType font that has, "
            "or write HTML and print it from a browser"
        )
