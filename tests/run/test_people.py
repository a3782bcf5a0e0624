"""Accounts: made, invited and shut; a password is never kept, a session ends, and the audit loses no line."""

import sqlite3

import pytest

from histor.errors import NotFoundError, UsageError
from histor.run import people as accounts
from histor.store.people import People

PASSWORD = "a long enough word"


@pytest.fixture
def people(tmp_path):
    return People(str(tmp_path / "told.db"))


def add(people, name="Rana", role="analyst"):
    return accounts.add_account(people, name, PASSWORD, role, by="a test")


def test_only_the_right_password_logs_in(people):
    add(people)
    assert accounts.log_in(people, "Rana", PASSWORD).role == "analyst"
    assert accounts.log_in(people, "Rana", PASSWORD + " ") is None
    assert accounts.log_in(people, "Omar", PASSWORD) is None


def test_no_password_and_no_session_word_is_kept(people):
    word = accounts.begin(people, add(people))
    with open(people.path, "rb") as file:
        held = file.read()
    assert PASSWORD.encode() not in held
    assert word.encode() not in held


@pytest.mark.parametrize(
    ("name", "password", "role"),
    [
        ("", PASSWORD, "reader"),
        ("Rana", "short", "reader"),
        ("Rana", PASSWORD, "king"),
        ("a\nb", PASSWORD, "reader"),
    ],
)
def test_what_cannot_be_an_account_is_refused(people, name, password, role):
    with pytest.raises(UsageError):
        accounts.add_account(people, name, password, role, by="a test")


def test_a_name_is_taken_once(people):
    add(people)
    with pytest.raises(UsageError, match="already"):
        add(people)


def test_an_invitation_makes_one_account_of_its_role(people):
    word = accounts.invite(people, "reader", by="Rana")
    assert accounts.join(people, word, "Omar", PASSWORD).role == "reader"
    with pytest.raises(UsageError, match="used"):
        accounts.join(people, word, "Salem", PASSWORD)
    assert [each.name for each in people.accounts()] == ["Omar"]
    assert accounts.role_of(people, "made up") is None


def test_a_session_ends_by_logging_out_and_when_the_account_is_shut(people):
    rana = add(people)
    first, second = accounts.begin(people, rana), accounts.begin(people, rana)
    accounts.end(people, first, "Rana")
    assert accounts.member(people, first) is None
    assert accounts.member(people, second) == rana
    accounts.change(people, "Rana", by="a test", active=False)
    assert accounts.member(people, second) is None
    assert accounts.log_in(people, "Rana", PASSWORD) is None


def test_an_account_that_is_not_there_cannot_be_changed(people):
    with pytest.raises(NotFoundError):
        accounts.change(people, "Omar", by="a test", role="admin")


def test_the_audit_tells_what_was_done_and_takes_no_change(people):
    add(people)
    accounts.log_in(people, "Rana", "wrong")
    accounts.log_in(people, "Rana", PASSWORD)
    told = [(each.who, each.what, each.about) for each in people.audit(10)]
    assert told == [
        ("Rana", "logged in", ""),
        ("", "failed to log in", "Rana"),
        ("a test", "made an account", "Rana (analyst)"),
    ]
    connection = sqlite3.connect(people.path)
    with pytest.raises(sqlite3.IntegrityError, match="append only"):
        connection.execute("DELETE FROM audit")
    connection.close()
