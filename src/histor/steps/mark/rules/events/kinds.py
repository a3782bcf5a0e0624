"""A sentence in, the kind of each of its words out: verb, noun, preposition … as one letter a word."""

from histor.steps.mark.rules import lexicon
from histor.steps.mark.rules.verbs import is_verb, readings
from histor.steps.mark.rules.words import ABBREVIATIONS, Sentence

# n noun phrase · v verb or auxiliary · t time · p preposition · c conjunction · r relative · o pronoun · a adverb ·
# m mark
Kinds = list[str]

_BOUNDS_BEFORE_NUMBERS = frozenset(
    "over about around under nearly almost roughly approximately only than least".split()
)
_BOUND_PAIRS = frozenset({("at", "least"), ("up", "to"), ("more", "than"), ("less", "than"), ("fewer", "than")})
_GLUE = frozenset({"-", "–", "&", "/", "%", "$", "€", "£"})
_OBJECT_PRONOUNS = lexicon.PRONOUNS - {"one", "others", "her"}
_VERB_ADJECTIVES = frozenset("allied related so-called armed ongoing missing displaced wounded injured united".split())
_NOT_VERBS = frozenset(
    """forces states arms gas meeting according during including following morning evening nothing something
    everything""".split()
)
_PARTICLES = frozenset("for on with at against from over in to into off out down up between".split())
_BEFORE_GERUND = frozenset("of by for from after before while and".split())
_NUMBERS = frozenset(
    "dozens scores hundreds several two three four five six seven eight nine ten eleven twelve".split()
)
_CALLING = frozenset({"call", "calls"})
_OPENERS = frozenset('".:“”—–')
_OBJECT_STARTS = _NUMBERS | frozenset("the a an its his their any some at over more civilians one all both".split())
_PLURAL_AGENTS = frozenset(
    """forces rebels militants troops fighters gunmen insurgents soldiers warplanes jets helicopters terrorists
    protesters
    jihadists tanks separatists militias islamists""".split()
)
_ATTACKS = frozenset("attack capture raid storm fire shell strike bomb target battle clash fight seize ambush".split())
_PLURAL_STARTS = frozenset("the a an its their several many some all more his".split())


def kinds_of(sentence: Sentence, times: set[int], counts: set[int]) -> Kinds:
    """Give the kind of each word; times and counts are the indices of words inside such expressions."""
    words = sentence.words
    kinds = [
        "t" if at in times else "n" if at in counts else _kind(sentence, at, words[at].lower)
        for at in range(len(words))
    ]
    _join_marks(sentence, kinds)
    _join_bounds(sentence, kinds)
    _find_missing_verbs(sentence, kinds)
    return kinds


def _kind(sentence: Sentence, at: int, word: str) -> str:
    if word[0].isdigit():
        return "n"
    if not word[0].isalnum():
        return "n" if word in lexicon.POSSESSIVES else "m"
    if word in _OBJECT_PRONOUNS and sentence.words[at].text != "US":
        return "o"
    if word in lexicon.RELATIVES:
        return "c" if word in {"when", "where", "how", "why"} else "r"
    if word in lexicon.CONJUNCTIONS:
        return "c"
    if word in lexicon.ADVERBS or word in lexicon.NEGATIONS - {"no"}:
        return "a"
    if _acts_as_verb(sentence, at, word):
        return "v"
    if word in lexicon.PREPOSITIONS:
        return "p"
    return "a" if word.endswith("ly") and len(word) > 4 and word not in {"family", "italy", "ally", "july"} else "n"


def _acts_as_verb(sentence: Sentence, at: int, word: str) -> bool:
    if word in _NOT_VERBS or "-" in word:
        return False
    if at and sentence.words[at - 1].lower == "to" and _is_infinitive(sentence, at, word):
        return True
    if word in _CALLING and _called_for(sentence, at):
        return True
    if _is_gerund(sentence, at, word) or (word == "shot" and _shot_at(sentence, at)):
        return True
    if at and sentence.words[at].is_name_like and sentence.words[at - 1].text not in _OPENERS:
        return False
    if is_verb(sentence, at):
        return not (word in _VERB_ADJECTIVES and _before_noun(sentence, at) and not _has_object(sentence, at))
    return _unknown_participle(sentence, at, word)


def _is_gerund(sentence: Sentence, at: int, word: str) -> bool:
    """Take an -ing form with an object for a verb ("accused of bombing the hospital", ", killing 15")."""
    if not word.endswith("ing") or not 0 < at < len(sentence.words) - 1:
        return False
    before, after = sentence.words[at - 1].lower, sentence.words[at + 1]
    if not readings(word):
        return before in _BEFORE_GERUND and after.lower in _OBJECT_STARTS and word not in _NOT_VERBS
    if after.text[0].isdigit() or after.lower in _NUMBERS:
        return True
    opens = before == "," or before in _BEFORE_GERUND
    return opens and (after.lower in _OBJECT_STARTS or after.is_name_like)


def _called_for(sentence: Sentence, at: int) -> bool:
    """Tell "and calls for a truce" from "amid calls for a truce"."""
    before, after = sentence.words[at - 1].lower if at else "", sentence.words[at + 1 : at + 2]
    return before == "and" and bool(after) and after[0].lower in {"for", "on", "upon"}


