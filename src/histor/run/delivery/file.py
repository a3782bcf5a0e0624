"""Alerts in, each added to the end of a file as a line of JSON."""

import json
from collections.abc import Sequence
from pathlib import Path

from histor.records.alert_form import form_of_alert
from histor.records.alerts import Alert
from histor.records.made import Problem


def send(path: str, alerts: Sequence[Alert]) -> tuple[Sequence[Alert], tuple[Problem, ...]]:
    """Add them; give those that went out, and what was wrong."""
    lines = "".join(json.dumps(form_of_alert(alert), ensure_ascii=False) + "\n" for alert in alerts)
    try:
        with Path(path).open("a", encoding="utf-8") as into:
            into.write(lines)
    except OSError as error:
        return (), (Problem("not-delivered", f"{path} cannot be written to: {error.strerror}", key=path),)
    return alerts, ()
