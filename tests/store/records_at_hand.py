"""Records for the ledger's tests: a few whole ones with real sentences, and a strategy for any record at all."""

import hashlib
from dataclasses import replace
from typing import get_args

from hypothesis import strategies as st

from histor.records.claims import Claim, Manner, Speaker, SpeakerKind, Stance
from histor.records.events import Certainty, Event, EventType, Party, Place, Status, Target
from histor.records.made import Problem, Step
from histor.records.measures import Count, Span, What, When
from histor.records.record import Mention, MentionKind, Record
from histor.records.text import Block, Published, Report

STEPS = (Step("read", "1"), Step("mark", "1"), Step("link", "1"))
NEWER_STEPS = (Step("read", "1"), Step("mark", "2"), Step("link", "1"))
UNKNOWN = Published(None, None, "unknown", "unknown")

TEXT = (
    "Depot hit near Idlib\n\n"
    "The Defence Ministry said on Monday that its aircraft had struck a depot near Idlib. "
    "Capt. Omar Haddad of the civil defence told the Courier that at least 15 people were killed. "
    "Ambassador Lind denied that any talks were held in Geneva."
)


def on(day: str) -> Published:
    return Published(day, day, "day", "given")


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def bytes_of(record: Record) -> bytes:
    return record.report.text.encode()


def depot(number: str = "1", *, day: str | None = "2016-03-14", outlet: str | None = "Courier") -> Record:
    """The record of one report; another number is another report."""
    text = f"{TEXT} ({number})"
    blocks = (Block(0, 20, "title"), Block(22, len(text), "paragraph"))
    report = Report(
        id=f"r-{number}",
        key=f"reports/{number}.txt",
        sha256=sha256(text.encode()),
        text=text,
        blocks=blocks,
        published=on(day) if day else UNKNOWN,
        title="Depot hit near Idlib",
        outlet=outlet,
        authors=("R. Salem",),
    )
    problem = Problem("no-year", "the day has no year; give --published", at("Monday"))
    mention = Mention(f"m-{number}", at("Idlib."), "place", "geonames:169389")
    return Record(report, (mention,), _claims(number), _events(number), (problem,), STEPS)


def _claims(number: str) -> tuple[Claim, ...]:
    ministry = Speaker("Defence Ministry", "body", "actor:rus-mod", "Russia")
    said = When(at("Monday"), "2016-03-14", "2016-03-14", "day")
    return (
        Claim(
            id=f"c-{number}a",
            source=(at("The Defence Ministry"),),
            cue=(at("said"),),
            content=(at("that its aircraft had struck a depot near Idlib"),),
            stance="asserts",
            manner="indirect",
            speaker=ministry,
            said=said,
        ),
        Claim(
            id=f"c-{number}b",
            source=(at("Capt. Omar Haddad of the civil defence"),),
            cue=(at("told"),),
            content=(at("that at least 15 people were killed"),),
            stance="asserts",
            manner="indirect",
            speaker=Speaker("Omar Haddad", "person"),
        ),
        Claim(
            id=f"c-{number}c",
            source=(at("Ambassador Lind"),),
            cue=(at("denied"),),
            content=(at("that any talks were held in Geneva"),),
            stance="denies",
            manner="indirect",
            parent=f"c-{number}b",
            speaker=Speaker("Ambassador Lind", "person"),
            score=0.5,
        ),
    )


def _events(number: str) -> tuple[Event, ...]:
    strike = Event(
        id=f"e-{number}a",
        claim=f"c-{number}a",
        trigger=at("struck"),
        type="ASSAULT",
        status="occurred",
        certainty="attributed",
        mode="aerial",
        contexts=("military",),
        actors=(Party((at("its aircraft"),), "Russian Aerospace Forces", "actor:rus-vks", "MIL", "RUS"),),
        recipients=(Party((at("a depot"),), "al-Assad Brigade"),),
        place=Place(at("Idlib."), "Idlib", "geonames:169389", 35.93, 36.63, "SYR", "Idlib", "town"),
        when=When(None, "2016-02-27", "2016-03-01", "week", approximate=True),
        target="military",
    )
    deaths = Event(
        id=f"e-{number}b",
        claim=f"c-{number}b",
        trigger=at("killed"),
        type="ASSAULT",
        status="occurred",
        certainty="attributed",
        quantities=(Count("killed", at("at least 15 people"), 15),),
    )
    talks = Event(
        id=f"e-{number}c",
        claim=f"c-{number}c",
        trigger=at("talks"),
        type="CONSULT",
        status="denied",
        certainty="attributed",
        actors=(Party((at("Ambassador Lind"),), "Ambassador Lind"),),
        place=Place(at("Geneva"), "Geneva"),
        stage="held",
    )
    return (strike, deaths, talks)


def with_report(record: Record, **facts: object) -> Record:
    return replace(record, report=replace(record.report, **facts))  # type: ignore[arg-type]


