"""The rules of alerts on counts, and the definitions of alerts: each fault is told with its line."""

from dataclasses import replace

import numpy as np
import pytest

from histor.monitors.alerting.changes import risen, shifted, silent_for
from histor.monitors.alerting.definition import EXAMPLE, read_alert
from histor.monitors.alerting.rules import Dispute, Scene, find
from histor.monitors.alerting.states import Standing
from histor.monitors.alerting.worth import worth_of
from histor.records.alerts import AlertDefinition, AlertRow, Rule
from histor.records.heard import Deed, Line, Side


def days(*counts: float) -> np.ndarray:
    return np.asarray(counts, dtype=np.float64)


def told(text: str) -> list[str]:
    found = read_alert(text, "weir", key="a.toml")
    assert isinstance(found, tuple)
    return [problem.message for problem in found]


def deed(key: str, day: str, *, by: str = "Rebels", admin1: str = "Uplands") -> Deed:
    line = Line(f"e-{key}", f"r-{key}", "Gulf Wire", day, ("Gulf Wire",), f"{by} fired on {day}.", status="occurred",
                actors=(Side(by),))  # fmt: skip
    return Deed(key, "ASSAULT", None, day, day, "own", False, None, frozenset(), admin1, None, None, None, (line,),
                "weak", "", ())  # fmt: skip


def test_a_doubling_is_a_rise_and_the_same_level_is_none() -> None:
    assert risen(days(*[1, 2, 3, 2] * 7, *[6, 7, 5, 6, 7, 8, 6]), 7, 28) is not None
    assert risen(days(*[1, 2, 3, 2] * 7, *[2, 1, 3, 2, 2, 1, 3]), 7, 28) is None
    assert risen(days(*[1, 2, 3, 2] * 7, *[0] * 7), 7, 28) is None


def test_a_record_that_is_too_short_raises_nothing() -> None:
    assert risen(days(*[1] * 20, *[9] * 7), 7, 28) is None
    assert silent_for(days(*[1] * 20, *[0] * 20), 3, 56) is None
    assert shifted(days(*[1] * 40), days(*[2] * 40), 14, 56) is None


def test_silence_is_told_only_where_a_gap_is_no_chance() -> None:
    busy, rare = days(*[1, 2, 1, 1] * 14), days(*[0, 0, 0, 1] * 14)
    gap = days(*[0] * 5)
    assert silent_for(np.concatenate([busy, gap]), 3, 56) is not None
    assert silent_for(np.concatenate([rare, gap]), 3, 56) is None
    assert silent_for(np.concatenate([busy, gap[:2]]), 3, 56) is None


def test_a_shift_is_one_of_share_and_not_of_level() -> None:
    whole = days(*[3, 4, 2, 3] * 14, *[6, 8, 4, 6, 6, 8, 4] * 2)
    same = whole * 0.25
    more = np.concatenate([same[:56], whole[56:] * 0.75])
    assert shifted(same, whole, 14, 56) is None
    found = shifted(more, whole, 14, 56)
    assert found is not None
    assert (round(found.before, 2), round(found.after, 2)) == (0.25, 0.75)


def test_a_new_actor_is_no_news_twice_nor_at_the_start_of_a_record() -> None:
    deeds = tuple(deed(f"d{n}", f"2031-03-{n:02}") for n in range(1, 29))
    new = deed("new", "2031-03-30", by="River Brigade")
    rule = Rule("new actor", 7, 20)
    scene = Scene("2031-03-31", "2031-03-01", (*deeds, new))
    (alert,) = find("weir", rule, scene, ())
    assert "River Brigade was not named as a doer" in alert.says
    assert [row.id for row in alert.rows] == ["new"]
    assert find("weir", rule, scene, (alert,)) == ()
    assert find("weir", rule, Scene("2031-03-31", "2031-03-20", (*deeds, new)), ()) == ()


def test_words_that_name_nobody_in_particular_are_no_new_actor() -> None:
    deeds = tuple(deed(f"d{n}", f"2031-03-{n:02}") for n in range(1, 29))
    rule = Rule("new actor", 7, 20)
    for words, alerts in (("Rebel rockets", 0), ("the army", 0), ("troops", 0), ("the River Brigade", 1), ("PLF", 1)):
        scene = Scene("2031-03-31", "2031-03-01", (*deeds, deed("new", "2031-03-30", by=words)))
        assert len(find("weir", rule, scene, ())) == alerts, words


