"""A rule, what is known by a day and what was told before in, new alerts out: one cause is told once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import numpy as np

from histor.monitors.alerting.changes import risen, shifted, silent_for
from histor.monitors.alerting.known import day_of, happened
from histor.monitors.alerting.states import Standing, row_of
from histor.monitors.statistics.rates import Counts
from histor.records.alerts import Alert, AlertRow, Rule, RuleKind
from histor.records.heard import Deed, Line
from histor.records.measures import Day
from histor.records.register import fold_name


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two accounts of one happening that cannot both be so."""

    id: str
    about: str
    says: str  # what each side says
    day: Day  # of publication of the later account
    row: AlertRow


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known by the end of a day of what an alert watches."""

    day: Day
    since: Day | None  # the first day of anything heard; None: nothing was
    deeds: tuple[Deed, ...]
    reports: tuple[tuple[Day, str], ...] = ()  # day and outlet of whatever was heard
    disputes: tuple[Dispute, ...] = ()
    now: Mapping[str, Standing] = field(default_factory=dict)
    before: Mapping[str, Standing] = field(default_factory=dict)  # as many days before as the rule has


Told = Sequence[Alert]  # of the same alert, earlier ones
Found = Iterator[tuple[str, str, tuple[AlertRow, ...]]]  # cause, sentence, rows


def find(name: str, rule: Rule, scene: Scene, told: Told) -> tuple[Alert, ...]:
    """Give what is new by a rule on the scene's day."""
    alike = [alert for alert in told if alert.rule == rule.kind]
    made = (Alert(name, rule.kind, cause, scene.day, says, rows) for cause, says, rows in _FIND[rule.kind](
        rule, scene, alike
    ))  # fmt: skip
    known = {alert.id for alert in alike}
    return tuple(alert for alert in made if alert.id not in known)


def _rise(rule: Rule, scene: Scene, told: Told) -> Found:
    counts = _counts(scene, scene.deeds)
    change = risen(counts, rule.days, rule.against)
    if change is None or change.ratio is None:
        return
    onset = _onset(scene, counts, rule.days, lambda known: risen(known, rule.days, rule.against) is not None)
    if any(alert.day >= onset for alert in told):
        return
    level = f"{change.after:.2f} a day in the last {rule.days} days, {change.before:.2f} in the {rule.against} before"
    yield f"rise from {onset}", f"More than before: {level}; {change.reason}.", _rows(_latest(scene, rule.days))


def _silence(rule: Rule, scene: Scene, _: Told) -> Found:
    counts = _counts(scene, scene.deeds)
    gap = silent_for(counts, rule.days, rule.against)
    if gap is None:
        return
    days, chance = gap
    last = _back(scene.day, days)
    heard = len({day for day, _ in scene.reports if last < day <= scene.day})
    others = f"Reports came in on {heard} of these days" if heard else "No report at all came in: nobody was heard from"
    says = f"Nothing for {days} days, since {last}; by chance {100 * chance:.2g} % of gaps are as long. {others}."
    yield f"silence since {last}", says, _rows(deed for deed in scene.deeds if day_of(deed) == last)


def _shift(rule: Rule, scene: Scene, told: Told) -> Found:
    groups = _groups(rule, scene)
    whole = _counts(scene, scene.deeds)
    for name, belongs in groups.items():
        part = _counts(scene, [deed for deed in scene.deeds if belongs(deed)])
        change = shifted(part, whole, rule.days, rule.against, groups=len(groups))
        if change is None:
            continue
        direction = "rise" if change.after > change.before else "fall"
        cause = f"{direction} of {name}"
        recent = _back(scene.day, rule.days + rule.against)
        if any(alert.cause.startswith(f"{cause} from") and alert.day > recent for alert in told):
            continue
        says = (
            f"The share of {name} {'rose' if direction == 'rise' else 'fell'} from {100 * change.before:.0f} to "
            f"{100 * change.after:.0f} % in the last {rule.days} days, against the {rule.against} before; "
            f"{100 * change.chance:.2g} % of series without a change show as great a one."
        )
        yield f"{cause} from {scene.day}", says, _rows(_latest(scene, rule.days))


def _new_actor(rule: Rule, scene: Scene, _: Told) -> Found:
    if scene.since is None or scene.since > _back(scene.day, rule.days + rule.against):
        return
    start = _back(scene.day, rule.days)
    known = {key for deed in scene.deeds if (day_of(deed) or "") <= start for key in _actors(deed)}
    new: dict[str, list[Deed]] = {}
    for deed in _latest(scene, rule.days):
        for key in _actors(deed).keys() - known:
            new.setdefault(key, []).append(deed)
    for key, deeds in sorted(new.items()):
        name = _actors(deeds[0])[key]
        yield f"actor {key}", f"{name} was not named as a doer before {start}: {len(deeds)} since.", _rows(deeds)


