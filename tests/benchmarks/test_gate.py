"""The gate lets nothing fall, and lowers a floor only when it is told which."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def gate() -> ModuleType:
    sys.path.insert(0, str(FOLDER))
    try:
        spec = importlib.util.spec_from_file_location("gate", FOLDER / "gate.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(FOLDER))
    return module


FLOORS = {"claim_f1": 80.0, "wrong_assertions": 4.0}


def test_a_figure_below_its_floor_is_broken(gate: ModuleType) -> None:
    assert gate.broken_floors(FLOORS, {"claim_f1": 79.9, "wrong_assertions": 4.0}) == {"claim_f1"}


def test_of_errors_more_is_worse(gate: ModuleType) -> None:
    assert gate.broken_floors(FLOORS, {"claim_f1": 90.0, "wrong_assertions": 4.1}) == {"wrong_assertions"}


def test_floors_rise_only_when_asked(gate: ModuleType) -> None:
    better = {"claim_f1": 85.0, "wrong_assertions": 2.0}
    assert gate.moved(FLOORS, better, up=False, lower=frozenset()) == FLOORS
    assert gate.moved(FLOORS, better, up=True, lower=frozenset()) == {"claim_f1": 84.5, "wrong_assertions": 2.5}


def test_a_floor_is_lowered_only_by_name(gate: ModuleType) -> None:
    worse = {"claim_f1": 70.0, "wrong_assertions": 9.0}
    assert gate.moved(FLOORS, worse, up=True, lower=frozenset()) == FLOORS
    assert gate.moved(FLOORS, worse, up=False, lower=frozenset({"claim_f1"})) == {
        "claim_f1": 69.5,
        "wrong_assertions": 4.0,
    }
