"""A marked report in, another of the same shape out: other names in the same parts, or the whole of it in a mouth.

The gold is small and nested claims are rare in it. Two changes keep every mark true: a marked span may be replaced by
another that plays the same part elsewhere, and a sentence may be put into the mouth of one more speaker.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from train.examples import ClaimMark, EventMark, Example, Spans

REWRITTEN = 0.6  # share of the reports that are changed in a pass
SWAPPED = 0.4  # share of the spans that can be swapped and are
WRAPPED = 0.3  # share of the changed reports whose first sentence is put into a mouth
SAYINGS = (
    ("{} said that ", "said", "asserts"), ("{} says that ", "says", "asserts"), ("{} said ", "said", "asserts"),
    ("{} reported that ", "reported", "asserts"), ("{} reports that ", "reports", "asserts"),
    ("{} claims that ", "claims", "asserts"), ("{} announced that ", "announced", "asserts"),
    ("According to {}, ", "According to", "asserts"), ("{} stated that ", "stated", "asserts"),
    ("{} confirmed that ", "confirmed", "asserts"), ("{}: ", ":", "asserts"), ("{} denied that ", "denied", "denies"),
    ("{} warned that ", "warned", "predicts"), ("{} denies that ", "denies", "denies"),
)  # fmt: skip
SENTENCE = re.compile(r"(?<=[\w\"”)])\.(?= [A-Z]|\s*$)")
COMMON = re.compile(r"(?:The|A|An|At|In|On|Two|Three|Several|Dozens|Some|Four|Five|Six|Both)\b")
VOICES = (
    "State television", "The state news agency", "Al Jazeera", "Reuters", "The Associated Press", "AFP", "a monitor",
    "A security source", "Local media", "the opposition", "A military spokesman", "The newspaper", "Interfax", "SANA",
    "Russia's Defence Ministry", "The Syrian Observatory for Human Rights", "witnesses", "An official", "RIA Novosti",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edit:
    """Words put in the place of others; an empty stretch is an insertion."""

    start: int
    end: int
    words: str


class Rewriter:
    """Knows which words play which part anywhere in the gold, and swaps among them."""

    def __init__(self, examples: Sequence[Example]) -> None:
        pools: dict[str, set[str]] = defaultdict(set)
        for example in examples:
            for role, start, end in _parts(example):
                pools[_shape(role, example.text[start:end])].add(example.text[start:end])
        self.pools = {shape: sorted(words) for shape, words in pools.items()}

    def rewrite(self, example: Example, chance: random.Random) -> Example:
        """Give the report itself, or one with some parts swapped, and now and then in somebody's mouth."""
        if chance.random() >= REWRITTEN:
            return example
        swapped = apply(example, self._swaps(example, chance))
        return wrap(swapped, chance) if chance.random() < WRAPPED else swapped

    def _swaps(self, example: Example, chance: random.Random) -> list[Edit]:
        """Choose new words for some of the spans that cross or hold no other part."""
        parts = sorted(set(_parts(example)), key=lambda part: part[1:])
        edits: list[Edit] = []
        for role, start, end in parts:
            alone = not any(_crosses(start, end, *other[1:]) for other in parts) and _no_cue(example, start, end)
            taken = edits and start < edits[-1].end
            if alone and not taken and chance.random() < SWAPPED:
                words = chance.choice(self.pools[_shape(role, example.text[start:end])])
                edits.append(Edit(start, end, words))
        return edits


def wrap(example: Example, chance: random.Random) -> Example:
    """Put a report's first sentence into one more mouth: every claim in it then stands in the new one."""
    template, cue, stance = chance.choice(SAYINGS)
    end = _sentence_end(example)
    if end is None or (stance == "denies" and example.claims):
        return example
    voice = chance.choice(VOICES)
    opening = template.format(voice)
    voice, opening = (voice, opening) if opening[0] != voice[0] else (_capital(voice), _capital(opening))
    wrapped = apply(_lowered(example), [Edit(0, 0, opening)])
    source, said = opening.index(voice), opening.rindex(cue)
    content = (len(opening), len(opening) + end)
    mark = ClaimMark(((source, source + len(voice)),), ((said, said + len(cue)),), (content,), stance)
    events = tuple(_denied(event, content[1]) if stance == "denies" else event for event in wrapped.events or ())
    return replace(wrapped, claims=(mark, *(wrapped.claims or ())), events=events)


