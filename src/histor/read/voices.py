"""Stretches of a report in, whose words each is out: the outlet's own, copy quoted from another, or page furniture.

A quotation without marks shows itself by what introduces it (a sentence that ends in a colon), by how it is set
(indented, or parted by larger gaps), and by where the author's voice comes back.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from histor.read import furniture, manner
from histor.read.introductions import Introduction, introduction_of
from histor.read.paragraphs import ITEM, paragraphs
from histor.records.text import Basis, Block, BlockKind

_SHORTEST_WITH_TITLE = 2  # blocks: a title stands over something
_LONGEST_TITLE = 25  # words; the longest of 250 headlines that were looked at has 22
_LONGEST_HEADING = 9  # words
_LONGEST_GUESS = 8  # paragraphs of copy that a mere colon announces; of 840 news articles, longer ones were none
_SET_IN = 2  # columns further in than the rest that make a quotation by its setting


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words of one block and how they are set."""

    words: str
    kind: BlockKind = "paragraph"
    gap: int = 1  # blank lines before it
    indent: int = 0  # columns
    outlet: str | None = None
    basis: Basis = "typography"


def blocks_of(text: str, title: str | None = None) -> tuple[Block, ...]:
    """Cut plain text into blocks and tell whose words each is; a title given is looked for in the first line."""
    found = paragraphs(text)
    stretches = [Stretch(item.words(text), gap=item.gap, indent=item.indent) for item in found]
    told = mark_quotations(_mark_lists(mark_furniture(_mark_headings(_mark_title(stretches, title)))))
    return tuple(
        Block(item.start, item.end, stretch.kind, stretch.outlet, stretch.basis)
        for item, stretch in zip(found, told, strict=True)
    )


