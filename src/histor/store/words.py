"""A report's text and spans in, the sentences around them out; and names and words in the form they are sought by."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from histor.errors import UsageError
from histor.records.answer import Quoted
from histor.records.measures import Span, Spans
from histor.records.text import Block, quote

AROUND = 120  # code points shown on either side of a sentence: about one more sentence of news text
LONGEST_SENTENCE = 2000  # code points looked at on either side: keeps a text without full stops from costing its square
_NAMES_REMEMBERED = 10_000  # folded forms; the same names come again in report after report

# A full stop ends no sentence after a title, a month, or a single capital letter (U.S., J. Davis).
_SHORT = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|St|Jr|Sr|vs|No|Co|Inc|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[ap]\.m|i\.e|e\.g))\.$"
)
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[A-Z0-9])|\n\s*\n")
_JOINING = re.compile(r"[.'’‘ʼ`]")  # stand inside a word: U.S., People's, Sana'a
_SOUGHT = re.compile(r'"([^"]*)"|“([^”]*)”|(\S+)')


def sentence_around(text: str, spans: Sequence[Span], blocks: Sequence[Block]) -> Span:
    """Find the whole sentence, or sentences, that hold the spans, within the block that they stand in."""
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    low = max((block.start for block in blocks if block.start <= start < block.end), default=0)
    high = min((block.end for block in blocks if block.start < end <= block.end), default=len(text))
    low, high = max(low, start - LONGEST_SENTENCE), min(high, end + LONGEST_SENTENCE)
    for ending in _END.finditer(text, low, high):
        if ending.group().startswith(".") and _SHORT.search(text, max(low, ending.start() - 8), ending.start() + 1):
            continue
        if ending.end() <= start:
            low = ending.end()
        elif ending.end() >= end:
            high = ending.end()
            break
    return _trimmed(text, low, high)


def quoted(slot: str, spans: Spans, text: str, blocks: Sequence[Block]) -> Quoted:
    """Quote the words of a slot with their sentence and the words around it."""
    sentence = sentence_around(text, spans, blocks)
    return Quoted(
        slot=slot,
        spans=spans,
        words=quote(text, spans),
        sentence=text[sentence.start : sentence.end],
        before=text[max(0, sentence.start - AROUND) : sentence.start],
        after=text[sentence.end : sentence.end + AROUND],
    )


@lru_cache(maxsize=_NAMES_REMEMBERED)
def searchable(name: str) -> str:
    """Fold a name or ref so that a sought prefix can only match at the start of a word.

    Every word follows a blank; accents and punctuation are dropped; the scheme of a ref (`actor:`) is no word.
    Kept in `names.folded`: whoever changes this rule raises the version of the schema.
    """
    scheme, colon, rest = name.partition(":")
    bare = rest if colon and scheme.isalpha() and not rest.startswith(" ") else name
    signs = unicodedata.normalize("NFKD", _JOINING.sub("", bare).casefold())
    plain = "".join(sign for sign in signs if not unicodedata.combining(sign))
    return "".join(f" {word}" for word in re.findall(r"[^\W_]+", plain))


def match_of(sought: str) -> str:
    """Write a full-text query: every word must occur; "…" is a phrase; a trailing * allows any ending.

    Raises UsageError if no word is left to look for.
    """
    terms = [_term(found.group(1) or found.group(2) or found.group(3) or "") for found in _SOUGHT.finditer(sought)]
    if not any(terms):
        raise UsageError(f"{sought!r} holds no word to look for")
    return " ".join(term for term in terms if term)


def _term(words: str) -> str:
    star = "*" if words.endswith("*") else ""
    plain = words.replace('"', " ").rstrip("*")
    return f'"{plain}"{star}' if re.search(r"[^\W_]", plain) else ""


def _trimmed(text: str, low: int, high: int) -> Span:
    words = text[low:high]
    stripped = words.strip()
    start = low + words.find(stripped) if stripped else low
    return Span(start, start + len(stripped))