def _sentence_end(example: Example) -> int | None:
    """Give where the first sentence ends; None where a content goes on beyond it."""
    found = SENTENCE.search(example.text)
    if found is None:
        return None
    spans = (span for claim in example.claims or () for span in claim.content)
    crossed = any(start < found.start() < end - 1 for start, end in spans)
    return None if crossed else found.start()


def _lowered(example: Example) -> Example:
    text = example.text
    return replace(example, text=text[0].lower() + text[1:]) if COMMON.match(text) else example


def _denied(event: EventMark, end: int) -> EventMark:
    happened = event.status in ("occurred", "ongoing") and event.trigger[1] <= end
    return replace(event, status="denied") if happened else event


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def apply(example: Example, edits: Sequence[Edit]) -> Example:
    """Carry out edits that do not overlap, first to last, and move every mark with its words."""
    if not edits:
        return example
    pieces, at = [], 0
    for edit in edits:
        pieces += [example.text[at : edit.start], edit.words]
        at = edit.end
    text = "".join([*pieces, example.text[at:]])
    claims = tuple(
        ClaimMark(_move(c.source, edits), _move(c.cue, edits), _move(c.content, edits), c.stance)
        for c in example.claims or ()
    )
    return replace(example, text=text, claims=claims, events=tuple(_moved(e, edits) for e in example.events or ()))


def _moved(event: EventMark, edits: Sequence[Edit]) -> EventMark:
    parts = {role: _move(spans, edits) for role, spans in event.parts.items()}
    return replace(event, trigger=_move((event.trigger,), edits)[0], parts=parts)


def _move(spans: Spans, edits: Sequence[Edit]) -> Spans:
    return tuple((_start(start, edits), _end(end, edits)) for start, end in spans)


def _start(at: int, edits: Sequence[Edit]) -> int:
    return at + sum(_growth(edit) for edit in edits if edit.end <= at and (edit.start < at or edit.start == edit.end))


def _end(at: int, edits: Sequence[Edit]) -> int:
    return at + sum(_growth(edit) for edit in edits if edit.end <= at and edit.start < at)


def _growth(edit: Edit) -> int:
    return len(edit.words) - (edit.end - edit.start)


def _parts(example: Example) -> Iterable[tuple[str, int, int]]:
    for claim in example.claims or ():
        yield from (("party", *span) for span in claim.source)
    for event in example.events or ():
        for role, spans in event.parts.items():
            yield from (("party" if role in ("actors", "recipients") else role, *span) for span in spans)


def _shape(role: str, words: str) -> str:
    """Tell apart what fits in another's place: names, common nouns, counted people, pronouns."""
    if any(character.isdigit() for character in words):
        return f"{role} counted"
    if len(words) < 5 and words.islower():
        return f"{role} pronoun {words}"
    return f"{role} {'named' if words[:1].isupper() or words[-5:].istitle() else 'common'} {words[:1].isupper()}"


def _crosses(start: int, end: int, other_start: int, other_end: int) -> bool:
    return (start, end) != (other_start, other_end) and start < other_end and other_start < end


def _no_cue(example: Example, start: int, end: int) -> bool:
    """Tell whether the span holds no cue, trigger or end of a content."""
    claims, events = example.claims or (), example.events or ()
    inner = [*(span for claim in claims for span in claim.cue), *(event.trigger for event in events)]
    if any(first < end and start < last for first, last in inner):
        return False
    bounds = [bound for claim in claims for span in claim.content for bound in span]
    return not any(start < bound < end for bound in bounds)
