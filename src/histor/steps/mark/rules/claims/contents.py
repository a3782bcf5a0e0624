"""A cue in a sentence in, the words that say what is said out, as indices of words, both included."""

from dataclasses import dataclass

from histor.records.claims import Stance
from histor.steps.mark.rules import lexicon
from histor.steps.mark.rules.claims.cues import Cue
from histor.steps.mark.rules.claims.ends import end_of_content, skip_adverbs
from histor.steps.mark.rules.claims.subjects import is_finite
from histor.steps.mark.rules.phrases import Phrase, phrase_after
from histor.steps.mark.rules.verbs import is_verb, readings
from histor.steps.mark.rules.words import QUOTES, Sentence

LONGEST_DETOUR = (
    16  # words that may stand between a cue and its `that` or quotation ("said on Monday in a statement that")
)
_DETOURS = frozenset("on in to at during after via through by from late early before last this earlier for".split())
SHORTEST_CLAUSE = 4  # words
_ENDS = frozenset(".!?;…")
_CLAIMABLE = frozenset("responsibility credit victory control attack attacks bombing bombings killing assault".split())
_DEMONSTRATIVES = frozenset("this that these those".split())
_AFTERTHOUGHTS = frozenset("following where who which after amid as following whose in".split())  # after a comma


@dataclass(frozen=True, slots=True)
class Content:
    """What is said, and the frame by which it was found."""

    pieces: tuple[Phrase, ...]
    frame: str
    stance: Stance | None = None  # a stance that the frame brings with it


def content_after(sentence: Sentence, cue: Cue) -> Content | None:
    """Find the content that follows a cue, by the first of its frames that fits."""
    start = skip_adverbs(sentence, cue.last + 1)
    frames = cue.entry.frames
    for frame, finder in _FINDERS:
        if frame in frames and (found := finder(sentence, start)):
            return _closed(sentence, cue, found)
    return None


def content_before(sentence: Sentence, end: int) -> Phrase | None:
    """Give the words from the start of the sentence up to this index, marks at the ends left out."""
    first, last = 0, end
    while last >= first and sentence.words[last].text in {",", ":", "-", "—", "–", "--"}:
        last -= 1
    while first <= last and (sentence.words[first].text in {",", "-"} or sentence.words[first].lower in {"but", "and"}):
        first += 1
    return (first, last) if first <= last else None


def _closed(sentence: Sentence, cue: Cue, found: tuple[str, int, Stance | None]) -> Content | None:
    frame, start, stance = found
    if start >= len(sentence.words) or sentence.words[start].text in _ENDS:
        return None
    end = end_of_content(sentence, start)
    if frame != "clause":
        end = _before_afterthought(sentence, start, end)
    return Content(((start, end),), frame, stance) if end >= start and end > cue.last else None


def _before_afterthought(sentence: Sentence, start: int, end: int) -> int:
    """Stop an act that is ordered, planned or denied before the report's own explanation of it."""
    for at in range(start + 1, end):
        if sentence.words[at].text == "," and sentence.words[at + 1].lower in _AFTERTHOUGHTS:
            return at - 1
        word, after = sentence.words[at].lower, sentence.words[at + 1].lower
        if word in {"amid", "ahead"} or (word == "while" and after.endswith("ing")):
            return at - 1
    return end


Found = tuple[str, int, Stance | None]


def _find_clause(sentence: Sentence, start: int) -> Found | None:
    opener = _opener(sentence, start)
    if opener is not None:
        return ("clause", opener, None)
    if _has_own_verb(sentence, start):
        return ("clause", start, None)
    return None


def _find_plain_clause(sentence: Sentence, start: int) -> Found | None:
    """After a plain verb of saying any longer stretch that opens like a clause is one, its verb known or not."""
    if len(sentence.words) - start < SHORTEST_CLAUSE:
        return None
    if sentence.words[start].is_mark:
        return _after_comma(sentence, start) or _find_clause(sentence, start)
    word = sentence.words[start]
    opens = (
        word.lower in lexicon.DETERMINERS | {"last", "at", "more", "over"}
        or word.is_name_like
        or word.text[:1].isdigit()
    )
    return ("clause", start, None) if opens and _opener(sentence, start) is None else _find_clause(sentence, start)


def _after_comma(sentence: Sentence, start: int) -> Found | None:
    """ "The envoy says, assuming the truce holds, he will …": what follows is said if little stands before the cue."""
    early = sentence.words[start].text == "," and start <= LONGEST_DETOUR
    if not early or any(word.text == "," for word in sentence.words[: start - 1]):
        return None
    return (
        ("clause", start + 1, None)
        if any(is_finite(sentence, at) for at in range(start + 1, len(sentence.words)))
        else None
    )


def _find_after_person(sentence: Sentence, start: int) -> Found | None:
    """Content after the one who is told: "told AFP that …", "told the forces to …"."""
    person = (start, start) if _is_pronoun(sentence, start) else phrase_after(sentence, start - 1)
    if person is None:
        return _find_clause(sentence, start)
    after = _that_in(sentence, person) or person[1] + 1
    if _is_infinitive(sentence, after):
        return ("person-to", after, "orders")
    opener = _opener(sentence, after)
    if opener is not None:
        return ("clause", opener, None)
    if _has_own_verb(sentence, after):
        return ("clause", after, None)
    return None


def _that_in(sentence: Sentence, phrase: Phrase) -> int | None:
    return next((at for at in range(phrase[0], phrase[1] + 1) if sentence.words[at].lower == "that"), None)


