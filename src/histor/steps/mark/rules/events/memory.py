"""What the sentences before said: acts already told, so that none is told twice, and names for pronouns."""

from histor.records.measures import Spans
from histor.steps.mark.rules.events.merge import OUTCOMES
from histor.steps.mark.rules.events.parse import Parse
from histor.steps.mark.rules.events.subjects import subjects_of
from histor.steps.mark.rules.events.triggers import Candidate
from histor.steps.mark.rules.events.voices import Voices
from histor.steps.mark.rules.phrases import Phrase

_DEFINITE = frozenset("the this these those both its their such".split())
_POSSESSIVE = frozenset("its his her their".split())  # "their jets … they": both stand for somebody before
_LONGEST_PRONOUN = 4  # letters
_REPEATABLE = frozenset({"ASSAULT", "RETREAT", "CONSULT", "AGREE", "COERCE", "MOBILIZE", "PROTEST", "AID", "SANCTION"})


class Memory:
    """Acts and subjects of the sentences before."""

    def __init__(self) -> None:
        """Start with nothing said."""
        self._told: set[tuple[int | None, str]] = set()
        self._types: set[str] = set()
        self._subjects: Spans = ()

    def knows(self, candidate: Candidate) -> bool:
        """Tell whether a noun only names again an act that was told before ("the attack")."""
        shift = candidate.act.type == "MOBILIZE" and candidate.act.mode is None
        if candidate.group is not None or shift or candidate.act.type not in _REPEATABLE:
            return False
        parse, at = candidate.parse, candidate.at
        first = (parse.chunk(at) or (at, at))[0]
        if parse.lower(first) not in _DEFINITE or first == at:
            return False
        kind = _kind_of(candidate)
        return (candidate.voice, kind) in self._told or (kind in self._types and not _adds(candidate))

    def keep(self, candidate: Candidate) -> None:
        """Note an act that was told."""
        kind = _kind_of(candidate)
        self._types.add(kind)
        self._told.add((candidate.voice, kind))

    def end_sentence(self, parse: Parse) -> None:
        """Note who the sentence was about, for the pronouns of the next one."""
        for group in parse.groups:
            names = [phrase for phrase in subjects_of(parse, group) if parse.kind(phrase[0]) == "n"]
            if names and not group.bare and not group.infinitive:
                self._subjects = tuple(parse.span(name) for name in names[:1])
                return

    def stands_for(self, candidate: Candidate, phrase: Phrase, voices: Voices) -> Spans:
        """Give the name that a pronoun stands for: the claim's source, a subject before it, or the pronoun itself."""
        parse = candidate.parse
        own, claim = parse.span(phrase), voices.claim(candidate.voice)
        if claim and claim.source and own.start not in range(*claim.source[0]):
            source = claim.source[0]
            if source.end - source.start > _LONGEST_PRONOUN and source.start >= parse.sentence.span.start:
                return (source,)
        earlier = [
            name
            for group in parse.groups
            if group.head < phrase[0] and not group.bare
            for name in subjects_of(parse, group)
            if parse.kind(name[0]) == "n" and name[1] < phrase[0] and parse.lower(name[0]) not in _POSSESSIVE
        ]
        if earlier:
            return (parse.span(earlier[0]),)
        return self._subjects or (own,)


def _kind_of(candidate: Candidate) -> str:
    """Name the kind by which acts are told apart: the type, and for steps back also what is done."""
    return f"RETREAT {candidate.act.mode}" if candidate.act.type == "RETREAT" else candidate.act.type


def _adds(candidate: Candidate) -> bool:
    """Tell whether the sentence brings a number or a target to the act: then another voice tells it anew."""
    parse, at = candidate.parse, candidate.at
    after = range(at, min(at + 8, len(parse.kinds)))
    harmed = any((group := parse.group(place)) and parse.lower(group.head) in OUTCOMES | _HITS for place in after)
    if candidate.act.mode == "withdraw" and parse.lower(at + 1) == "of":
        return True
    return harmed or (parse.lower(at - 2) in {"for", "of"} and candidate.act.type == "ASSAULT")


_HITS = frozenset("targeted hit struck target targeting".split())
