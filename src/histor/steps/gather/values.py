"""The events of one happening in, every answer to what, when, where, who, whom and how many out, with who gives it."""

from collections.abc import Iterable, Iterator, Sequence

from histor.records.events import Party
from histor.records.incidents import Field, Telling, Toll, Value
from histor.records.measures import Count
from histor.records.register import fold_name
from histor.steps.gather.origins import origin_of

FIELDS: tuple[Field, ...] = ("happened", "what", "when", "where", "who", "whom", "target", "count")

_Answer = tuple[Field, str, str, str, int | None, int | None]  # field, key, text, what, low, high


def values_of(tellings: Sequence[Telling]) -> tuple[Value, ...]:
    """Give each field's values, those that most origins give first.

    A place or day that only the words around a telling name is given where no telling names one in its own words: by
    reading, one in four of such places is where the act was (docs/fusion.md). So it is with the numbers of words that
    sum up many happenings.
    """
    counting = {telling.id for telling in counting_of(tellings)}
    told = [
        (answer, telling)
        for telling in tellings
        for answer in _answers(telling)
        if answer[0] != "count" or telling.id in counting
    ]
    own = {answer[0] for answer, telling in told if not _is_around(answer[0], telling)}
    found: dict[tuple[Field, str, str], list[tuple[_Answer, Telling]]] = {}
    for answer, telling in told:
        if answer[0] not in own or not _is_around(answer[0], telling):
            found.setdefault((answer[0], answer[3], answer[1]), []).append((answer, telling))
    values = (_value(given, tellings) for given in found.values())
    return tuple(
        sorted(values, key=lambda value: (FIELDS.index(value.field), value.what, -len(value.origins), value.text))
    )


def counting_of(tellings: Sequence[Telling]) -> Sequence[Telling]:
    """Give the tellings whose numbers are those of the happening: of several, those that sum up nothing more."""
    return [telling for telling in tellings if not telling.setting.summary] or tellings


def tolls_of(tellings: Sequence[Telling]) -> tuple[Toll, ...]:
    """Give how each number moved; `tellings` come in order of publication."""
    told: dict[str, list[tuple[Count, Telling]]] = {}
    for telling in counting_of(tellings):
        for count in telling.row.event.quantities:
            told.setdefault(count.what, []).append((count, telling))
    return tuple(_toll(what, told[what]) for what in sorted(told))


def _toll(what: str, told: Sequence[tuple[Count, Telling]]) -> Toll:
    lows = [count.low for count, _ in told if count.low is not None]
    highs = [count.high for count, _ in told]
    most = max((high for high in highs if high is not None), default=None)
    course = ((telling.row.source.published.start, number(count), telling.id) for count, telling in told)
    return Toll(what, min(lows, default=None), None if None in highs else most, tuple(course))


def _value(given: Sequence[tuple[_Answer, Telling]], tellings: Sequence[Telling]) -> Value:
    field, _, _, what, low, high = given[0][0]
    return Value(
        field=field,
        text=min(answer[2] for answer, _ in given),
        origins=tuple(sorted({origin_of(telling, tellings) for _, telling in given})),
        tellings=tuple(sorted({telling.id for _, telling in given})),
        what=what,
        low=low,
        high=high,
        around=_is_around(field, given[0][1]),
    )


def _is_around(field: Field, telling: Telling) -> bool:
    """Tell whether a telling's answer stands in words around it."""
    setting = telling.setting
    if field == "where":
        return bool(setting.spots) and setting.spots[0].basis != "own"
    return field == "when" and setting.days is not None and setting.days.basis != "own"


def _answers(telling: Telling) -> Iterator[_Answer]:
    event, setting = telling.row.event, telling.setting
    happened = "denied" if event.status == "denied" else event.status
    yield "happened", happened, happened, "", None, None
    act = f"{event.type}/{event.mode}" if event.mode else event.type
    yield "what", act, act, "", None, None
    if setting.days and setting.days.basis != "published":
        days = (
            setting.days.start if setting.days.start == setting.days.end else f"{setting.days.start}…{setting.days.end}"
        )
        yield "when", days, days, "", None, None
    for spot in setting.spots[:1]:
        yield "where", spot.ref or fold_name(spot.name), spot.name, "", None, None
    yield from _parties("who", event.actors)
    yield from _parties("whom", event.recipients)
    if event.target:
        yield "target", event.target, event.target, "", None, None
    for count in event.quantities:
        yield "count", f"{count.low} {count.high}", number(count), count.what, count.low, count.high


def number(count: Count | Value) -> str:
    """Write a number as it is told: `15`, `15 or more`, `up to 20`, `12 to 15`, `not known`."""
    if count.low is None and count.high is None:
        return "not known"
    if count.high is None:
        return f"{count.low} or more"
    if count.low is None:
        return f"up to {count.high}"
    return str(count.low) if count.low == count.high else f"{count.low} to {count.high}"


def _parties(field: Field, parties: Iterable[Party]) -> Iterator[_Answer]:
    for party in parties:
        yield field, party.ref or fold_name(party.name), party.name, "", None, None
