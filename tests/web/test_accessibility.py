"""No page has a serious fault for people who use a keyboard, a screen reader, little contrast: axe looks at each."""

import httpx
import pytest

from histor.run import viewing
from histor.store.ledger import open_to_write
from histor.web.routes import pages
from web.faults import serious_faults
from web.ledgers import hostile, market
from web.served import NO_BROWSER, has_browser, served

pytestmark = pytest.mark.skipif(not has_browser(), reason=NO_BROWSER)
PATIENCE = 60_000  # milliseconds a busy machine may need
LISTED = {"trace": "events", "reports": "reports", "incidents": "incidents"}  # where pages of one thing find an id


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Where the room listens."""
    path = market(tmp_path_factory.mktemp("accessible"), hostile())
    with open_to_write(path) as opened:
        viewing.refresh(opened)
    with served(path) as found:
        yield found


def addresses(address):
    """Where each page is looked at, with an id that is in the ledger where it needs one."""
    for page in pages():
        kind = page.path.split("/")[1]
        if "{" not in page.path:
            yield page.examples[0] if page.examples else page.path
        elif kind in LISTED:
            items = httpx.get(f"{address}/api/{LISTED[kind]}?limit=1", timeout=60).json()["items"]
            yield page.path.split("{")[0] + items[0]["id"]
        else:
            yield from page.examples
    yield "/explorer?place=Atlantis"
    yield "/explorer?since=2016-03-08&until=2016-03-08&box=38,34,39,35"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault_on_any_page(started, address, scheme):
    context = started.new_context(base_url=address, color_scheme=scheme)
    context.set_default_timeout(PATIENCE)
    faults = []
    for path in addresses(address):
        view = context.new_page()
        answer = view.goto(path)
        if answer is not None and answer.status == 200:
            faults += [(path, each["id"], node["target"], node["failureSummary"])
                       for each in serious_faults(view) for node in each["nodes"]]  # fmt: skip
        view.close()
    context.close()
    assert faults == []
