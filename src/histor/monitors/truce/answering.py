"""A ceasefire's board without its answer in, the answer in sentences out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from histor.records.boards import TruceBoard


def answer(board: TruceBoard) -> Iterator[str]:
    """Put into sentences how it stands, what was alleged, what stands apart, and what cannot be shown."""
    yield _state(board)
    yield _violations(board)
    if board.agreement.excluded:
        whom = _listed({group for each in board.excluded_strikes for group in each.whom}) or _listed(
            board.agreement.excluded
        )
        yield f"Apart from these, {_several(len(board.excluded_strikes), 'deed')} by or on those left out ({whom})."
    yield _heard(board)
    yield _compared(board)
    yield from _changes(board)
    missing = [
        told
        for told, value in (("parties", board.agreement.parties), ("brokers", board.agreement.brokers))
        if not value
    ]
    missing += [] if board.agreement.excluded else ["excluded groups"]
    if missing:
        yield f"The definition names no {_listed(missing)}."
    if board.limits:
        yield f"What this record cannot show: {'; '.join(board.limits)}."


def _state(board: TruceBoard) -> str:
    if board.set_by:
        return f"On {board.until} {board.name} is taken to be {board.state} ({board.set_by}; the rule: {board.rule})."
    return f"On {board.until} {board.name} is {board.state}: {board.rule}."


def _violations(board: TruceBoard) -> str:
    parts = [
        f"{sum(len(day.corroborated) for day in board.days)} corroborated by two origins or admitted",
        f"{sum(len(day.denied) for day in board.days)} denied",
        f"{sum(len(day.unattributed) for day in board.days)} with nobody named as the doer",
    ]
    alleged = sum(len(day.alleged) for day in board.days)
    return f"Since {board.agreement.in_effect}, {_several(alleged, 'violation')} alleged: {', '.join(parts)}."


def _heard(board: TruceBoard) -> str:
    silent = [day.day for day in board.days if not day.heard and not day.alleged]
    quiet = [day.day for day in board.days if day.heard and not day.alleged]
    return (
        f"Of {_several(len(board.days), 'day')}, {len(quiet)} were quiet with reports heard, and on {len(silent)} no "
        "report was heard, which is not calm."
    )


def _compared(board: TruceBoard) -> str:
    found = board.compared
    if found.ratio is None:
        return f"The level cannot be compared with that before: {found.reason}."
    return (
        f"The level went from {found.before:.2f} to {found.after:.2f} a day (ratio {found.ratio.value:.2f}, 95 % "
        f"interval {found.ratio.low:.2f} to {found.ratio.high:.2f}): {found.verdict}."
    )


def _changes(board: TruceBoard) -> Iterator[str]:
    start = date.fromisoformat(board.agreement.in_effect)
    for change in board.changes:
        went = "rose" if change.after > change.before else "fell"
        after = _several((date.fromisoformat(change.day) - start).days, "day")
        yield (
            f"About {change.day} (95 % range {change.first} to {change.last}), {after} after it took effect, the level "
            f"{went} from {change.before:.2f} to {change.after:.2f} a day; nobody told the day."
        )


def _several(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _listed(names: Iterable[str]) -> str:
    parts: Sequence[str] = sorted(names)
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)
