"""An alert in, its JSON object out, and back: with every row, sentence and id that it rests on."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from histor.records.alerts import Alert, AlertRow
from histor.records.form import Form
from histor.records.heard import Line


def form_of_alert(alert: Alert) -> Form:
    """Give the JSON object of an alert."""
    return {
        "id": alert.id,
        "alert": alert.alert,
        "rule": alert.rule,
        "cause": alert.cause,
        "day": alert.day,
        "says": alert.says,
        "rows": [_form_of_row(row) for row in alert.rows],
    }


def alert_of_form(form: Mapping[str, Any]) -> Alert:
    """Give back the alert of such an object."""
    rows = tuple(
        AlertRow(row["id"], row["day"], row["place"], tuple(_line(line) for line in row["lines"]))
        for row in form["rows"]
    )
    return Alert(form["alert"], form["rule"], form["cause"], form["day"], form["says"], rows)


_LINE = ("event", "report", "outlet", "published", "chain", "sentence", "status")


def _form_of_row(row: AlertRow) -> Form:
    return {
        "id": row.id,
        "day": row.day,
        "place": row.place,
        "lines": [{name: value for name, value in asdict(line).items() if name in _LINE} for line in row.lines],
    }


def _line(form: Mapping[str, Any]) -> Line:
    return Line(**{**{name: form[name] for name in _LINE}, "chain": tuple(form["chain"])})
