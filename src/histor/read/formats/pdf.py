"""PDF: one document, one report; its paragraphs are told from where its lines stand."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, pairwise
from statistics import median
from typing import Any

from histor.read.detection import Example
from histor.read.draft import Draft, Piece, compose
from histor.read.manner import is_sentence
from histor.read.page import judge
from histor.read.paragraphs import ITEM
from histor.read.source import Source, whole
from histor.records.made import Problem
from histor.records.text import BlockKind

SUFFIXES = (".pdf",)


def _sample(lines: bytes) -> bytes:
    """Give a document of one page with these drawing commands."""
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
        b"/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
        b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n"
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%%%EOF" % (len(lines), lines)
    )


EXAMPLES = (
    Example(
        _sample(
            b"BT /F 18 Tf 60 780 Td (Aid enters Moadamiya) Tj /F 11 Tf 0 -40 Td (12 February 2016) Tj "
            b"0 -30 Td (Lorries with flour and medicine entered the town on Friday after the) Tj "
            b"0 -14 Td (council and the army had agreed on a list of goods.) Tj "
            b"0 -30 Td (A second convoy is planned.) Tj 200 -600 Td (1) Tj ET"
        ),
        (
            ("title", "Aid enters Moadamiya", None),
            ("paragraph", "12 February 2016", None),
            ("paragraph", "Lorries with flour and medicine entered the town on Friday after the council", None),
            ("paragraph", "A second convoy", None),
            ("furniture", "1", None),
        ),
        published="2016-02-12",
    ),
    Example(_sample(b"0 0 100 100 re f"), problems=("no-text",)),
    Example(b"%PDF-1.4\nnothing of a document follows", problems=("broken-pdf",)),
)

# Pitch between lines, in usual pitches, from which on a new paragraph begins: word processors set 1.5 and more between
# paragraphs and less than 1.2 within them.
_PARAGRAPH_PITCH = 1.3
_LARGER = 1.15  # height of a heading's letters, in usual heights
_SHORT_LINE = 0.85  # share of the column's width below which a full stop ends a paragraph
_PAGES_REPEATED = 2  # pages on which a first or last line stands that belongs to the page and not to the report
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.I)
_LONGEST_HEADING = 25  # words
_SOFT = re.compile("(\\w*)\ufffe(\\w?)")
_ARTICLES = frozenset(("al", "el", "an", "ar", "as", "ash", "at", "az", "ed", "es", "ul"))
_PROGRAM_TITLE = re.compile(r"microsoft word|untitled|\.(?:docx?|indd|odt|pages|pdf|qxd)$", re.I)
_PASSWORD = 4  # FPDF_ERR_PASSWORD, pdfium `fpdfview.h`


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    page: int
    order: int  # place in the document
    left: float = 0.0  # points from the left and the lower edge
    right: float = 0.0
    top: float = 0.0
    height: float = 0.0


def recognises(head: bytes) -> bool:
    """Tell whether a document's header stands in the first bytes (ISO 32000-1, annex H, note 13: within 1,024)."""
    return b"%PDF-" in head[:1024]


def drafts(source: Source) -> Iterator[Draft | Problem]:
    """Give the one report of a document."""
    raw = whole(source)
    yield raw if isinstance(raw, Problem) else _draft(raw, source)


def _draft(raw: bytes, source: Source) -> Draft | Problem:
    # Imported here: most runs read no PDF.
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        return _unopened(source.key, error)
    order = count()
    try:
        rows = [row for number in range(len(document)) for row in _lines(document[number], number, order)]
        about: dict[str, str] = document.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        return _unopened(source.key, error)
    finally:
        document.close()
    pieces = judge(_pieces(rows))
    if not any(piece.kind != "furniture" for piece in pieces):
        message = f"{source.key} holds pictures of text but no text; run OCR over it first, as with ocrmypdf"
        return Problem("no-text", message, key=source.key)
    return _finished(raw, source, pieces, about)


def _finished(raw: bytes, source: Source, pieces: Sequence[Piece], about: dict[str, str]) -> Draft:
    text, blocks = compose(pieces)
    stated = about.get("Title", "").strip()
    seen = next((piece.words for piece in pieces if piece.kind == "title"), None)
    return Draft(
        raw,
        text,
        blocks,
        source.key,
        title=seen or (stated if stated and not _PROGRAM_TITLE.search(stated) else None),
        authors=tuple(name.strip() for name in [about.get("Author", "")] if name.strip()),
        published=about.get("CreationDate", "").removeprefix("D:") or None,
        basis="inferred",  # the day it was made into a PDF, which may be later than that of the report
        url=source.url,
        fetched=source.fetched,
    )


