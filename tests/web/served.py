"""A ledger in, its reading room running on this machine out; and a real browser to look at it, where there is one."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from histor.web.serve import place

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = os.environ.get("HISTOR_CHROMIUM", "/usr/bin/chromium")
NO_BROWSER = f"there is no browser at {CHROMIUM}: install Chromium, or name one in HISTOR_CHROMIUM"
FLAGS = ("--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")


@contextmanager
def served(ledger: Path | str, *, team: bool = False) -> Iterator[str]:
    """Serve a ledger at a port that the system chooses; give the address. It listens before it is handed out."""
    with place("127.0.0.1", 0) as found:
        server = found.server(str(ledger), team=team)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [found.listening]})
        thread.start()
        try:
            yield found.address
        finally:
            server.should_exit = True
            thread.join()


def has_browser() -> bool:
    """Tell whether there is a browser."""
    return Path(CHROMIUM).exists()


@contextmanager
def browser() -> Iterator["Browser"]:
    """Start the browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        try:
            yield started
        finally:
            started.close()
