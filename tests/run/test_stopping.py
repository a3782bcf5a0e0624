"""Ctrl-C while a batch is written: it waits until the batch is whole, and is not lost."""

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from histor.run.stopping import held_back


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Let this process hear of Ctrl-C, as one at a terminal does; one that a shell put aside ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_ctrl_c_waits_until_the_work_is_done() -> None:
    done: list[str] = []

    def work() -> None:
        with held_back():
            interrupt()
            done.append("whole")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert done == ["whole"]


def test_the_next_ctrl_c_comes_at_once_again() -> None:
    with held_back():
        pass
    with pytest.raises(KeyboardInterrupt):
        interrupt()


def test_an_error_of_the_work_is_the_one_that_is_told() -> None:
    def work() -> None:
        with held_back():
            interrupt()
            raise ValueError("disk")

    with pytest.raises(ValueError, match="disk"):
        work()


def test_a_thread_that_never_hears_of_it_works_all_the_same() -> None:
    done = []

    def work() -> None:
        with held_back():
            done.append("whole")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == ["whole"]