def _unopened(key: str, error: Any) -> Problem:
    if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
        return Problem("locked-pdf", f"{key} is locked with a password; unlock it first, as with qpdf", key=key)
    return Problem("broken-pdf", f"{key} is damaged and cannot be opened ({error}); get it again", key=key)


def _lines(page: Any, number: int, order: Iterator[int]) -> Iterator[_Line]:
    """Give the lines of a page with their places, in the order of the document."""
    sheet = page.get_textpage()
    place = 0
    for words in sheet.get_text_range().split("\n"):
        shown = words.strip()
        if shown:
            first = place + words.index(shown[0])
            line = _Line(_without_soft_hyphens(" ".join(shown.split())), number, next(order))
            yield _placed(sheet, line, first, first + len(shown) - 1)
        place += len(words) + 1
    sheet.close()
    page.close()


def _placed(sheet: Any, line: _Line, first: int, last: int) -> _Line:
    final = sheet.count_chars() - 1
    if final < 0:
        return line
    left, bottom, _, top = sheet.get_charbox(min(first, final), loose=True)
    right = sheet.get_charbox(min(last, final), loose=True)[2]
    return replace(line, left=left, right=right, top=top, height=top - bottom)


def _without_soft_hyphens(words: str) -> str:
    """Undo the breaks that pdfium marks with U+FFFE; the hyphen is kept after an article and before a capital."""
    return _SOFT.sub(lambda match: match[1] + _hyphen(match[1], match[2]) + match[2], words)


def _hyphen(before: str, after: str) -> str:
    return "-" if before.lower() in _ARTICLES or after.isupper() or after.isdigit() or not after else ""


def _pieces(rows: Sequence[_Line]) -> list[Piece]:
    repeated = _repeated(rows)
    body = [row for row in rows if not _is_page_mark(row, repeated)]
    marks = [row for row in rows if _is_page_mark(row, repeated)]
    size = median([row.height for row in body]) if body else 0.0
    groups = _paragraphs(body)
    told = [(group[-1].order, _piece(group, size, first=not index)) for index, group in enumerate(groups)]
    told += [(mark.order, Piece(mark.words, "furniture", basis="typography")) for mark in marks]
    return [piece for _, piece in sorted(told, key=lambda each: each[0])]


def _paragraphs(body: Sequence[_Line]) -> list[list[_Line]]:
    pitch = _usual_pitch(body)
    edge = max((row.right for row in body), default=0.0)
    groups: list[list[_Line]] = []
    for row in body:
        if groups and not _begins_paragraph(groups[-1], row, pitch, edge):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _piece(group: Sequence[_Line], size: float, *, first: bool) -> Piece:
    words = " ".join(row.words for row in group)
    large = min(row.height for row in group) >= _LARGER * size and len(words.split()) <= _LONGEST_HEADING
    kind: BlockKind = "paragraph"
    if large:
        kind = "title" if first else "heading"
    elif ITEM.match(words):
        kind = "list"
    return Piece(words, kind, basis="typography")


def _begins_paragraph(group: Sequence[_Line], row: _Line, pitch: float, edge: float) -> bool:
    """Tell whether a line begins a paragraph: after a gap, in another size, as an item, or after a short last line."""
    last = group[-1]
    if abs(row.height - last.height) > (_LARGER - 1) * last.height or ITEM.match(row.words):
        return True
    if row.page != last.page or row.top > last.top:
        return is_sentence(last.words) or not row.words[0].islower()
    wide = last.top - row.top > _PARAGRAPH_PITCH * pitch
    return wide or (is_sentence(last.words) and last.right < _SHORT_LINE * edge)


def _usual_pitch(rows: Sequence[_Line]) -> float:
    """Give the usual distance from line to line; the smaller half counts, for gaps between paragraphs are no pitch."""
    steps = sorted(
        last.top - row.top for last, row in pairwise(rows) if last.page == row.page and last.top - row.top > 0
    )
    return median(steps[: max(1, len(steps) // 2)]) if steps else 0.0


def _repeated(rows: Sequence[_Line]) -> frozenset[str]:
    """List the first and last lines of pages that stand on several of them, their figures left out."""
    pages: dict[int, list[_Line]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    edges = Counter(
        words for lines in pages.values() for words in {_unnumbered(line.words) for line in [*lines[:2], *lines[-2:]]}
    )
    return frozenset(words for words, times in edges.items() if times >= _PAGES_REPEATED)


def _is_page_mark(row: _Line, repeated: frozenset[str]) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(row.words)) or _unnumbered(row.words) in repeated


def _unnumbered(words: str) -> str:
    return re.sub(r"\d+", "#", words)
