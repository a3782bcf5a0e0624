"""Pages in a real browser in, what is wrong with them for the people who read them out: by axe, and on a phone."""

from collections.abc import Iterable
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.sync_playwright import Axe

SERIOUS = ("serious", "critical")
PHONE = {"viewport": {"width": 390, "height": 800}, "is_mobile": True}


def serious_faults(view: Any) -> list[dict[str, Any]]:
    """Give the faults of the page shown that axe holds to be serious."""
    found = Axe().run(view, options={"resultTypes": ["violations"]}).response["violations"]
    return [each for each in found if each["impact"] in SERIOUS]


def faults_of(started: Any, address: str, paths: Iterable[str], *, scheme: str, patience: int) -> dict[str, list[Any]]:
    """Give the serious faults of each page in light or dark, by its path: what it is, and the first place of it."""
    faults = {}
    with _looking(started, address, patience, color_scheme=scheme) as view:
        for path in paths:
            view.goto(path)
            faults[path] = [(each["id"], each["nodes"][0]["html"]) for each in serious_faults(view)]
    return faults


def width_on_a_phone(started: Any, address: str, path: str, *, patience: int) -> int:
    """Give how wide a page is on a phone, whose screen is 390 wide."""
    with _looking(started, address, patience, **PHONE) as view:
        view.goto(path)
        return int(view.evaluate("document.documentElement.scrollWidth"))


@contextmanager
def _looking(started: Any, address: str, patience: int, **looks: Any) -> Any:
    context = started.new_context(base_url=address, **looks)
    context.set_default_timeout(patience)
    yield context.new_page()
    context.close()
