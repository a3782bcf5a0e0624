"""An alert's TOML text in, its definition out, or problems that name the line, what is wrong and what to write."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from histor.errors import UsageError
from histor.monitors.fields import AREA, Field, Table
from histor.monitors.lines import Path, line_of
from histor.monitors.reading import problem_at, read_by
from histor.monitors.statistics.rates import FEWEST_DAYS
from histor.records.alerts import AlertDefinition, Delivery, Mail, Rule, RuleKind
from histor.records.made import Problem
from histor.records.question import Question

DAYS: Mapping[str, tuple[int, int]] = {  # of the latest stretch, and of the one that it is held against
    "rise": (7, 28), "silence": (3, 56), "shift": (14, 56), "new actor": (7, 56), "dispute": (7, 0),
    "state change": (1, 0),
}  # fmt: skip
_COUNTED = ("rise", "shift")
_ADDRESS = re.compile(r"[^@\s,;:<>()\[\]\\\"]{1,64}@[^@\s,;:<>()\[\]\\\"]{1,255}")  # longest ends: RFC 5321, 4.5.3.1
EXAMPLE = """\
# What is asked: incidents of which an event fits the question; or a monitor, a file or the name of a kept one; or a
# view that was saved in the reading room: view = "the river towns".
[question]
type = "ASSAULT"
place = "Weir"

[[rules]]
rule = "rise"                # more in the last 7 days than in the 28 before

[[rules]]
rule = "silence"             # no incident for so long that it is no chance
days = 3                     # at least

[[rules]]
rule = "shift"               # another share of these places
days = 14
against = 56
group = "the river towns"
admins = ["Lower Valley"]

[[rules]]
rule = "new actor"

[[rules]]
rule = "dispute"

[deliver]
file = "alerts.jsonl"
feed = "alerts.xml"
"""
_QUESTION: Table = {
    name: Field(f"the same as --{name}") for name in ("type", "actor", "place", "status", "speaker", "stance", "text")
}
_RULE: Table = {
    "rule": Field("what to watch for", needed=True, words=get_args(RuleKind)),
    "days": Field("days of the latest stretch", "number"),
    "against": Field("days before it that it is held against", "number"),
    "group": Field("of a shift: what its places are called"),
    "admins": AREA["admins"],
    "places": AREA["places"],
}
_MAIL: Table = {
    "to": Field("addresses", "words", needed=True),
    "sender": Field("the sender's address", needed=True),
    "host": Field("the mail server; localhost without it"),
    "port": Field("its port; 25 without it", "number"),
    "security": Field("how the way to it is secured", words=("none", "starttls")),
    "user": Field("the user; the password is read from HISTOR_SMTP_PASSWORD"),
}
_DELIVER: Table = {
    "file": Field("a file to which each alert is added as a line of JSON"),
    "feed": Field("an Atom feed's file"),
    "webhook": Field("an address to which each is posted"),
    "mail": Field("to whom each is mailed", "table", table=_MAIL),
}
FIELDS: Table = {
    "monitor": Field("a monitor's definition: a file, or the name of a kept one"),
    "view": Field("the name of a saved view"),
    "question": Field("which incidents", "table", table=_QUESTION),
    "rules": Field("what to watch for", "tables", needed=True, table=_RULE),
    "deliver": Field("by which ways alerts go out", "table", table=_DELIVER),
}


def read_alert(text: str, name: str, *, key: str) -> AlertDefinition | tuple[Problem, ...]:
    """Give the definition of an alert, or every problem found in it, in order of line."""
    given = read_by(text, FIELDS, key=key)
    if isinstance(given, tuple):
        return given
    wrong = list(_faults(given))
    if not wrong:
        return _defined(given, name)
    told = sorted((line_of(text, path), message) for path, message in wrong)
    return tuple(problem_at(key, number, message) for number, message in told)


def _defined(given: Mapping[str, Any], name: str) -> AlertDefinition:
    return AlertDefinition(
        name=name,
        rules=tuple(map(_rule, given["rules"])),
        deliver=_delivery(given.get("deliver", {})),
        question=Question(**given["question"]) if "question" in given else None,
        monitor=given.get("monitor"),
        view=given.get("view"),
    )


def _rule(given: Mapping[str, Any]) -> Rule:
    days, against = DAYS[given["rule"]]
    return Rule(
        kind=given["rule"],
        days=given.get("days", days),
        against=given.get("against", against),
        group=given.get("group"),
        admins=tuple(given.get("admins", ())),
        places=tuple(given.get("places", ())),
    )


def _delivery(given: Mapping[str, Any]) -> Delivery:
    mail = given.get("mail")
    return Delivery(
        file=given.get("file"),
        feed=given.get("feed"),
        webhook=given.get("webhook"),
        mail=_mail(mail) if mail is not None else None,
    )


def _mail(given: Mapping[str, Any]) -> Mail:
    return Mail(
        to=tuple(given["to"]),
        sender=given["sender"],
        host=given.get("host", "localhost"),
        port=given.get("port", 25),
        start_tls=given.get("security") == "starttls",
        user=given.get("user"),
    )


def _faults(given: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    if sum(name in given for name in ("monitor", "question", "view")) != 1:
        yield (), "an alert watches a `monitor`, a `view` or a [question]: give one of them"
    yield from _faults_of_question(given.get("question", {}))
    for place, rule in enumerate(given["rules"]):
        yield from _faults_of_rule(rule, ("rules", place), "question" in given)
    yield from _faults_of_mail(given.get("deliver", {}).get("mail"))
    address = given.get("deliver", {}).get("webhook", "http://")
    if not address.startswith(("http://", "https://")):
        yield ("deliver", "webhook"), f"{address!r} is no address: it starts with http:// or https://"


def _faults_of_mail(given: Mapping[str, Any] | None) -> Iterator[tuple[Path, str]]:
    if given is None:
        return
    if not given["to"]:
        yield ("deliver", "mail", "to"), "nobody is written to: give an address, such as desk@example.org"
    for name, addresses in (("to", given["to"]), ("sender", [given["sender"]])):
        for address in addresses:
            if not _ADDRESS.fullmatch(address) or not address.isprintable():
                yield ("deliver", "mail", name), f"{address!r} is no mail address: write one as desk@example.org"


def _faults_of_question(given: Mapping[str, Any]) -> Iterable[tuple[Path, str]]:
    for name, value in given.items():
        try:
            Question(**{name: value})
        except UsageError as error:
            yield ("question", name), str(error)


def _faults_of_rule(given: Mapping[str, Any], path: Path, asked: bool) -> Iterator[tuple[Path, str]]:
    days, against = DAYS[given["rule"]]
    days, against = given.get("days", days), given.get("against", against)
    if days < 1:
        yield (*path, "days"), "`days` must be 1 or more"
    if given["rule"] in _COUNTED and min(days, against) < FEWEST_DAYS:
        yield (*path, "days"), f"a {given['rule']} needs {FEWEST_DAYS} `days` and as many `against` which they are held"
    if given["rule"] == "state change" and asked:
        yield (*path, "rule"), "a question has no state: give a `monitor`"
    if "group" in given and not given.get("admins") and not given.get("places"):
        yield (*path, "group"), "a group needs `admins` or `places`"
