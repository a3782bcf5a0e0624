"""A sentence in, the stretches in quotation marks out; and such a stretch and a text in, whether the text has it."""

import re
from dataclasses import dataclass

from histor.records.measures import Span

_OPEN_TO_CLOSE = {"“": "”", "«": "»", "„": "“”", "‘": "’"}
_STRAIGHT = ('"', "'")
_ELLIPSIS = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.)\s*")
_ALIKE = str.maketrans(dict.fromkeys('“”„«»"‘’ʼ`', "'") | {"–": "-", "—": "-", "\u00a0": " ", "…": " "})
_NEGATED = re.compile(r"\b(?:not|never|no|nobody|none|neither|nor|without|den(?:y|ies|ied)|unlikely|false)\b|n'(?:t)\b")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that a sentence puts in quotation marks."""

    span: Span  # marks included
    words: str  # without the marks
    closed: bool = True


def find_quotations(text: str) -> list[Quotation]:
    """List the outermost quotations, in order; one that is never closed runs to the end of the text."""
    found: list[Quotation] = []
    at = 0
    while at < len(text):
        if _opens(text, at):
            end = _end_of(text, at)
            stop = len(text) if end is None else end
            found.append(Quotation(Span(at, stop if end is None else stop + 1), text[at + 1 : stop], end is not None))
            at = stop
        at += 1
    return found


def is_quoted(words: str, text: str) -> bool:
    """Tell whether a text has these words, in this order and whole; an ellipsis may leave some out, but no denial.

    Marks of quotation, dashes and blanks may look otherwise; a full stop or comma at the end may be the quoter's.
    """
    pieces = [_plain(piece) for piece in _ELLIPSIS.split(words)]
    pieces = [piece for piece in (*pieces[:-1], pieces[-1].rstrip(" .,;:!?")) if piece]
    if not pieces or not any(re.search(r"\w", piece) for piece in pieces):
        return False
    return _follow(pieces, _plain(text))


def _opens(text: str, at: int) -> bool:
    sign, before = text[at], text[at - 1 : at]
    if sign not in _OPEN_TO_CLOSE and sign not in _STRAIGHT:
        return False
    if sign in "“«„":
        return True
    follows = bool(before) and (before.isalnum() or before in ".!?,…”")
    return not follows and not text[at + 1 : at + 2].isspace() and at + 1 < len(text)


def _end_of(text: str, start: int) -> int | None:
    closing = _OPEN_TO_CLOSE.get(text[start], text[start])
    depth = 0
    for at in range(start + 1, len(text)):
        sign = text[at]
        if sign == text[start] and sign not in closing:
            depth += 1
        elif sign in closing and not _is_apostrophe(text, at):
            if not depth:
                return at
            depth -= 1
    return None


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at] in "’'" and text[at + 1 : at + 2].isalnum()


def _plain(text: str) -> str:
    return " ".join(text.translate(_ALIKE).split())


def _follow(pieces: list[str], text: str) -> bool:
    """Find the pieces one after another, each on the bounds of words."""
    first = re.compile(_whole(pieces[0]))
    return any(_rest(pieces[1:], text, match.end()) for match in first.finditer(text))


def _rest(pieces: list[str], text: str, at: int) -> bool:
    for piece in pieces:
        match = re.compile(_whole(piece)).search(text, at)
        if not match or _NEGATED.search(text[at : match.start()].casefold()):
            return False
        at = match.end()
    return True


def _whole(piece: str) -> str:
    start = r"(?<![\w])" if piece[0].isalnum() else ""
    end = r"(?![\w]|'\w|-\w)" if piece[-1].isalnum() else ""
    return f"{start}{re.escape(piece)}{end}"
