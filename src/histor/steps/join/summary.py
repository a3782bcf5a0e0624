"""An event in its report in, the words by which it sums up many happenings or tells a lasting state out.

"Strikes since March", "near-daily shelling" and "the siege" are no happening that could be counted; the UCDP calls what
is coded from such words aggregated in the source (GED, `event_clarity` 2). Words that name one happening again are
none, nor are several blows that are told as one ("raids overnight").
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from histor.codebook.acts.summing import (
    FRESH,
    HAS_DONE,
    LONG_TIME,
    NAMED,
    NUMBER,
    OFTEN,
    ON_A_KIND,
    SEVERAL,
    SINCE,
    WAR,
)  # fmt: skip
from histor.records.dataset import dataset_of
from histor.records.events import EXACT, HAPPENED, Event
from histor.records.incidents import Setting, Stretch
from histor.records.measures import Span, What, count_days
from histor.records.text import Report
from histor.steps.join.mention import is_several, naming_of
from histor.steps.join.themes import is_background
from histor.steps.join.weights import SUMMARY, SUMMARY_PRIOR
from histor.steps.join.wording import Finding

SUMMED = 0.4  # log odds from which an event is taken for a summary: 0.6
MOST_WORDS = 3  # reasons that are told to a person
NEAR = 45  # code points before an act in which the words stand that belong to it
OPENING, LATE = 300, 1500  # code points: a report opens with its news, and ends with what led to it
FEW_DAYS = 8  # days, more of which are no news of one happening
MANY_PEOPLE = 500  # more are not killed at once
OF_A_WAR = 10_000  # more are not killed or wounded in one battle


class Act:
    """An event with what its summing up is told by."""

    def __init__(self, event: Event, text: str, sentence: Span, days: Stretch | None, *, is_first: bool) -> None:
        self.event, self.sentence, self.days, self.is_first = event, sentence, days, is_first
        self.words = text[event.trigger.start : event.trigger.end].casefold()
        self.told = text[sentence.start : sentence.end]
        self.before = text[sentence.start : max(sentence.start, event.trigger.start)]
        self.after = text[event.trigger.end : sentence.end]

    @property
    def is_several(self) -> bool:
        """Whether its words tell of several: "strikes"."""
        return is_several(self.words)

    @property
    def length(self) -> int:
        """The number of days that its own words give; 0: none."""
        when = self.event.when
        return count_days(when.start, when.end) if when else 0

    @property
    def is_dated(self) -> bool:
        """Whether its sentence tells some days for it."""
        return 0 < self.length <= FEW_DAYS or FRESH.search(self.told) is not None


def summed_up(settings: Sequence[Setting], events: Sequence[Event], report: Report) -> Iterator[Setting]:
    """Give the settings of a report's acts with why each is a summary; a row of an event table is none."""
    if dataset_of(report.key) is not None:
        yield from settings
        return
    for setting, act in zip(settings, acts_of(settings, events, report), strict=True):
        words = summed_up_by(act)
        yield replace(setting, summary=words) if words else setting


def acts_of(settings: Sequence[Setting], events: Sequence[Event], report: Report) -> Iterator[Act]:
    """Give the acts of a report, in the order of its events."""
    first = min((event.trigger.start for event in events), default=0)
    for setting, event in zip(settings, events, strict=True):
        is_first = event.trigger.start == first
        yield Act(event, report.text, setting.sentence, setting.days, is_first=is_first)


def summed_up_by(act: Act) -> tuple[str, ...]:
    """Give the words, the weightiest first, by which an act that happened sums up; empty: it tells one happening."""
    if act.event.status not in HAPPENED:
        return ()
    found = tuple(findings_on(act))
    if odds_of(found) < SUMMED:
        return ()
    speaking = sorted((each for each in found if SUMMARY[each[0]] > 0), key=lambda each: -SUMMARY[each[0]])
    return tuple(dict.fromkeys(words for _, _, words in speaking))[:MOST_WORDS]


def odds_of(found: Iterable[Finding]) -> float:
    """Give the log odds of summing up, by what is found on an act."""
    return SUMMARY_PRIOR + sum(SUMMARY[name] * amount for name, amount, _ in found)


