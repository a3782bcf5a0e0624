"""What a trained marker says of one window of a text, as plain numbers: words are counted from the window's first."""

from dataclasses import dataclass

from histor.records.measures import Span, Spans

Shares = tuple[float, ...]  # one a label, in the labels' own order; they sum to one


@dataclass(frozen=True, slots=True)
class CueNumbers:
    """A word that may begin a cue, with the words that it speaks for."""

    cue: Span  # words
    share: float  # how likely a cue begins here
    stances: Shares
    source: Spans  # words
    content: Spans  # words


@dataclass(frozen=True, slots=True)
class TriggerNumbers:
    """A word that may name an action, with the words that play a part in it."""

    word: int
    types: Shares  # no action first, then the types
    kinds: Shares  # type and mode together, as in `kinds.KINDS`
    statuses: Shares
    violation: float  # how likely the text calls it a breach
    actors: Spans  # words
    recipients: Spans
    place: Spans
    when: Spans
    counts: Spans
    whats: tuple[Shares, ...]  # beside counts: what is counted
    nearly_place: Spans = ()  # the place, also where none is a little likelier


@dataclass(frozen=True, slots=True)
class Window:
    """One window: where its words stand, the part of it that it answers for, and what may stand there."""

    words: Spans  # code points
    own: Span  # words: a cue or trigger elsewhere is another window's
    cues: tuple[CueNumbers, ...]
    triggers: tuple[TriggerNumbers, ...]

    def owns(self, word: int) -> bool:
        """Tell whether this window answers for the word."""
        return self.own.start <= word < self.own.end

    def spans(self, words: Spans) -> Spans:
        """Turn spans of words into spans of code points."""
        return tuple(Span(self.words[start].start, self.words[end - 1].end) for start, end in words)


def likeliest(shares: Shares) -> int:
    """Give the number of the label with the greatest share, the first of equals."""
    return max(range(len(shares)), key=shares.__getitem__)