def mark_furniture(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Mark calls and notices as furniture, and the titles that follow a heading such as "Trending"."""
    told: list[Stretch] = []
    in_list = False
    for stretch in stretches:
        open_kind = stretch.kind in {"paragraph", "heading", "list"}
        call = open_kind and furniture.is_call(stretch.words)
        in_list = (call and furniture.opens_other_stories(stretch.words)) or (
            in_list and open_kind and _is_headline(stretch.words)
        )
        ornament = open_kind and not _has_letters(stretch.words)
        told.append(replace(stretch, kind="furniture", basis="style") if call or in_list or ornament else stretch)
    return told


def mark_quotations(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Mark the paragraphs that a sentence before them introduces as another's copy."""
    told = _mark_angled(stretches)
    openings = _openings(told)
    if not any(openings) or manner.is_transcript([stretch.words for stretch in told]):
        return told
    page = _page(told, openings)
    index = 0
    while index < len(told):
        opening = openings[index]
        end = _end_of_quotation(page, index, opening) if opening else index + 1
        for inside in range(index + 1, end):
            told[inside] = _quoted(told[inside], opening)
        index = max(end, index + 1)
    return told


def _is_headline(words: str) -> bool:
    return len(words.split()) <= _LONGEST_TITLE and not manner.is_sentence(words)


def _has_letters(words: str) -> bool:
    return any(character.isalnum() for character in words)


def _mark_title(stretches: Sequence[Stretch], title: str | None) -> list[Stretch]:
    """Mark the first line as title where it is one: the title given, or set like one over a text."""
    if len(stretches) < _SHORTEST_WITH_TITLE:
        return list(stretches)
    first, rest = stretches[0], stretches[1:]
    same = title is not None and " ".join(title.split()).casefold() == " ".join(first.words.split()).casefold()
    alone = title is None and rest[0].gap > 0 and _is_set_as_title(first.words, rest)
    return [replace(first, kind="title") if same or alone else first, *rest]


def _is_set_as_title(words: str, rest: Sequence[Stretch]) -> bool:
    return (
        "\n" not in words
        and len(words.split()) <= _LONGEST_TITLE
        and words[-1] not in ".:;,"
        and not furniture.is_call(words)
        and not manner.is_transcript([words, *(stretch.words for stretch in rest)])
        and any(manner.is_sentence(stretch.words) for stretch in rest)
    )


def _mark_headings(stretches: Sequence[Stretch]) -> list[Stretch]:
    told = list(stretches)
    for index, (stretch, following) in enumerate(pairwise(told)):
        if index and _is_set_as_heading(stretch, following):
            told[index] = replace(stretch, kind="heading")
    return told


def _is_set_as_heading(stretch: Stretch, following: Stretch) -> bool:
    words = stretch.words
    return (
        stretch.kind == "paragraph"
        and stretch.gap > 0
        and following.gap > 0
        and len(words.split()) <= _LONGEST_HEADING
        and words[0].isupper()
        and (words[-1].isalnum() or words[-1] == "?")
        and not any(mark in words for mark in ",:")
        and manner.is_sentence(following.words)
    )


def _mark_lists(stretches: Sequence[Stretch]) -> list[Stretch]:
    return [
        replace(stretch, kind="list") if stretch.kind == "paragraph" and ITEM.match(stretch.words) else stretch
        for stretch in stretches
    ]


def _mark_angled(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Mark paragraphs whose every line is set off with `>`, as in mail."""
    told = list(stretches)
    for index, stretch in enumerate(told):
        if stretch.kind == "paragraph" and all(line.lstrip().startswith(">") for line in stretch.words.split("\n")):
            before = told[index - 1] if index else stretch
            outlet = before.outlet if before.kind == "quote" else manner.writer_of(before.words)
            told[index] = replace(stretch, kind="quote", outlet=outlet)
    return told


@dataclass(frozen=True, slots=True)
class _Page:
    """All blocks of a report before quotations are marked, and what is usual among them."""

    blocks: Sequence[Stretch]
    openings: Sequence[Introduction | None]  # one for each block
    gap: int
    indent: int
    has_author: bool  # somebody speaks to the readers somewhere


def _page(told: Sequence[Stretch], openings: Sequence[Introduction | None]) -> _Page:
    guessed = any(opening and opening.strength == "weak" for opening in openings)
    return _Page(
        tuple(told),
        openings,
        _usual([stretch.gap for stretch in told]),
        _usual([stretch.indent for stretch in told]),
        guessed and any(manner.is_author_voice(each.words) for each in told if each.kind == "paragraph"),
    )


def _openings(told: Sequence[Stretch]) -> tuple[Introduction | None, ...]:
    """Give for each block how it introduces the next one, or None."""
    pairs = pairwise([*told, Stretch("", "furniture")])
    return tuple(
        introduction_of(here.words, following.words)
        if here.words.endswith(":") and here.kind in {"paragraph", "quote"} and following.kind == "paragraph"
        else None
        for here, following in pairs
    )


def _end_of_quotation(page: _Page, start: int, opening: Introduction) -> int:
    """Give the place after the last quoted paragraph; `start + 1` where the introduction turns out to be none."""
    if opening.strength == "one":
        return start + 2
    if opening.strength == "weak":
        end, proven = _first_end(page, start, start + _LONGEST_GUESS + 2)
        return end if proven and page.has_author else start + 1
    end, _ = _first_end(page, start, len(page.blocks))
    if opening.strength == "marked":
        closing = (place + 1 for place in range(start + 1, end) if manner.closes_speech(page.blocks[place].words))
        return next(closing, end)
    return end


def _first_end(page: _Page, start: int, limit: int) -> tuple[int, bool]:
    """Find where the words stop being the other's, and whether something before the limit shows it."""
    copy = page.blocks[start + 1]
    opening = page.openings[start]
    letter = opening is not None and opening.outlet is None and opening.strength == "strong"
    personal = letter or manner.is_first_person(copy.words)
    inset = copy.indent - page.indent >= _SET_IN
    for index in range(start + 1, min(limit, len(page.blocks))):
        here = page.blocks[index]
        if here.kind not in {"paragraph", "list"}:
            return index, here.kind != "furniture" or not _has_letters(here.words)
        if inset and copy.indent - here.indent >= _SET_IN:
            return index, True
        if not inset and index > start + 1 and here.gap > page.gap:
            return index, True
        if page.openings[index] or manner.is_author_voice(here.words, quoting_first_person=personal):
            return index, True
    return min(limit, len(page.blocks)), False


def _usual(numbers: Sequence[int]) -> int:
    """Give the commonest number of those after the first; the smaller one on a tie."""
    counts = Counter(numbers[1:])
    return min(counts, key=lambda number: (-counts[number], number), default=0)


def _quoted(stretch: Stretch, opening: Introduction | None) -> Stretch:
    outlet = opening.outlet if opening else None
    return replace(stretch, kind="quote", outlet=outlet, basis=opening.basis if opening else stretch.basis)