_days = st.none() | st.dates().map(str)
_names = st.text(max_size=12)
_maybe = st.none() | _names
_spans = st.tuples(st.integers(0, 90), st.integers(0, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
_span_lists = st.lists(_spans, max_size=3).map(tuple)
_scores = st.floats(0, 1)
_whole = st.none() | st.integers(-(2**63), 2**63 - 1)
_whens = st.builds(
    When,
    span=st.none() | _spans,
    start=_days,
    end=_days,
    precision=st.sampled_from(["day", "week", "month", "year", "unknown"]),
    approximate=st.booleans(),
)
_parties = st.lists(
    st.builds(Party, spans=_span_lists, name=_names, ref=_maybe, sector=_maybe, country=_maybe), max_size=3
).map(tuple)
_places = st.builds(
    Place,
    span=_spans,
    name=_names,
    ref=_maybe,
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
    country=_maybe,
    admin1=_maybe,
    precision=st.none() | st.sampled_from(["site", "town", "district", "region", "country"]),
)
_counts = st.builds(
    Count, what=st.sampled_from(get_args(What)), span=_spans, low=_whole, high=_whole, approximate=st.booleans()
)
_speakers = st.builds(Speaker, name=_maybe, kind=st.sampled_from(get_args(SpeakerKind)), ref=_maybe, represents=_maybe)


@st.composite
def any_record(draw: st.DrawFn) -> Record:
    """Draw any record that the contract allows, parents before the claims that stand in them."""
    claims: list[Claim] = []
    for number in range(draw(st.integers(0, 4))):
        claims.append(draw(_claim(number, tuple(claim.id for claim in claims))))
    ids = tuple(claim.id for claim in claims)
    events = tuple(draw(_event(number, ids)) for number in range(draw(st.integers(0, 4))))
    mentions = draw(st.lists(st.builds(_mention, _spans, st.sampled_from(get_args(MentionKind)), _maybe), max_size=3))
    return Record(
        report=draw(_report()),
        mentions=tuple(replace(mention, id=f"m{number}") for number, mention in enumerate(mentions)),
        claims=tuple(claims),
        events=events,
        problems=tuple(draw(st.lists(st.builds(Problem, _names, _names, st.none() | _spans, _maybe), max_size=3))),
        made_by=tuple(draw(st.lists(st.builds(Step, _names, _names), max_size=3, unique=True))),
    )


def _mention(span: Span, kind: MentionKind, ref: str | None) -> Mention:
    return Mention("m", span, kind, ref)


@st.composite
def _report(draw: st.DrawFn) -> Report:
    text = draw(st.text(max_size=120))
    published = draw(
        st.builds(
            Published,
            start=_days,
            end=_days,
            precision=st.sampled_from(["day", "month", "year", "unknown"]),
            basis=st.sampled_from(["given", "metadata", "dateline", "inferred", "unknown"]),
        )
    )
    blocks = draw(
        st.lists(
            st.builds(
                lambda span, kind, outlet: Block(*span, kind, outlet, "style"),
                _spans,
                st.sampled_from(["title", "paragraph", "quote", "furniture"]),
                _maybe,
            ),
            max_size=3,
        )
    )
    return Report(
        id=f"r-{sha256(text.encode())}",
        key=draw(_names),
        sha256=sha256(text.encode()),
        text=text,
        blocks=tuple(blocks),
        published=published,
        url=draw(_maybe),
        title=draw(_maybe),
        outlet=draw(_maybe),
        authors=tuple(draw(st.lists(_names, max_size=2))),
        fetched=draw(_maybe),
        language=draw(_names),
    )


def _claim(number: int, outer: tuple[str, ...]) -> st.SearchStrategy[Claim]:
    return st.builds(
        Claim,
        id=st.just(f"c{number}"),
        source=_span_lists,
        cue=_span_lists,
        content=_span_lists,
        stance=st.sampled_from(get_args(Stance)),
        manner=st.sampled_from(get_args(Manner)),
        parent=st.sampled_from((None, *outer)),
        speaker=st.none() | _speakers,
        said=st.none() | _whens,
        score=_scores,
    )


def _event(number: int, claims: tuple[str, ...]) -> st.SearchStrategy[Event]:
    return st.builds(
        Event,
        id=st.just(f"e{number}"),
        claim=st.sampled_from((None, *claims)),
        trigger=_spans,
        type=st.sampled_from(get_args(EventType)),
        status=st.sampled_from(get_args(Status)),
        certainty=st.sampled_from(get_args(Certainty)),
        mode=_maybe,
        contexts=st.lists(_names, max_size=2).map(tuple),
        actors=_parties,
        recipients=_parties,
        place=st.none() | _places,
        when=st.none() | _whens,
        violation=st.booleans(),
        target=st.none() | st.sampled_from(get_args(Target)),
        posture=st.none() | st.sampled_from(["deploy", "remain"]),
        stage=st.none() | st.sampled_from(["held", "in-effect"]),
        quantities=st.lists(_counts, max_size=3).map(tuple),
        score=_scores,
    )
