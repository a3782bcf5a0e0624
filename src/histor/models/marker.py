"""The marker's ONNX file and tokenizer in, something that can be asked about texts out."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from histor.errors import ModelError
from histor.models.answers import Array, Chains, Run, WindowAnswer, answer

MODEL, VOCABULARY, NOTES = "marker.onnx", "tokenizer.json", "marker.json"
THREADS = 1  # a session: many processes with one thread each are faster than one with many
HASH_LENGTH = 12  # hex digits of the model's SHA-256 that stand in a reading


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker ready to be asked; `labels` says what its numbers mean, in order."""

    tokenizer: Tokenizer
    run: Run
    chains: Chains
    labels: Mapping[str, list[str]]
    version: str  # start of the SHA-256 of the model file
    curves: Mapping[str, tuple[float, float]]  # slope and offset of the calibration of claims and of events

    def ask(self, text: str) -> list[WindowAnswer]:
        """Give the answers for every window of a text; the same text gives the same answers, whatever came before."""
        return answer(text, self.tokenizer, self.run, self.chains)


def has_marker() -> bool:
    """Tell whether the package carries a model."""
    return (files("histor.models") / "files" / MODEL).is_file()


@cache
def load_marker() -> Marker:
    """Open the model that the package carries. Raises ModelError if its files are missing or damaged."""
    folder = files("histor.models") / "files"
    with as_file(folder) as whole:
        return open_marker(whole / MODEL, whole / VOCABULARY)


def open_marker(model: Path, vocabulary: Path, threads: int = THREADS) -> Marker:
    """Open a marker and its tokenizer. Raises ModelError."""
    try:
        session = _session(model, threads)
        tokenizer = _tokenizer(vocabulary)
    except Exception as error:  # onnxruntime and tokenizers raise classes of their own
        raise ModelError(f"the model {model} cannot be opened ({error}); install the package again") from error
    names = [output.name for output in session.get_outputs()]

    def run(inputs: Mapping[str, Array]) -> dict[str, Array]:
        return dict(zip(names, session.run(names, dict(inputs)), strict=True))

    notes = {name: json.loads(value) for name, value in session.get_modelmeta().custom_metadata_map.items()}
    version = hashlib.sha256(model.read_bytes()).hexdigest()[:HASH_LENGTH]
    return Marker(tokenizer, run, _chains(notes), notes, version, _curves(model.parent / NOTES, version))


def _curves(path: Path, version: str) -> dict[str, tuple[float, float]]:
    """Read the calibration of this very model; none if it was not calibrated."""
    if not path.is_file():
        return {}
    notes = json.loads(path.read_text(encoding="utf-8"))
    if notes["version"] != version:
        raise ModelError(f"{path} calibrates another model ({notes['version']}); install the package again")
    return {name: (notes[name]["slope"], notes[name]["offset"]) for name in ("claims", "events")}


def _session(model: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3  # errors only: warnings about the machine are no news to the user
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


def _chains(notes: Mapping[str, list[str]]) -> Chains:
    steps = (np.asarray(notes[name], dtype=np.float32) for name in ("claim_steps", "event_steps"))
    return Chains(tuple(notes["claim_roles"]), tuple(notes["event_roles"]), *steps)


def _tokenizer(path: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
