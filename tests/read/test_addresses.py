"""Addresses: asked over a real socket on this machine."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from histor.read import Received
from histor.records.made import Problem
from histor.settings import Settings
from read.reading import codes, read_inputs

PAGE = (
    "<html><head><meta property='article:published_time' content='2016-04-20'></head><body><article><h1>Buses leave "
    "the quarter</h1><p>Автобусы вышли из города в полдень, сообщил представитель совета.</p></article></body></html>"
)
FEED = "<rss version='2.0'><channel><title>T</title><item><title>Buses leave</title></item></channel></rss>"
ANSWERS = {
    "/page": (200, "text/html; charset=windows-1251", PAGE.encode("windows-1251")),
    "/feed": (200, "application/rss+xml", FEED.encode()),
    "/lost-feed": (200, "application/rss+xml", b"<html><body><p>Nothing here.</p></body></html>"),
    "/text": (200, "text/plain; charset=utf-8", b"20 April 2016\n\nA bus left."),
    "/long": (200, "text/plain", b"word " * 10_000),
    "/gone": (404, "text/html", b"<html><p>Not here</p></html>"),
    "/down": (503, "text/html", b""),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/old":
            self.send_response(301)
            self.send_header("Location", "/page")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        status, kind, body = ANSWERS[self.path]
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the server calls it
        pass


@contextlib.contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    thread.join()
    httpd.server_close()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving(Handler) as address:
        yield address


def test_a_page_is_fetched_with_its_address_and_moment(server: str) -> None:
    (result,) = read_inputs([f"{server}/page"])
    assert isinstance(result, Received)
    report = result.report
    assert (report.key, report.url) == (f"{server}/page", f"{server}/page")
    assert report.fetched is not None
    assert report.fetched.endswith("+00:00")
    assert report.text.endswith("сообщил представитель совета.")
    assert report.published.start == "2016-04-20"
    assert result.raw == PAGE.encode("windows-1251")


def test_a_moved_page_is_followed_to_where_it_is(server: str) -> None:
    (result,) = read_inputs([f"{server}/old"])
    assert isinstance(result, Received)
    assert (result.report.key, result.report.url) == (f"{server}/old", f"{server}/page")


def test_what_the_server_says_tells_the_format(server: str) -> None:
    feed, text = read_inputs([f"{server}/feed", f"{server}/text"])
    assert isinstance(feed, Received)
    assert isinstance(text, Received)
    assert (feed.report.title, text.report.published.start) == ("Buses leave", "2016-04-20")
    assert codes(read_inputs([f"{server}/lost-feed"])) == ["broken-feed"]


def test_bad_answers_are_problems_and_the_next_address_is_read(server: str) -> None:
    addresses = [f"{server}/gone", f"{server}/down", f"{server}/long", f"{server}/page"]
    *problems, page = read_inputs(addresses, Settings(longest_report=20_000))
    assert isinstance(page, Received)
    assert [problem.code for problem in problems if isinstance(problem, Problem)] == [
        "http-error",
        "http-error",
        "report-too-long",
    ]
    assert "404" in problems[0].message  # type: ignore[union-attr]
    for problem, address in zip(problems, addresses, strict=False):
        assert isinstance(problem, Problem)
        assert address in problem.message
        assert problem.key == address


def test_an_address_that_does_not_answer_is_a_problem(server: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        refused = f"http://127.0.0.1:{free.getsockname()[1]}/"
        with socket.socket() as silent:
            silent.bind(("127.0.0.1", 0))
            silent.listen()
            mute = f"http://127.0.0.1:{silent.getsockname()[1]}/"
            results = read_inputs([refused, mute, "http://", f"{server}/page"], Settings(timeout=0.2))
    assert codes(results) == ["no-answer", "no-answer", "no-answer"]
    assert isinstance(results[-1], Received)
    assert refused in results[0].message  # type: ignore[union-attr]


def test_a_server_that_never_comes_to_an_end_holds_nobody_up(server: str) -> None:
    done = threading.Event()

    class Dripping(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            with contextlib.suppress(OSError):
                while not done.wait(0.005):
                    self.wfile.write(b"word ")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the server calls it
            pass

    with serving(Dripping) as slow:
        results = read_inputs([slow, f"{server}/page"], Settings(timeout=0.05))
        done.set()
    assert codes(results) == ["no-answer"]
    assert isinstance(results[-1], Received)
