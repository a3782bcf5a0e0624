"""Events and bonds in, incidents out; the same events give the same incidents, in whatever order they came."""

from collections.abc import Iterable, Mapping, Sequence

from histor.records.decisions import Ruling, Verdict, in_order
from histor.records.incidents import Bond, Incident, Telling
from histor.records.made import identify
from histor.steps.gather.disputes import disputes_of
from histor.steps.gather.grading import grade_of, verdicts_on
from histor.steps.gather.groups import Group, groups_of
from histor.steps.gather.origins import origins_of
from histor.steps.gather.values import tolls_of, values_of

_NO_DAY = "9999-12-31"  # sorts what has no day last


def gather(
    tellings: Mapping[str, Telling],
    bonds: Iterable[Bond],
    rulings: Iterable[Ruling] = (),
    verdicts: Sequence[Verdict] = (),
    groups: Iterable[Group] | None = None,
) -> tuple[Incident, ...]:
    """Give the incidents of some events, in order of the day on which they were first told.

    `rulings` are people's merges and splits, `verdicts` their words on contradictions and incidents; `groups` are those
    of the events, if they are worked out already.
    """
    bonds, rulings = tuple(bonds), tuple(rulings)
    home = {event: group for group in groups or groups_of(tellings, bonds, rulings) for event in group}
    within: dict[Group, list[Bond]] = {group: [] for group in home.values()}
    for each in bonds:
        if home.get(each.one) == home.get(each.other):
            within[home[each.one]].append(each)
    incidents = [_incident([tellings[event] for event in group], within[group], rulings, verdicts) for group in within]
    return tuple(sorted(incidents, key=lambda each: _order(each.tellings[0])))


def _incident(
    group: Sequence[Telling], bonds: Iterable[Bond], rulings: Iterable[Ruling], verdicts: Sequence[Verdict]
) -> Incident:
    ordered = tuple(sorted(group, key=_order))
    by_id = {telling.id: telling for telling in ordered}
    origins, disputes = origins_of(ordered), disputes_of(ordered, verdicts)
    own = verdicts_on(verdicts, by_id)
    grade, why = grade_of(origins, disputes, by_id, own)
    made = (each.decision for each in rulings if each.one in by_id or each.other in by_id)
    return Incident(
        id=identify("i", ordered[0].id),
        tellings=ordered,
        bonds=tuple(bonds),
        origins=origins,
        values=values_of(ordered),
        tolls=tolls_of(ordered),
        contradictions=disputes,
        contested=tuple(dict.fromkeys(each.about for each in disputes if not each.revision)),
        grade=grade,
        why=why,
        decided=tuple(sorted({*made, *(each.decision for each in own)}, key=in_order)),
    )


def _order(telling: Telling) -> tuple[str, str]:
    """Give what comes first: the earlier published, then the lesser id, so that arrival does not matter."""
    return telling.row.source.published.start or _NO_DAY, telling.id
