"""A ceasefire's definition and what was heard in, its board out."""

import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from histor.monitors.counting import days_between
from histor.monitors.statistics.breaks import find_breaks
from histor.monitors.statistics.rates import FEWEST_DAYS, compare_rates
from histor.monitors.statistics.roots import Counts
from histor.monitors.truce.answering import answer
from histor.monitors.truce.definition import Duty, TruceDefinition
from histor.monitors.truce.sides import Bounds
from histor.monitors.truce.sorting import Sorted, sort_deeds
from histor.monitors.truce.states import Named, courses, name_states
from histor.monitors.truce.strip import Weight, heard_days, ids_of, outlets_of, strip_of
from histor.monitors.truce.words import OF_ITS_STATE, TRUCE
from histor.records.boards import Accusation, Agreement, Compared, Party, Term, Total, TruceBoard, TruceDay, Violation
from histor.records.events import HAPPENED
from histor.records.heard import Heard, Line
from histor.records.measures import Day, Days
from histor.records.watch import ChangePoint


def wanted(definition: TruceDefinition) -> Callable[[str], bool]:
    """Give the test of whether a sentence may speak of the ceasefire or of one of its terms."""
    words = [word.casefold() for duty in definition.terms for word in duty.words]
    return lambda text: bool(TRUCE.search(text)) or any(word in text.casefold() for word in words)


def days_asked(definition: TruceDefinition, last: Day | None) -> Days:
    """Give the days whose deeds the board rests on, if the last report is of this day; None: of all."""
    if last is None:
        return None, None
    until = definition.until or max(definition.in_effect, last)
    return _before(definition, until)[0], until


def judge(definition: TruceDefinition, heard: Heard) -> TruceBoard:
    """Give the board of a ceasefire."""
    until = definition.until or _last_day(definition, heard)
    bounds = Bounds(definition, heard.naming)
    found = sort_deeds(bounds, heard.deeds, since=definition.in_effect, until=until)
    first, last = _before(definition, until)
    before = sort_deeds(bounds, heard.deeds, since=first, until=last).violations
    board = _without_answer(definition, heard, found, until, _compare(definition, heard, before, found, until))
    return replace(board, answer=tuple(answer(board)))


def _without_answer(
    definition: TruceDefinition, heard: Heard, found: Sorted, until: Day, compared: Compared
) -> TruceBoard:
    since = definition.in_effect
    days, named = _days(definition, heard, found, until, compared)
    return TruceBoard(
        name=definition.name,
        speaker=heard.speaker,
        agreement=_agreement(definition),
        until=until,
        state=definition.set_state.state if definition.set_state else named[-1].state,
        rule=named[-1].rule,
        set_by=_set_by(definition, named[-1]),
        courses=courses(days, named),
        answer=(),
        days=days,
        violations=tuple(found.violations),
        excluded_strikes=tuple(found.excluded),
        others=tuple(found.others),
        denials=tuple(found.denials),
        accusations=_accusations(found.violations, _weight(definition)),
        totals=_totals(found, since, until),
        said=_said(heard, since, until),
        terms=tuple(_term(duty, heard, since, until) for duty in definition.terms),
        outlets=outlets_of(heard.reports, until=until),
        compared=compared,
        changes=_changes(definition, heard, found, until),
        limits=definition.limits,
        left_out=tuple((why, tuple(ids)) for why, ids in found.left_out.items()),
    )


def _days(
    definition: TruceDefinition, heard: Heard, found: Sorted, until: Day, compared: Compared
) -> tuple[tuple[TruceDay, ...], list[Named]]:
    """Give the strip with the state of each day, and the rule that named it."""
    strip = strip_of(
        found.violations, heard.reports, since=definition.in_effect, until=until, weight=_weight(definition)
    )
    level = compared.before if compared.days_before >= FEWEST_DAYS else None
    graded = any(each.deed.grade for each in found.violations)
    named = list(name_states(definition, strip, level, graded=graded))
    return tuple(replace(day, state=state.state) for day, state in zip(strip, named, strict=True)), named


def _agreement(definition: TruceDefinition) -> Agreement:
    return Agreement(
        declared=definition.declared,
        in_effect=definition.in_effect,
        ends=definition.ends,
        time_zone=definition.time_zone,
        parties=tuple(Party(each.name, each.acceded) for each in definition.parties),
        excluded=tuple(each.name for each in definition.excluded),
        brokers=definition.brokers,
        mechanism=definition.mechanism,
        truce_class=definition.truce_class,
        purpose=definition.purpose,
        written=definition.written,
    )


def _set_by(definition: TruceDefinition, rule: Named) -> str | None:
    chosen = definition.set_state
    return f"set by {chosen.by}, against the rule's “{rule.state}”: {chosen.because}" if chosen else None


