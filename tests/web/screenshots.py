"""A folder in, a picture of every page out: `python tests/web/screenshots.py FOLDER [--ledger PATH] [PAGE ...]`.

Each page is shown wide, in the dark, on a phone and as it is printed. Without a ledger, the bundled example is read.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx

sys.path.insert(0, str(Path(__file__).parent.parent))

from histor.web.routes import pages
from web.served import browser, served

LISTED = {"trace": "events", "reports": "reports", "incidents": "incidents"}  # where pages of one thing find an id
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
    given.add_argument("names", nargs="*", metavar="PAGE")
    asked = given.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    ledger = asked.ledger or _example(asked.folder)
    with served(ledger) as address, browser() as started:
        wanted = {name: at for name, at in _addresses(address).items() if not asked.names or name in asked.names}
        for look in asked.looks.split(","):
            context = started.new_context(**LOOKS[look])
            for name, at in wanted.items():
                view = context.new_page()
                view.goto(address + at, wait_until="networkidle")
                path = asked.folder / f"{name}-{look}.png"
                view.screenshot(path=path)
                print(path)
                if look == "wide":
                    view.pdf(path=asked.folder / f"{name}-print.pdf", format="A4")
                view.close()
            context.close()


def _addresses(address: str) -> dict[str, str]:
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
    return found | dict(_telling(address))


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


if __name__ == "__main__":
    main()
