"""A trained marker in, an ONNX file out: `python -m train.export MODEL FILE`; weights in 16 bits, arithmetic in 32."""

import argparse
import copy
import io
import json
import re
from pathlib import Path

import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer
from torch import Tensor, nn

from train.data import read_tokenizer
from train.fit import load
from train.labels import CLAIM_ROLES, EVENT_ROLES, KINDS, STANCES, STATUSES, STYLES, TYPES, WHATS
from train.marker import Marker

OPSET = 17
LEAST = 0.2  # share from which a word is asked about as a cue or trigger
SMALL = 256  # numbers: a tensor smaller than this is kept in 32 bits
LATIN = re.compile(r"[\u0000-\u024f\u2010-\u2044\u20a0-\u20bf]+")
UNKNOWN_PIECE = 100  # BERT's id of [UNK]
INPUTS = ("pieces", "features", "style", "held", "first", "worded")
OUTPUTS = (
    "cues", "triggers", "cue_at", "stances", "claim_tags", "trigger_at", "kinds", "statuses", "violations",
    "event_tags", "whats",
)  # fmt: skip


class Asked(nn.Module):
    """The marker as one graph: the encoder once, then the anchors it found and what belongs to each."""

    def __init__(self, marker: Marker) -> None:
        super().__init__()
        self.marker = marker

    def forward(
        self, pieces: Tensor, features: Tensor, style: Tensor, held: Tensor, first: Tensor, worded: Tensor
    ) -> tuple[Tensor, ...]:
        """Give shares for words and anchors, and tag scores for pairs, in the order of OUTPUTS."""
        words = self.marker.read(pieces, features, style, held, first)
        heads = self.marker.judge(words)
        cues, triggers = heads.cues.softmax(-1), heads.triggers.softmax(-1)
        cue_at = ((cues[..., 1] >= LEAST) & worded).nonzero()
        trigger_at = ((1 - triggers[..., 0] >= LEAST) & worded).nonzero()
        cue, trigger = (cue_at[:, 0], cue_at[:, 1]), (trigger_at[:, 0], trigger_at[:, 1])
        claim_tags, _ = self.marker.claims(words, worded, *cue)
        event_tags, whats = self.marker.events(words, worded, *trigger)
        labels = (heads.kinds[trigger], heads.statuses[trigger], heads.violations[trigger])
        kinds, statuses, violations = (label.softmax(-1) for label in labels)
        stances = heads.stances[cue].softmax(-1)
        return (
            cues, triggers, cue_at, stances, claim_tags, trigger_at, kinds, statuses, violations, event_tags,
            whats.softmax(-1),
        )  # fmt: skip


class Trimmed(nn.Module):
    """A word table without the rows that English news never asks for: they all lead to the unknown piece."""

    def __init__(self, words: nn.Embedding, kept: Tensor) -> None:
        super().__init__()
        rows = torch.where(kept, kept.cumsum(0) - 1, kept[:UNKNOWN_PIECE].sum())
        self.register_buffer("rows", rows)
        self.table = nn.Embedding.from_pretrained(words.weight.detach()[kept])

    def forward(self, pieces: Tensor) -> Tensor:
        """Give each piece's vector."""
        vectors: Tensor = self.table(self.rows[pieces])
        return vectors


def trim(marker: Marker, tokenizer: Tokenizer) -> Marker:
    """Leave out pieces in other scripts and BERT's unused ones: 2 MB of the file."""
    vocabulary = tokenizer.get_vocab()
    kept = torch.zeros(len(vocabulary), dtype=torch.bool)
    for piece, number in vocabulary.items():
        kept[number] = not piece.startswith("[unused") and LATIN.fullmatch(piece) is not None
    trimmed = copy.deepcopy(marker)
    trimmed.encoder.words = Trimmed(marker.encoder.words, kept)
    return trimmed


def export(marker: Marker, path: Path) -> None:
    """Write the graph with its labels and chains as metadata."""
    graph = onnx.load_from_string(_traced(marker))
    halve(graph)
    for name, value in metadata(marker).items():
        graph.metadata_props.add(key=name, value=json.dumps(value))
    onnx.checker.check_model(graph)
    onnx.save(graph, path)


def halve(graph: onnx.ModelProto) -> None:
    """Store every large tensor in 16 bits, with a cast back to 32 before its use."""
    casts = []
    for tensor in graph.graph.initializer:
        if tensor.data_type != TensorProto.FLOAT or numpy_helper.to_array(tensor).size < SMALL:
            continue
        name, values = tensor.name, numpy_helper.to_array(tensor)
        tensor.CopyFrom(numpy_helper.from_array(values.astype("float16"), f"{name}_16"))
        casts.append(helper.make_node("Cast", [f"{name}_16"], [name], to=TensorProto.FLOAT, name=f"{name}_32"))
    nodes = [*casts, *graph.graph.node]
    del graph.graph.node[:]
    graph.graph.node.extend(nodes)


def metadata(marker: Marker) -> dict[str, object]:
    """Say what the numbers mean: labels in order, and what going from tag to tag adds."""
    return {
        "layers": [str(len(marker.encoder.layers))],
        "styles": STYLES,
        "stances": STANCES,
        "types": TYPES,
        "kinds": KINDS,
        "statuses": STATUSES,
        "whats": WHATS,
        "claim_roles": CLAIM_ROLES,
        "event_roles": EVENT_ROLES,
        "claim_steps": marker.claims.chain.steps.tolist(),
        "event_steps": marker.events.chain.steps.tolist(),
    }


def sample() -> tuple[Tensor, ...]:
    """Give two short windows of different length, as the tracer needs an example."""
    pieces = torch.tensor([[101, 2002, 2056, 2027, 7186, 2068, 102], [101, 7186, 2056, 102, 0, 0, 0]])
    first = torch.tensor([[1, 2, 3, 4, 5], [1, 2, 0, 0, 0]])
    return pieces, torch.zeros_like(pieces), torch.zeros(2, dtype=torch.long), pieces > 0, first, first > 0


def _traced(marker: Marker) -> bytes:
    file = io.BytesIO()
    axes: dict[str, dict[int, str]] = {name: {0: "windows", 1: "words"} for name in (*INPUTS[4:], *OUTPUTS[:2])}
    axes |= {name: {0: "windows", 1: "pieces"} for name in ("pieces", "features", "held")} | {"style": {0: "windows"}}
    for name in ("cue_at", "stances", "trigger_at", "kinds", "statuses", "violations"):
        axes[name] = {0: f"{name}_anchors"}
    axes |= {"claim_tags": {0: "c", 2: "words"}, "event_tags": {0: "e", 2: "words"}, "whats": {0: "e", 1: "words"}}
    torch.onnx.export(
        Asked(marker).eval(), sample(), file, input_names=list(INPUTS), output_names=list(OUTPUTS),
        dynamic_axes=axes, opset_version=OPSET, dynamo=False,
    )  # fmt: skip
    return file.getvalue()


def main() -> None:
    """Read the options, export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    export(trim(load(options.model), read_tokenizer()), options.file)


if __name__ == "__main__":
    main()
