"""An incident's id in, its dossier out: every value with who gives it, what is contested, how the figures moved."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from histor.records.form import Form
from histor.records.incident_form import form_of_dossier
from histor.records.incidents import Beside, Incident, Telling, Toll, Value
from histor.run import joining
from histor.run.beside import beside
from histor.web.page import Asked, Page, whole_ledger

_NAMES: Mapping[str, str] = {
    "happened": "Whether it happened", "what": "What", "when": "When", "where": "Where", "who": "Who did it",
    "whom": "To whom", "target": "What was struck",
}  # fmt: skip
_CONTESTED: Mapping[str, str] = {
    "happened": "whether it happened", "who": "who did it", "count": "how many", "when": "on which day",
    "where": "where",
}  # fmt: skip
# The rules of `steps/gather/grading.py`, in words: a grade never stands without its rule.
RULES: Mapping[str, str] = {
    "confirmed": "the side that is said to have done it says so itself, or a person has confirmed it",
    "fair": "two or more origins that do not stand in one another's chain tell it",
    "weak": "one origin tells it, or it is only planned; a voice without a name is never the second origin",
    "contested": "origins disagree on who did it or on whether it happened",
    "discounted": "it is only denied, or a person has rejected it",
}


def _show(asked: Asked) -> Mapping[str, Any]:
    found, others = _dossier(asked)
    numbers = {telling.id: number for number, telling in enumerate(found.tellings, 1)}
    return {
        "incident": found,
        "beside": others,
        "first": found.tellings[0].row,
        "fields": tuple(_fields(found)),
        "origins": {origin.key: origin for origin in found.origins},
        "ordered": lambda events: sorted(numbers[event] for event in events),
        "figures": tuple(_figures(found, asked.state.get("what"))),
        "reports": len({telling.row.source.report_id for telling in found.tellings}),
        "rule": RULES[found.grade],
        "because": found.why.partition(": ")[2],
    }


def _form(asked: Asked) -> Form:
    return form_of_dossier(*_dossier(asked))


def _dossier(asked: Asked) -> tuple[Incident, tuple[Beside, ...]]:
    with asked.room.joined(asked.as_of) as ledger:
        found = joining.incident(ledger, asked.ids["id"], as_of=asked.as_of)
        return found, beside(ledger, found, as_of=asked.as_of)


def _fields(found: Incident) -> Iterator[tuple[str, tuple[Value, ...], bool]]:
    """Give each field's name, its values and whether origins contest it."""
    for (field, what), values in groupby(found.values, key=lambda value: (value.field, value.what)):
        name = what.capitalize() if field == "count" else _NAMES[field]
        yield name, tuple(values), _CONTESTED.get(field) in found.contested


def _figures(found: Incident, what: str | None) -> Iterator[tuple[Toll, tuple[tuple[str | None, str, Telling], ...]]]:
    """Give each number that is asked for, with every telling of it in order of publication."""
    tellings = {telling.id: telling for telling in found.tellings}
    for toll in found.tolls:
        if what in (None, toll.what):
            yield toll, tuple((day, says, tellings[event]) for day, says, event in toll.course)


PAGE = Page(
    name="incident",
    path="/incidents/{id}",
    title="Incident",
    show=_show,
    rests_on=whole_ledger,
    form=_form,
    told="One happening by its id, or by that of one of its events: every value with who gives it, every sentence.",
    more=("what",),
    parts=("figures",),
    styles=("incident.css",),
)
