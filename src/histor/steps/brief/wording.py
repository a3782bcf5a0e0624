"""What somebody said in, a sentence out that says no more than the words do: whose word, how, and what."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from histor.records.brief import Citation, Standing
from histor.steps.brief.names import is_ordinary

LONGEST = 420  # characters of a quotation: about three sentences of news text
_HEAD = 40  # characters; a second "that" among them shows that the content begins before it
_OPENERS = ("that ", "to ", "why ", "how ", "whether ", "for ", "of ", "against ")
_SAYS = re.compile(r"\b(?:said|says|confirmed|denied|denies|added|announced|reported|claimed|insisted|warned|stated)$")
_BARE: Mapping[Standing, str] = {
    "happened": "Reported", "said": "Reported", "denied": "Reported as denied", "planned": "Reported as planned"
}  # fmt: skip
_MARKS = str.maketrans({"“": "‘", "”": "’", '"': "’"})
_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True)
class Said:
    """One event or claim as one report has it, with the pieces of its words."""

    citation: Citation
    speaker: str  # empty: the report's own voice
    cue: str = ""  # the verb group, as the words have it
    content: str = ""  # what is said, as the words have it; empty: see the sentence
    direct: bool = False  # the speaker's very words
    straight: bool = False  # source, cue and content follow one another in the text
    counts: tuple[tuple[str, str], ...] = ()  # what was counted, and the words that say how many


def sentences_of(said: Said) -> Iterator[str]:
    """Write a sentence in several ways, the fullest first: the first one that the checker lets pass is taken."""
    where = _where(said)
    if said.speaker and said.content:
        voice = _voice(said)
        if not said.direct:
            yield from (f"{voice} {content} {where}" for content in _reported(said))
        elif said.cue:
            yield f"{voice}: “{quotable(said.content)}” {where}"
        yield f"{voice}, as {_outlet(said)} put it: “{quotable(said.content)}” {where}"
    yield f"{capital(_outlet(said))} reported: “{quotable(said.citation.words)}” {where}"
    yield f"{_BARE[said.citation.standing]}: “{quotable(said.citation.words)}”"


def disagreements(about: str, one: Said, other: Said, *, revision: bool) -> Iterator[str]:
    """Write what two voices do not agree on, with their words where it is a number; a revision is told as one."""
    first, second = (each.speaker or _outlet(each) for each in (one, other))
    name = capital(first)
    counts = [(mine, theirs) for what, mine in one.counts for kind, theirs in other.counts if kind == what]
    if revision:
        yield from (f"{name} reported “{mine}”, later “{theirs}”." for mine, theirs in counts)
        yield f"{name} reported otherwise later: {about}."
        return
    if about == "how many":
        yield from (
            f"They do not agree on how many: {first} reported “{mine}”, {second} reported “{theirs}”."
            for mine, theirs in counts
            if mine != theirs
        )
    yield f"They do not agree on {_of(about)}: reported by {first} against what is reported by {second}."
    yield f"The reports do not agree on {_of(about)}."


def capital(words: str) -> str:
    """Begin a sentence with a capital letter."""
    return words[:1].upper() + words[1:]


def quotable(words: str) -> str:
    """Give words as they stand between marks of quotation: in one line, inner marks single, cut where they are long."""
    line = " ".join(words.split()).translate(_MARKS)
    if len(line) <= LONGEST:
        return line
    return f"{line[:LONGEST].rsplit(' ', 1)[0].rstrip(' ,;:')} …"


def day_in_words(day: str) -> str:
    """Give a day as a brief writes it: `8 March 2016`."""
    year, month, number = day.split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}"


def _voice(said: Said) -> str:
    if said.cue.casefold().startswith("according"):
        return f"According to {said.speaker}"
    return capital(f"{said.speaker} {said.cue}".strip())


def _reported(said: Said) -> Iterator[str]:
    """Write what is said as reported speech: where the words have it so, or a plain verb of saying allows it."""
    content = _ended(said.content)
    if len(content) > LONGEST or "…" in content:
        return
    if said.straight and content.startswith(_OPENERS):
        yield content
    if _SAYS.search(said.cue) and not content.startswith(_OPENERS) and " that " not in content[:_HEAD]:
        first = content.split(" ", 1)[0]
        yield f"that {content[:1].lower()}{content[1:]}" if is_ordinary(first) else f"that {content}"


def _where(said: Said) -> str:
    source = said.citation.source
    inner = [voice for voice in said.citation.chain[1:-1] if voice != said.speaker and voice != "unnamed"]
    parts = [_outlet(said), *(f"citing {voice}" for voice in inner)]
    published = source.published
    parts += [day_in_words(published.start)] if published.precision == "day" and published.start else []
    return f"({', '.join(parts)})."


def _outlet(said: Said) -> str:
    return said.citation.source.outlet or "a report of unknown outlet"


def _ended(content: str) -> str:
    return " ".join(content.split()).rstrip(" ,;:")


def _of(about: str) -> str:
    return {"on which day": "the day", "where": "the place"}.get(about, about)
