"""Records in, short words for people out: days, counts, parties, whose word; no colours and no layout."""

from collections.abc import Iterable, Mapping
from typing import get_args

from histor.records.claims import Claim, chain
from histor.records.events import Certainty, Event, Party, Status
from histor.records.measures import Count, When, range_in_words
from histor.records.text import Published, quote

STATUSES: tuple[Status, ...] = get_args(Status)
LETTERS: Mapping[Status, str] = {
    "occurred": "O", "ongoing": "G", "planned": "P", "threatened": "T", "hypothetical": "H", "denied": "D",
}  # fmt: skip
NOTHING = "–"
ARROW = "→"
BACK = "←"
SHORT_ID = 10  # characters, 8 of them hex digits: among 9,000 records two are alike in one ledger of a hundred

_UNPRINTABLE = dict.fromkeys((*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)), "\ufffd")
_UNPRINTABLE |= dict.fromkeys((0x2028, 0x2029, 0x202D, 0x202E), "\ufffd") | {0x09: " ", 0x0D: " "}
_RAISED = str.maketrans("0123456789OGPTHD", "⁰¹²³⁴⁵⁶⁷⁸⁹ᴼᴳᴾᵀᴴᴰ")
_CIRCLES = {**dict(enumerate("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", 1)), **{n: chr(0x3251 + n - 21) for n in range(21, 36)}}


def printable(text: str) -> str:
    """Give the text without codes that could steer a terminal; every offset stays where it was."""
    return text.translate(_UNPRINTABLE)


def circled(number: int) -> str:
    """Give the mark of a claim: ① to ㉟, then (36) and so on."""
    return _CIRCLES.get(number, f"({number})")


def raised(number: int, status: Status) -> str:
    """Give the mark of an event: its number and the letter of its status, both raised."""
    return f"{number}{LETTERS[status]}".translate(_RAISED)


def days(when: When | None) -> str:
    """Give days as they are known: `2016-02-27`, `~2016-02-27`, `2016-02`, `2016-02-22…2016-02-28`, `unknown`."""
    if when is None:
        return NOTHING
    return ("~" if when.approximate and (when.start or when.end) else "") + _day_range(
        when.start, when.end, when.precision
    )


def published(day: Published) -> str:
    """Give a publication day and how it is known."""
    if day.start is None:
        return "day unknown"
    return f"{_day_range(day.start, day.end, day.precision)} ({day.basis})"


def number(low: int | None, high: int | None, *, approximate: bool = False) -> str:
    """Give a range of numbers: `15`, `≥15`, `≤20`, `12–15`, `~40`, or `unknown` if neither end is known."""
    return range_in_words(low, high, approximate=approximate)


def count(quantity: Count) -> str:
    """Give what was counted and how many: `killed ≥15`."""
    return f"{quantity.what} {number(quantity.low, quantity.high, approximate=quantity.approximate)}"


def counts(quantities: Iterable[Count]) -> str:
    """Give all counts of an event, apart by commas."""
    return ", ".join(map(count, quantities))


def parties(them: Iterable[Party]) -> str:
    """Name the parties, apart by commas."""
    return ", ".join(party.name for party in them)


def who(event: Event) -> str:
    """Give who did it to whom: `Russia → Islamic State`, `Russia`, `→ Islamic State`, or nothing."""
    actors, recipients = parties(event.actors), parties(event.recipients)
    return f"{actors} {ARROW} {recipients}".strip() if recipients else actors


def kind(event: Event) -> str:
    """Give the type and mode, `ASSAULT/aerial`, and the breach, posture or stage if there is one."""
    name = f"{event.type}/{event.mode}" if event.mode else event.type
    extra = [word for word in (event.posture, event.stage, "violation" if event.violation else None) if word]
    return f"{name} ({', '.join(extra)})" if extra else name


def whose_word(certainty: Certainty, speaker: str | None, outlet: str | None) -> str:
    """Say on whose word it stands: `on the word of the Pentagon`, `as the Kremlin accuses`, `HotAir is not sure`."""
    own = outlet or "the report"
    name = speaker or own
    if certainty == "author":
        return f"on {own}’s own word"
    if certainty == "accused":
        return f"as {name} accuses"
    return f"{name} is not sure" if certainty == "possible" else f"on the word of {name}"


def speaker(claim: Claim | None, text: str = "") -> str | None:
    """Name who makes the claim; no claim is None.

    A voice without a name is told by its own words in the text, if the text is given and has some, else `unnamed`.
    """
    if claim is None:
        return None
    if claim.speaker and claim.speaker.name:
        return claim.speaker.name
    if text and claim.source:
        return f"“{quote(text, claim.source)}”"
    return "quoted copy" if claim.manner == "block" else "unnamed"


def voices(claim: Claim, claims: Mapping[str, Claim], outlet: str | None) -> str:
    """Give the chain from the outlet inward: `HotAir ← AFP ← Kremlin`."""
    return chained(chain(claim, claims, outlet))


def chained(names: Iterable[str]) -> str:
    """Write a chain of voices, the outermost first."""
    return f" {BACK} ".join(names)


def short(identity: str) -> str:
    """Give the first characters of an id, enough to ask for it again."""
    return identity[:SHORT_ID]


def flat(text: str, most: int | None = None) -> str:
    """Give the text in one line, cut with an ellipsis after so many characters."""
    line = " ".join(text.split())
    return line if most is None or len(line) <= most else f"{line[: most - 1].rstrip()}…"


def several(number: int, noun: str, plural: str | None = None) -> str:
    """Count things in words: `1 claim`, `2 claims`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def _day_range(start: str | None, end: str | None, precision: str) -> str:
    if start is None and end is None:
        return "unknown"
    if start is None or end is None:
        return f"since {start}" if start else f"until {end}"
    if start == end:
        return start
    if precision == "month" and start[:7] == end[:7]:
        return start[:7]
    if precision == "year" and start[:4] == end[:4]:
        return start[:4]
    return f"{start}…{end}"
