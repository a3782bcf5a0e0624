"""What every test in a real browser starts with."""

import pytest

from web.served import browser


@pytest.fixture(scope="module")
def started():
    """The browser."""
    with browser() as found:
        yield found
