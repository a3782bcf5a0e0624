"""A sentence and what it cites in, all in it that is not in the cited words out: names, numbers, days, quotations.

The same rule holds for sentences that are put together and for those that a person writes. It compares words; it does
not understand them: a number that is in the words but was said of something else passes.
"""

import re
from collections.abc import Iterator, Sequence

from histor.codebook.spelling import spelling_key
from histor.records.brief import Citation, Refusal, Standing
from histor.records.measures import Span
from histor.steps.brief import days, names, numbers, quotations
from histor.steps.brief.numbers import Number, blank

_LETTER = re.compile(r"[^\W\d_]")
_SAID = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tells?|according|accus\w+|claim\w*|alleg\w+|report(?:s|ed|edly|ing)?|den(?:y|ies|ied|ial)"
    r"|announc\w+|stat(?:es?|ed|ement)|confirm\w*|warn\w*|ask\w*|demand\w*|order\w*|call\w*|wrote|writes|added|insist\w*"
    r"|acknowledg\w+|admit\w*|quot\w+|express\w*|predict\w*|threaten\w*|vow\w*|promis\w+|urg\w+|condemn\w*|prais\w+"
    r"|suggest\w*|argu\w+|not\w+|stress\w*|declar\w+|describ\w+|blam\w+|agree\w*|disput\w+)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ial|ying)|not|never|no|nobody|none|reject\w*|refut\w*|dismiss\w*|disput\w*|doubt\w*|false"
    r"|untrue|rul(?:es?|ed) out|without)\b|n['’]t\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|should|could|might|may|can|to|if|plan\w*|propos\w*|intend\w*|prepar\w*|due|expect\w*|schedul\w*"
    r"|order\w*|threat\w*|call\w*|demand\w*|urg\w*|ask\w*|possib\w*|suppos\w*|announc\w+|agree\w*|promis\w+|vow\w*)\b",
    re.IGNORECASE,
)


def check(text: str, cited: Sequence[Citation]) -> tuple[Refusal, ...]:
    """List what is refused in a sentence, in order of the words; none: it may stand."""
    if not cited:
        whole = Span(0, len(text))
        message = "nothing is cited: put the number of a claim behind the sentence, such as [^1]"
        return (Refusal("uncited", text.strip(), whole, message),) if _LETTER.search(text) else ()
    found: list[Refusal] = [*_quotations(text, cited)]
    written = text
    for quotation in quotations.find_quotations(text):
        text = blank(text, quotation.span)
    found += _days(text, cited)
    for day in days.find_named(text):
        text = blank(text, day.span)
    found += (*_numbers(text, cited), *_names(text, cited), *_standing(written, found, cited))
    return tuple(sorted(found, key=lambda each: each.span))


def _quotations(text: str, cited: Sequence[Citation]) -> Iterator[Refusal]:
    for each in quotations.find_quotations(text):
        if not each.closed:
            yield Refusal("quotation", each.words, each.span, "the quotation is not closed: put its second mark")
        elif not any(quotations.is_quoted(each.words, one.words) for one in cited):
            message = (
                f"“{each.words}” is not in the words of {_cited(cited)}: quote as it stands there, or without marks"
            )
            yield Refusal("quotation", each.words, each.span, message)


def _days(text: str, cited: Sequence[Citation]) -> Iterator[Refusal]:
    for each in days.find_named(text):
        if not days.is_borne_out(each, cited):
            message = f"no words of {_cited(cited)} give {each.words!r}: name a day that they give, or none"
            yield Refusal("day", each.words, each.span, message)


def _numbers(text: str, cited: Sequence[Citation]) -> Iterator[Refusal]:
    known = [number for each in cited for number in numbers.find_numbers(each.words)]
    for each in numbers.find_numbers(text):
        if not any(_same(each, other) for other in known):
            there = ", ".join(dict.fromkeys(other.words for other in known)) or "no number"
            message = f"{each.words!r} is not in the words of {_cited(cited)}, which have {there}"
            yield Refusal("number", each.words, each.span, message)


def _same(one: Number, other: Number) -> bool:
    """Compare two numbers: as ranges, so that 15 is fifteen, and at least 15 is not 15; vague words as words."""
    if one.range is not None and other.range is not None:
        return one.range == other.range
    return one.range is other.range and _bare(one.words) == _bare(other.words)


def _bare(words: str) -> str:
    plain = " ".join(words.casefold().split())
    return re.sub(r"\s?(?:per ?cent|percent|%)$", "%", plain)


def _names(text: str, cited: Sequence[Citation]) -> Iterator[Refusal]:
    texts = [words for each in cited for words in (each.words, *each.names)]
    lower = frozenset().union(*(names.small_words(each.words) for each in cited))
    for run in names.find_names(text, lower):
        if names.has_name(run, texts):
            continue
        for part in names.parts_of(run):
            if not names.has_name(part, texts):
                yield _unknown_name(text, part, cited)


def _unknown_name(text: str, part: Sequence[names.Word], cited: Sequence[Citation]) -> Refusal:
    span = Span(part[0].span.start, part[-1].span.end)
    name = text[span.start : span.end]
    near = _alike(name, cited)
    hint = f"; they write {near!r}" if near else ""
    return Refusal("name", name, span, f"{name!r} is not in the words of {_cited(cited)}{hint}")


def _alike(name: str, cited: Sequence[Citation]) -> str:
    """Find how the cited words spell what may be the same name; nothing if they have none like it."""
    key = spelling_key(name)
    for each in cited:
        for run in names.find_names(each.words):
            words = each.words[run[0].span.start : run[-1].span.end]
            if key and spelling_key(words) == key:
                return words
    return ""


def _standing(text: str, found: Sequence[Refusal], cited: Sequence[Citation]) -> Iterator[Refusal]:
    """Refuse a plain statement where all that is cited is denied, planned or only said."""
    standings = {each.standing for each in cited}
    if found or "happened" in standings or not _LETTER.search(text):
        return
    if any(_tells(text, each) for each in standings):
        return
    what = {"denied": "denied", "planned": "planned, threatened or supposed", "said": "only said by somebody"}
    told = " and ".join(sorted(what[each] for each in standings if each in what))
    message = f"what {_cited(cited)} has is {told}, and the sentence states it as a fact: say whose word it is"
    yield Refusal("standing", text.strip(), Span(0, len(text)), message)


def _tells(text: str, standing: Standing) -> bool:
    """Tell whether a sentence says that it is denied, lies ahead, or is somebody's word."""
    if standing == "denied":
        return bool(_DENIED.search(text))
    return bool(_SAID.search(text)) or (standing == "planned" and bool(_AHEAD.search(text)))


def _cited(cited: Sequence[Citation]) -> str:
    return " and ".join(f"[{each.number}]" for each in cited)
