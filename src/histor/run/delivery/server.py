"""The surroundings in, the mail server that they name out: what is asked for on a page goes out through it.

An alert's own file names its server itself. Whoever asks on a page names nothing but addresses: which server is spoken
to is for the one who starts the reading room to say.
"""

import os

from histor.errors import UsageError
from histor.records.alerts import Mail

HOST, SENDER = "HISTOR_SMTP_HOST", "HISTOR_SMTP_SENDER"  # without either there is no server
PORT, SECURITY, USER = "HISTOR_SMTP_PORT", "HISTOR_SMTP_SECURITY", "HISTOR_SMTP_USER"
NOT_SET = f"no mail server is set: start `histor serve` with {HOST} and {SENDER} set"
_SECURITIES = ("none", "starttls")
_HIGHEST_PORT = 65535  # of TCP


def mail_server() -> Mail | None:
    """Give the server with nobody to write to; None: none is set. Raises UsageError for one that cannot be."""
    host, sender = (os.environ.get(name, "").strip() for name in (HOST, SENDER))
    if not host or not sender:
        return None
    port, security = os.environ.get(PORT, "25").strip(), os.environ.get(SECURITY, "none").strip()
    if not port.isdecimal() or not 0 < int(port) <= _HIGHEST_PORT:
        raise UsageError(f"{PORT} is {port!r}: set the number of a port, such as 587")
    if security not in _SECURITIES:
        raise UsageError(f"{SECURITY} is {security!r}: set it to {' or '.join(_SECURITIES)}")
    user = os.environ.get(USER, "").strip() or None
    return Mail((), sender, host, int(port), security == "starttls", user)
