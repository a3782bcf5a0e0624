"""Sentences about a ceasefire in; the days on which it is said to take effect, to be declared and to end, out."""

import re
from collections.abc import Iterable, Iterator

from histor.monitors.suggesting import words
from histor.monitors.truce.words import TRUCE
from histor.records.drafts import Found
from histor.records.heard import Line, Saying
from histor.records.measures import Day, Span, When

_NEAR = 60  # code points between the words of taking effect and those of the day, as they stand in news text
_HOURS = frozenset({"midnight", "at midnight", "noon", "dawn"})  # they name no day
_ARTICLES = frozenset({"", "a", "an", "the", "a new", "the new"})
_FAR = 100  # code points between the ceasefire's name and the words of its taking effect


def starts_in(saying: Saying) -> Iterator[Day]:
    """Give the days on which a sentence says that a ceasefire takes effect."""
    for when in saying.days:
        if when.start and when.start == when.end and when.precision == "day" and _is_start(saying, when):
            yield when.start


def declared_in(sayings: Iterable[Saying], start: Day) -> tuple[Found, ...]:
    """Give the days on which it is said to have been agreed or announced, up to the day it took effect."""
    told = [
        (when.start, saying.line)
        for saying in sayings
        if TRUCE.search(saying.line.sentence) and not _is_supposed(saying.line.sentence)
        for when in saying.days
        if when.span and when.start and when.start == when.end and when.start < start
        if _follows(words.DECLARED, saying.line.sentence, when.span)
    ]
    return by_value(told)


def ends_in(sayings: Iterable[Saying]) -> tuple[Found, ...]:
    """Give what is said of its end: a day, a length, or that none was set."""
    told: list[tuple[str, Line]] = []
    for saying in sayings:
        sentence = saying.line.sentence
        if not TRUCE.search(sentence) or _is_supposed(sentence):
            continue
        told += [(match.group(), saying.line) for match in words.NO_END.finditer(sentence)]
        told += [
            (match.group(), saying.line) for match in words.LENGTH.finditer(sentence) if words.EFFECT.search(sentence)
        ]
        told += [
            (when.start, saying.line)
            for when in saying.days
            if when.span and when.start and words.UNTIL.search(sentence[: when.span.start])
        ]
    return by_value(told)


def time_zones_in(sayings: Iterable[Saying]) -> tuple[Found, ...]:
    """Give the time in which its hours are told."""
    return by_value(
        (match[1], saying.line)
        for saying in sayings
        if TRUCE.search(saying.line.sentence) and words.EFFECT.search(saying.line.sentence)
        for match in words.TIME_ZONE.finditer(saying.line.sentence)
    )


def by_value(told: Iterable[tuple[str, Line]]) -> tuple[Found, ...]:
    """Put lines of one value together, each sentence once; what most reports say comes first."""
    groups: dict[str, dict[tuple[str, str], Line]] = {}
    for value, line in told:
        groups.setdefault(value, {}).setdefault((line.report, line.sentence), line)
    found = [
        Found(value, tuple(sorted(lines.values(), key=lambda line: (line.published or "", line.report))))
        for value, lines in groups.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.reports, each.value)))


def _is_start(saying: Saying, when: When) -> bool:
    sentence, day = saying.line.sentence, when.span
    if day is None or sentence[day.start : day.end].casefold() in _HOURS:
        return False
    for truce in TRUCE.finditer(sentence):
        if _is_named_by_day(sentence, truce.end(), day):
            return True
        for effect in words.EFFECT.finditer(sentence, truce.end(), truce.end() + _FAR):
            if _is_supposed(sentence[max(0, truce.start() - _NEAR) : effect.end()]):
                continue
            if _is_of_effect(saying, effect.end(), day) or _leads_up(sentence, day, truce.start()):
                return True
    return False


def _is_of_effect(saying: Saying, end: int, day: Span) -> bool:
    """Tell whether the day is the first named after the words of taking effect, with no other clause between."""
    between = saying.line.sentence[end : day.start]
    others = [when.span for when in saying.days if when.span and end <= when.span.start < day.start]
    hours = [span for span in others if saying.line.sentence[span.start : span.end].casefold() in _HOURS]
    near = 0 <= day.start - end <= _NEAR and len(others) == len(hours)
    return near and not words.AWAY.search(between.removesuffix("as ")) and not words.TOLD.search(between)


def _leads_up(sentence: str, day: Span, truce: int) -> bool:
    """Tell whether the day stands before: "on Saturday a truce began", "Feb. 27, he said, when the truce began"."""
    before = sentence[day.end : truce]
    near = 0 <= truce - day.end <= _NEAR
    return near and (" when " in f" {before} " or before.strip(" ,").casefold() in _ARTICLES)


def _is_named_by_day(sentence: str, end: int, day: Span) -> bool:
    """Tell whether the day is the ceasefire's name: "the truce of 27 February"."""
    return sentence[end : day.start].strip() == "of"


def _is_supposed(sentence: str) -> bool:
    return bool(words.NOT_SO.search(sentence))


def _follows(pattern: re.Pattern[str], sentence: str, day: Span) -> bool:
    """Tell whether such a word stands shortly before the day, with no clause between them."""
    for match in pattern.finditer(sentence, 0, day.start):
        between = sentence[match.end() : day.start]
        if len(between) <= _NEAR and not any(sign in between for sign in ",;:") and not words.EFFECT.search(between):
            return True
    return False
