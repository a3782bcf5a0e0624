"""A folder in, a picture of every page out: `python tests/web/screenshots.py FOLDER [--ledger PATH] [PAGE ...]`.

Each page is shown wide, in the dark, on a phone and as it is printed, from top to bottom with `--whole`. Without a
ledger, the bundled example is read, and every monitor that its reports suggest is kept beside those that come with it,
so that there is a picture of a board of each kind; what was suggested is shown before.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import BrowserContext

sys.path.insert(0, str(Path(__file__).parent.parent))

from histor.run import definitions
from histor.web.room import now
from histor.web.routes import pages
from web.served import browser, served

LISTED = {"trace": "events", "reports": "reports", "incidents": "incidents"}  # where pages of one thing find an id
PATIENCE = 120_000  # milliseconds a busy machine may need
LOOKS: Mapping[str, dict[str, Any]] = {
    "wide": {"viewport": {"width": 1360, "height": 860}},
    "dark": {"viewport": {"width": 1360, "height": 860}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 800}, "is_mobile": True, "device_scale_factor": 2},
}


def main() -> None:
    """Write the pictures and name them."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("folder", type=Path)
    given.add_argument("--ledger", type=Path)
    given.add_argument("--looks", default=",".join(LOOKS))
    given.add_argument("--whole", action="store_true")
    given.add_argument("names", nargs="*", metavar="PAGE")
    asked = given.parse_intermixed_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    ledger = asked.ledger or _example(asked.folder)
    with served(ledger) as address, browser() as started:
        if asked.ledger is None and (not asked.names or "boards-suggested" in asked.names):
            _look(started, address, {"boards-suggested": "/boards"}, asked)
        if asked.ledger is None:
            _keep_suggested(ledger)
        found = _addresses(address, ledger)
        wanted = {name: at for name, at in found.items() if not asked.names or name in asked.names}
        _look(started, address, wanted, asked)


def _look(started: Any, address: str, wanted: Mapping[str, str], asked: argparse.Namespace) -> None:
    for look in asked.looks.split(","):
        context = started.new_context(**LOOKS[look])
        context.set_default_timeout(PATIENCE)
        for name, at in wanted.items():
            _picture(context, address + at, asked.folder / f"{name}-{look}.png", whole=asked.whole)
        context.close()


def _picture(context: BrowserContext, address: str, path: Path, *, whole: bool) -> None:
    view = context.new_page()
    view.goto(address, wait_until="networkidle")
    view.screenshot(path=path, full_page=whole)
    print(path)
    if path.stem.endswith("-wide"):
        view.pdf(path=path.with_name(f"{path.stem.removesuffix('-wide')}-print.pdf"), format="A4")
    view.close()


def _addresses(address: str, ledger: Path) -> dict[str, str]:
    """Give where each page is looked at, with ids that are in the ledger; a page of its own kind, at its example."""
    found = {}
    for page in pages():
        kind = page.path.split("/")[1]
        if "{" not in page.path:
            found[page.name] = page.path
        elif kind in LISTED:
            found[page.name] = page.path.split("{")[0] + _first(address, f"/api/{LISTED[kind]}?limit=1")
        elif page.examples:
            found[page.name] = page.examples[0]
    return found | dict(_boards(ledger)) | dict(_telling(address))


def _boards(ledger: Path) -> Iterator[tuple[str, str]]:
    """Look at one board of each kind."""
    for one in definitions.kept(str(ledger)):
        if one.definition:
            yield f"board-{one.definition.monitor}", f"/boards/{one.kept.name}"


def _telling(address: str) -> Iterator[tuple[str, str]]:
    """Look also where there is more to see: a claim with others beside it, an incident that is contested."""
    for pair in httpx.get(f"{address}/api/contradictions?limit=1", timeout=60).json()["items"]:
        report, claim = pair["one"]["report"]["id"], pair["one"]["claim"]
        yield "report-claim", f"/reports/{report}" + (f"?claim={claim}" if claim else "")
        yield "incident-contested", f"/incidents/{pair['one']['id']}"


def _first(address: str, path: str) -> str:
    return str(httpx.get(address + path, timeout=60).json()["items"][0]["id"])


def _example(folder: Path) -> Path:
    path = folder / "example.db"
    command = [sys.executable, "-m", "histor", "demo", "--ledger", str(path)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return path


def _keep_suggested(ledger: Path) -> None:
    for each in definitions.suggest(str(ledger)):
        definitions.add_suggested(str(ledger), each.draft.key, name=None, recorded=now())


if __name__ == "__main__":
    main()
