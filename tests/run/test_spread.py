"""Many processes give what one gives, in the same order, and hold only so much at a time."""

from collections.abc import Iterator

import pytest

from histor.run.spread import AHEAD, ALONE, BATCH, spread


def square(number: int) -> int:
    return number * number


def fail(number: int) -> int:
    if number == ALONE + 5:
        raise ValueError(f"no square of {number}")
    return number


@pytest.mark.parametrize("amount", [0, 1, ALONE, ALONE + 3, ALONE + 5 * BATCH + 2])
def test_the_order_is_kept_whatever_the_number_of_processes(amount: int) -> None:
    expected = [(number, number * number) for number in range(amount)]
    assert list(spread(square, range(amount), processes=1)) == expected
    assert list(spread(square, range(amount), processes=2)) == expected


def test_no_more_is_taken_than_is_under_way() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield number

    results = spread(square, items(), processes=2)
    for _ in range(ALONE + 1):
        next(results)
    assert taken <= ALONE + BATCH * (2 * AHEAD + 1)
    results.close()  # type: ignore[attr-defined]


def test_an_error_of_a_worker_is_not_swallowed() -> None:
    with pytest.raises(ValueError, match="no square"):
        list(spread(fail, range(ALONE + 3 * BATCH), processes=2))
