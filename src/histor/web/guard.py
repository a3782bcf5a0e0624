"""A request in, the same request or a refusal out: only known hosts, no writing from other sites, strict headers."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

READING = frozenset({"GET", "HEAD", "OPTIONS"})
# Nothing inline and nothing from elsewhere: what a page does not need is not allowed at all.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with `no-referrer`, a form of these pages would name no origin
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Let through what names a known host and, if it writes, comes from these very pages."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self.app = app
        self.hosts = frozenset(host.casefold() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse or hand on one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refused = self._refusal(scope["method"], Headers(scope=scope))
        target = PlainTextResponse(refused, status_code=403) if refused else self.app
        await target(scope, receive, _with_headers(send))

    def _refusal(self, method: str, headers: Headers) -> str | None:
        """Say why a request is refused; None if it is not.

        A page elsewhere whose name is made to point here (DNS rebinding) names itself as the host.
        """
        host = headers.get("host", "")
        if _name_of(host) not in self.hosts:
            return f"histor does not answer to the name {host!r}; start it with --allow NAME to let it in.\n"
        if method in READING:
            return None
        origin, site = headers.get("origin"), headers.get("sec-fetch-site", "none")
        if site not in ("same-origin", "none") or (origin is not None and urlsplit(origin).netloc != host):
            return "Nothing may be changed from another site.\n"
        return None


def _name_of(host: str) -> str:
    """Give the host's name without its port; an IPv6 address keeps its brackets."""
    try:
        parts = urlsplit(f"//{host}")
        name = parts.hostname or ""
    except ValueError:
        return ""
    return f"[{name}]" if ":" in name else name.casefold()


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-cache")
        await send(message)

    return sending
