"""A page and a request for it in, the answer out: worked out, or the one made before if nothing has changed since."""

from collections.abc import Awaitable, Callable, Sequence

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from histor.errors import UsageError
from histor.web.answers import Answers, is_known
from histor.web.exports import formats_of
from histor.web.page import Asked, Page
from histor.web.people.visiting import visitor
from histor.web.room import Room
from histor.web.state import read_state
from histor.web.templating import render

AT_ONCE = 4  # of one page: working out takes a processor, and more at once only make each wait for all others


def answering(
    room: Room, page: Page, navigation: Sequence[Page], answers: Answers
) -> Callable[[Request], Awaitable[Response]]:
    """Give what answers requests for a page."""
    limiters: list[CapacityLimiter] = []

    def work(request: Request) -> Response:
        return _answer(page, asked_of(room, page, request), request, navigation, answers)

    async def answer(request: Request) -> Response:
        if not limiters:
            limiters.append(CapacityLimiter(AT_ONCE))
        return await to_thread.run_sync(work, request, limiter=limiters[0])

    return answer


def asked_of(room: Room, page: Page, request: Request) -> Asked:
    """Read what a request asks of a page. Raises UsageError."""
    listing = page.listing
    more = (*page.more, *(listing.more if listing else ()))
    pairs = request.query_params.multi_items()
    state = read_state((pair for pair in pairs if pair[0] != "part"), more=more, sorts=listing.sorts if listing else ())
    return Asked(room, state, request.path_params, request.query_params.get("part"))


def _answer(page: Page, asked: Asked, request: Request, navigation: Sequence[Page], answers: Answers) -> Response:
    if asked.part is not None and asked.part not in page.parts:
        raise UsageError(f"part {asked.part!r}: known are {', '.join(page.parts) or 'none'}")
    if page.rests_on is None:
        return HTMLResponse(_shown(page, asked, request, navigation))
    tag = _tag(page, asked, request, answers)
    if is_known(tag, request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers={"ETag": tag})
    body = answers.get(tag)
    if body is None:
        body = _shown(page, asked, request, navigation).encode()
        if _tag(page, asked, request, answers) != tag:  # something came in meanwhile: nobody knows which it shows
            return HTMLResponse(body)
        answers.keep(tag, body)
    return HTMLResponse(body, headers={"ETag": tag})


def _tag(page: Page, asked: Asked, request: Request, answers: Answers) -> str:
    assert page.rests_on is not None
    who = visitor()
    token = who.token if who.kind == "member" else ""  # to log out; whoever is alone finds none on such a page
    return answers.tag(request.url.path, request.url.query, who.kind, who.name, who.role, token, page.rests_on(asked))


def _shown(page: Page, asked: Asked, request: Request, navigation: Sequence[Page]) -> str:
    template = f"{page.name}.{asked.part}.html" if asked.part else f"{page.name}.html"
    around = {"page": page, "pages": navigation, "state": asked.state, "room": asked.room, "path": request.url.path}
    around["formats"] = formats_of(page.listing) if page.listing else ("json",) if page.form else ()
    return render(template, {**around, **page.show(asked)})
