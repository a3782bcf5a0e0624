"""Wrong passwords are forgotten after a while, and one name's do not shut out another."""

from histor.web.people.limiting import MOST, WITHIN, Attempts


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_a_name_waits_and_is_let_in_again():
    clock = Clock()
    attempts = Attempts(clock)
    for _ in range(MOST["name"]):
        assert not attempts.waits("Rana", "10.0.0.1")
        attempts.failed("Rana", "10.0.0.1")
    assert attempts.waits(" rana ", "10.0.0.2")
    assert not attempts.waits("Omar", "10.0.0.1")
    clock.now = WITHIN + 1
    assert not attempts.waits("Rana", "10.0.0.1")


def test_an_address_that_tries_many_names_waits():
    attempts = Attempts(Clock())
    for number in range(MOST["address"]):
        attempts.failed(f"name {number}", "10.0.0.1")
    assert attempts.waits("Rana", "10.0.0.1")
    assert not attempts.waits("Rana", "10.0.0.2")