def _shot_at(sentence: Sentence, at: int) -> bool:
    """Tell "gunmen shot and killed" and "shot dead" from the noun."""
    after = sentence.words[at + 1].lower if at + 1 < len(sentence.words) else ""
    return (
        after in {"and", "dead", "down", "at", "on"}
        and at > 0
        and sentence.words[at - 1].lower not in lexicon.DETERMINERS
    )


def _is_infinitive(sentence: Sentence, at: int, word: str) -> bool:
    """Take an unknown word between "to" and a determiner for a verb."""
    after = sentence.words[at + 1].lower if at + 1 < len(sentence.words) else ""
    plain = not sentence.words[at].is_name_like and not word.endswith("s")
    return plain and word not in lexicon.DETERMINERS and after in _PLURAL_STARTS


def _unknown_participle(sentence: Sentence, at: int, word: str) -> bool:
    """Take an unknown word in -ed or -ing for a verb, unless it stands as an adjective between determiner and noun."""
    if readings(word) or len(word) < 6 or not word.endswith(("ed", "ing")) or sentence.words[at].is_name_like:
        return False
    before = sentence.words[at - 1].lower if at else ""
    if before in lexicon.DETERMINERS or before in lexicon.POSSESSIVES or before == "of":
        return False
    adjective = before in lexicon.PREPOSITIONS or (bool(readings(before)) and before not in lexicon.AUXILIARIES)
    return not _before_noun(sentence, at) or word.endswith("ing") or not adjective


def _has_object(sentence: Sentence, at: int) -> bool:
    """Tell whether a number or determiner follows, as after a verb ("wounded ten")."""
    after = sentence.words[at + 1].lower if at + 1 < len(sentence.words) else ""
    return after in _OBJECT_STARTS or after[:1].isdigit()


def _before_noun(sentence: Sentence, at: int) -> bool:
    after = sentence.words[at + 1].lower if at + 1 < len(sentence.words) else ""
    before = sentence.words[at - 1].lower if at else ""
    closed = lexicon.PREPOSITIONS | lexicon.DETERMINERS | lexicon.CONJUNCTIONS | lexicon.ADVERBS | lexicon.RELATIVES
    return after[:1].isalpha() and after not in closed and before not in lexicon.BE


def _join_marks(sentence: Sentence, kinds: Kinds) -> None:
    """Take hyphens, signs and the full stops of abbreviations into the phrases that they stand in."""
    words = sentence.words
    for at in range(1, len(words) - 1):
        if kinds[at] != "m" or kinds[at - 1] != "n" or kinds[at + 1] not in {"n", "m"}:
            continue
        text = words[at].text
        abbreviation = text == "." and words[at - 1].lower in ABBREVIATIONS
        if text in _GLUE or abbreviation:
            kinds[at] = "n"


def _join_bounds(sentence: Sentence, kinds: Kinds) -> None:
    """Take "at least", "over" and their like into the number that they stand before."""
    words = sentence.words
    for at in range(len(words) - 1):
        number = kinds[at + 1] == "n" and words[at + 1].text[:1].isdigit()
        if number and words[at].lower in _BOUNDS_BEFORE_NUMBERS and kinds[at] != "n":
            kinds[at] = "n"
            if at and (words[at - 1].lower, words[at].lower) in _BOUND_PAIRS:
                kinds[at - 1] = "n"


def _find_missing_verbs(sentence: Sentence, kinds: Kinds) -> None:
    """Where a clause has no verb, take the word that may be one: "Rebel forces capture the city"."""
    words = sentence.words
    for at in range(1, len(words) - 1):
        if kinds[at] != "n" or words[at].is_name_like or not readings(words[at].lower):
            continue
        if kinds[at - 1] == "n" and _follows_as_object(sentence, kinds, at) and not _verb_near(kinds, at):
            kinds[at] = "v"


def _follows_as_object(sentence: Sentence, kinds: Kinds, at: int) -> bool:
    """Tell whether what follows fits a verb: an object, or the particle of its class."""
    before, word, after = (sentence.words[at + step] for step in (-1, 0, 1))
    plural = before.lower.endswith("s") or before.lower in {"police", "people", "military", "taliban", "army"}
    if word.lower.endswith("s") == (plural and not before.is_name_like):
        return False
    if before.lower in lexicon.DETERMINERS or before.lower in lexicon.POSSESSIVES:
        return False
    if after.lower in _PARTICLES and word.lower in {"call", "calls", "clash", "clashes", "fire", "fires", "protest"}:
        return True
    if (
        before.lower in _PLURAL_AGENTS
        and word.lower in _ATTACKS
        and (kinds[at + 1] == "n" or after.lower in _PARTICLES)
    ):
        return True
    return (
        after.lower in _PLURAL_STARTS or (kinds[at + 1] == "n" and (after.is_name_like or after.text[0].isdigit()))
    ) and (before.is_name_like or plural)


def _verb_near(kinds: Kinds, at: int) -> bool:
    """Tell whether the clause that holds this word has a verb already."""
    for step in (-1, 1):
        position = at + step
        while 0 <= position < len(kinds) and kinds[position] not in {"c", "r"}:
            if kinds[position] == "v":
                return step == 1 and position - at > 0 and not _new_clause(kinds, at, position)
            position += step
    return False


def _new_clause(kinds: Kinds, start: int, end: int) -> bool:
    return any(kind == "m" for kind in kinds[start:end])
