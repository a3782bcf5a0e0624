"""Servers of our own that take what alerts send: they run in threads, bind 127.0.0.1 and stop by themselves."""

import json
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

CERTIFICATE = Path(__file__).parent / "certificate" / "localhost.pem"  # of the tests alone, with its key


@contextmanager
def hook(*statuses: int) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Give the address of a server that takes alerts, and what it took; it answers with the statuses, then with 200."""
    taken: list[dict[str, Any]] = []
    answers = list(statuses)

    class Taker(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            status = answers.pop(0) if answers else 200
            if status == 200:
                taken.append({**body, "key": self.headers["Idempotency-Key"]})
            self.send_response(status)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with _serving(HTTPServer(("127.0.0.1", 0), Taker)) as port:
        yield f"http://127.0.0.1:{port}/alerts", taken


@contextmanager
def mail_server(*, refuses: bool = False, secure: bool = False) -> Iterator[tuple[int, list[str]]]:
    """Give the port of a mail server that speaks as much SMTP (RFC 5321) as a sender needs, and the mails it took.

    One that is `secure` offers STARTTLS (RFC 3207) and takes no mail before it.
    """
    taken: list[str] = []

    class Taker(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self._say("220 post.example ready")
            for line in iter(self._line, b""):
                word = line.split(b" ")[0].strip().upper()
                if word == b"EHLO" and secure and not self._is_secure():
                    self._say("250-post.example\r\n250 STARTTLS")
                elif word == b"STARTTLS":
                    self._say("220 go on")
                    if not self._start_tls():
                        return
                elif word == b"MAIL" and secure and not self._is_secure():
                    self._say("530 start TLS first")
                elif word == b"DATA":
                    self._say("354 go on")
                    taken.append(self._mail())
                    self._say("250 kept")
                elif word == b"QUIT":
                    self._say("221 bye")
                    return
                else:
                    self._say("550 nobody of that name" if refuses and word == b"RCPT" else "250 well")

        def _line(self) -> bytes:
            return self.rfile.readline()  # of the secure connection, once there is one

        def _is_secure(self) -> bool:
            return isinstance(self.connection, ssl.SSLSocket)

        def _start_tls(self) -> bool:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            try:
                self.connection = context.wrap_socket(self.request, server_side=True)
            except (ssl.SSLError, OSError):  # the other end does not trust it
                return False
            self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", buffering=0)
            return True

        def finish(self) -> None:
            super().finish()
            if self._is_secure():
                self.connection.close()

        def _mail(self) -> str:
            lines = iter(lambda: self.rfile.readline().rstrip(b"\r\n"), b".")
            return b"\n".join(line.removeprefix(b".") for line in lines).decode()

        def _say(self, words: str) -> None:
            self.wfile.write(f"{words}\r\n".encode())

    with _serving(socketserver.TCPServer(("127.0.0.1", 0), Taker)) as port:
        yield port, taken


@contextmanager
def _serving(server: socketserver.TCPServer) -> Iterator[int]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
