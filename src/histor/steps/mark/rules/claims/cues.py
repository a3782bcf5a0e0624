"""A sentence in, the words that make attributions out: cue verbs and what each one takes as its content.

The word lists are the product's own. A frame says what stands after the cue for it to be one:
`clause` (that-clause, bare clause, quotation, or all of it before the cue), `noun`, `to` (an infinitive), `ing`,
`person-to` (somebody, then an infinitive), or a preposition.
"""

from dataclasses import dataclass

from histor.records.claims import Stance
from histor.steps.mark.rules import lexicon
from histor.steps.mark.rules.verbs import Verb, is_verb, readings
from histor.steps.mark.rules.words import Sentence


@dataclass(frozen=True, slots=True)
class CueEntry:
    """What a cue verb says and takes."""

    stance: Stance
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a sentence, as indices of words, both included."""

    first: int
    last: int
    base: str
    form: str
    entry: CueEntry
    negated: bool = False


_TABLE = """
asserts: clause plain: say report confirm
asserts: clause: state add note claim declare reveal disclose insist maintain argue believe think
  assert affirm explain indicate stress emphasise emphasize write tweet acknowledge admit concede conclude observe
  recall reply respond reiterate repeat show testify find reaffirm underline underscore recount elaborate clarify
  certify complain lament contend hear learn deem mention divulge document
