"""A room in, the board of a monitor and what its reports suggest out; worked out anew when the ledger has changed."""

from functools import lru_cache
from pathlib import Path

from histor.run.definitions import Suggested, suggest
from histor.run.monitoring import Watched, watch_ledger
from histor.web.room import Room, now

_HELD = 16  # boards


def board_of(room: Room, name: str, as_of: str | None = None) -> Watched:
    """Give the board of a kept monitor over what the ledger holds, or held then.

    Raises NotFoundError, UsageError, LedgerError.
    """
    return _board(room.path, name, as_of, _stamp(room.path))


def suggested_in(room: Room) -> tuple[Suggested, ...]:
    """Give the monitors that the reports of a ledger suggest. Raises LedgerError."""
    return _suggested(room.path, _stamp(room.path))


@lru_cache(maxsize=_HELD)
def _board(path: str, name: str, as_of: str | None, _: tuple[tuple[int, int], ...]) -> Watched:
    return watch_ledger(name, path, recorded=now(), as_of=as_of)


@lru_cache(maxsize=1)
def _suggested(path: str, _: tuple[tuple[int, int], ...]) -> tuple[Suggested, ...]:
    return suggest(path)


def _stamp(path: str) -> tuple[tuple[int, int], ...]:
    """Tell one state of the ledger from another: size and instant of its file and of the log beside it."""
    files = (Path(path), Path(f"{path}-wal"))
    return tuple((at.st_mtime_ns, at.st_size) for file in files if file.exists() for at in (file.stat(),))
