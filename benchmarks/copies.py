"""Texts of the corpora in, how well copies of them are told from what is no copy out.

usage: python benchmarks/copies.py [--texts 300]

Each text is changed by seed in the ways in which copies differ: words replaced, cut after a third, its title changed as
a translation would be, one paragraph quoted within another text. Beside them stand pairs that are no copies: texts of
one place and the days around it by other outlets. And there are pairs that were judged by reading
(judged/copies.jsonl, ids only).
"""

import argparse
import json
import random
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from accuracy import SHARED
from histor.records.incidents import Copy
from histor.steps.copies.comparing import compare
from histor.steps.copies.sampling import sample

JUDGED = Path(__file__).parent / "judged" / "copies.jsonl"
LEAST_WORDS = 120  # of a text that is changed; shorter ones have no paragraph to quote
EDITED = 0.06  # share of the words that an editor replaces: one in seventeen, some three a sentence of fifty
QUOTED = 60  # words of a paragraph
NEAR = 2  # days between texts that are no copies
Line = dict[str, Any]


def main() -> None:
    """Change, compare, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=300)
    number = parser.parse_args().texts
    lines = _lines()
    chance = random.Random(2016)
    long = [line for line in lines if len(line["text"].split()) >= LEAST_WORDS]
    chosen = chance.sample(long, min(number, len(long)))
    for name, pairs in _changed(chosen, chance):
        found = [_compared(one, other) for one, other in pairs]
        kinds = {
            kind: sum(each is not None and each.kind == kind for each in found) for kind in ("copy", "cut", "quotation")
        }
        share = sum(each is not None for each in found) / len(found)
        print(f"{name:32} found {100 * share:5.1f} % of {len(found)}  {kinds}")
    _measure_judged({line["id"]: line for line in lines})


def _changed(chosen: list[Line], chance: random.Random) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    texts = [line["text"] for line in chosen]
    yield "words replaced", [(text, _edited(text, chance)) for text in texts]
    yield "cut after a third", [(text, _cut(text)) for text in texts]
    yield "cut and words replaced", [(text, _edited(_cut(text), chance)) for text in texts]
    yield "another title", [(line["text"], f"{_title(chance)} {line['text'].partition('. ')[2]}") for line in chosen]
    others = texts[1:] + texts[:1]
    yield "a paragraph quoted", [(text, _quoting(text, other)) for text, other in zip(texts, others, strict=True)]
    yield "no copies: same days, place", [(one["text"], other["text"]) for one, other in _unlike(chosen)]
    yield "no copies: drawn", list(zip(texts, others, strict=True))


def _edited(text: str, chance: random.Random) -> str:
    words = text.split()
    made_up = ("officials", "reportedly", "overnight", "residents", "however", "several", "nearby", "later")
    return " ".join(chance.choice(made_up) if chance.random() < EDITED else word for word in words)


def _cut(text: str) -> str:
    words = text.split()
    return " ".join(words[: max(40, len(words) // 3)])


def _title(chance: random.Random) -> str:
    return " ".join("".join(chance.choices("abdeilmnorstu", k=6)) for _ in range(9)).capitalize() + "."


def _quoting(text: str, other: str) -> str:
    words, rest = text.split(), other.split()
    middle = len(rest) // 2
    start = len(words) // 4
    return " ".join([*rest[:middle], *words[start : start + QUOTED], *rest[middle:]])


def _unlike(chosen: list[Line]) -> list[tuple[Line, Line]]:
    """Give texts of one place and the days around it that share no sentence: those are no copies for certain."""
    near = [
        (one, other)
        for one, other in combinations(chosen, 2)
        if one.get("place") == other.get("place") and _days(one, other) <= NEAR
    ]
    return [(one, other) for one, other in near if not _sentences(one) & _sentences(other)]


def _days(one: Line, other: Line) -> int:
    return abs((date.fromisoformat(one["date"]) - date.fromisoformat(other["date"])).days)


def _sentences(line: Line) -> set[str]:
    return {sentence for sentence in line["text"].split(". ") if len(sentence.split()) > 7}


def _compared(one: str, other: str) -> Copy | None:
    mine, theirs = sample(one), sample(other)
    return compare("r-1", "r-2", shared=len(mine & theirs), sizes=(len(mine), len(theirs)))


def _measure_judged(lines: dict[str, Line]) -> None:
    judged = [json.loads(line) for line in JUDGED.read_text("utf-8").splitlines()]
    pairs = [(_compared(lines[each["one"]]["text"], lines[each["other"]]["text"]), each["verdict"]) for each in judged]
    said = [(found is not None and found.kind != "quotation", verdict == "copy") for found, verdict in pairs]
    right, copies = sum(a and b for a, b in said), sum(b for _, b in said)
    wrong = sum(a and not b for a, b in said)
    print(
        f"{'judged by reading':32} precision {right} of {right + wrong}, recall {right} of {copies}, pairs {len(said)}"
    )


def _lines() -> list[Line]:
    with (SHARED / "data/corpora/fa_kes.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


if __name__ == "__main__":
    main()
