"""A trained marker and BIO sentences in, the names that it finds and how well they agree out.

usage: python -m train.names MODEL

Prints the micro F1 over the names of re3d dev: a name counts when both its ends and its kind are right.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from train.batches import collate
from train.data import SIZE, STRIDE, read_tokenizer
from train.examples import Example, read_mentions
from train.fit import load
from train.folders import shared_folder
from train.labels import MENTION_TAGS
from train.lessons import Lesson, make_lessons
from train.marker import Marker

NEVER = -1e9
Scores = NDArray[np.float32]
Name = tuple[str, int, int]  # kind, first word, word after the last


def names_f1(model: Marker, tokenizer: Tokenizer, examples: Sequence[Example]) -> float:
    """Give the micro F1 in percent over texts of one style."""
    right = found = marked = 0
    style = f"{examples[0].style}:"
    for lesson in make_lessons(examples, tokenizer, SIZE, STRIDE):
        mine, theirs = set(find_names(model, lesson, style)), set(names_of(lesson.mentions.tolist()))
        right, found, marked = right + len(mine & theirs), found + len(mine), marked + len(theirs)
    return 200 * right / max(1, found + marked)


def find_names(model: Marker, lesson: Lesson, style: str) -> list[Name]:
    """Give the names of one window on the likeliest path through the tags of its style."""
    batch = collate([lesson])
    with torch.inference_mode():
        words = model.read(batch.pieces, batch.features, batch.style, batch.held, batch.first)
        scores: Tensor = model.judge(words).mentions[0].log_softmax(-1)
    tags = [number for number, tag in enumerate(MENTION_TAGS) if tag == "O" or tag[2:].startswith(style)]
    path = _best_path(scores[:, tags].numpy(), [MENTION_TAGS[tag] for tag in tags])
    return list(names_of([tags[step] for step in path]))


def names_of(tags: Sequence[int]) -> Iterator[Name]:
    """Give the names that a row of tag numbers spells."""
    start = 0
    for word, tag in enumerate([*tags, 0]):
        name = MENTION_TAGS[tag]
        before = MENTION_TAGS[tags[word - 1]] if word else "O"
        if before != "O" and name != f"I-{before[2:]}":
            yield before[2:], start, word
        if name.startswith("B-"):
            start = word


def _best_path(scores: Scores, tags: Sequence[str]) -> list[int]:
    """Give the likeliest row of tags in which a name goes on only where it began."""
    links = np.array([[0.0 if _follows(left, right) else NEVER for right in tags] for left in tags])
    best = scores[0] + links[tags.index("O")]
    came = []
    for row in scores[1:]:
        ways = best[:, None] + links
        came.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + row
    path = [int(best.argmax())]
    for back in reversed(came):
        path.append(int(back[path[-1]]))
    return path[::-1]


def _follows(left: str, right: str) -> bool:
    return not right.startswith("I-") or left[2:] == right[2:]


def main() -> None:
    """Read the option, print the figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    model = load(parser.parse_args().model)
    examples = read_mentions(shared_folder() / "re3d/dev.bio", "re3d")
    print(f"re3d dev names F1 {names_f1(model, read_tokenizer(), examples):.1f}")


if __name__ == "__main__":
    main()
