"""A sentence and its acts in, the words that say how many of what out, each hung on the act that it belongs to."""

from histor.records.measures import What
from histor.steps.mark.rules.events.objects import conjuncts_right
from histor.steps.mark.rules.events.parse import Group, Parse
from histor.steps.mark.rules.events.triggers import Candidate
from histor.steps.mark.rules.events.voices import Voices
from histor.steps.mark.rules.phrases import Phrase
from histor.steps.mark.tags import CountTag

_VERBS: dict[str, What] = {}
for _what, _words in {
    "killed": "kill die execute behead massacre slaughter slay murder perish assassinate shoot neutralize",
    "wounded": "wound injure hurt maim",
    "captured": "capture arrest detain abduct kidnap",
    "displaced": "displace flee evacuate relocate",
}.items():
    _VERBS.update(dict.fromkeys(_words.split(), _what))  # type: ignore[arg-type]
_NOUNS: dict[str, What] = {}
for _what, _words in {
    "killed": "dead deaths fatalities death killed",
    "wounded": "injuries injured wounded",
    "strikes": """strikes airstrikes raids attacks bombings sorties airstrike explosions blasts shellings clashes
        operations""",
    "troops": "troops soldiers personnel servicemen forces peacekeepers marines",
    "aircraft": "aircraft planes jets helicopters warplanes drones fighters-jets bombers",
    "vehicles": "vehicles vehicle tanks trucks cars tankers motorcycles bulldozers hmmwvs vbieds technicals excavators",
    "vessels": "ships vessels boats warships barges",
    "missiles": "missiles rockets shells mortars projectiles",
    "weapons": "bombs weapons guns mines grenades howitzers rifles",
    "prisoners": "prisoners detainees hostages captives inmates",
    "people": "people civilians protesters demonstrators residents",
}.items():
    _NOUNS.update(dict.fromkeys(_words.split(), _what))  # type: ignore[arg-type]
_SUBJECT_SUFFERS = frozenset({"die", "perish", "flee"})
_HARMED = frozenset({"killed", "wounded"})


def noun_class(word: str) -> What | None:
    """Give what a noun in small letters counts ("trucks": vehicles); None: nothing of ours."""
    return _NOUNS.get(word)


def share_counts(parse: Parse, acts: list[Candidate], voices: Voices) -> dict[int, tuple[CountTag, ...]]:
    """Hang each number of a sentence on the nearest act of its voice that can have it; the keys are their words."""
    shared: dict[int, tuple[CountTag, ...]] = {}
    for count in parse.counts:
        tag = count_at(parse, count)
        voice = voices.at(parse.sentence.words[count[0]].span.start)
        able = [act for act in acts if tag and act.voice == voice and _may_have(act, tag)]
        if tag and able:
            nearest = min(able, key=lambda act: abs(act.at - count[0]))
            shared[nearest.at] = (*shared.get(nearest.at, ()), tag)
    return shared


def _may_have(act: Candidate, tag: CountTag) -> bool:
    if tag.what in _HARMED:
        return act.act.type == "ASSAULT"
    if tag.what == "people":
        return act.act.type in {"PROTEST", "MOBILIZE", "AID", "COERCE"}
    if tag.what == "captured":
        return act.act.mode in {"arrest", "abduct"}
    return act.act.type in {"ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "AID"}


def count_at(parse: Parse, count: Phrase) -> CountTag | None:
    """Tell what a number counts: by the verb that its phrase suffers, else by its noun; None: nothing of ours."""
    chunk = parse.chunk(count[1]) or count
    if parse.lower(chunk[0] - 1) in {"including", "among"} or parse.lower(count[0] - 1) in {"including", "among"}:
        return None
    what = _by_verb(parse, chunk) or _by_word_after(parse, chunk) or _by_noun(parse, chunk, count)
    if what and parse.lower(count[0]) == "how":
        return CountTag(what, parse.span((count[0], conjuncts_right(parse, chunk, open_end=True)[-1][1])))
    return CountTag(what, parse.span(count)) if what else None


def _by_verb(parse: Parse, chunk: Phrase) -> What | None:
    """Read the verb whose subject or object the phrase is."""
    before = _group_left(parse, chunk[0] - 1)
    if before and _takes_object(before) and (what := _VERBS.get(before.base)):
        return what
    after = _group_right(parse, _end_of(parse, chunk) + 1)
    suffers = after and (after.passive or (after.bare and "ing" not in after.forms) or after.base in _SUBJECT_SUFFERS)
    if after and suffers and (what := _VERBS.get(after.base)):
        return what
    if before and before.base == "leave" and after is None:
        return _by_word_after(parse, chunk)
    return None


def _takes_object(group: Group) -> bool:
    """Tell whether the verb may have the phrase after it as its object."""
    return not group.passive and group.base != "die" and (not group.bare or bool(group.forms & {"ing", "past"}))


def _end_of(parse: Parse, chunk: Phrase) -> int:
    last = chunk[1]
    while parse.lower(last + 1) in {"of", "from"} and (inner := parse.chunk(last + 2)):
        last = inner[1]
    return last


def _group_left(parse: Parse, at: int) -> Group | None:
    """Find the verb before the phrase, over the earlier members of a list of objects."""
    while at >= 0 and (parse.kind(at) == "n" or parse.lower(at) in {"and", ",", "of", "including"}):
        at -= 1
    return parse.group(at)


def _group_right(parse: Parse, at: int) -> Group | None:
    """Find the verb after the phrase, over the later members of a list of subjects and what stands in commas."""
    limit = at + 12
    while at < min(limit, len(parse.kinds)):
        if (group := parse.group(at)) is not None:
            return group
        if (parse.kind(at) in {"c", "r"} and parse.lower(at) != "and") or parse.lower(at) in {
            "in",
            "after",
            "when",
            "by",
        }:
            return None
        at += 1
    return None


def _by_word_after(parse: Parse, chunk: Phrase) -> What | None:
    """Read the word that ends the phrase or follows it: "15 dead", "left dozens injured"."""
    for at in (chunk[1], chunk[1] + 1):
        what = _NOUNS.get(parse.lower(at))
        if what in _HARMED:
            return what
    return None


def _by_noun(parse: Parse, chunk: Phrase, count: Phrase) -> What | None:
    """Read the noun that the number stands before."""
    for at in range(count[1], min(_end_of(parse, chunk), count[1] + 8) + 1):
        if what := _NOUNS.get(parse.lower(at)):
            return what
    return None
