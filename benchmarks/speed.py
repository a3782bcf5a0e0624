"""The marker's speed in, as a share of what this machine's matrix multiply allows: ratios of one run.

usage: python benchmarks/speed.py [--processes 2] [--turns 6]

Each process marks reports of the bundled example with one thread and multiplies matrices of the encoder's shapes, in
turns of some seconds, so that both meet the same machine. FLOPs a token count the matrix products of the encoder's
layers only (attention and the heads are work done beside them), so the share is an understatement.
"""

import argparse
import os
import time
from collections.abc import Callable
from io import BytesIO
from multiprocessing import get_context

import numpy as np

from histor.models.marker import load_marker
from histor.read import Given, Received, receive
from histor.run.demo import example_files
from histor.settings import Settings

WIDTH, INNER = 384, 1536
FLOPS_A_LAYER = 2 * (4 * WIDTH * WIDTH + 2 * WIDTH * INNER)  # for one token
ROWS = 384  # of the matrices multiplied: a window's pieces
ROUNDS = 400  # products a turn
MARKED = 20  # reports a turn


def main() -> None:
    """Measure and print."""
    options = _options()
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # for the processes to be started: one thread each, as the marker has
    with get_context("spawn").Pool(options.processes) as pool:
        measured = pool.map(measure, [options.turns] * options.processes)
    peak, marked = (sum(rates) for rates in zip(*measured, strict=True))
    print(f"matrix multiply    {peak / 1e9:8.1f} GFLOP/s on {options.processes} processes of one thread")
    print(f"marker             {marked:8.0f} tokens/s")
    layers = int(load_marker().labels["layers"][0])
    print(f"share              {100 * marked * layers * FLOPS_A_LAYER / peak:8.1f} %, for the {layers} layers")


def measure(turns: int) -> tuple[float, float]:
    """Give the FLOP/s of multiplying matrices and the tokens a second of marking, in short turns side by side."""
    marker, texts = load_marker(), _texts()
    tokens = sum(len(marker.tokenizer.encode(text).ids) for text in texts)
    multiplying = marking = 0.0
    for _ in range(turns):
        multiplying += _seconds(_multiply)
        marking += _seconds(lambda: [marker.ask(text) for text in texts])
    return turns * ROUNDS * 2 * ROWS * WIDTH * INNER / multiplying, turns * tokens / marking


def _multiply() -> None:
    left = np.ones((ROWS, WIDTH), dtype=np.float32)
    right = np.ones((WIDTH, INNER), dtype=np.float32)
    for _ in range(ROUNDS):
        np.matmul(left, right)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _texts() -> list[str]:
    with example_files() as found:
        given = receive([str(path) for path in found], Given(), Settings(), stdin=BytesIO())
        return [one.report.text for one in given if isinstance(one, Received)][:MARKED]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--turns", type=int, default=6)
    return parser.parse_args()


if __name__ == "__main__":
    main()
