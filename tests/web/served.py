"""A ledger in, its reading room running on this machine out; and a real browser to look at it, where there is one."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from histor.web.serve import place

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

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


class Watched:
    """A browser of one's own with a page, what its console said, and which addresses it asked."""

    def __init__(self, started: "Browser", address: str, *, patience: int, height: int = 800, **looks: Any) -> None:
        self.context = started.new_context(base_url=address, viewport={"width": 1280, "height": height}, **looks)
        self.context.set_default_timeout(patience)
        self.view = self.context.new_page()
        self.said: list[str] = []
        self.faults: list[str] = []
        self.asked: list[str] = []
        self.view.on("console", lambda message: self._hear(message.type, message.text))
        self.view.on("pageerror", lambda error: self._hear("error", str(error)))
        self.view.on("request", lambda request: self.asked.append(request.url))

    def _hear(self, kind: str, words: str) -> None:
        self.said.append(words)
        if kind == "error":
            self.faults.append(words)


@contextmanager
def quiet_page(
    started: "Browser", address: str, *, patience: int, height: int = 800, but: str | None = None
) -> Iterator["Page"]:
    """Open a page whose console tells no fault to the end, except one that holds these words."""
    watched = Watched(started, address, patience=patience, height=height)
    yield watched.view
    watched.context.close()
    assert [each for each in watched.faults if but is None or but not in each] == []