def findings_on(act: Act) -> Iterator[Finding]:
    """Give what speaks for and against an act's words summing up many happenings."""
    yield from _on_words(act)
    yield from _on_sentence(act)
    yield from _on_slots(act)
    yield from _on_days(act)
    yield from _on_counts(act)
    yield from _on_report(act)


def _on_words(act: Act) -> Iterator[Finding]:
    """Tell by the act's own words and those right beside them."""
    lot = next((name for name, begin in NAMED.items() if begin.match(act.words)), None)
    if lot:
        yield f"named-{lot}", 1.0, f"“{act.words}” can last"
    if act.words.endswith("ing"):
        yield "form-ing", 1.0, f"“{act.words}” tells what goes on"
    elif act.words.endswith("ed"):
        yield "form-ed", 1.0, ""
    if naming_of(act.before) == "as one":
        yield "told-as-one", 1.0, ""
    for name, words in (("has-done", HAS_DONE), ("numbered", NUMBER), ("several", SEVERAL)):
        if found := words.search(act.before[-NEAR:]):
            yield name, 1.0, _quoted(f"{found.group()} {act.words}")
    if SINCE.match(act.after):
        yield "since", 1.0, "“since”"
    if found := ON_A_KIND.match(act.after):
        yield "on-a-kind", 1.0, _quoted(act.words + found.group())


def _on_sentence(act: Act) -> Iterator[Finding]:
    if is_background(act.told):
        yield "background", 1.0, "its sentence speaks of what used to be"
    for name, words in (("often", OFTEN), ("war", WAR)):
        if found := words.search(act.told):
            yield name, 1.0, _quoted(found.group())
    if act.is_dated:
        return
    if found := LONG_TIME.search(act.told):
        yield "long-time", 1.0, _quoted(found.group())
    if act.is_several:
        yield "several-undated", 1.0, f"“{act.words}” without a day"
    if act.sentence.start > LATE:
        yield "late-undated", 1.0, "no day is told, late in the report"


def _on_slots(act: Act) -> Iterator[Finding]:
    event = act.event
    if event.status == "ongoing":
        yield "ongoing", 1.0, "it still goes on"
    if event.claim:
        yield "claimed", 1.0, ""
    yield from _on_place(event)
    if not event.recipients:
        yield "nobody-struck", 1.0, "nobody is named as struck"
    elif is_several(event.recipients[0].name.casefold()):
        yield "many-struck", 1.0, f"“{event.recipients[0].name}” are many"
    for name in (f"type-{event.type}", f"mode-{event.mode}"):
        if name in SUMMARY:
            yield name, 1.0, f"{(event.mode or event.type).lower()} can last"


def _on_place(event: Event) -> Iterator[Finding]:
    place = event.place
    if place is None:
        return
    if place.precision is None:
        yield "place-unlisted", 1.0, ""
    elif place.precision == "country":
        yield "place-country", 1.0, f"{place.name} is a whole country"
    elif place.precision in EXACT:
        yield "place-exact", 1.0, ""


def _on_days(act: Act) -> Iterator[Finding]:
    if act.length > FEW_DAYS:
        yield "days-many", 1.0, f"it spans {act.length} days"
    elif act.length:
        yield "days-one" if act.length == 1 else "days-few", 1.0, ""
    if act.days is None:
        yield "days-none", 1.0, "no day is known"


def _on_counts(act: Act) -> Iterator[Finding]:
    counts = act.event.quantities
    for what in dict.fromkeys(_sort_of(count.what) for count in counts if count.what != "strikes"):
        yield f"count-{what}", 1.0, ""
    if any((count.low or count.high or 0) >= MANY_PEOPLE for count in counts):
        yield "count-great", 1.0, f"{MANY_PEOPLE} or more are counted"
    if any((count.low or count.high or 0) >= OF_A_WAR for count in counts if count.what in ("killed", "wounded")):
        yield "count-of-war", 1.0, f"{OF_A_WAR:,} or more were harmed"
    if not counts and act.is_several:
        yield "several-uncounted", 1.0, f"“{act.words}” without a number"


def _sort_of(what: What) -> str:
    return what if what in ("killed", "wounded") else "other"


def _on_report(act: Act) -> Iterator[Finding]:
    if act.sentence.start < OPENING:
        yield "opens-report", 1.0, ""
    if act.is_first:
        yield "first-act", 1.0, ""


def _quoted(words: str) -> str:
    return f"“{' '.join(words.split())}”"