def _find_infinitive(sentence: Sentence, start: int) -> Found | None:
    if start < len(sentence.words) and sentence.words[start].lower == "not":
        return _find_infinitive(sentence, start + 1) and ("to", start, None)
    return ("to", start, None) if _is_infinitive(sentence, start) else None


def _find_person_to(sentence: Sentence, start: int) -> Found | None:
    person = (start, start) if _is_pronoun(sentence, start) else phrase_after(sentence, start - 1)
    if person is None:
        return None
    for at in range(person[1] + 1, min(len(sentence.words), person[1] + LONGEST_DETOUR)):
        if _is_infinitive(sentence, at) or (sentence.words[at].lower == "not" and _is_infinitive(sentence, at + 1)):
            return ("person-to", start, None)
        if is_finite(sentence, at) or sentence.words[at].text in _ENDS:
            return None
    return None


def _find_noun(sentence: Sentence, start: int) -> Found | None:
    if start >= len(sentence.words) or sentence.words[start].lower in lexicon.PREPOSITIONS - {"over", "about", "up"}:
        return None
    if _is_pronoun(sentence, start) or sentence.words[start].text in QUOTES:
        return ("noun", start, None)
    phrase = phrase_after(sentence, start - 1)
    return ("noun", start, None) if phrase and phrase[0] <= start + 1 else None


def _find_ing(sentence: Sentence, start: int) -> Found | None:
    if start < len(sentence.words) and sentence.words[start].lower.endswith("ing"):
        return ("ing", start, None)
    return None


def _find_responsibility(sentence: Sentence, start: int) -> Found | None:
    words = {word.lower for word in sentence.words[start : start + 3]}
    return ("noun", start, None) if words & _CLAIMABLE else None


def _find_quote(sentence: Sentence, start: int) -> Found | None:
    for at in range(start, min(len(sentence.words), start + 3)):
        if sentence.words[at].text in QUOTES:
            return ("clause", at, None)
    return None


def _find_to_noun(sentence: Sentence, start: int) -> Found | None:
    if start >= len(sentence.words) or sentence.words[start].lower != "to":
        return None
    return ("noun", start + 1, None) if not _is_infinitive(sentence, start) else None


def _find_of(sentence: Sentence, start: int) -> Found | None:
    limit = min(len(sentence.words), start + LONGEST_DETOUR)
    for at in range(start, limit):
        if sentence.words[at].lower == "of" and not _is_name_of(sentence, at):
            return ("of", start, None)
    return None


def _is_name_of(sentence: Sentence, at: int) -> bool:
    """Tell whether an "of" belongs to a name ("Government of National Accord")."""
    names = [w.is_name_like for w in sentence.words[at - 1 : at + 2 : 2]]
    return len(names) == 2 and all(names) and any(w.lower == "of" for w in sentence.words[at + 1 : at + LONGEST_DETOUR])


def _find_for(sentence: Sentence, start: int) -> Found | None:
    words = {word.lower for word in sentence.words[start : start + LONGEST_DETOUR]}
    return ("for", start, None) if words & {"for", "on", "of"} or _find_noun(sentence, start) else None


def _find_on(sentence: Sentence, start: int) -> Found | None:
    ok = start < len(sentence.words) and sentence.words[start].lower == "on"
    return ("noun", start + 1, None) if ok else None


_FINDERS = (
    ("person-clause", _find_after_person),
    ("quote", _find_quote),
    ("of", _find_of),
    ("for", _find_for),
    ("noun-responsibility", _find_responsibility),
    ("to", _find_infinitive),
    ("person-to", _find_person_to),
    ("noun-to", _find_to_noun),
    ("on", _find_on),
    ("plain", _find_plain_clause),
    ("clause", _find_clause),
    ("ing", _find_ing),
    ("noun", _find_noun),
)


def _opener(sentence: Sentence, start: int) -> int | None:
    """Find where a that-clause or quotation begins, over days, places and addressees that stand between."""
    for at in range(start, min(len(sentence.words), start + LONGEST_DETOUR)):
        word = sentence.words[at]
        if word.lower == "that" and at + 1 < len(sentence.words):
            return at + 1
        if word.text in QUOTES:
            return at
        if word.text == ":" and at + 1 < len(sentence.words):
            return at + 1
        if word.text in _ENDS or is_verb(sentence, at) or (at == start and not _opens_detour(sentence, at)):
            return None
    return None


def _opens_detour(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at].lower
    return word in _DETOURS or word == "," or word.endswith("day")


def _has_own_verb(sentence: Sentence, start: int) -> bool:
    """Tell whether a clause with a subject and a finite verb begins here."""
    if start >= len(sentence.words) or sentence.words[start].lower in lexicon.PREPOSITIONS - {
        "at",
        "up",
        "more",
        "over",
        "about",
    }:
        return False
    if sentence.words[start].is_mark or is_verb(sentence, start):
        return False
    if (
        sentence.words[start].lower in _DEMONSTRATIVES
        and start + 1 < len(sentence.words)
        and readings(sentence.words[start + 1].lower)
    ):
        return True
    return any(
        is_finite(sentence, at) for at in range(start + 1, len(sentence.words)) if _same_clause(sentence, start, at)
    )


def _same_clause(sentence: Sentence, start: int, at: int) -> bool:
    return not any(word.text in _ENDS for word in sentence.words[start:at])


def _is_infinitive(sentence: Sentence, at: int) -> bool:
    words = sentence.words[at : at + 2]
    if len(words) < 2 or words[0].lower != "to":
        return False
    after = words[1].lower
    return after in {"be", "have"} or any(verb.form == "base" for verb in readings(after)) or after in {'"', "“"}


def _is_pronoun(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.words) and sentence.words[at].lower in lexicon.PRONOUNS
