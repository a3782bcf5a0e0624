"""Damage: whatever is done to the bytes of any format, each input ends in reports and problems, never in an error."""

import io
import random

import pytest

from histor.read import Given, Received, receive
from histor.read.detection import formats
from histor.settings import Settings
from read.reading import codes
from read.samples import ARCHIVE, FIRST, SECOND, check, document

SAMPLES = [example.raw for format_ in formats() for example in format_.EXAMPLES if example.raw]
SAMPLES += [document(FIRST, SECOND), b"".join(ARCHIVE)]
TIMES = 40


def damage(raw: bytes, chance: random.Random) -> bytes:
    hurt = bytearray(raw)
    for _ in range(chance.choice((1, 2, 5, 20))):
        place = chance.randrange(len(hurt) or 1)
        match chance.randrange(4):
            case 0:
                hurt[place : place + 1] = chance.randbytes(1)
            case 1:
                del hurt[place : place + chance.choice((1, 10, 100))]
            case 2:
                hurt[place:place] = chance.randbytes(chance.choice((1, 10)))
            case _:
                hurt[place:place] = chance.choice(SAMPLES)[:200]
    return bytes(hurt)


@pytest.mark.parametrize("seed", range(len(SAMPLES)))
def test_damaged_bytes_give_reports_and_problems_only(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(TIMES):
        raw = damage(SAMPLES[seed], chance)
        results = list(receive(["-"], Given(), Settings(), stdin=io.BytesIO(raw)))
        assert results
        assert "reader-failed" not in codes(results), raw
        for result in results:
            if isinstance(result, Received):
                check(result.report)


@pytest.mark.parametrize("seed", range(len(SAMPLES)))
def test_cut_off_bytes_give_reports_and_problems_only(seed: int) -> None:
    raw = SAMPLES[seed]
    for size in range(1, len(raw), max(1, len(raw) // TIMES)):
        results = list(receive(["-"], Given(), Settings(), stdin=io.BytesIO(raw[:size])))
        assert results
        assert "reader-failed" not in codes(results), raw[:size]
