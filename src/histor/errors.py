"""Every error that histor raises; bad data is no error but a `Problem` (see `records.made`).

HistorError
├── UsageError        the caller asked for something that cannot be: the message says what to ask instead
├── LedgerError       the ledger cannot be opened, read or written
│   └── NotFoundError no record has this id
├── RegisterError     a table of actors, places or outlets that comes with the program cannot be read
└── ModelError        a model that comes with the program cannot be opened
"""


class HistorError(Exception):
    """A promise that was broken by the caller, a file or the database; the message names which."""


class UsageError(HistorError):
    """A request that cannot be answered as it stands."""


class LedgerError(HistorError):
    """A ledger that cannot be opened, read or written."""


class NotFoundError(LedgerError):
    """No record has the id that was asked for."""


class RegisterError(HistorError):
    """A table that comes with the program cannot be read."""


class ModelError(HistorError):
    """A model that comes with the program cannot be opened."""
