"""A sentence in, the claims that need no cue verb out: "according to X", "reportedly", "reports that", "X: …"."""

from histor.records.claims import Stance
from histor.steps.mark.rules import lexicon
from histor.steps.mark.rules.claims.contents import content_before
from histor.steps.mark.rules.claims.drafts import Draft
from histor.steps.mark.rules.claims.ends import end_of_content
from histor.steps.mark.rules.claims.subjects import named_before, subject_of
from histor.steps.mark.rules.phrases import Phrase
from histor.steps.mark.rules.verbs import is_verb
from histor.steps.mark.rules.words import DASHES, QUOTES, Sentence, is_glued

_HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
_NOUN_CUES: dict[str, Stance] = {
    "reports": "asserts", "claims": "asserts", "allegations": "accuses", "accusations": "accuses", "fears": "predicts",
    "rumours": "asserts", "rumors": "asserts", "suspicions": "accuses",
}  # fmt: skip
LONGEST_SOURCE = 24  # words of a source after "according to" when no mark ends it
LONGEST_HEADLINE_SOURCE = 6  # words before the colon of a headline attribution
_ENDS = frozenset({",", ".", ";", ":", "(", "-", "–", "—"})


def adverbial_drafts(sentence: Sentence) -> tuple[Draft, ...]:
    """List the claims of a sentence that hang on no cue verb, in order of their cues."""
    found = [draft for at in range(len(sentence.words)) for draft in [_draft_at(sentence, at)] if draft is not None]
    return tuple(found)


def _draft_at(sentence: Sentence, at: int) -> Draft | None:
    word = sentence.words[at].lower
    after = sentence.words[at + 1].lower if at + 1 < len(sentence.words) else ""
    if word == "according" and after == "to":
        return _according_to(sentence, at)
    if word in _HEARSAY:
        return _hearsay(sentence, at)
    if word in _NOUN_CUES and after in {"of", "that"} and not is_verb(sentence, at):
        return _noun_cue(sentence, at)
    return None


def _according_to(sentence: Sentence, at: int) -> Draft | None:
    """Content before it, after it, or on both sides where it stands in the middle."""
    opens = sentence.words[at].is_name_like or all(_is_linking(sentence, before) for before in range(at))
    source = _source_from(sentence, at + 2, opens=opens)
    if source is None:
        return None
    before = None if opens else content_before(sentence, at - 1)
    after = _continuation(sentence, source[1] + 1) if opens or _is_inserted(sentence, at, source[1]) else None
    pieces = tuple(piece for piece in (before, after) if piece is not None)
    return Draft(source, (at, at + 1), pieces, "asserts") if pieces else None


