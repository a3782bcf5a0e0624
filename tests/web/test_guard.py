import httpx
import pytest

from web.ledgers import market
from web.served import served


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Where the room listens."""
    with served(market(tmp_path_factory.mktemp("guard"))) as found:
        yield found


def ask(address, method="GET", path="/reports", **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.request(method, address + path, headers=named, timeout=60)


@pytest.mark.parametrize(
    "host", ["elsewhere.example", "127.0.0.1.elsewhere.example", "localhost@elsewhere.example", ""]
)
def test_a_name_that_is_made_to_point_here_gets_nothing(address, host):
    answer = ask(address, host=host)
    assert answer.status_code == 403
    assert "Gazette" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8642", "127.0.0.1", "[::1]:80"])
def test_this_machine_is_answered(address, host):
    assert ask(address, host=host).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://elsewhere.example"},
        {"origin": "null"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
    ],
)
def test_nothing_is_changed_from_another_site(address, headers):
    answer = ask(address, "POST", "/api/decisions", content_type="application/json", **headers)
    assert answer.status_code == 403
    assert ask(address, path="/api/decisions").json()["items"] == []


@pytest.mark.parametrize("path", ["/reports", "/nowhere", "/static/base.js", "/claims.csv", "/api/openapi.json"])
def test_every_answer_has_the_strict_headers(address, path):
    headers = ask(address, path=path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "server" not in headers


def test_files_outside_the_static_folder_are_not_given(address):
    assert ask(address, path="/static/../app.py").status_code == 404
    assert ask(address, path="/static/%2e%2e/app.py").status_code == 404
