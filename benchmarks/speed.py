"""The marker's speed in, as a share of what this machine's matrix multiply allows: ratios of one run.

usage: python benchmarks/speed.py [--processes 2] [--seconds 10]

Each process marks the bundled example over and over with one thread; before and after, the same processes multiply
matrices of the encoder's shapes. FLOPs a token count the matrix products of the encoder's layers only (attention and
the heads are work done beside them), so the share is an understatement.
"""

import argparse
import time
from multiprocessing import get_context

import numpy as np

from histor.models.marker import load_marker
from histor.read import Given, receive
from histor.run.demo import example_files
from histor.settings import Settings

WIDTH, INNER, LAYERS = 384, 1536, 4
FLOPS_A_TOKEN = 2 * LAYERS * (4 * WIDTH * WIDTH + 2 * WIDTH * INNER)
ROWS = 384  # of the matrices multiplied: a window's pieces


def main() -> None:
    """Measure and print."""
    options = _options()
    with get_context("spawn").Pool(options.processes) as pool:
        work = [options.seconds] * options.processes
        peak = sum(pool.map(multiply, work))
        marked = sum(pool.map(mark, work))
        peak = (peak + sum(pool.map(multiply, work))) / 2
    share = marked * FLOPS_A_TOKEN / peak
    print(f"matrix multiply    {peak / 1e9:8.1f} GFLOP/s on {options.processes} processes of one thread")
    print(f"marker             {marked:8.0f} tokens/s")
    print(f"share              {100 * share:8.1f} %")


def multiply(seconds: float) -> float:
    """Give the FLOP/s of multiplying matrices of the encoder's shapes with one thread."""
    left = np.ones((ROWS, WIDTH), dtype=np.float32)
    right = np.ones((WIDTH, INNER), dtype=np.float32)
    rounds, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        for _ in range(20):
            np.matmul(left, right)
        rounds += 20
    return rounds * 2 * ROWS * WIDTH * INNER / (time.perf_counter() - start)


def mark(seconds: float) -> float:
    """Give the tokens a second of marking the bundled example."""
    marker = load_marker()
    with example_files() as found:
        given = receive([str(path) for path in found], Given(), Settings(), stdin=open("/dev/null", "rb"))  # noqa: SIM115
        texts = [one.report.text for one in given if hasattr(one, "report")]
    sizes = {text: len(marker.tokenizer.encode(text).ids) for text in texts}
    tokens, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        for text in texts:
            marker.ask(text)
            tokens += sizes[text]
    return tokens / (time.perf_counter() - start)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=10.0)
    return parser.parse_args()


if __name__ == "__main__":
    main()
