"""Pieces in, one vector a piece out: the first layers of MiniLM, with a feature and a style added to each piece."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from histor.models.pieces import FEATURES
from train.labels import STYLES

WIDTH, HEADS, INNER, VOCABULARY, POSITIONS = 384, 12, 1536, 30522, 512  # MiniLM-L6-H384-uncased
EPSILON = 1e-12  # BERT's own, in every layer norm


class Layer(nn.Module):
    """One transformer layer of BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.mix = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.out_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.narrow_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.drop = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """Let every piece look at the others, then work on each by itself; `bias` hides the padding."""
        windows, pieces, _ = states.shape
        parts = self.mix(states).view(windows, pieces, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], attn_mask=bias)
        seen = seen.transpose(1, 2).reshape(windows, pieces, WIDTH)
        states = self.out_norm(states + self.drop(self.out(seen)))
        return self.narrow_norm(states + self.drop(self.narrow(functional.gelu(self.widen(states)))))


class Encoder(nn.Module):
    """Embeddings and `layers` layers."""

    def __init__(self, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.Embedding(FEATURES, WIDTH)
        self.styles = nn.Embedding(len(STYLES), WIDTH)
        nn.init.zeros_(self.features.weight)
        nn.init.normal_(self.styles.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.drop = nn.Dropout(dropout)

    def forward(self, pieces: Tensor, features: Tensor, style: Tensor, held: Tensor) -> Tensor:
        """Give windows × pieces × WIDTH."""
        where = self.positions(torch.arange(pieces.shape[1], device=pieces.device))
        states = self.words(pieces) + where + self.features(features) + self.styles(style)[:, None]
        states = self.drop(self.norm(states))
        bias = (1.0 - held[:, None, None, :].to(states.dtype)) * -1e4
        for layer in self.layers:
            states = layer(states, bias)
        return states


def load_minilm(encoder: Encoder, folder: Path) -> None:
    """Fill the encoder with the first layers' published weights; the word table is kept as it is and not trained."""
    weights = load_file(folder / "model.safetensors")
    kind = weights["embeddings.token_type_embeddings.weight"][0]
    _copy(encoder.words.weight, weights["embeddings.word_embeddings.weight"])
    _copy(encoder.positions.weight, weights["embeddings.position_embeddings.weight"] + kind)
    _fill(encoder.norm, weights, "embeddings.LayerNorm")
    for number, layer in enumerate(encoder.layers):
        _fill_layer(layer, weights, f"encoder.layer.{number}")
    encoder.words.weight.requires_grad_(False)


def _fill_layer(layer: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    heads = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
    for kind in ("weight", "bias"):
        _copy(getattr(layer.mix, kind), torch.cat([weights[f"{head}.{kind}"] for head in heads]))
    _fill(layer.out, weights, f"{name}.attention.output.dense")
    _fill(layer.out_norm, weights, f"{name}.attention.output.LayerNorm")
    _fill(layer.widen, weights, f"{name}.intermediate.dense")
    _fill(layer.narrow, weights, f"{name}.output.dense")
    _fill(layer.narrow_norm, weights, f"{name}.output.LayerNorm")


def _fill(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    _copy(module.weight, weights[f"{name}.weight"])
    _copy(module.bias, weights[f"{name}.bias"])


def _copy(target: Tensor, source: Tensor) -> None:
    with torch.no_grad():
        target.copy_(source)
