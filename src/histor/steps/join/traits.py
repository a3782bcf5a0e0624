"""An event as told in, what of it is compared with others out: each trait worked out once, and only if it is asked for.

An event is compared with all that its place saw in its days, and its words and names are the same each time.
"""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from histor.records.incidents import Telling
from histor.records.standing import Stand
from histor.steps.copies.comparing import runs_of
from histor.steps.join.likeness import Names, Words, names_in, numbers_in, shared_words, words_in
from histor.steps.join.mention import Naming, is_fighting, naming_of
from histor.steps.join.sides import doers_of, side_of, sort_of
from histor.steps.join.themes import is_background, things_in, ways_in

# Means that reports, and readers, tell apart with certainty; within a group they are often called alike.
_MEANS: Mapping[str, str] = {
    "aerial": "from the air", "heavy-weapons": "by shells or rockets", "explosives": "by a bomb",
    "suicide-attack": "by a bomb", "firearms": "by shots",
}  # fmt: skip
_NEAR = frozenset({"own", "sentence", "paragraph"})


class Traits:
    """What an event is compared by."""

    def __init__(self, telling: Telling) -> None:
        self.id = telling.id
        self.event = telling.row.event
        self.setting = telling.setting
        self.source = telling.row.source
        self.sentence = telling.row.sentence
        self.position = telling.position
        self.stand = Stand(
            telling.id, telling.type, telling.status, telling.days, telling.spots, telling.dataset, telling.killed
        )
        self._telling = telling

    @cached_property
    def borrowed(self) -> int:
        """How many of its places are told by other words than its own."""
        return sum(spot.basis != "own" for spot in self.setting.spots)

    @cached_property
    def is_placed(self) -> bool:
        """Whether it has a place near its words: a denial without one answers its own report only."""
        return any(spot.basis in _NEAR for spot in self.setting.spots)

    @cached_property
    def means(self) -> str | None:
        """The means, where the words tell it: "bombing" is done from the air as well as by a bomb."""
        mode = self.event.mode or ""
        if mode == "explosives" and self.act.startswith("bomb"):
            return None
        return _MEANS.get(mode)

    @cached_property
    def naming(self) -> Naming | None:
        """How its words name the act: as one that is known, as one, or neither."""
        return naming_of(self.before)

    @property
    def before(self) -> str:
        """What its sentence says before the act."""
        return self.sentence[: max(0, self.event.trigger.start - self.setting.sentence.start)]

    @cached_property
    def act(self) -> str:
        """The words for the act, in small letters."""
        return self._telling.row.words.casefold()

    @cached_property
    def is_fighting(self) -> bool:
        """Whether its words tell of fighting, and not of a single blow."""
        return self.event.type == "ASSAULT" and is_fighting(self._telling.row.words, self.event.mode)

    @cached_property
    def doers(self) -> frozenset[str]:
        """Who did it, as far as the register knows them."""
        return doers_of(self._telling)

    @cached_property
    def side(self) -> str | None:
        """The side that did it, as the words call it."""
        return side_of(self.event.actors)

    @cached_property
    def victims(self) -> Words:
        """The words by which those who suffered it are named."""
        return words_in(party.name for party in self.event.recipients)

    @cached_property
    def sort(self) -> str | None:
        """Whether civilians or people in arms suffered it."""
        return sort_of(self.event.recipients)

    @cached_property
    def words(self) -> Words:
        """The words of its sentence."""
        return words_in([self.sentence])

    @cached_property
    def names(self) -> Names:
        """The names in its sentence."""
        return names_in(self.sentence)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers in its sentence."""
        return numbers_in(self.sentence)

    @cached_property
    def printed(self) -> int | None:
        """The day on which its report appeared, as a number of days; None: not known."""
        day = self.source.published.start
        return date.fromisoformat(day).toordinal() if day else None

    @property
    def voice(self) -> str | None:
        """The innermost voice that tells it; None: nobody is named."""
        voice = self._telling.row.chain[-1] if self._telling.row.chain else None
        return None if voice == "unnamed" else voice

    @cached_property
    def runs(self) -> frozenset[str]:
        """The runs of words of its sentence."""
        return runs_of(self.sentence)

    @cached_property
    def title(self) -> Words:
        """The words of its report's title."""
        return words_in([self.source.title or ""])

    @cached_property
    def headline(self) -> float:
        """How much of its report's title its sentence tells, 0 to 1."""
        return shared_words(self.title, self.words, frozenset())[0]

    @cached_property
    def told(self) -> frozenset[str]:
        """The beginnings of the names that are compared elsewhere: of places and of those whose word it is."""
        return frozenset(words_in([*(spot.name for spot in self.setting.spots), *self._telling.row.chain]))

    @cached_property
    def says_way(self) -> bool:
        """Whether its own sentence says how it was done."""
        return bool(ways_in([self.sentence]))

    @cached_property
    def says_thing(self) -> bool:
        """Whether its own sentence says what was there."""
        return bool(things_in([self.sentence]))

    @cached_property
    def is_background(self) -> bool:
        """Whether its sentence speaks of many happenings or of what used to be."""
        return is_background(self.sentence)


def one_report(one: Traits, other: Traits) -> bool:
    """Tell whether one report tells both."""
    return one.source.report_id == other.source.report_id