def test_a_third_voice_in_one_dispute_is_no_other_alert() -> None:
    rule = Rule("dispute", 7, 0)
    lines = [Line(f"e-{n}", f"r-{n}", "Gulf Wire", "2031-03-05", (), f"Voice {n} spoke.") for n in range(3)]
    first, third = (
        Dispute(key, about, f"{key} says so.", day, AlertRow("weir-raid", day, "Weir", told))
        for key, about, day, told in (
            ("x-1", "whether it happened", "2031-03-05", tuple(lines[:2])),
            ("x-2", "whether it happened", "2031-03-06", tuple(lines[1:])),
        )
    )
    (both,) = find("weir", rule, Scene("2031-03-06", None, (), disputes=(first, third)), ())
    assert [len(row.lines) for row in both.rows] == [3]
    assert both.says == "Disputed: whether it happened. x-1 says so. x-2 says so."
    (alone,) = find("weir", rule, Scene("2031-03-05", None, (), disputes=(first, third)), ())
    assert alone.id == both.id
    assert find("weir", rule, Scene("2031-03-06", None, (), disputes=(first, third)), (alone,)) == ()
    toll = replace(third, about="how many")
    assert len(find("weir", rule, Scene("2031-03-06", None, (), disputes=(first, toll)), (alone,))) == 1


def test_a_state_is_told_when_it_becomes_another_and_not_while_it_stays() -> None:
    rule = Rule("state change", 1, 0)
    holding, strained = Standing("holding", "few", ()), Standing("strained", "many", ())
    still = Scene("2031-03-05", None, (), now={"the ceasefire": holding}, before={"the ceasefire": holding})
    moved = Scene("2031-03-06", None, (), now={"the ceasefire": strained}, before={"the ceasefire": holding})
    after = Scene("2031-03-07", None, (), now={"the ceasefire": strained}, before={"the ceasefire": strained})
    back = Scene("2031-03-09", None, (), now={"the ceasefire": holding}, before={"the ceasefire": strained})
    assert find("truce", rule, still, ()) == ()
    (first,) = find("truce", rule, moved, ())
    assert first.says == "Now strained, before holding: the ceasefire. The rule: many."
    assert find("truce", rule, after, (first,)) == ()
    assert len(find("truce", rule, back, (first,))) == 1


def test_a_shift_without_a_group_looks_at_every_division() -> None:
    deeds = [
        deed(f"d{place}-{number}", f"2031-0{1 + place // 28}-{1 + place % 28:02}",
             admin1="Coast" if place >= 56 or number == 0 else "Uplands")
        for place in range(70) for number in range(4)
    ]  # fmt: skip
    scene = Scene("2031-03-14", "2031-01-01", tuple(deeds))
    found = find("weir", Rule("shift", 14, 42), scene, ())
    assert {alert.cause for alert in found} == {"rise of Coast from 2031-03-14", "fall of Uplands from 2031-03-14"}
    assert find("weir", Rule("shift", 14, 42), Scene("2031-03-14", "2031-01-01", tuple(deeds)), found) == ()


def test_every_rule_tells_what_its_alarms_are_worth() -> None:
    definition = read_alert(EXAMPLE, "weir", key="a.toml")
    assert isinstance(definition, AlertDefinition)
    assert [rule.kind for rule in definition.rules] == ["rise", "silence", "shift", "new actor", "dispute"]
    assert all(worth_of(rule.kind) for rule in definition.rules)
    assert "%" in worth_of("rise")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('rule = "rise"', 'rule = "rize"', "'rize' cannot be `rule`: it is one of rise, silence, shift"),
        ('rule = "rise"', 'rule = "rise"\ndayz = 7', "unknown key `dayz` in [rules]: did you mean `days`?"),
        ("against = 56", 'against = "many"', "`against` must be a whole number from 0"),
        ("days = 14", "days = 4", "a shift needs 7 `days`"),
        ('type = "ASSAULT"', 'type = "ASALT"', "no type 'ASALT'"),
        ('rule = "dispute"', 'rule = "state change"', "a question has no state: give a `monitor`"),
        ('admins = ["Lower Valley"]', "", "a group needs `admins` or `places`"),
        ('file = "alerts.jsonl"', 'webhook = "ftp://example.org"', "'ftp://example.org' is no address"),
        ('file = "alerts.jsonl"', "file = alerts", "is no TOML"),
        ('file = "alerts.jsonl"', 'mail = { to = ["desk"], sender = "h@example.org" }', "'desk' is no mail address"),
        (
            'file = "alerts.jsonl"',
            'mail = { to = ["d@e.org\\nBcc: x@e.org"], sender = "h@e.o" }',
            "is no mail address",
        ),
        ('file = "alerts.jsonl"', 'mail = { to = ["d@example.org"], sender = "room" }', "'room' is no mail address"),
        ('file = "alerts.jsonl"', 'mail = { to = [], sender = "h@example.org" }', "nobody is written to"),
    ],
)
def test_a_fault_is_told_with_its_line(old: str, new: str, words: str) -> None:
    text = EXAMPLE.replace(old, new, 1)
    assert text != EXAMPLE
    sought = 'group = "the river towns"' if not new else new.split("\n")[-1]
    line = next(number for number, one in enumerate(text.split("\n"), 1) if sought in one)
    assert any(message.startswith(f"a.toml:{line}:") and words in message for message in told(text)), told(text)


def test_an_alert_watches_one_thing() -> None:
    assert "a `monitor`, a `view` or a [question]" in told('monitor = "truce"\n' + EXAMPLE)[0]
    assert "`rules` is missing" in told('monitor = "truce"\n')[0]
