"""The marker: windows of pieces in, cues, triggers and the spans that belong to each out, with the losses to learn it.

One encoder reads the window. Token heads find cues, triggers and names. Every cue and trigger is an anchor; a pair
network looks at each anchor beside each word and says which words play which role for it.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from train.batches import Anchors, Batch
from train.chains import TAGS, Chain
from train.encoder import WIDTH, Encoder
from train.labels import CLAIM_ROLES, EVENT_ROLES, KINDS, MENTION_TAGS, STANCES, STATUSES, TYPES, WHATS
from train.lessons import UNKNOWN

PAIR = 128  # width of what is known of one anchor beside one word
OUTSIDE = 5.0  # first guess of how much likelier than either other tag
NEAR = 9  # distances told apart one by one, to each side
EPSILON = 1e-6  # keeps a logarithm finite
STEPS = 2 * (NEAR + 9)  # and by doublings after that


class Pairs(nn.Module):
    """For each anchor a score of every tag of every role at every word of its window."""

    def __init__(self, roles: int, extra: int) -> None:
        super().__init__()
        self.roles = roles
        self.anchor = nn.Linear(WIDTH, 2 * PAIR)
        self.word = nn.Linear(WIDTH, 2 * PAIR)
        self.distance = nn.Embedding(STEPS + 1, PAIR)
        self.norm = nn.LayerNorm(PAIR)
        self.blend = nn.ModuleList(nn.Conv1d(PAIR, PAIR, 3, padding=1) for _ in range(2))
        self.tags = nn.Linear(PAIR, roles * TAGS + extra)
        with torch.no_grad():  # nearly every word is outside: begin there
            self.tags.bias[: roles * TAGS : TAGS] = OUTSIDE
        self.chain = Chain(roles)
        self.drop = nn.Dropout(0.2)

    def forward(self, words: Tensor, worded: Tensor, window: Tensor, at: Tensor) -> tuple[Tensor, Tensor]:
        """Give tag scores (anchors × roles × words × TAGS) and the extra ones (anchors × words × extra)."""
        anchor = self.anchor(words[window, at])[:, None]
        word = self.word(words)[window]
        far = self.distance(_steps(torch.arange(words.shape[1], device=words.device)[None] - at[:, None]))
        seen = anchor[..., :PAIR] * word[..., :PAIR] + anchor[..., PAIR:] + word[..., PAIR:] + far
        seen = functional.gelu(self.norm(seen)) * worded[window][..., None]
        for blend in self.blend:
            seen = seen + functional.gelu(blend(self.drop(seen).transpose(1, 2))).transpose(1, 2)
            seen = seen * worded[window][..., None]
        scores = self.tags(self.drop(seen))
        tags, extra = scores[..., : self.roles * TAGS], scores[..., self.roles * TAGS :]
        return tags.unflatten(-1, (self.roles, TAGS)).transpose(1, 2), extra


def _steps(distance: Tensor) -> Tensor:
    """Number the distances: one by one when near, by doublings when far, left and right apart."""
    size = distance.abs()
    far = NEAR + torch.log2(size.clamp(min=NEAR).float() / NEAR).mul(2).floor().long().clamp(max=8)
    step = torch.where(size < NEAR, size, far)
    return torch.where(distance < 0, STEPS // 2 - step, STEPS // 2 + step).clamp(0, STEPS)


@dataclass(slots=True)
class Heads:
    """What the token heads say, windows × words × labels each."""

    cues: Tensor
    triggers: Tensor
    mentions: Tensor
    stances: Tensor
    kinds: Tensor
    statuses: Tensor
    violations: Tensor


class Marker(nn.Module):
    """The whole model."""

    def __init__(self, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(layers, dropout)
        self.drop = nn.Dropout(0.2)
        self.tokens = nn.Linear(WIDTH, TAGS + 1 + len(TYPES) + len(MENTION_TAGS))
        self.hidden = nn.Linear(WIDTH, WIDTH)
        self.kinds = nn.Linear(WIDTH, len(STANCES) + len(KINDS) + len(STATUSES) + 2)
        self.claims = Pairs(len(CLAIM_ROLES), 0)
        self.events = Pairs(len(EVENT_ROLES), len(WHATS))

    def read(self, pieces: Tensor, features: Tensor, style: Tensor, held: Tensor, first: Tensor) -> Tensor:
        """Give one vector a word."""
        states = self.encoder(pieces, features, style, held)
        return self.drop(states.gather(1, first[..., None].expand(-1, -1, WIDTH)))

    def judge(self, words: Tensor) -> Heads:
        """Say what each word is by itself."""
        tokens = self.tokens(words).split([TAGS, 1 + len(TYPES), len(MENTION_TAGS)], dim=-1)
        kinds = self.kinds(self.drop(functional.gelu(self.hidden(words))))
        return Heads(*tokens, *kinds.split([len(STANCES), len(KINDS), len(STATUSES), 2], dim=-1))


def losses(model: Marker, batch: Batch) -> dict[str, Tensor]:
    """Give each loss of a batch, a mean over what it teaches about."""
    words = model.read(batch.pieces, batch.features, batch.style, batch.held, batch.first)
    heads = model.judge(words)
    out = {
        "cue": _per_mark(heads.cues, batch.cues),
        "trigger": _per_mark(heads.triggers, batch.triggers),
        "mention": _per_mark(heads.mentions, batch.mentions),
    }
    if batch.deeds.any():
        out["deed"] = _one_at_least(heads.triggers, batch)
    if batch.claims is not None:
        where, labels = (batch.claims.window, batch.claims.word), batch.claims.labels
        out["claim"], _ = _pair_loss(model.claims, words, batch, batch.claims)
        if (labels[:, 0] != UNKNOWN).any():
            out["stance"] = functional.cross_entropy(heads.stances[where], labels[:, 0], ignore_index=UNKNOWN)
    if batch.events is not None:
        where, labels = (batch.events.window, batch.events.word), batch.events.labels
        out["event"], out["what"] = _pair_loss(model.events, words, batch, batch.events)
        out["kind"] = functional.cross_entropy(heads.kinds[where], labels[:, 0])
        out["status"] = functional.cross_entropy(heads.statuses[where], labels[:, 1])
        out["violation"] = functional.cross_entropy(heads.violations[where], labels[:, 2])
    return {name: loss for name, loss in out.items() if loss.requires_grad}


def _per_mark(scores: Tensor, labels: Tensor) -> Tensor:
    """Sum the cross entropy over words and share it among the marked ones: a window has few of them."""
    whole = functional.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=UNKNOWN, reduction="sum")
    if not (labels != UNKNOWN).any():
        return whole.detach()
    return whole / ((labels > 0).sum() + len(labels))


def _one_at_least(triggers: Tensor, batch: Batch) -> Tensor:
    """Give how unlikely it is that a word of each window has one of the labels that the window is said to hold."""
    told = batch.deeds.any(-1)
    shares = (triggers[told].softmax(-1) * batch.deeds[told][:, None]).sum(-1) * batch.worded[told]
    none = torch.log1p(-shares.clamp(max=1 - EPSILON)).sum(-1)
    return -torch.log1p(-none.exp().clamp(max=1 - EPSILON)).mean()


def _pair_loss(pairs: Pairs, words: Tensor, batch: Batch, anchors: Anchors) -> tuple[Tensor, Tensor]:
    scores, extra = pairs(words, batch.worded, anchors.window, anchors.word)
    chain = pairs.chain.loss(scores, anchors.tags, batch.worded[anchors.window]).sum(1).mean()
    if not extra.shape[-1]:
        return chain, chain.detach()
    told = anchors.whats != UNKNOWN
    what = functional.cross_entropy(extra[told], anchors.whats[told]) if told.any() else chain.detach()
    return chain, what