def _last_day(definition: TruceDefinition, heard: Heard) -> Day:
    days = [day for day, _ in heard.reports]
    days += [deed.first for deed in heard.deeds if deed.first and not heard.reports]
    return max([definition.in_effect, *days])


def _compare(
    definition: TruceDefinition, heard: Heard, before: Sequence[Violation], found: Sorted, until: Day
) -> Compared:
    """Compare as many days before it took effect as lie after it; days on which nothing was heard do not count."""
    first, last = _before(definition, until)
    weight, start_day = _weight(definition), definition.in_effect
    sides = [
        _counts(before, heard, first, last, weight), _counts(found.violations, heard, start_day, until, weight),
    ]  # fmt: skip
    change = compare_rates(*sides)
    return Compared(
        int(sides[0].size), int(sides[1].size), change.before, change.after, change.ratio, change.verdict, change.reason
    )


def _before(definition: TruceDefinition, until: Day) -> tuple[Day, Day]:
    """Give the first and last of the days before it took effect, as many as lie after it."""
    start = date.fromisoformat(definition.in_effect)
    length = (date.fromisoformat(until) - start).days + 1
    return (start - timedelta(days=length)).isoformat(), (start - timedelta(days=1)).isoformat()


def _weight(definition: TruceDefinition) -> Weight:
    """Give how many violations one stands for: as many as its row tells, where that is what counts."""
    if definition.count == "rows":
        return lambda _: 1
    return lambda each: round(each.deed.row.number) if each.deed.row else 1


def _counts(violations: Sequence[Violation], heard: Heard, first: Day, last: Day, weight: Weight) -> Counts:
    on: Counter[Day] = Counter()
    for each in violations:
        on[each.day] += weight(each)
    return np.asarray([on[day] for day in _counted_days(violations, heard, first, last)], dtype=np.float64)


def _counted_days(violations: Sequence[Violation], heard: Heard, first: Day, last: Day) -> list[Day]:
    return sorted({*heard_days(heard.reports, days_between(first, last)), *(each.day for each in violations)})


def _changes(definition: TruceDefinition, heard: Heard, found: Sorted, until: Day) -> tuple[ChangePoint, ...]:
    """Give the days since it took effect from which the level differs, found without being told; silent days apart."""
    days = _counted_days(found.violations, heard, definition.in_effect, until)
    counts = _counts(found.violations, heard, definition.in_effect, until, _weight(definition))
    return tuple(
        ChangePoint(days[one.at], days[one.first], days[one.last], one.before, one.after, one.chance)
        for one in find_breaks(counts, seed=zlib.crc32(definition.name.encode()))
    )


def _accusations(violations: Sequence[Violation], weight: Weight) -> tuple[Accusation, ...]:
    pairs: dict[tuple[str, str], list[Violation]] = {}
    for each in violations:
        for accuser in each.accusers:
            for accused in each.accused or ("nobody named",):
                pairs.setdefault((accuser, accused), []).append(each)
    found = [
        Accusation(
            *pair,
            ids_of(deeds, weight),
            len(ids_of((each for each in deeds if each.corroborated), weight)),
            len(ids_of((each for each in deeds if each.denied), weight)),
        )
        for pair, deeds in pairs.items()
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.deeds), each.accuser, each.accused)))


def _totals(found: Sorted, since: Day, until: Day) -> tuple[Total, ...]:
    """Give each total once, however often a report's words were read as one."""
    told = [each for each in found.totals if _within(each.line, since, until)]
    return tuple({(each.by, each.of, each.low, each.high, each.line.report): each for each in told}.values())


def _said(heard: Heard, since: Day, until: Day) -> tuple[Line, ...]:
    """Give the sentences that say how the ceasefire stands, from the day it took effect, each once."""
    lines = [saying.line for saying in heard.sayings if since <= (saying.line.published or "") <= until]
    about = [line for line in lines if TRUCE.search(line.sentence) and OF_ITS_STATE.search(line.sentence)]
    return tuple({(line.report, line.sentence): line for line in about}.values())


def _term(duty: Duty, heard: Heard, since: Day, until: Day) -> Term:
    lines = [saying.line for saying in heard.sayings if since <= (saying.line.published or "") <= until]
    about = tuple(line for line in lines if any(word.casefold() in line.sentence.casefold() for word in duty.words))
    done = any(line.status in HAPPENED for line in about)
    denied = any(line.status == "denied" for line in about)
    if done and denied:
        return Term(duty.says, duty.by, duty.due, "disputed", about)
    if denied:
        return Term(duty.says, duty.by, duty.due, "reported not done", about)
    return Term(duty.says, duty.by, duty.due, "reported done" if done else "no evidence", about)


def _within(line: Line, since: Day, until: Day) -> bool:
    return (line.last or line.published or since) >= since and (line.published or line.first or until) <= until
