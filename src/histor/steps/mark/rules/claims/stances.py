"""A cue and its content in, the stance out: what the verb says, refined by what it takes."""

from histor.records.claims import Stance
from histor.steps.mark.rules.claims.contents import Content
from histor.steps.mark.rules.claims.cues import Cue
from histor.steps.mark.rules.words import Sentence

_WILL = frozenset("will would shall".split())
_OUGHT = frozenset("must should ought".split())
_OWN = frozenset("it he she they we i".split())
_LIKELY = frozenset("could may might likely unlikely".split())
_ANNOUNCING = frozenset({"announce", "declare"})
_EXPRESSED: dict[str, Stance] = {
    "support": "approves", "satisfaction": "approves", "solidarity": "approves", "gratitude": "approves",
    "appreciation": "approves", "hope": "predicts", "readiness": "plans", "willingness": "plans", "interest": "plans",
    "doubt": "doubts", "doubts": "doubts", "outrage": "condemns",
}  # fmt: skip
STEM = 4  # letters by which "Russian" and "Russia" are one name
OPENING = 8  # words of a content in which its verb group is looked for
_NEGATED: dict[str, Stance] = {
    "deny": "asserts", "confirm": "doubts", "believe": "doubts", "think": "doubts", "agree": "denies",
    "accept": "denies", "plan": "denies", "intend": "denies", "expect": "doubts", "rule": "asserts",
}  # fmt: skip


def stance_of(sentence: Sentence, cue: Cue, content: Content) -> Stance | None:
    """Give the stance of a claim; None: a negated cue that makes none ("did not say how many")."""
    if content.stance is not None:
        return content.stance
    if cue.negated:
        return _NEGATED.get(cue.base)
    opening = [word.lower for word in sentence.words[content.pieces[0][0] :]][:OPENING]
    if cue.base == "express":
        return next((stance for word in opening for stance in [_EXPRESSED.get(word)] if stance), "asserts")
    if cue.base in _ANNOUNCING and content.frame in {"clause", "plain"} and not _WILL & set(opening):
        return "asserts"
    if cue.entry.stance == "asserts" and content.frame in {"clause", "plain"}:
        return _stance_of_clause(sentence, cue, opening)
    return cue.entry.stance


def _stance_of_clause(sentence: Sentence, cue: Cue, opening: list[str]) -> Stance:
    """An announced act of one's own is a plan; what must be is a demand; what may come is a prediction."""
    if _OUGHT & set(opening):
        return "demands"
    if _LIKELY & set(opening):
        return "predicts"
    if _WILL & set(opening) and opening and (opening[0] in _OWN or _is_about_speaker(sentence, cue, opening)):
        return "plans"
    return "asserts"


def _is_about_speaker(sentence: Sentence, cue: Cue, opening: list[str]) -> bool:
    """Tell whether a name of the speaker's comes again as the subject ("Russian … says Russia will …")."""
    own = {word.lower[:STEM] for word in sentence.words[: cue.first] if word.is_name_like and len(word.text) >= STEM}
    return any(word[:STEM] in own for word in opening[:4] if len(word) >= STEM)