def _is_linking(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    return word.is_mark or word.lower in {"however", "but", "and", "meanwhile", "also"}


def _source_from(sentence: Sentence, first: int, *, opens: bool) -> Phrase | None:
    last = first - 1
    for at in range(first, min(len(sentence.words), first + LONGEST_SOURCE)):
        word = sentence.words[at]
        if word.text in _ENDS and not is_glued(sentence, at):
            if word.text == "," and not opens and _is_apposition(sentence, at + 1):
                last = at
                continue
            break
        if word.lower in lexicon.CONJUNCTIONS - {"and", "or", "nor"} or (
            is_verb(sentence, at) and at > first and not _in_relative(sentence, first, at)
        ):
            break
        if opens and at > first and _begins_clause(sentence, first, at):
            break
        last = at
    return (first, last) if last >= first else None


def _begins_clause(sentence: Sentence, first: int, at: int) -> bool:
    """Tell whether a new phrase begins where no comma is set ("According to the agency the strikes …")."""
    article = sentence.words[at].lower in {"the", "a", "an", "at"}
    return article and at > first and sentence.words[at - 1].lower not in lexicon.PREPOSITIONS | {"and", ","}


def _is_apposition(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.words) and sentence.words[at].lower in {
        "a",
        "an",
        "the",
        "who",
        "which",
        "head",
        "director",
    }


def _in_relative(sentence: Sentence, first: int, at: int) -> bool:
    return any(word.lower in {"who", "which", "that", "based"} for word in sentence.words[first : at + 1])


def _is_inserted(sentence: Sentence, at: int, last: int) -> bool:
    """Tell whether the attribution stands between two commas in the middle of what is said."""
    between = (
        sentence.words[at - 1].text == "," and last + 1 < len(sentence.words) and sentence.words[last + 1].text == ","
    )
    return between and last + 3 < len(sentence.words)


def _continuation(sentence: Sentence, start: int) -> Phrase | None:
    while start < len(sentence.words) and sentence.words[start].text in {",", ":"}:
        start += 1
    if start >= len(sentence.words) or sentence.words[start].text in {".", ";"}:
        return None
    end = end_of_content(sentence, start)
    return (start, end) if end > start else None


def _hearsay(sentence: Sentence, at: int) -> Draft | None:
    """The clause around "reportedly", without it; nobody is named."""
    verb = at + 1
    while verb < len(sentence.words) and sentence.words[verb].lower in lexicon.ADVERBS:
        verb += 1
    if verb >= len(sentence.words):
        return None
    end = end_of_content(sentence, at + 1)
    subject = subject_of(sentence, at)
    before = (subject[0], at - 1) if subject and at > 0 and not sentence.words[at - 1].is_mark else subject
    pieces = (before, (at + 1, end)) if before and before[0] <= before[1] < at else ((at + 1, end),)
    return Draft(None, (at, at), pieces, "asserts")


def _noun_cue(sentence: Sentence, at: int) -> Draft | None:
    start = at + 2
    if start >= len(sentence.words):
        return None
    end = end_of_content(sentence, start)
    holder = _holder(sentence, at)
    stance = _NOUN_CUES[sentence.words[at].lower]
    return Draft(holder, (at, at), ((start, end),), stance) if end >= start else None


def _holder(sentence: Sentence, at: int) -> Phrase | None:
    """Whose reports they are: "Ukraine's claims that …"; None: nobody is named."""
    if at > 1 and sentence.words[at - 1].lower in lexicon.POSSESSIVES:
        return named_before(sentence, at - 2)
    return None


def headline_draft(sentence: Sentence) -> Draft | None:
    """A headline's attribution: "Pentagon: strikes have shifted" or "Strikes have shifted – Pentagon"."""
    return _named_first(sentence) or _named_last(sentence)


def opens_with_speaker(sentence: Sentence) -> bool:
    """Tell whether a sentence opens with somebody who speaks and a colon ("Army: …"), and not with a topic."""
    opening = [word.lower for word in sentence.words[: LONGEST_HEADLINE_SOURCE + 1]]
    colon = opening.index(":") if ":" in opening else 0
    return colon > 0 and opening[colon - 1] in _SPEAKERS


_SPEAKERS = frozenset(
    """army military police ministry government monitor observatory officials official spokesman spokeswoman
    spokesperson pentagon kremlin minister president rebels opposition activists residents witnesses un nato""".split()
)


def _named_last(sentence: Sentence) -> Draft | None:
    """Whoever is named behind the last dash of a headline, if nothing else stands there."""
    last = len(sentence.words) - 1
    for at in range(last - 1, max(2, last - LONGEST_HEADLINE_SOURCE - 1), -1):
        if sentence.words[at].text in DASHES and not is_verb(sentence, at + 1):
            plain = all(word.text[:1].isalnum() for word in sentence.words[at + 1 :])
            return Draft((at + 1, last), (at, at), ((0, at - 1),), "asserts") if plain else None
    return None


def _named_first(sentence: Sentence) -> Draft | None:
    for at, word in enumerate(sentence.words[: LONGEST_HEADLINE_SOURCE + 1]):
        if word.text in QUOTES or is_verb(sentence, at):
            return None
        if word.text == ":" and at > 0 and at + 2 < len(sentence.words) and sentence.words[0].is_name_like:
            end = end_of_content(sentence, at + 1)
            return Draft((0, at - 1), (at, at), ((at + 1, end),), "asserts")
    return None
