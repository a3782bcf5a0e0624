"""The page of an incident names what may be the same happening, and leads there."""

import httpx

from histor.store.ledger import open_to_write
from run.market import keep
from run.two_raids import RAIDS, TUESDAYS, UNDATED
from web.served import served


def test_the_page_of_an_incident_leads_to_what_may_be_the_same_happening(tmp_path):
    path = tmp_path / "raids.db"
    with open_to_write(path) as ledger:
        keep(ledger, *RAIDS, on="2026-05-01")
    (event,), (other,) = UNDATED.events, TUESDAYS.events
    with served(path) as address, httpx.Client(base_url=address) as client:
        page = client.get(f"/incidents/{event.id}").text
        there = client.get(f"/incidents/{other.id}.json").json()
    assert "What may be the same happening" in page
    assert f'href="/incidents/{there["id"]}"' in page
    assert there["beside"][0]["bond"]["score"] >= 0.7
