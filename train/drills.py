"""A pattern and a choice of words in, a marked sentence out: denials, threats, orders, doubts and nested claims.

The gold has few of them, and they decide what is written down as having happened. Every sentence is made here, so its
marks are known. A pattern holds words in brackets `[mark words]`; a mark says whose part the words play.
"""

import random
import re
from collections.abc import Callable
from typing import NamedTuple

from train.examples import ClaimMark, EventMark, Example, Spans

TOKEN = re.compile(r"\[[a-z0-9-]+ |\]|[^\[\]]+")
ACTING = 0.5  # share of acts of speech
MOUTHS = (0, 0, 0, 1, 1, 1, 1, 2)  # further speakers
PARTIES = (
    "Russia", "Turkey", "Israel", "Iran", "the rebels", "the army", "government forces", "the Houthis", "Hezbollah",
    "Ukraine", "the militia", "NATO", "Ethiopian troops", "the Taliban", "Islamic State", "Azerbaijan", "the junta",
    "the United States", "Hamas", "the coalition", "Sudan's army", "M23 fighters", "the opposition", "Armenia",
    "separatist fighters", "a security force", "the navy", "Kurdish fighters", "the Syrian Army", "Rwanda",
)  # fmt: skip
SPEAKERS = (
    "the defence ministry", "a spokesman", "residents", "state television", "Moscow", "the Pentagon", "a monitor",
    "the governor", "Al Jazeera", "Reuters", "the foreign minister", "a rebel commander", "officials", "the UN envoy",
    "President Erdogan", "General Petrov", "the Syrian Observatory for Human Rights", "witnesses", "Kyiv", "he", "she",
    "the mayor of Goma", "a military source", "the ministry", "Tehran", "the aid group", "police", "local media",
)  # fmt: skip
STRUCK = (
    "a hospital", "the convoy", "the base", "Aleppo", "a school", "the port", "three villages", "the airport",
    "a refugee camp", "army positions", "the embassy", "the Kurds", "the rebels", "a checkpoint", "the oil depot",
)  # fmt: skip
PLACES = ("Idlib", "Donetsk", "northern Gaza", "Homs", "Khartoum", "Bakhmut", "Tigray", "Mosul", "Kabul")
DAYS = ("Monday", "Saturday", "Tuesday", "Friday night", "Thursday", "Sunday")


class Verb(NamedTuple):
    """A verb in its forms, and what it does."""

    base: str
    past: str
    done: str
    doing: str
    type: str
    mode: str | None


VERBS = (
    Verb("strike", "struck", "struck", "striking", "ASSAULT", None),
    Verb("attack", "attacked", "attacked", "attacking", "ASSAULT", None),
    Verb("bomb", "bombed", "bombed", "bombing", "ASSAULT", "aerial"),
    Verb("shell", "shelled", "shelled", "shelling", "ASSAULT", "heavy-weapons"),
    Verb("raid", "raided", "raided", "raiding", "ASSAULT", None),
    Verb("hit", "hit", "hit", "hitting", "ASSAULT", None),
    Verb("target", "targeted", "targeted", "targeting", "ASSAULT", None),
    Verb("seize", "seized", "seized", "seizing", "COERCE", "seize"),
    Verb("blockade", "blockaded", "blockaded", "blockading", "COERCE", "restrict"),
)
# Clauses by status. a: actor, t: trigger, r: recipient, p: place, w: when.
CLAUSES = {
    "occurred": ("[a {A}] [t {past}] [r {R}]", "[a {A}] had [t {done}] [r {R}]", "[r {R}] was [t {done}] by [a {A}]"),
    "ongoing": ("[a {A}] is still [t {doing}] [r {R}]", "[a {A}] has been [t {doing}] [r {R}]"),
    "denied": (
        "[a {A}] did not [t {base}] [r {R}]", "[a {A}] never [t {past}] [r {R}]", "[a {A}] has not [t {done}] [r {R}]",
        "[a {A}] failed to [t {base}] [r {R}]", "[r {R}] was not [t {done}] by [a {A}]",
    ),
    "hypothetical": (
        "[a {A}] may [t {base}] [r {R}]", "[a {A}] might [t {base}] [r {R}]", "[a {A}] could [t {base}] [r {R}]",
        "[a {A}] is ready to [t {base}] [r {R}]", "if [a {A}] should [t {base}] [r {R}]",
    ),
    "planned": (
        "[a {A}] will [t {base}] [r {R}]", "[a {A}] is to [t {base}] [r {R}]",
        "[a {A}] is preparing to [t {base}] [r {R}]",
    ),
}  # fmt: skip
TAILS = ("", "", " in [p {P}]", " on [w {W}]", " near [p {P}] on [w {W}]")
# Claims about a clause: the clause's status stays.
SAYINGS = (
    "[s {S}] [k said] that [o {clause}]", "[s {S}] [k says] [o {clause}]", "[o {clause}], [s {S}] [k said]",
    "[k according to] [s {S}], [o {clause}]", "[o {clause}], [k according to] [s {S}]", "[s {S}][k :] [o {clause}]",
    "[o {clause}], [s {S}] [k claimed]", "[s {S}] [k reported] that [o {clause}]",
    "[s {S}] [k insisted] that [o {clause}]",
)  # fmt: skip
# Whole acts of speech, with stance and what becomes of the inner act.
ACTS = (
    ("denies", "denied", "[s {S}] [k denied] that [o [a {A}] had [t {done}] [r {R}]]"),
    ("denies", "denied", "[s [a {A}]] [k denied] [o [t {doing}] [r {R}]]"),
    ("denies", "denied", "[s [a {A}]] [k denies] [o having [t {done}] [r {R}]]"),
    ("denies", "denied", "[s [a {A}]] [k denied] [o any [t attack] on [r {R}]]"),
    (
        "threatens", "threatened",
        "[s [a [threaten-a {A}]]] [k [threaten threatened]] [o to [t {base}] [r [threaten-r {R}]]]",
    ),
    ("orders", "planned", "[s {S}] [k ordered] [o [a {A}] to [t {base}] [r {R}]]"),
    ("plans", "planned", "[s [a {A}]] [k vowed] [o to [t {base}] [r {R}]]"),
    ("plans", "planned", "[s [a {A}]] [k announced] [o it would [t {base}] [r {R}]]"),
    ("accuses", "occurred", "[s [accuse-a {S}]] [k [accuse accused]] [o [a [accuse-r {A}]] of [t {doing}] [r {R}]]"),
    ("doubts", "hypothetical", "[s {S}] [k doubted] that [o [a {A}] would [t {base}] [r {R}]]"),
    ("predicts", "hypothetical", "[s {S}] [k warned] that [o [a {A}] could [t {base}] [r {R}]]"),
)  # fmt: skip
EXTRA = {"threaten": ("THREATEN", "violence"), "accuse": ("ACCUSE", "allege")}
ROLES = {"a": "actors", "r": "recipients", "p": "place", "w": "when"}


