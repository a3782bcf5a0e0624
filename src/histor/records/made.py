"""How a record came about: the step that made it, what went wrong on the way, and ids that come from content."""

import hashlib
from dataclasses import dataclass

from histor.records.measures import Span

ID_LENGTH = 16  # hex digits, 64 bits: a collision is expected near four billion records of one kind


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """The name and version of a piece of work; raise the version when its output can differ."""

    name: str
    version: str

    def __str__(self) -> str:
        return f"{self.name}/{self.version}"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be done with the data, and what to do about it."""

    code: str  # a stable word, such as `undated-report`
    message: str  # what is wrong and what to do, for a person
    span: Span | None = None  # the words concerned; None: the whole report
    key: str | None = None  # the file, address or caller's id concerned; None: the report that carries the problem


def identify(prefix: str, *parts: object) -> str:
    """Give the id of a record made of these parts: the same parts always give the same id."""
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass"))
    return f"{prefix}-{digest.hexdigest()[:ID_LENGTH]}"