def _dispute(rule: Rule, scene: Scene, told: Told) -> Found:
    """Tell once of each happening and matter; whoever else joins a dispute that was told of adds no other."""
    causes = {alert.cause for alert in told}
    matters: dict[tuple[str, str], list[Dispute]] = {}
    for dispute in scene.disputes:
        if dispute.day <= scene.day:
            matters.setdefault((dispute.row.id or dispute.id, dispute.about), []).append(dispute)
    for (_, about), held in matters.items():
        known = any(f"dispute {each.id}" in causes for each in held)
        if not known and any(each.day > _back(scene.day, rule.days) for each in held):
            first = min(held, key=lambda each: (each.day, each.id))
            lines = tuple(dict.fromkeys(line for each in held for line in each.row.lines))
            says = " ".join(dict.fromkeys(each.says for each in held))
            yield f"dispute {first.id}", f"Disputed: {about}. {says}", (replace(first.row, lines=lines),)


def _state_change(_: Rule, scene: Scene, told: Told) -> Found:
    for what, standing in scene.now.items():
        last = [alert for alert in told if alert.cause.startswith(f"{what}: ")]
        latest = max(last, key=lambda alert: alert.day, default=None)
        before = scene.before.get(what)
        same = latest.cause.startswith(f"{what}: {standing.state} (") if latest else before is not None and (
            before.state == standing.state
        )  # fmt: skip
        if same or (latest is None and before is None and not scene.before):
            continue
        was = f", before {before.state}" if before else ""
        says = f"Now {standing.state}{was}: {what}. The rule: {standing.why}."
        yield f"{what}: {standing.state} (from {scene.day})", says, standing.rows


_FIND: Mapping[RuleKind, Callable[[Rule, Scene, Told], Found]] = {
    "rise": _rise, "silence": _silence, "shift": _shift, "new actor": _new_actor, "dispute": _dispute,
    "state change": _state_change,
}  # fmt: skip


def _counts(scene: Scene, deeds: Sequence[Deed]) -> Counts:
    """Count what happened on each day, from the first day of anything heard to the scene's."""
    if scene.since is None:
        return np.zeros(0)
    first = date.fromisoformat(scene.since)
    counts = np.zeros(max(0, (date.fromisoformat(scene.day) - first).days + 1))
    for deed in deeds:
        day = day_of(deed)
        if day and scene.since <= day <= scene.day and happened(deed):
            counts[(date.fromisoformat(day) - first).days] += 1
    return counts


def _onset(scene: Scene, counts: Counts, days: int, holds: Callable[[Counts], bool]) -> Day:
    """Give the first day of the run of days, gaps up to `days` allowed, on which the same was to be seen."""
    onset = back = 0
    while back - onset < days and back < counts.size - 1:
        back += 1
        if holds(counts[:-back]):
            onset = back
    return _back(scene.day, onset)


def _groups(rule: Rule, scene: Scene) -> Mapping[str, Callable[[Deed], bool]]:
    """Give the rule's own group, else every first-order division that was named."""
    if rule.admins or rule.places:
        wanted = {fold_name(name) for name in (*rule.admins, *rule.places)}
        return {rule.group or "these places": lambda deed: _lies_in(deed, wanted)}
    named = sorted({deed.admin1 for deed in scene.deeds if deed.admin1})
    return {name: _of_division(name) for name in named}


def _of_division(name: str) -> Callable[[Deed], bool]:
    return lambda deed: deed.admin1 == name


def _lies_in(deed: Deed, wanted: set[str]) -> bool:
    return not wanted.isdisjoint(deed.places) or fold_name(deed.admin1 or "") in wanted


def _actors(deed: Deed) -> dict[str, str]:
    """Give the doers of a happening by what they are known by: "rebels" and "the army" name nobody in particular."""
    told = [line for line in deed.lines if _tells(line)]
    sides = [side for line in told for side in line.actors if side.ref or not line.published or _is_name(side.name)]
    return {side.ref or fold_name(side.name): side.name for side in sides}


def _is_name(words: str) -> bool:
    """Tell whether words are a name of their own: a capital that no beginning of a sentence gives, or a short form."""
    first, *rest = words.split() or [""]
    return any(word[:1].isupper() for word in rest) or (len(first) > 1 and first.isupper())


def _tells(line: Line) -> bool:
    return line.status != "denied" and line.stance != "denies"


def _latest(scene: Scene, days: int) -> list[Deed]:
    start = _back(scene.day, days)
    return [deed for deed in scene.deeds if start < (day_of(deed) or "") <= scene.day and happened(deed)]


def _rows(deeds: "Iterator[Deed] | Sequence[Deed]") -> tuple[AlertRow, ...]:
    return tuple(sorted(map(row_of, deeds), key=lambda row: (row.day or "", row.id or "")))


def _back(day: Day, days: int) -> Day:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()