class Marked(NamedTuple):
    """Plain words, and where each mark stands in them."""

    text: str
    marks: tuple[tuple[str, int, int], ...]


def drill(chance: random.Random, number: int) -> Example:
    """Make one sentence: a bare clause or an act of speech, in nobody's, one or two mouths."""
    verb = chance.choice(VERBS)
    stance, status, core = _core(chance)
    words = {"A": chance.choice(PARTIES), "R": chance.choice(STRUCK), "P": chance.choice(PLACES)}
    words |= {"W": chance.choice(DAYS), "S": chance.choice(SPEAKERS)}
    pattern, stances = _layer(core.format(**words, **verb._asdict()), 0), [stance] if stance else []
    for _ in range(chance.choice(MOUTHS)):
        shell = chance.choice(SAYINGS).format(S=chance.choice(SPEAKERS), clause="{clause}")
        pattern = _layer(shell, len(stances)).format(clause=pattern)
        stances.append("asserts")
    text, marks = unmark(pattern)
    return _example(f"drill-{number}", Marked(text[0].upper() + text[1:] + ".", marks), stances, status, verb)


def unmark(pattern: str) -> Marked:
    """Take the brackets out of a pattern and tell where they stood."""
    text, marks, opened = "", [], []
    for token in TOKEN.findall(pattern):
        if token.startswith("["):
            opened.append((token[1:-1], len(text)))
        elif token == "]":
            name, start = opened.pop()
            marks.append((name, start, len(text)))
        else:
            text += token
    return Marked(text, tuple(marks))


def _core(chance: random.Random) -> tuple[str | None, str, str]:
    if chance.random() < ACTING:
        return chance.choice(ACTS)
    status = chance.choice(tuple(CLAUSES))
    return None, status, chance.choice(CLAUSES[status]) + chance.choice(TAILS)


def _layer(pattern: str, number: int) -> str:
    """Number a claim's marks, so that nested claims are told apart."""
    return re.sub(r"\[([sko]) ", rf"[\g<1>{number} ", pattern)


def _example(name: str, marked: Marked, stances: list[str], status: str, verb: Verb) -> Example:
    def spans(mark: str) -> Spans:
        return tuple((start, end) for found, start, end in marked.marks if found == mark)

    claims = tuple(
        ClaimMark(spans(f"s{number}"), spans(f"k{number}"), spans(f"o{number}"), stance)
        for number, stance in enumerate(stances)
    )
    trigger = marked.text[slice(*spans("t")[0])]
    kind = ("ASSAULT", None) if trigger == "attack" else (verb.type, verb.mode)
    acts = [_event(spans, "t", kind, status, ROLES)]
    for mark, spoken in EXTRA.items():
        roles = {f"{mark}-a": "actors", f"{mark}-r": "recipients"}
        acts.append(_event(spans, mark, spoken, "occurred", roles))
    return Example(name, "gold", marked.text, claims, tuple(act for act in acts if act is not None))


def _event(
    spans: Callable[[str], Spans], mark: str, kind: tuple[str, str | None], status: str, roles: dict[str, str]
) -> EventMark | None:
    found = spans(mark)
    if not found:
        return None
    parts: dict[str, Spans] = dict.fromkeys(("actors", "recipients", "place", "when", "count"), ())
    parts |= {role: spans(name) for name, role in roles.items()}
    return EventMark(found[0], kind[0], kind[1], status, False, parts, ())
