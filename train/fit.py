"""Shared data in, a trained marker out: `python -m train.fit --out FOLDER` trains everything from one seed."""

import argparse
import copy
import json
import math
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from histor.models.pieces import CLASSIFY, MASK, SEPARATE
from train.batches import Batch, collate, group
from train.data import Corpus, minilm_folder, read_corpus
from train.encoder import load_minilm
from train.lessons import Lesson
from train.marker import Marker, losses
from train.rewrite import Rewriter

WEIGHTS = {"cue": 1.0, "trigger": 1.0, "mention": 0.3, "what": 0.5, "kind": 1.0, "status": 1.0, "violation": 0.3}
HIDDEN = 0.08  # share of pieces hidden in training: the gold is small
AVERAGING = 0.995  # of weights over steps: the saved model is a running mean
LONGEST_STEP = 1.0  # gradients longer than this are shortened


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train."""

    layers: int = 6
    seed: int = 20160314
    budget: int = 1024  # pieces a batch
    encoder_rate: float = 1.5e-4
    head_rate: float = 7e-4
    warm: int = 150  # steps of each half until its full rate
    polnear: float = 2.0  # passes
    early_gold: int = 3  # passes over the gold in the first half
    names: float = 1.0  # passes over the texts with names or parts only
    gold: int = 5  # passes over the gold in the second half
    late_share: float = 0.15  # of PolNeAR and of the names, beside them


def train(model: Marker, plan: Plan, corpus: Corpus, folder: Path, device: str, skip_early: bool = False) -> Marker:
    """Train by the plan, leave checkpoints and a log in the folder, and give the averaged model.

    The first half learns from everything at a steady rate and leaves `early.pt`, from which a run can go on; the
    second learns from the gold at a falling rate.
    """
    chance = random.Random(plan.seed)
    model.to(device).train()
    if not skip_early:
        model = _half(model, plan, early_groups(plan, corpus, chance), folder / "early.pt", device, falls=False)
    return _half(model, plan, late_groups(plan, corpus, chance), folder / "marker.pt", device, falls=True)


def begin(plan: Plan, start: Path | None) -> Marker:
    """Give a new marker on the published encoder, or a saved one to go on from."""
    if start is not None:
        marker = load(start)
        marker.encoder.words.weight.requires_grad_(False)
        return marker
    marker = Marker(plan.layers)
    load_minilm(marker.encoder, minilm_folder())
    return marker


def early_groups(plan: Plan, corpus: Corpus, chance: random.Random) -> list[list[Lesson]]:
    """List the batches of the first half: PolNeAR, texts with names or parts only, and some gold."""
    groups = [*_passes(corpus.polnear, plan.polnear, plan.budget, chance)]
    groups += _passes(corpus.names, plan.names, plan.budget, chance)
    groups += _gold_passes(plan.early_gold, plan, corpus, chance)
    chance.shuffle(groups)
    return groups


def late_groups(plan: Plan, corpus: Corpus, chance: random.Random) -> list[list[Lesson]]:
    """List the batches of the second half: gold with a little of the rest."""
    groups = [*_gold_passes(plan.gold, plan, corpus, chance)]
    groups += _passes(corpus.polnear, plan.late_share, plan.budget, chance)
    groups += _passes(corpus.names, plan.late_share, plan.budget, chance)
    chance.shuffle(groups)
    return groups


def move(batch: Batch, device: str) -> Batch:
    """Put every tensor of a batch on the device."""
    for name in batch.__slots__:
        value = getattr(batch, name)
        if isinstance(value, Tensor):
            setattr(batch, name, value.to(device))
        elif value is not None:
            for part in value.__slots__:
                setattr(value, part, getattr(value, part).to(device))
    return batch


def save(model: Marker, plan: Plan, path: Path) -> None:
    """Write weights and plan; the old file stays whole until the new one is."""
    fresh = path.with_suffix(".new")
    torch.save({"plan": asdict(plan), "weights": model.state_dict()}, fresh)
    fresh.replace(path)


def load(path: Path) -> Marker:
    """Read a saved marker, ready to be asked."""
    saved = torch.load(path, map_location="cpu", weights_only=True)
    model = Marker(saved["plan"]["layers"])
    model.load_state_dict(saved["weights"])
    return model.eval()


def _half(model: Marker, plan: Plan, groups: list[list[Lesson]], path: Path, device: str, *, falls: bool) -> Marker:
    """Train on the groups in order, and give the running mean of the weights."""
    mean = copy.deepcopy(model).eval()
    model.train()
    optimizer, rates = _optimizer(model, plan, len(groups), falls)
    log = _Log(path.with_suffix(".jsonl"), len(groups))
    for step, lessons in enumerate(groups):
        batch = move(_hide(collate(lessons)), device)
        parts = losses(model, batch)
        _step(model, optimizer, parts)
        rates.step()
        _average(mean, model, step)
        log.note(step, parts, batch)
        if log.is_due():
            save(mean, plan, path)
    save(mean, plan, path)
    return mean


def _gold_passes(passes: int, plan: Plan, corpus: Corpus, chance: random.Random) -> Iterator[list[Lesson]]:
    rewriter = Rewriter(corpus.gold)
    for _ in range(passes):
        yield from group(corpus.gold_lessons(rewriter, chance), plan.budget, chance)


def _passes(lessons: list[Lesson], passes: float, budget: int, chance: random.Random) -> Iterator[list[Lesson]]:
    for number in range(math.ceil(passes)):
        share = min(1.0, passes - number)
        yield from group(chance.sample(lessons, round(share * len(lessons))), budget, chance) if lessons else ()


def _optimizer(model: Marker, plan: Plan, steps: int, falls: bool) -> tuple[AdamW, LambdaLR]:
    inner = [weight for weight in model.encoder.parameters() if weight.requires_grad]
    known = {id(weight) for weight in model.encoder.parameters()}
    heads = [weight for weight in model.parameters() if id(weight) not in known]
    groups = [{"params": inner, "lr": plan.encoder_rate}, {"params": heads, "lr": plan.head_rate}]

    def rate(step: int) -> float:
        left = 0.02 + 0.98 * (steps - step) / steps if falls else 1.0
        return min((step + 1) / plan.warm, left)

    return (optimizer := AdamW(groups, weight_decay=0.01, fused=True)), LambdaLR(optimizer, rate)


def _step(model: nn.Module, optimizer: AdamW, parts: dict[str, Tensor]) -> None:
    optimizer.zero_grad(set_to_none=True)
    torch.stack([WEIGHTS.get(name, 1.0) * loss for name, loss in parts.items()]).sum().backward()
    nn.utils.clip_grad_norm_([weight for weight in model.parameters() if weight.grad is not None], LONGEST_STEP)
    optimizer.step()


def _average(mean: Marker, model: Marker, step: int) -> None:
    keep = min(AVERAGING, step / (step + 10))
    with torch.no_grad():
        for old, new in zip(mean.parameters(), model.parameters(), strict=True):
            if new.requires_grad:
                old.lerp_(new, 1 - keep)


def _hide(batch: Batch) -> Batch:
    chosen = (torch.rand(batch.pieces.shape) < HIDDEN) & batch.held
    chosen &= (batch.pieces != CLASSIFY) & (batch.pieces != SEPARATE)
    batch.pieces = batch.pieces.masked_fill(chosen, MASK)
    return batch


class _Log:
    """Writes a line now and then: step, pieces a second, mean losses since the last line."""

    def __init__(self, path: Path, steps: int, every: int = 50, save_seconds: float = 180.0) -> None:
        self.path, self.steps, self.every, self.save_seconds = path, steps, every, save_seconds
        self.started = self.saved = time.monotonic()
        self.pieces = 0
        self.sums: dict[str, list[float]] = defaultdict(list)

    def note(self, step: int, parts: dict[str, Tensor], batch: Batch) -> None:
        self.pieces += int(batch.held.sum())
        for name, loss in parts.items():
            self.sums[name].append(float(loss.detach()))
        if (step + 1) % self.every == 0 or step + 1 == self.steps:
            self._write(step)

    def is_due(self) -> bool:
        if time.monotonic() - self.saved < self.save_seconds:
            return False
        self.saved = time.monotonic()
        return True

    def _write(self, step: int) -> None:
        seconds = time.monotonic() - self.started
        line = {"step": step + 1, "of": self.steps, "seconds": round(seconds), "rate": round(self.pieces / seconds)}
        line |= {name: round(sum(values) / len(values), 3) for name, values in self.sums.items()}
        self.sums.clear()
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


def main() -> None:
    """Read the options, train, save."""
    parser, usual = argparse.ArgumentParser(description=__doc__), Plan()
    parser.add_argument("--out", type=Path, required=True)
    for name, value in asdict(usual).items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(value), default=value)
    parser.add_argument("--start", type=Path, help="an early.pt: only the second half is trained")
    options = vars(parser.parse_args())
    folder: Path = options.pop("out")
    folder.mkdir(parents=True, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    start, plan = options.pop("start"), Plan(**options)
    torch.manual_seed(plan.seed)
    train(begin(plan, start), plan, read_corpus(), folder, device, skip_early=start is not None)


if __name__ == "__main__":
    main()
