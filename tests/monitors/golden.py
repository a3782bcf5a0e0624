"""The boards that are kept whole beside the tests, and the command that writes them anew.

    python -m monitors.golden        (in the folder tests)

A change of any figure, sentence or rule shows in the diff of `golden/*.json`: say there why it is right. Floating
figures are rounded, so that another machine gives the same text.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from histor.monitors.choosing import monitors
from histor.monitors.hearing.tables import heard_in_table
from histor.monitors.kinds import air
from histor.records.board_form import AnyBoard, form_of_any_board
from histor.records.heard import Heard, Line, Name, Saying, Side
from histor.records.measures import Span, When
from monitors.scene import any_defined, imported, strikes

FOLDER = Path(__file__).parent / "golden"
_DIGITS = 6
_DAY = "21 April"  # the one day that is told in a sentence
_TEMPO = """\
monitor = "tempo"
name = "Strikes by the week"
since = "2031-03-01"
until = "2031-04-29"
per = "week"

[[dates]]
name = "truce"
day = "2031-03-31"
"""
TRUCE = """\
monitor = "ceasefire"
name = "the truce on the weir"
in_effect = "2031-03-31"

[[parties]]
name = "the north"
also = ["Northern Air Force"]

[[parties]]
name = "the valley"

[[excluded]]
name = "Somebody Else"
"""
_POSTURE = """\
monitor = "posture"
name = "Omani troops at Taiz"

[force]
names = ["Oman"]

[[sites]]
name = "Taiz"

[[sites]]
name = "Marib"
"""
_TALKS = """\
monitor = "talks"
name = "the talks in Muscat"
places = ["Muscat"]
parties = ["Yemen", "the rebels"]
brokers = ["Oman"]
"""
_OMAN = Side("Omani", "state:OMN", keys=frozenset({"state:OMN", "oman"}), of_state=True)
_YEMEN = Side("Yemen", "state:YEM", keys=frozenset({"state:YEM", "yemen"}), of_state=True)


def boards() -> dict[str, str]:
    """Give each board as the text that is kept, by the name of its file."""
    table = imported(strikes())
    made: dict[str, Callable[[], AnyBoard]] = {
        "air": lambda: _judged(air.EXAMPLE, table, {}),
        "tempo": lambda: _judged(_TEMPO, table, {}),
        "ceasefire": lambda: _judged(TRUCE, heard_in_table(imported(strikes(before=1.5, after=0.4)))),
        "posture": lambda: _judged(_POSTURE, _heard(_moves())),
        "talks": lambda: _judged(_TALKS, _heard(_talks())),
    }
    return {f"{name}.json": _text(make()) for name, make in made.items()}


def _judged(definition: str, *asked: Any) -> AnyBoard:
    found = any_defined(definition)
    board: AnyBoard = monitors()[found.monitor].judge(found, *asked)
    return board


def _heard(sayings: list[Saying]) -> Heard:
    days = tuple((saying.line.published or "", saying.line.outlet or "") for saying in sayings)
    return Heard("own reports", (), tuple(sayings), tuple(sorted(days)))


def _moves() -> list[Saying]:
    return [
        _said("2031-05-02", "Oman ordered the withdrawal of its troops from Taiz.", _OMAN, "withdraw-all", "planned"),
        _said("2031-05-02", "Oman said that its base at Marib will remain.", _OMAN, "remain", "planned"),
        _said("2031-05-04", "A first group of Omani soldiers headed home from Taiz.", _OMAN, None, None),
        _said("2031-05-09", "No significant withdrawal of Omani troops was seen in Taiz.", _OMAN, None, None),
        _said("2031-05-20", "Omani troops have been deployed to Taiz again.", _OMAN, "deploy", "occurred"),
        _said("2031-05-21", "Omani relations with Yemen remain active.", _OMAN, None, None),
        _said("2031-05-22", "The Omani base at Marib remains.", _OMAN, "remain", "occurred"),
    ]


def _talks() -> list[Saying]:
    return [
        _said("2031-04-20", "Yemen called for talks in Muscat.", _YEMEN, None, None),
        _said("2031-04-21", "Talks between Yemen and the rebels opened in Muscat on 21 April.", _YEMEN, None, None),
        _said("2031-04-24", "The rebel delegation walked out of the talks in Muscat.", _YEMEN, None, None),
        _said("2031-04-26", "No date has been set for the next round of talks in Muscat.", _YEMEN, None, None),
    ]


def _said(day: str, sentence: str, who: Side, posture: Any, status: Any) -> Saying:
    """Give a sentence in which somebody is named; with a posture, an event of that posture was read in it."""
    at = max(sentence.find(who.name), sentence.find("Oman"), 0)
    line = Line(None, f"r-{day}", "Gulf Wire", day, ("Gulf Wire",), sentence)
    if posture:
        line = replace(line, event=f"e-{day}", posture=posture, status=status, actors=(who,))
    told = sentence.find(_DAY)
    days = (When(Span(told, told + len(_DAY)), "2031-04-21", "2031-04-21", "day"),) if told >= 0 else ()
    return Saying(line, (Name(Span(at, at + len(who.name)), who),), days, "")


def _text(board: AnyBoard) -> str:
    return json.dumps(_rounded(form_of_any_board(board)), ensure_ascii=False, indent=1) + "\n"


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, _DIGITS)
    if isinstance(value, dict):
        return {name: _rounded(item) for name, item in value.items()}
    return [_rounded(item) for item in value] if isinstance(value, list) else value


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in boards().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
