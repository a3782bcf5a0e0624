"""What a user may set, once, at the edge; inside, this one frozen object is handed on."""

import os
from dataclasses import dataclass, field

DEFAULT_LEDGER = "histor.db"


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of one run."""

    ledger: str = DEFAULT_LEDGER  # path of the ledger's one file
    timeout: float = 20.0  # seconds to wait for an address
    longest_report: int = 20_000_000  # bytes; a longer report is a problem, not read
    processes: int = field(default_factory=lambda: os.cpu_count() or 1)  # that mark many reports side by side
