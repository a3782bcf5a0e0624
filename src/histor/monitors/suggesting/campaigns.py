"""Sentences of a record in, drafts of air campaigns out: states whose aircraft are said to strike, again and again."""

from collections.abc import Iterable, Iterator, Sequence

from histor.monitors.suggesting.days import by_value
from histor.monitors.suggesting.owners import name_of_state, state_of
from histor.monitors.wording import one_of
from histor.records.drafts import Draft, Found, KindDraft, TruceDraft
from histor.records.events import HAPPENED
from histor.records.heard import Line, Name, Saying
from histor.records.measures import Day

_FEWEST_REPORTS = 3  # that tell of strikes on as many days before they are called a campaign
_FROM_AIR = frozenset({"aerial", "drone"})
_MAY = one_of(r"air-?\s?(?:strikes?|raids?|attacks?)", r"bomb\w*", "jets?", "warplanes?", "aircraft", "planes?",
              "drones?", "helicopters?", "struck", "strikes?", "hit", "raids?")  # fmt: skip
_WHERE = frozenset({"in", "across", "throughout", "over", "inside", "northern", "southern", "eastern", "western"})


def draft_campaigns(sayings: Sequence[Saying], others: Iterable[Draft]) -> tuple[KindDraft, ...]:
    """Give a draft for each state whose strikes from the air are told often; `others` give its reference dates."""
    told: dict[str, list[Saying]] = {}
    for saying in sayings:
        for state in _strikers(saying.line):
            told.setdefault(state, []).append(saying)
    others = tuple(others)
    return tuple(_draft(state, held, others) for state, held in sorted(told.items()) if _is_campaign(held))


def may_tell(text: str) -> bool:
    """Tell whether a sentence may tell of a strike from the air."""
    return bool(_MAY.search(text))


def _strikers(line: Line) -> Iterator[str]:
    if line.type == "ASSAULT" and line.mode in _FROM_AIR and line.status in HAPPENED and _day(line):
        yield from dict.fromkeys(state for side in line.actors if (state := state_of(side)))


def _is_campaign(held: Sequence[Saying]) -> bool:
    reports, days = ({getattr(saying.line, name) for saying in held} for name in ("report", "published"))
    return len(reports) >= _FEWEST_REPORTS <= len(days)


def _day(line: Line) -> Day | None:
    return line.first or line.published


def _draft(state: str, held: Sequence[Saying], others: Sequence[Draft]) -> KindDraft:
    days = sorted(((_day(saying.line) or "", saying.line) for saying in held), key=lambda told: told[0])
    since, until = days[0][0], days[-1][0]
    striker = name_of_state(state) or state
    names = [(striker, saying.line) for saying in held]
    names += [(side.name, saying.line) for saying in held for side in saying.line.actors if state_of(side) == state]
    where = by_value(each for saying in held for each in _countries(saying, state))[:1]
    place = f" in {where[0].value}" if where else ""
    return KindDraft(
        monitor="air",
        key=f"air-{state.removeprefix('state:').lower()}-{since}",
        name=f"the strikes of {striker}{place} from {since}",
        fields=(
            ("since", by_value([days[0]])),
            ("until", by_value([days[-1]])),
            ("names", by_value(names)),
            ("countries", where),
            ("dates", tuple(_dates(others, since, until))),
        ),
        missing=(
            "whose ground was struck: name sets of places as [[groups]]",
            *(() if where else ("where it strikes",)),
        ),
    )


def _countries(saying: Saying, striker: str) -> Iterator[tuple[str, Line]]:
    for name in saying.names:
        country = name_of_state(name.side.ref)
        if country and name.place and name.side.ref != striker and _is_where(saying, name):
            yield country, saying.line


def _is_where(saying: Saying, name: Name) -> bool:
    before = saying.line.sentence[: name.span.start].split()
    return bool(before) and before[-1].lower() in _WHERE


def _dates(others: Iterable[Draft], since: Day, until: Day) -> Iterator[Found]:
    """Give days within the campaign on which a ceasefire took effect or a withdrawal was first told."""
    once: set[Day] = set()
    for draft in others:
        found = draft.in_effect if isinstance(draft, TruceDraft) else draft.values("since")
        if (
            draft.key.startswith(("ceasefire", "posture"))
            and since < found[0].value <= until
            and found[0].value not in once
        ):
            once.add(found[0].value)
            what = "ceasefire" if isinstance(draft, TruceDraft) else "withdrawal"
            yield Found(found[0].value, found[0].lines, also=(what,))
