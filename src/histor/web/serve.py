"""A ledger's path and a place to listen in, a running reading room out."""

import socket
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn

from histor.errors import UsageError
from histor.web.apart import Apart
from histor.web.app import LOOPBACK, make_app

_LATEST = 5  # seconds given to answers under way when the room closes
_LOCAL = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True, slots=True)
class Place:
    """A socket that listens; requests wait there until somebody serves."""

    host: str
    listening: socket.socket

    @property
    def address(self) -> str:
        """Give the address that a browser asks."""
        host, port = self.listening.getsockname()[:2]
        return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"

    @property
    def is_local(self) -> bool:
        """Tell whether only this machine reaches it."""
        return self.host in _LOCAL

    def server(
        self, ledger: str, *, allowed: Iterable[str] = (), team: bool = False, apart: Apart | None = None
    ) -> uvicorn.Server:
        """Make the server of a ledger's reading room, answering to this place's own names and those allowed.

        `apart` is a process that joins the reports that come in; without one the server does it.
        """
        host = f"[{self.host}]" if ":" in self.host else self.host
        config = uvicorn.Config(
            make_app(ledger, allowed=(*LOOPBACK, host, *allowed), team=team, apart=apart),
            log_level="warning",
            access_log=False,
            lifespan="off",
            ws="none",
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=_LATEST,
        )
        return uvicorn.Server(config)

    def serve(self, ledger: str, *, allowed: Iterable[str] = (), team: bool = False) -> None:
        """Serve until the process is told to stop; what comes in is joined by a process beside it, which ends with it.

        At the start the overview is brought up to what is joined.
        """
        apart = Apart(ledger)
        apart.start()
        try:
            self.server(ledger, allowed=allowed, team=team, apart=apart).run(sockets=[self.listening])
        finally:
            apart.stop()


@contextmanager
def place(host: str, port: int) -> Iterator[Place]:
    """Listen; port 0 lets the system choose one. Raises UsageError if it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listening:
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind((host, port))
            listening.listen()
        except (OSError, OverflowError) as error:
            raise UsageError(f"cannot listen at {host}, port {port} ({error}); name another with --port") from error
        yield Place(host, listening)
