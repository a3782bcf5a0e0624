"""One report written for these tests, with its record: every claim and event stands in words of the text."""

import hashlib

from histor.records.claims import Claim, Speaker
from histor.records.events import Event, Party, Place
from histor.records.made import Problem, Step
from histor.records.measures import Count, Span, When
from histor.records.record import Record
from histor.records.text import Block, Published, Report

TITLE = "Army to leave the northern bases, ministry says"
FIRST = (
    "The Defence Ministry said on Monday that its aircraft had bombed an Islamic State depot near Palmyra, "
    "killing at least 15 fighters. A rebel commander denied that any depot was hit."
)
QUOTED = "“The withdrawal will start about 15 March,” the ministry’s spokesman said, without giving a number."
MENU = "Sign up for our newsletter"
TEXT = "\n\n".join((TITLE, FIRST, QUOTED, MENU))
RAW = TEXT.encode()


def span(words: str, after: str = "") -> Span:
    """Point at the first such words behind some others."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


def _block(words: str, kind: str, outlet: str | None = None) -> Block:
    return Block(*span(words), kind, outlet)  # type: ignore[arg-type]


REPORT = Report(
    id="r-00000000000000aa",
    key="wire/monday.txt",
    sha256=hashlib.sha256(RAW).hexdigest(),
    text=TEXT,
    blocks=(
        _block(TITLE, "title"),
        _block(FIRST, "paragraph"),
        _block(QUOTED, "quote", "Northern Wire"),
        _block(MENU, "furniture"),
    ),
    published=Published("2016-03-14", "2016-03-14", "day", "given"),
    title=TITLE,
    outlet="The Gazette",
)
MINISTRY = Claim(
    id="c-0000000000000001",
    source=(span("The Defence Ministry"),),
    cue=(span("said"),),
    content=(span("that its aircraft had bombed an Islamic State depot near Palmyra, killing at least 15 fighters"),),
    stance="asserts",
    manner="indirect",
    speaker=Speaker("Defence Ministry", "body", "actor:ministry", "Russia"),
    said=When(span("on Monday"), "2016-03-14", "2016-03-14", "day"),
)
DENIAL = Claim(
    id="c-0000000000000002",
    source=(span("A rebel commander"),),
    cue=(span("denied"),),
    content=(span("that any depot was hit"),),
    stance="denies",
    manner="indirect",
    speaker=Speaker(None, "unnamed"),
)
COPY = Claim(
    id="c-0000000000000004",
    source=(),
    cue=(),
    content=(span(QUOTED),),
    stance="asserts",
    manner="block",
    speaker=Speaker("Northern Wire", "outlet"),
)
PLAN = Claim(
    id="c-0000000000000003",
    source=(span("the ministry’s spokesman"),),
    cue=(span("said", QUOTED),),
    content=(span("“The withdrawal will start about 15 March,”"),),
    stance="plans",
    manner="direct",
    parent=COPY.id,
    speaker=Speaker("Ministry spokesman", "person"),
)
STRIKE = Event(
    id="e-0000000000000001",
    claim=MINISTRY.id,
    trigger=span("bombed"),
    type="ASSAULT",
    mode="aerial",
    status="occurred",
    certainty="attributed",
    actors=(Party((span("its aircraft"),), "Russia", "actor:rus", "MIL", "RUS"),),
    recipients=(Party((span("Islamic State"),), "Islamic State", "actor:is", "REB"),),
    place=Place(span("Palmyra"), "Palmyra", precision="town"),
    when=None,
    target="military",
    quantities=(Count("killed", span("at least 15 fighters"), low=15),),
)
DENIED_STRIKE = Event(
    id="e-0000000000000002",
    claim=DENIAL.id,
    trigger=span("hit"),
    type="ASSAULT",
    status="denied",
    certainty="attributed",
    place=Place(span("Palmyra"), "Palmyra", precision="town"),
)
WITHDRAWAL = Event(
    id="e-0000000000000003",
    claim=PLAN.id,
    trigger=span("withdrawal"),
    type="RETREAT",
    mode="withdraw",
    status="planned",
    certainty="attributed",
    when=When(span("about 15 March"), "2016-03-15", "2016-03-15", "day", approximate=True),
    posture="withdraw-part",
    quantities=(Count("troops", span("a number")),),
)
RECORD = Record(
    report=REPORT,
    mentions=(),
    claims=(MINISTRY, DENIAL, COPY, PLAN),
    events=(STRIKE, DENIED_STRIKE, WITHDRAWAL),
    problems=(Problem("unresolved-day", "No day could be worked out; give it with --published.", span("Monday")),),
    made_by=(Step("mark", "1"), Step("link", "1")),
)
