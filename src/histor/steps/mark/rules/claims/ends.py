"""Where a content begins in, where it ends out: at the end of the clause, or where somebody else begins to speak."""

from histor.steps.mark.rules import lexicon
from histor.steps.mark.rules.claims.cues import cue_at
from histor.steps.mark.rules.phrases import phrase_after
from histor.steps.mark.rules.words import QUOTES, Sentence

PLAIN_SAYING = frozenset("say tell report add state note confirm write explain announce warn insist argue".split())
_TURNS = frozenset("whereas although though but however".split())
_ONLY_CLOSING = frozenset({"”", "»"})


def end_of_content(sentence: Sentence, start: int) -> int:
    """Give the index of the last word of a content that begins here and runs to the end of its clause."""
    last = len(sentence.words) - 1
    in_quote = sentence.words[start].text in QUOTES
    for at in range(start + 1, last + 1):
        mark = sentence.words[at].text
        if mark in QUOTES:
            if not in_quote and mark in _ONLY_CLOSING:
                last = at - 1
                break
            in_quote = not in_quote
        if not in_quote and (_turns_away(sentence, at) or _closes_attribution(sentence, at)):
            last = at if mark in QUOTES else at - 1
            break
    return _without_stop(sentence, start, last)


def _turns_away(sentence: Sentence, at: int) -> bool:
    """Tell whether the speaker's words stop before this word: another cue, a contrast or a semicolon."""
    word = sentence.words[at].lower
    if word in {";", "("} and word != "(":
        return True
    after_comma = sentence.words[at - 1].lower == ","
    following = at + 1 if word in {"and", "but", "or"} else at
    if (after_comma or following > at) and following < len(sentence.words):
        following = skip_adverbs(sentence, following)
        cue = cue_at(sentence, following) if following < len(sentence.words) else None
        if cue is not None and (cue.form == "ing") == (following == at or word not in {"and", "but", "or"}):
            return after_comma or cue.form != "base"
    if word in {"and", "but", "while", "as"} and _opens_other_saying(sentence, at + 1):
        return True
    if word == ",":
        return _opens_attribution(sentence, at + 1)
    return after_comma and word in _TURNS


def _closes_attribution(sentence: Sentence, at: int) -> bool:
    """Tell whether an attribution of all before it follows this mark (", a spokesman said Monday.")."""
    return sentence.words[at].text in QUOTES | {","} and _opens_other_saying(sentence, at + 1)


def _opens_other_saying(sentence: Sentence, start: int) -> bool:
    """Tell whether somebody else begins to say something here ("… and the ministry says that …")."""
    who = phrase_after(sentence, start - 1)
    if who is None or who[1] + 1 >= len(sentence.words):
        return False
    cue = cue_at(sentence, who[1] + 1)
    return cue is not None and cue.base in PLAIN_SAYING and cue.form in {"third", "past", "base"} and not cue.negated


def _opens_attribution(sentence: Sentence, at: int) -> bool:
    words = [word.lower for word in sentence.words[at : at + 2]]
    return words == ["according", "to"] or (bool(words) and words[0] in _TURNS)


def _without_stop(sentence: Sentence, start: int, last: int) -> int:
    """Leave the final full stop and comma outside, quotation marks inside."""
    while last > start and sentence.words[last].text in {".", ",", ":", ";", "-", "–", "—", "and", "but"}:
        if sentence.words[last].text == "." and len(sentence.words[last - 1].text) == 1:
            break
        last -= 1
    return last


def skip_adverbs(sentence: Sentence, at: int) -> int:
    """Give the index of the first word from here on that is no adverb."""
    while at < len(sentence.words) and sentence.words[at].lower in lexicon.ADVERBS - {"reportedly", "allegedly"}:
        at += 1
    return at
