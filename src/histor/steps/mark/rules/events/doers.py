"""A noun that names an act in, who does it out: owner, nation or force before it, "by", or its verb's subject."""

from histor.codebook.acts.targets import AGENTS, GROUPS, PEOPLE, SITES, THINGS
from histor.steps.mark.rules.events.objects import tied
from histor.steps.mark.rules.events.parse import Group, Parse
from histor.steps.mark.rules.events.subjects import possessor, subjects_of
from histor.steps.mark.rules.events.triggers import Candidate
from histor.steps.mark.rules.phrases import Phrase

_OWN = frozenset("its his her their".split())
_BY = frozenset({"by"})
_FROM = frozenset({"by", "from"})
# Verbs that only carry a noun of act: their subject does it ("launched an attack", "held talks").
_CARRIERS = frozenset(
    """launch carry conduct hold stage announce declare mount make begin start wage commit perpetrate continue
    have order
    resume extend impose take undertake reach open offer intensify agree call step complete propose demand suspend end
    halt break deliver sign implement observe accept commence initiate confirm plan prepare consider threaten issue
    express restart join attend execute refuse escalate""".split()
)
_NATIONAL = (
    "ian", "ish", "ese", "stani", "eli", "aqi", "emeni", "atari", "aiti", "ench", "utch", "eek", "rican", "audi",
    "german", "kurd", "arab", "afghan", "moscow",
)  # fmt: skip
_FORCES = frozenset(
    """rebel government regime militant insurgent jihadist coalition army guerrilla separatist terrorist police
    terrorists
    israel nato us u.s. u.n. un uk opposition tribal saudi-led us-led""".split()
)
_MORE = frozenset(
    """air force forces army military navy troops defense defence state group security government armed regime
    rebel and""".split()
)
_NEVER_ALONE = frozenset({"CONSULT", "REJECT", "THREATEN", "SANCTION", "REQUEST", "MOBILIZE", "AGREE"})
_CARRIER_REACH = 5
_BARE_FORCES = frozenset("troops forces soldiers weapons".split())


def doers_of_noun(candidate: Candidate, of: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """List who does the act that a noun names; `of` is what "of" ties to it, where that is no victim."""
    parse, at = candidate.parse, candidate.at
    chunk = parse.chunk(at) or (at, at)
    if owner := _owner(parse, chunk, at):
        return owner
    if described := _describing(parse, chunk[0], at):
        return (described,)
    carried = _subject_of_carrier(candidate, chunk)
    if of and candidate.act.mode != "ceasefire" and is_doer(parse, of[0]):
        return _or_owner(parse, of, carried, chunk)
    agents = tied(parse, at, _FROM if candidate.act.type == "ASSAULT" else _BY)
    return tuple(agent for agent in agents if is_doer(parse, agent)) or carried or _of_clause(candidate, chunk)


def _of_clause(candidate: Candidate, chunk: Phrase) -> tuple[Phrase, ...]:
    """For acts that are hardly ever told without a doer, take the subject of the clause."""
    if candidate.act.type not in _NEVER_ALONE:
        return ()
    parse = candidate.parse
    above = _above(parse, chunk[0])
    clause = above or next((group for group in parse.groups if group.first > candidate.at), None)
    return tuple(phrase for phrase in subjects_of(parse, clause) if is_doer(parse, phrase)) if clause else ()


def is_doer(parse: Parse, phrase: Phrase) -> bool:
    """Tell whether a phrase may be a person, group, state or body."""
    if parse.kind(phrase[0]) == "o":
        return True
    words = [parse.lower(at) for at in range(phrase[0], phrase[1] + 1)]
    if words[-1] in THINGS:
        return False
    if (AGENTS | PEOPLE | GROUPS) & set(words):
        return True
    named = any(parse.sentence.words[at].is_name_like for at in range(phrase[0], phrase[1] + 1))
    return named and words[-1] not in SITES and parse.kind(phrase[1]) != "t"


def _owner(parse: Parse, chunk: Phrase, at: int) -> tuple[Phrase, ...]:
    owner = possessor(parse, (chunk[0], at))
    if owner and parse.lower(owner[0]) not in _OWN and is_doer(parse, owner):
        return (owner,)
    if parse.lower(chunk[0]) in _OWN:
        above = _above(parse, chunk[0])
        return subjects_of(parse, above) if above else ()
    return ()


def _or_owner(parse: Parse, of: tuple[Phrase, ...], carried: tuple[Phrase, ...], chunk: Phrase) -> tuple[Phrase, ...]:
    """Read "the withdrawal of its troops" as the act of whom "its" means, or of the subject of the verb above."""
    first = of[0]
    if parse.lower(first[0]) in _OWN:
        above = _above(parse, chunk[0])
        return (subjects_of(parse, above) if above else ()) or of
    bare = first[0] == first[1] and parse.lower(first[0]) in _BARE_FORCES
    return carried if bare and carried else of


def _describing(parse: Parse, first: int, at: int) -> Phrase | None:
    """Find the nation or force in the words before a noun: "Russian" of "Russian airstrikes"."""
    start = next((place for place in range(first, at) if _names_doer(parse, place)), None)
    if start is None:
        return None
    last = start
    while last + 1 < at and (parse.lower(last + 1) in _MORE or _names_doer(parse, last + 1)):
        last += 1
    while last > start and parse.lower(last) in {"air", "and"}:
        last -= 1
    return start, last


def _names_doer(parse: Parse, at: int) -> bool:
    word = parse.sentence.words[at]
    lower = word.lower
    if lower in _FORCES | GROUPS:
        return True
    plain = lower.split("-")[-1] if "-" in lower else lower
    return word.is_name_like and plain.endswith(_NATIONAL)


def _subject_of_carrier(candidate: Candidate, chunk: Phrase) -> tuple[Phrase, ...]:
    """Take the subject of the verb that carries the noun, or "by" after a verb that it is the subject of."""
    parse = candidate.parse
    above = _above(parse, chunk[0])
    if above and above.base in _CARRIERS and chunk[0] - above.head <= _CARRIER_REACH and not above.passive:
        return tuple(phrase for phrase in subjects_of(parse, above) if is_doer(parse, phrase))
    below = next((group for group in parse.groups if group.first > candidate.at), None)
    if below and (below.passive or below.bare) and below.base in _CARRIERS:
        return tuple(phrase for phrase in tied(parse, below.head, _BY) if is_doer(parse, phrase))
    return ()


def _above(parse: Parse, at: int) -> Group | None:
    while at > 0:
        at -= 1
        if (group := parse.group(at)) is not None:
            return group
    return None
