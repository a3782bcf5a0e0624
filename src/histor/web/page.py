"""What a page is: its address, what it shows, and what else is had at its address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from histor.plugins import modules_of
from histor.records.form import Form
from histor.web.listing import Listing
from histor.web.room import Room
from histor.web.state import State

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

PAGES = "histor.web.pages"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request for a page."""

    room: Room
    state: State
    ids: Mapping[str, str] = field(default_factory=dict)  # the parts of the address in braces
    part: str | None = None  # a part of the page that a script asks for; None: the whole page

    @property
    def as_of(self) -> str | None:
        """The day or instant as of which to answer; None: now."""
        return self.state.question.as_of


@dataclass(frozen=True, slots=True)
class Page:
    """One page, found by its module in `pages/`."""

    name: str  # of its template, `NAME.html`
    path: str  # `/claims`, `/reports/{id}`
    title: str
    show: Callable[[Asked], Mapping[str, Any]]  # gives the names that the template uses
    # What its answer rests on besides address and visitor: while that is the same, an answer made before is given
    # again. None: not known, or the page holds a form that changes something.
    rests_on: Callable[[Asked], str] | None = None
    order: int | None = None  # place in the navigation, from the left; None: not in it
    listing: Listing[Any] | None = None  # the rows that it lists
    form: Callable[[Asked], Form] | None = None  # the JSON of the one thing that it shows
    told: str = ""  # what `form` gives, in a sentence for the documentation
    more: tuple[str, ...] = ()  # names in the address besides the filters and those of its listing
    parts: tuple[str, ...] = ()  # parts that scripts ask for by `?part=`; each is a template `NAME.PART.html`
    scripts: tuple[str, ...] = ()  # of its own, in `static/`
    styles: tuple[str, ...] = ()
    routes: "tuple[BaseRoute, ...]" = ()  # further addresses, such as those that change something
    examples: tuple[str, ...] = ()  # addresses, asked in the tests


def whole_ledger(asked: Asked) -> str:
    """Give the mark of all that the ledger holds, for pages that rest on it: another one whenever anything is kept."""
    return asked.room.change()


@cache
def pages() -> tuple[Page, ...]:
    """Find the pages: every module of `pages/` holds one as `PAGE`."""
    return tuple(module.PAGE for module in modules_of(PAGES))
