"""Alerts in, one mail each out, by SMTP; the password, if one is needed, stands in the environment."""

import os
import smtplib
import ssl
from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime

from histor.records.alerts import Alert, Mail
from histor.records.made import Problem
from histor.run.delivery.told import text_of, title_of

PASSWORD = "HISTOR_SMTP_PASSWORD"
PATIENCE = 20.0  # seconds for an answer


def send(mail: Mail, alerts: Sequence[Alert], recorded: str) -> tuple[Sequence[Alert], tuple[Problem, ...]]:
    """Mail them, up to the first that is not taken; give those that went out, and what was wrong.

    `recorded` is this instant, ISO 8601.
    """
    sent: list[Alert] = []
    try:
        with smtplib.SMTP(mail.host, mail.port, timeout=PATIENCE) as server:
            _open(server, mail)
            for alert in alerts:
                server.send_message(_message(mail, alert, recorded))
                sent.append(alert)
    except (OSError, smtplib.SMTPException) as error:
        key = f"{mail.host}:{mail.port}"
        return sent, (Problem("not-delivered", f"{key} took no mail: {error}; it is tried again", key=key),)
    return sent, ()


def _open(server: smtplib.SMTP, mail: Mail) -> None:
    if mail.start_tls:
        server.starttls(context=ssl.create_default_context())
    if mail.user is not None:
        server.login(mail.user, os.environ.get(PASSWORD, ""))


def _message(mail: Mail, alert: Alert, recorded: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = " ".join(title_of(alert).split())
    message["From"] = mail.sender
    message["To"] = ", ".join(mail.to)
    message["Date"] = format_datetime(datetime.fromisoformat(recorded))
    message["Message-ID"] = f"<{alert.id}@histor.invalid>"
    message.set_content(text_of(alert))
    return message
