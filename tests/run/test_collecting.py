"""How often Python looks for circles of objects: as before once the last of several works is done."""

import gc

from histor.run.collecting import SELDOM, seldom_collected


def test_works_that_end_in_another_order_than_they_began_set_it_back() -> None:
    before = gc.get_threshold()
    one, other = seldom_collected(), seldom_collected()
    one.__enter__()
    other.__enter__()
    one.__exit__(None, None, None)
    assert gc.get_threshold()[0] == SELDOM
    other.__exit__(None, None, None)
    assert gc.get_threshold() == before
