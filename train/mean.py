"""Trained markers in, the mean of their weights out: better than each where their trainings began alike.

usage: python -m train.mean OUT MODEL SHARE [MODEL SHARE …]

Shares are scaled to sum to one. See Wortsman et al. 2022, "Model soups": trainings from one published encoder end in
one basin, so that their mean is a marker too, and costs nothing when it is asked.
"""

import argparse
from pathlib import Path

import torch

from train.fit import Plan, load, save
from train.marker import Marker


def mean(models: list[tuple[Marker, float]]) -> Marker:
    """Give a marker whose weights are the weighted mean of these, which must have the same layers."""
    whole = sum(share for _, share in models)
    out = models[0][0]
    with torch.no_grad():
        for name, weight in out.named_parameters():
            weight.copy_(sum(dict(model.named_parameters())[name] * (share / whole) for model, share in models))
    return out


def main() -> None:
    """Read the options, mean, save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("models", nargs="+", metavar="MODEL SHARE")
    options = parser.parse_args()
    pairs = zip(options.models[::2], options.models[1::2], strict=True)
    model = mean([(load(Path(path)), float(share)) for path, share in pairs])
    save(model, Plan(layers=len(model.encoder.layers)), options.out)


if __name__ == "__main__":
    main()
