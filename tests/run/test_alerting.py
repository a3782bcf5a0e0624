"""Alerts over a ledger: each cause is told once, by every way, with the sentences that it rests on."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from email import message_from_string
from email.policy import default
from pathlib import Path

import feedparser
import pytest

from histor.errors import NotFoundError, UsageError
from histor.run import alerting
from histor.store.ledger import open_to_write
from monitors.reports import REPORTS, Report, make_ledger
from run.telling import CERTIFICATE, hook, mail_server

NOW = "2031-06-02T08:00:00Z"
SHELLING = '[question]\ntype = "ASSAULT"\n\n'
FIRST = date(2031, 1, 1)


def rules(*kinds: str) -> str:
    return "".join(f'[[rules]]\nrule = "{kind}"\n\n' for kind in kinds)


def shells(counts: Sequence[int]) -> list[Report]:
    """Give one report for each shelling of a day, and one that tells of the weather on every day."""
    made: list[Report] = []
    towns = ("Taiz", "Marib", "Mukalla", "Sanaa", "Aden", "Hodeidah")
    for place, count in enumerate(counts):
        day = (FIRST + timedelta(days=place)).isoformat()
        made.append((f"rain-{day}", day, "Gulf Wire", "Rain fell on the coast and the harbour stayed open."))
        for number in range(count):
            words = f"Rebels shelled {towns[number]} today, killing {number + 2} people, residents said."
            made.append((f"shell-{day}-{number}", day, "Aden Courier", words))
    return made


def last(counts: Sequence[int]) -> str:
    return (FIRST + timedelta(days=len(counts) - 1)).isoformat()


@pytest.fixture
def yemen(tmp_path: Path) -> str:
    return make_ledger(tmp_path, REPORTS)


def test_a_dispute_is_told_once_with_both_sentences(yemen: str, tmp_path: Path) -> None:
    into = tmp_path / "alerts.jsonl"
    text = SHELLING + rules("dispute") + f'[deliver]\nfile = "{into}"\n'
    assert alerting.add(yemen, "yemen", text, key="yemen.toml", recorded=NOW)
    (first,) = alerting.check(yemen, day="2031-04-20", recorded=NOW)
    (again,) = alerting.check(yemen, day="2031-04-21", recorded=NOW)
    assert len(first.new) == 1
    assert (first.sent, again.new, again.sent) == ((("file", 1),), (), ())
    (line,) = into.read_text(encoding="utf-8").splitlines()
    form = json.loads(line)
    assert form["rule"] == "dispute"
    said = {told["sentence"] for row in form["rows"] for told in row["lines"]}
    assert said == {
        "The Yemeni army shelled the town of Marib on Thursday, residents said.",
        "The Yemeni army denied that it had shelled Marib on Thursday.",
    }
    assert all(told["event"].startswith("e-") for row in form["rows"] for told in row["lines"])


def test_nothing_is_known_before_it_was_published(yemen: str, tmp_path: Path) -> None:
    path = tmp_path / "disputes.toml"
    path.write_text(SHELLING + rules("dispute"), encoding="utf-8")
    assert alerting.dry_run(yemen, str(path), days=7, day="2031-04-17", recorded=NOW) == ()
    (found,) = alerting.dry_run(yemen, str(path), days=7, day="2031-04-20", recorded=NOW)
    assert found.day == "2031-04-18"


def test_a_dry_run_keeps_and_sends_nothing(yemen: str, tmp_path: Path) -> None:
    into = tmp_path / "alerts.jsonl"
    alerting.add(yemen, "yemen", SHELLING + rules("dispute") + f'[deliver]\nfile = "{into}"\n', key="", recorded=NOW)
    assert len(alerting.dry_run(yemen, "yemen", days=5, day="2031-04-20", recorded=NOW)) == 1
    assert not into.exists()
    (listed,) = alerting.kept(yemen)
    assert (listed.told, listed.checked) == (0, None)


def test_a_state_change_of_a_kept_ceasefire_is_told_with_the_rule_and_its_rows(yemen: str, tmp_path: Path) -> None:
    truce = tmp_path / "truce.toml"
    truce.write_text(
        'monitor = "ceasefire"\nname = "the truce"\ndeclared = "2031-04-06"\nin_effect = "2031-04-10"\n'
        '[area]\ncountries = ["Yemen"]\n[[parties]]\nname = "the government of Yemen"\nalso = ["Yemen"]\n'
        '[[parties]]\nname = "rebel forces"\nsectors = ["REB"]\n',
        encoding="utf-8",
    )
    alert = tmp_path / "state.toml"
    alert.write_text(f'monitor = "{truce}"\n\n' + rules("state change"), encoding="utf-8")
    found = alerting.dry_run(yemen, str(alert), days=12, day="2031-04-20", recorded=NOW)
    states = [(each.day, each.cause) for each in found]
    assert states, "the truce took effect and was broken: its state cannot have stood still"
    text = truce.read_text(encoding="utf-8")
    assert "until" not in text
    truce.write_text(text.replace("in_effect", 'until = "2031-12-31"\nin_effect', 1), encoding="utf-8")
    longer = alerting.dry_run(yemen, str(alert), days=12, day="2031-04-20", recorded=NOW)
    assert [(each.day, each.cause) for each in longer] == states, "of days to come nothing is known yet"
    assert len({cause for _, cause in states}) == len(states)
    assert any(each.rows and each.rows[0].lines[0].sentence for each in found)
    assert all("The rule:" in each.says for each in found)


def test_silence_tells_whether_anybody_was_heard(tmp_path: Path) -> None:
    counts = [1, 2, 1, 1] * 16 + [0] * 10
    ledger = make_ledger(tmp_path, shells(counts))
    path = tmp_path / "silence.toml"
    path.write_text(SHELLING + rules("silence"), encoding="utf-8")
    (found,) = alerting.dry_run(ledger, str(path), days=12, day=last(counts), recorded=NOW)
    assert found.cause == f"silence since {(FIRST + timedelta(days=63)).isoformat()}"
    assert "Reports came in on " in found.says
    assert {line.sentence for row in found.rows for line in row.lines} == {
        "Rebels shelled Taiz today, killing 2 people, residents said."
    }


def test_a_rise_is_told_once_while_it_lasts(tmp_path: Path) -> None:
    counts = [1, 0, 1, 2] * 9 + [5, 4, 6, 5, 4, 5, 6, 5, 5, 4, 6, 5]
    ledger = make_ledger(tmp_path, shells(counts))
    path = tmp_path / "rise.toml"
    path.write_text(SHELLING + rules("rise"), encoding="utf-8")
    (found,) = alerting.dry_run(ledger, str(path), days=14, day=last(counts), recorded=NOW)
    assert found.says.startswith("More than before:")
    assert found.rows
    assert all((row.day or "") > "2031-01-28" for row in found.rows)


def test_an_actor_that_was_never_named_as_a_doer_is_told_once(tmp_path: Path) -> None:
    counts = [1] * 70
    late = (last(counts), "Gulf Wire", "Omani troops shelled a village near Marib today, residents said.")
    ledger = make_ledger(tmp_path, [*shells(counts), ("late", *late)])
    path = tmp_path / "actors.toml"
    path.write_text(SHELLING + rules("new actor"), encoding="utf-8")
    found = alerting.dry_run(ledger, str(path), days=10, day=last(counts), recorded=NOW)
    assert [each.rows[0].lines[0].sentence for each in found] == [late[2]]


def test_a_webhook_gets_each_alert_once_and_what_it_refused_again(yemen: str) -> None:
    with hook(503) as (address, taken):
        text = SHELLING + rules("dispute") + f'[deliver]\nwebhook = "{address}"\n'
        alerting.add(yemen, "yemen", text, key="", recorded=NOW)
        (refused,) = alerting.check(yemen, day="2031-04-20", recorded=NOW)
        assert [problem.code for problem in refused.problems] == ["not-delivered"]
        assert "answered 503" in refused.problems[0].message
        (second,) = alerting.check(yemen, day="2031-04-20", recorded=NOW)
        (third,) = alerting.check(yemen, day="2031-04-20", recorded=NOW)
    assert (second.new, second.sent, third.sent) == ((), (("webhook", 1),), ())
    (body,) = taken
    assert body["key"] == body["id"] == refused.new[0].id
    assert body["rows"][0]["lines"]


def test_a_hook_that_is_not_there_is_a_problem_and_no_failure(yemen: str) -> None:
    with hook() as (address, _):
        pass
    alerting.add(yemen, "y", SHELLING + rules("dispute") + f'[deliver]\nwebhook = "{address}"\n', key="", recorded=NOW)
    (found,) = alerting.check(yemen, day="2031-04-20", recorded=NOW)
    assert "cannot be reached" in found.problems[0].message


def test_a_mail_tells_the_sentences_and_is_sent_once(yemen: str) -> None:
    with mail_server() as (port, taken):
        mail = (
            f'[deliver.mail]\nto = ["desk@example.org"]\nsender = "h@example.org"\nhost = "127.0.0.1"\nport = {port}\n'
        )
        alerting.add(yemen, "yemen", SHELLING + rules("dispute") + mail, key="", recorded=NOW)
        (first,) = alerting.check(yemen, day="2031-04-20", recorded=NOW)
        (again,) = alerting.check(yemen, day="2031-04-20", recorded=NOW)
    assert (first.sent, again.sent, first.problems) == ((("mail", 1),), (), ())
    (mail_taken,) = taken
    message = message_from_string(mail_taken, policy=default)
    assert message["Subject"] == "yemen: dispute, 2031-04-20"
    assert message["To"] == "desk@example.org"
    assert "The Yemeni army denied that it had shelled Marib" in message.get_content()


def test_a_mail_that_nobody_takes_is_a_problem_and_waits(yemen: str) -> None:
    with mail_server(refuses=True) as (port, taken):
        mail = (
            f'[deliver.mail]\nto = ["desk@example.org"]\nsender = "h@example.org"\nhost = "127.0.0.1"\nport = {port}\n'
        )
        alerting.add(yemen, "yemen", SHELLING + rules("dispute") + mail, key="", recorded=NOW)
        (found,) = alerting.check(yemen, day="2031-04-20", recorded=NOW)
    assert taken == []
    assert "took no mail" in found.problems[0].message
    assert found.sent == (("mail", 0),)


def secure_mail(port: int) -> str:
    return (
        '[deliver.mail]\nto = ["desk@example.org"]\nsender = "h@example.org"\nhost = "localhost"\n'
        f'port = {port}\nsecurity = "starttls"\n'
    )


def test_a_mail_goes_out_over_tls_to_a_server_that_is_trusted(yemen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with mail_server(secure=True) as (port, taken):
        alerting.add(yemen, "yemen", SHELLING + rules("dispute") + secure_mail(port), key="", recorded=NOW)
        (found,) = alerting.check(yemen, day="2031-04-20", recorded=NOW)
    assert (found.sent, found.problems) == ((("mail", 1),), ())
    (mail_taken,) = taken
    assert "denied that it had shelled Marib" in message_from_string(mail_taken, policy=default).get_content()


def test_a_server_that_is_not_trusted_gets_no_mail(yemen: str) -> None:
    with mail_server(secure=True) as (port, taken):
        alerting.add(yemen, "yemen", SHELLING + rules("dispute") + secure_mail(port), key="", recorded=NOW)
        (found,) = alerting.check(yemen, day="2031-04-20", recorded=NOW)
    assert taken == []
    assert "certificate verify failed" in found.problems[0].message


def test_no_mail_goes_out_in_the_clear_where_tls_was_asked_for(yemen: str) -> None:
    with mail_server() as (port, taken):
        alerting.add(yemen, "yemen", SHELLING + rules("dispute") + secure_mail(port), key="", recorded=NOW)
        (found,) = alerting.check(yemen, day="2031-04-20", recorded=NOW)
    assert taken == []
    assert "STARTTLS" in found.problems[0].message


def test_the_feed_can_be_read_by_a_reader_of_feeds(yemen: str, tmp_path: Path) -> None:
    into = tmp_path / "alerts.xml"
    text = SHELLING + rules("dispute", "new actor") + f'[deliver]\nfeed = "{into}"\n'
    alerting.add(yemen, "yemen & coast", text, key="", recorded=NOW)
    (found,) = alerting.check(yemen, day="2031-04-20", recorded=NOW)
    parsed = feedparser.parse(into.read_bytes())
    assert not parsed.bozo
    assert parsed.version == "atom10"
    assert parsed.feed.title == "Alerts: yemen & coast"
    assert [entry.id for entry in parsed.entries] == [f"urn:histor:{each.id}" for each in reversed(found.new)]
    assert "denied that it had shelled" in parsed.entries[0].content[0].value


def test_a_feed_that_cannot_be_written_is_a_problem(yemen: str, tmp_path: Path) -> None:
    text = SHELLING + rules("dispute") + f'[deliver]\nfeed = "{tmp_path}/none/alerts.xml"\n'
    alerting.add(yemen, "yemen", text, key="", recorded=NOW)
    (found,) = alerting.check(yemen, day="2031-04-20", recorded=NOW)
    assert "cannot be written" in found.problems[0].message


def test_days_since_the_last_check_are_made_up_for(yemen: str) -> None:
    alerting.add(yemen, "yemen", SHELLING + rules("dispute"), key="", recorded=NOW)
    (first,) = alerting.check(yemen, day="2031-04-15", recorded=NOW)
    (second,) = alerting.check(yemen, day="2031-05-03", recorded=NOW)
    assert (first.new, second.first, second.last) == ((), "2031-04-16", "2031-05-03")
    assert [each.day for each in second.new] == ["2031-04-18"]


def test_a_withdrawn_alert_is_not_checked_and_may_come_back(yemen: str) -> None:
    text = SHELLING + rules("dispute")
    alerting.add(yemen, "yemen", text, key="", recorded=NOW)
    assert not alerting.add(yemen, "yemen", text, key="", recorded=NOW)
    alerting.withdraw(yemen, "yemen", recorded=NOW)
    assert alerting.check(yemen, day="2031-04-20", recorded=NOW) == ()
    with pytest.raises(NotFoundError, match="keeps no alert 'yemen'"):
        alerting.check(yemen, ["yemen"], day="2031-04-20", recorded=NOW)
    assert alerting.add(yemen, "yemen", text, key="", recorded=NOW)


def test_what_was_told_cannot_be_changed(yemen: str) -> None:
    alerting.add(yemen, "yemen", SHELLING + rules("dispute"), key="", recorded=NOW)
    alerting.check(yemen, day="2031-04-20", recorded=NOW)
    with open_to_write(yemen) as ledger, pytest.raises(Exception, match="append only"), ledger.writing() as connection:
        connection.execute("DELETE FROM alerted")


def test_a_faulty_alert_is_not_kept(yemen: str) -> None:
    with pytest.raises(UsageError, match=r"a\.toml:5: 'rize' cannot be `rule`"):
        alerting.add(yemen, "a", SHELLING + '[[rules]]\nrule = "rize"\n', key="a.toml", recorded=NOW)
    assert alerting.kept(yemen) == ()
