"""Columns that are followed: what is left out, few entries or many."""

import numpy as np
import pytest

from histor.store.view_columns import Codes, _without


@pytest.mark.parametrize("lost", [[], [0], [4999], [0, 3, 4999], [*range(9, 20)], [*range(0, 5000, 2)], [*range(5000)]])
def test_entries_are_left_out_wherever_they_stand_and_the_others_stay_in_order(lost):
    column = np.arange(5000, dtype=np.int32)
    found = _without(column, np.array(lost, dtype=np.intp))
    assert found.tolist() == [each for each in range(5000) if each not in {*lost}]
    assert found.dtype == column.dtype


def test_words_are_given_in_the_order_of_their_numbers_also_those_that_came_later():
    codes = Codes(["town", None])
    assert codes.words() == ("town", None)
    assert codes.of("site") == 2
    assert codes.words() == ("town", None, "site")
