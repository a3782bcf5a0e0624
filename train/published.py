"""A trained marker in, its figures on the dev splits of published data sets out, into the notes beside the model.

usage: python -m train.published MARKER.pt FILES

FILES is the folder of `marker.json`. PolNeAR: spans (exact), and relations on speech cues; re3d: names. The scorer of
attributions lies beside the shared data.
"""

import argparse
import json
import re
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from histor.models.marker import NOTES
from histor.steps.mark.decode.claims import ClaimChoices
from histor.steps.mark.decode.text import Choices
from train.ask import asker
from train.data import read_tokenizer
from train.examples import read_mentions
from train.fit import load
from train.folders import shared_folder
from train.marker import Marker
from train.names import names_f1
from train.score import form_of_attributions
from train.scorer import load_scorer

LEAST_CUE = 0.65  # the product shows claims from a smaller share; this one gives the best F1 of cues on PolNeAR dev


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("files", type=Path)
    options = parser.parse_args()
    marker, tokenizer, path = load(options.model), read_tokenizer(), options.files / NOTES
    figures = polnear(marker, tokenizer) | names(marker, tokenizer)
    notes = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    path.write_text(json.dumps(notes | {"published": figures}, indent=1) + "\n", encoding="utf-8")
    for name, value in figures.items():
        print(f"{name:28} {value}")


def polnear(marker: Marker, tokenizer: Tokenizer, least_cue: float = LEAST_CUE) -> dict[str, float]:
    """Give percents on PolNeAR dev."""
    ask, scorer = asker(marker, tokenizer), load_scorer("score_attribution")
    choices = Choices(claims=ClaimChoices(least_cue=least_cue))
    gold = scorer.read(shared_folder() / "polnear/dev.jsonl")
    marked = [
        {"id": row["id"], "text": row["text"], **form_of_attributions(ask(row["text"], "polnear"), choices)}
        for row in gold
    ]
    pairs = scorer.pair_up(gold, marked)
    spans, speech = scorer.score_spans(pairs), scorer.score_by_cue(pairs)["speech"]
    spoken = [tuple(_spoken(row, scorer.SPEECH) for row in pair) for pair in pairs]
    return {
        **{f"polnear {role}": spans[role]["exact"]["F1"] for role in ("source", "cue", "content")},
        "polnear speech detected": speech["detected"]["F1"],
        "polnear speech full soft": speech["full soft"]["F1"],
        "polnear wrong source": scorer.score_relations(pairs)["wrong source given detected %"],
        "polnear speech wrong source": scorer.score_relations(spoken)["wrong source given detected %"],
    }


def _spoken(row: dict[str, Any], speech: re.Pattern[str]) -> dict[str, Any]:
    """Keep the attributions whose cue is a word of speech."""
    marks = [mark for mark in row["attributions"] if mark["cue"]]
    told = [mark for mark in marks if speech.search(row["text"][mark["cue"][0][0] : mark["cue"][-1][1]])]
    return row | {"attributions": told}


def names(marker: Marker, tokenizer: Tokenizer) -> dict[str, float]:
    """Give the micro F1 of names on re3d dev."""
    examples = read_mentions(shared_folder() / "re3d/dev.bio", "re3d")
    return {"re3d names": round(names_f1(marker, tokenizer, examples), 2)}


if __name__ == "__main__":
    main()