asserts: clause person-clause: tell inform notify assure brief remind
asserts: clause suggest-ing: suggest
asserts: noun: cite
asserts: quote: read quote
plans: clause noun to: announce
plans: to clause noun: pledge promise
plans: to on noun-to clause: agree
plans: to: plan intend vow decide undertake offer
asserts: clause to noun-responsibility: claim
denies: clause noun ing: deny refute
denies: noun: reject dismiss
denies: to: refuse decline
denies: noun clause: dispute contradict
doubts: clause noun: doubt
orders: noun clause person-to: order
orders: noun person-to: instruct authorize authorise command
orders: clause noun: decree
threatens: to noun clause: threaten
predicts: clause of noun against: warn caution
predicts: clause noun person-to: predict expect forecast anticipate
predicts: clause: fear
demands: clause noun person-to to: demand
demands: person-to clause: urge
demands: person-to: ask appeal implore beg
demands: noun person-to clause: request
demands: clause noun ing: propose recommend
accuses: of: accuse suspect
accuses: for on: blame
accuses: clause: allege
condemns: noun: condemn denounce criticise criticize decry deplore slam lambast
approves: noun: welcome praise hail commend congratulate applaud endorse
"""
# A particle or preposition that belongs to the cue: base, particle(s), stance, frames.
_PHRASAL = """
call for; demands; noun ing person-to
call on; demands; person-to
call upon; demands; person-to
appeal for; demands; noun
appeal to; demands; person-to
press for; demands; noun
ask for; demands; noun
point out; asserts; clause
rule out; denies; noun ing
turn down; denies; noun
carry out; asserts; never
lash out; condemns; at
speak out; condemns; against
commit to; plans; noun ing
agree on; plans; noun
speak in favour of; approves; noun
hold responsible; accuses; for
warn of; predicts; noun ing
warn against; demands; noun ing
hit out; condemns; at
"""
# Verbs whose cue reading needs a speaker that can speak: too common otherwise.
_SHY = frozenset(
    "show find read add hear learn note observe document suggest indicate mean expect offer plan decide".split()
)
_NEVER_AFTER = frozenset({"to", "of"})


def _entries() -> dict[str, tuple[CueEntry, ...]]:
    table: dict[str, tuple[CueEntry, ...]] = {}
    for line in _TABLE.replace("\n  ", " ").strip().splitlines():
        stance, frames, bases = (part.strip() for part in line.split(":"))
        entry = CueEntry(stance, frozenset(frames.split()))  # type: ignore[arg-type]
        for base in bases.split():
            table[base] = (*table.get(base, ()), entry)
    return table


def _phrasal() -> dict[str, tuple[tuple[tuple[str, ...], CueEntry], ...]]:
    table: dict[str, tuple[tuple[tuple[str, ...], CueEntry], ...]] = {}
    for line in _PHRASAL.strip().splitlines():
        words, stance, frames = (part.strip() for part in line.split(";"))
        base, *particles = words.split()
        entry = CueEntry(stance, frozenset(frames.split()))  # type: ignore[arg-type]
        table[base] = (*table.get(base, ()), (tuple(particles), entry))
    return table


ENTRIES = _entries()
PHRASAL = _phrasal()


def find_cues(sentence: Sentence) -> tuple[Cue, ...]:
    """List the cue verbs of a sentence from left to right; what they take is not checked yet."""
    found = (cue_at(sentence, at) for at in range(len(sentence.words)))
    return tuple(cue for cue in found if cue is not None)


def cue_at(sentence: Sentence, at: int) -> Cue | None:
    """Give the cue whose verb stands at this index; None: none does."""
    for verb in readings(sentence.words[at].lower):
        if verb.base in ENTRIES or verb.base in PHRASAL:
            verbal = is_verb(sentence, at)
            if verbal or _reads_as_verb(sentence, at):
                return _phrasal_cue(sentence, at, verb) or (
                    _plain_cue(sentence, at, verb) if verbal or _has_object(sentence, at) else None
                )
    return None


def _reads_as_verb(sentence: Sentence, at: int) -> bool:
    """Tell whether a word that is often a noun ("claims", "calls") agrees with a name or noun before it."""
    if at == 0 or sentence.words[at].lower.endswith("ing"):
        return False
    before = sentence.words[at - 1]
    if (
        before.is_mark
        or before.lower in _NO_SUBJECT
        or readings(before.lower)
        or before.lower.endswith(("al", "ed", "ic", "ive", "ous"))
    ):
        return before.text == ")"
    plural = before.lower.endswith("s") and not before.is_name_like
    return sentence.words[at].lower.endswith("s") != plural


def _has_object(sentence: Sentence, at: int) -> bool:
    """Tell whether what follows can only follow a verb."""
    return at + 1 < len(sentence.words) and sentence.words[at + 1].lower in _OBJECTS


_NO_SUBJECT = lexicon.DETERMINERS | lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.POSSESSIVES | lexicon.BE
_OBJECTS = frozenset("that responsibility the a its his their on".split())


def _phrasal_cue(sentence: Sentence, at: int, verb: Verb) -> Cue | None:
    for particles, entry in PHRASAL.get(verb.base, ()):
        after = tuple(word.lower for word in sentence.words[at + 1 : at + 1 + len(particles)])
        if after == particles and "never" not in entry.frames:
            first, negated = _group(sentence, at)
            return Cue(first, at + len(particles), verb.base, verb.form, entry, negated)
    return None


def _plain_cue(sentence: Sentence, at: int, verb: Verb) -> Cue | None:
    if verb.base not in ENTRIES:
        return None
    entries = ENTRIES[verb.base]
    entry = CueEntry(entries[0].stance, frozenset().union(*(entry.frames for entry in entries)))
    first, negated = _group(sentence, at)
    return Cue(first, at, verb.base, verb.form, entry, negated)


def _is_in_group(word: str) -> bool:
    return word in lexicon.NEGATIONS | (lexicon.AUXILIARIES - lexicon.POSSESSIVES) or word.endswith("ly")


def _group(sentence: Sentence, at: int) -> tuple[int, bool]:
    """Give where the verb group begins when it is negated ("did not confirm"), else the verb itself."""
    first = at
    while first > 0 and _is_in_group(sentence.words[first - 1].lower):
        first -= 1
    negated = any(word.lower in lexicon.NEGATIONS for word in sentence.words[first:at])
    return (first, True) if negated else (at, False)
