"""What an answer rests on in, the answer that was made for it before out: kept while nothing of that has changed."""

import hashlib
import secrets
import threading
from collections import OrderedDict

from histor import __version__

MOST_BYTES = 48_000_000  # of answers that are held: some four hundred large pages
_LETTERS = 24  # of a tag: 96 bits, so that two answers never share one


class Answers:
    """The pages that a reading room has made lately, under their tags; many threads may use them."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._held: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()
        self._mine = f"{__version__} {secrets.token_hex()}"  # no tag of another process or version is known here

    def tag(self, *parts: str) -> str:
        """Make the tag of an answer from all that it rests on, as HTTP writes it."""
        written = "\0".join((self._mine, *parts))
        return f'"{hashlib.sha256(written.encode("utf-8", "replace")).hexdigest()[:_LETTERS]}"'

    def get(self, tag: str) -> bytes | None:
        """Give the answer with this tag; None: it is not held."""
        with self._lock:
            found = self._held.get(tag)
            if found is not None:
                self._held.move_to_end(tag)
            return found

    def keep(self, tag: str, body: bytes) -> None:
        """Hold an answer; those that were asked for longest ago make room for it."""
        with self._lock:
            self._size += len(body) - len(self._held.pop(tag, b""))
            self._held[tag] = body
            while self._size > self._most:
                self._size -= len(self._held.popitem(last=False)[1])


def is_known(tag: str, known: str) -> bool:
    """Tell whether a browser that names the tags it holds (`If-None-Match`) holds this answer."""
    return any(each.strip().removeprefix("W/") in (tag, "*") for each in known.split(","))
