"""Values of the record in, short words for people out; no layout and no HTML."""

import re
from calendar import monthrange
from collections.abc import Iterable
from typing import get_args
from urllib.parse import urlsplit

from histor.records.events import Event, EventType, Party
from histor.records.measures import Count, Precision, When, range_in_words
from histor.records.text import Published

NOTHING = "–"
_ISO_DAY = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")

_ACT = re.compile(rf"\b({'|'.join(get_args(EventType))})\b(?:/([a-z][a-z-]*))?")


def number(low: int | None, high: int | None, approximate: bool = False) -> str:
    """Give a range of numbers: `15`, `≥ 15`, `≤ 20`, `12–15`, `~40`, or `unknown` if neither end is known."""
    return range_in_words(low, high, approximate=approximate, gap=" ")


def count(quantity: Count) -> str:
    """Give what was counted and how many: `killed ≥ 15`."""
    return f"{quantity.what} {number(quantity.low, quantity.high, quantity.approximate)}"


def days(when: When | None) -> str:
    """Give days as they are known: `27 Feb 2016`, `~27 Feb 2016`, `Feb 2016`, `22–28 Feb 2016`, `unknown`."""
    if when is None:
        return NOTHING
    about = "~" if when.approximate and (when.start or when.end) else ""
    return about + span_of_days(when.start, when.end, when.precision)


def published(day: Published) -> str:
    """Give the day of publication."""
    return span_of_days(day.start, day.end, day.precision) if day.start else "day unknown"


def span_of_days(start: str | None, end: str | None, precision: Precision = "unknown") -> str:
    """Give days from the first to the last, both included; a whole month or year by its name.

    `precision` is how finely the words tell them: days that were told as days are never shown as a month.
    """
    if start is None and end is None:
        return "unknown"
    if start is None or end is None:
        return f"since {day(start)}" if start else f"until {day(end or '')}"
    if start == end:
        return day(start)
    if start[:7] == end[:7]:
        whole = precision in ("month", "unknown") and start.endswith("-01") and int(end[8:]) == _last(start)
        return day(start)[-8:] if whole else f"{int(start[8:])}–{day(end)}"
    year = precision in ("year", "unknown") and start[:4] == end[:4]
    if year and (start[4:], end[4:]) == ("-01-01", "-12-31"):
        return start[:4]
    return f"{day(start)} – {day(end)}"


def _last(day_of_month: str) -> int:
    """Give the number of a month's last day."""
    return monthrange(int(day_of_month[:4]), int(day_of_month[5:7]))[1]


def day(iso: str) -> str:
    """Give a day as people write it, `27 Feb 2016`; anything else as it stands."""
    names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    try:
        year, month, number_of_day = iso.split("-")
        return f"{int(number_of_day)} {names[int(month) - 1]} {year}"
    except (ValueError, IndexError):
        return iso


def instant(iso: str) -> str:
    """Give an instant with its zone, `27 Feb 2016, 14:05 UTC`; of a bare day its end is meant."""
    return f"{day(iso)}, end of day UTC" if len(iso) == len("2016-02-27") else f"{day(iso[:10])}, {iso[11:16]} UTC"


def dated(text: str) -> str:
    """Write the days in a text, `2016-02-27`, as people write them."""
    return _ISO_DAY.sub(lambda found: day(found[0]), text)


def acts(text: str) -> str:
    """Write the kinds of act in a text, `ASSAULT/aerial`, as people write them: `assault · aerial`."""
    return _ACT.sub(lambda found: found[1].lower() + (f" · {found[2]}" if found[2] else ""), text)


def parties(them: Iterable[Party]) -> str:
    """Name the parties, apart by commas."""
    return ", ".join(party.name for party in them)


def kind(event: Event) -> str:
    """Give the type and mode in small letters, and the breach, posture or stage if there is one."""
    name = f"{event.type.lower()} · {event.mode}" if event.mode else event.type.lower()
    extra = [word for word in (event.posture, event.stage, "violation" if event.violation else None) if word]
    return f"{name} ({', '.join(extra)})" if extra else name


def several(amount: int, noun: str, plural: str | None = None) -> str:
    """Count things in words: `1 claim`, `2 claims`."""
    return f"{amount:,} {noun if amount == 1 else plural or noun + 's'}"


def flat(text: str, most: int | None = None) -> str:
    """Give the text in one line, cut with an ellipsis after so many characters."""
    line = " ".join(text.split())
    return line if most is None or len(line) <= most else f"{line[: most - 1].rstrip()}…"


def safe_address(address: str | None) -> str | None:
    """Give an address that may be followed, http or https; None for any other, which could be a script."""
    try:
        return address if address and urlsplit(address).scheme in ("http", "https") else None
    except ValueError:
        return None
