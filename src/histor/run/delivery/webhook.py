"""Alerts in, each posted to an address as JSON; the one at the other end knows it again by its id."""

from collections.abc import Sequence

import httpx

from histor.records.alert_form import form_of_alert
from histor.records.alerts import Alert
from histor.records.made import Problem

PATIENCE = 20.0  # seconds for an answer


def send(address: str, alerts: Sequence[Alert]) -> tuple[Sequence[Alert], tuple[Problem, ...]]:
    """Post them one by one, up to the first that is not taken; give those that went out, and what was wrong."""
    sent: list[Alert] = []
    with httpx.Client(timeout=PATIENCE, follow_redirects=False) as client:
        for alert in alerts:
            wrong = _post(client, address, alert)
            if wrong:
                return sent, (wrong,)
            sent.append(alert)
    return sent, ()


def _post(client: httpx.Client, address: str, alert: Alert) -> Problem | None:
    try:
        answer = client.post(address, json=form_of_alert(alert), headers={"Idempotency-Key": alert.id})
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Problem("not-delivered", f"{address} cannot be reached: {error}; it is tried again", key=address)
    if answer.is_success:
        return None
    message = f"{address} did not take alert {alert.id}: it answered {answer.status_code}; it is tried again"
    return Problem("not-delivered", message, key=address)
