"""What rewriting promises: every mark still stands at its words, and a wrapped report is one claim deeper."""

import random

import pytest
from train.examples import ClaimMark, EventMark, Example, Spans
from train.rewrite import Edit, Rewriter, apply, wrap


def report(text: str, source: str, cue: str, content: str, trigger: str, actor: str) -> Example:
    def find(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    claim = ClaimMark((find(source),), (find(cue),), (find(content),), "asserts")
    parts: dict[str, Spans] = {"actors": (find(actor),)}
    parts |= dict.fromkeys(("recipients", "place", "when", "count"), ())
    event = EventMark(find(trigger), "ASSAULT", None, "occurred", False, parts, ())
    return Example("r1", "gold", text, (claim,), (event,))


SHELLING = report(
    "The mayor of Tarn said rebels shelled a mill.", "The mayor of Tarn", "said", "rebels shelled a mill", "shelled",
    "rebels",
)  # fmt: skip
RAID = report(
    "Orsk Radio reported that army helicopters raided a camp.", "Orsk Radio", "reported",
    "army helicopters raided a camp", "raided", "army helicopters",
)  # fmt: skip


def words(example: Example, spans: Spans) -> list[str]:
    return [example.text[start:end] for start, end in spans]


@pytest.mark.parametrize("seed", range(30))
def test_marks_move_with_their_words(seed: int) -> None:
    changed = Rewriter([SHELLING, RAID]).rewrite(SHELLING, random.Random(seed))
    assert changed.claims is not None
    assert changed.events is not None
    assert words(changed, changed.claims[-1].cue) == ["said"]
    assert words(changed, (changed.events[0].trigger,)) == ["shelled"]
    assert words(changed, changed.events[0].parts["actors"])[0] in {"rebels", "army helicopters"}
    assert words(changed, changed.claims[-1].content)[0].endswith("shelled a mill")


@pytest.mark.parametrize("seed", range(30))
def test_a_wrapped_claim_stands_in_the_new_one(seed: int) -> None:
    wrapped = wrap(RAID, random.Random(seed))
    assert wrapped.claims is not None
    outer, inner = wrapped.claims[0], wrapped.claims[-1]
    if outer is not inner:
        assert outer.content[0][0] <= inner.source[0][0]
        assert inner.content[0][1] <= outer.content[0][1]
        assert words(wrapped, inner.cue) == ["reported"]


def test_an_insertion_moves_what_follows_and_nothing_before() -> None:
    moved = apply(SHELLING, [Edit(SHELLING.text.index("rebels"), SHELLING.text.index("rebels"), "two ")])
    assert moved.claims is not None
    assert words(moved, moved.claims[0].cue) == ["said"]
    assert words(moved, moved.claims[0].content) == ["rebels shelled a mill"]
