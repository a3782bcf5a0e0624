"""A trained marker and a text in, the marker's numbers as the decoder reads them out: torch in the place of ONNX."""

from collections.abc import Callable, Mapping

import numpy as np
import torch
from tokenizers import Tokenizer

from histor.models.answers import Array, Chains, answer
from histor.run.marking import window_numbers
from histor.steps.mark.decode.numbers import Window
from train.export import INPUTS, OUTPUTS, Asked
from train.labels import CLAIM_ROLES, EVENT_ROLES, STYLES
from train.marker import Marker

Ask = Callable[[str, str], list[Window]]


def asker(model: Marker, tokenizer: Tokenizer) -> Ask:
    """Give what asks a marker about a text, marked in a style."""
    asked = Asked(model).eval()

    def run(inputs: Mapping[str, Array]) -> dict[str, Array]:
        with torch.inference_mode():
            found = asked(*(torch.from_numpy(inputs[name]) for name in INPUTS))
        return {name: values.numpy() for name, values in zip(OUTPUTS, found, strict=True)}

    chains = chains_of(model)
    return lambda text, style: window_numbers(answer(text, tokenizer, run, chains, STYLES.index(style)))


def chains_of(model: Marker) -> Chains:
    """Take the learned steps between tags out of a marker."""
    claims, events = (np.asarray(pairs.chain.steps.detach().cpu().numpy()) for pairs in (model.claims, model.events))
    return Chains(CLAIM_ROLES, EVENT_ROLES, claims, events)
