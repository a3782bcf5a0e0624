"""A word of a sentence in, whether it is used as a verb there out: forms by table, use by its neighbours."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from histor.codebook.acts.verbs import FRAMES, PARTICLES, VERBS
from histor.steps.mark.rules import lexicon
from histor.steps.mark.rules.words import Sentence

Form = Literal["base", "third", "past", "participle", "ing"]
_FORMS: tuple[Form, ...] = ("base", "third", "past", "participle", "ing")

# Verbs that reports of conflict use often beside those of claims and events; enough to find where a noun phrase ends.
BASES = tuple(
    """abandon abduct accept accompany accuse achieve acknowledge act add address admit advance affect affirm agree aim
    alert allege allow amount announce answer appeal appear apply appoint approach approve argue arm arrest
    arrive ask assassinate assault assert assess assist assume attack attempt attend authorize authorise avoid
    ban bar battle beat become begin behead believe besiege blame block bomb bombard break brief bring broker
    build burn call cancel capture carry cause caution cease celebrate charge cite claim clash clear close
    collapse come commence comment commit communicate compel complain complete comprise concede conclude condemn
    conduct confirm confront congratulate consider consist contain continue contradict control convene convince
    cooperate coordinate counter criticise criticize cross crush cut damage dash deal decide declare decline
    decry deem defeat defect defend demand demolish denounce deny deplore deploy describe destroy detain
    detonate die direct disarm disclose discuss dismiss dispatch dispute disrupt dissolve divulge doubt down
    drive drop ease eject elaborate elect emerge emphasise emphasize encircle encourage end engage enter erupt
    escalate escape establish estimate evacuate evict exchange execute exercise expect expel explain explode
    express extend face fail fall fear feel fight file find finish fire flee follow force foresee forge free
    gain gather get give go grant grow halt hang happen hear help hijack hint hit hold honor honour hope host
    identify impose include increase indicate inform injure insist inspect intend intensify intercept interview
    invade investigate invite involve issue join jail kidnap kill know label lament last launch lay lead leave
    let liberate lift lose maintain make march mark mean mediate meet mention mobilize mobilise monitor mourn
    move murder need negotiate note notify observe obtain occupy occur offer open oppose order oust overrun
    overthrow own pass pause pay perpetrate persist place plan pledge plot point portray postpone pound praise
    predict prepare present press pressure prevent proceed proclaim promise propose protest prove provide pull
    push put question quit quote raid raise raze reach react read reaffirm realise realize rebuff recall
    recapture receive recognize recognise recommend reduce refer refuse regain reiterate reinforce reject relay
    release relocate remain remove renew repeat repel reply report represent repulse request require rescue
    resign resist respond restart restore result resume retake retaliate retract retreat return reveal rise rule
    run say scrap secure see seek seem seize sell send set shell shoot shoot show sign signal sink slam slap
    speak specify spend spread stage stand start state steal stop storm stress strike study submit succeed
    suffer suggest summon supply support surrender surround survive suspect suspend swear take target tell term
    testify thank think threaten throw torture train travel treat trigger try tweet understand undertake unleash
    unveil uphold urge use vacate veto view violate visit voice vote vow wage walk want warn welcome win
    withdraw witness wound write yield overtake stipulate acknowledge air-drop airlift ambush hail deem vow
    avert contain criticise accelerate bolster boost clear concern cover dub evict fly gun hand hurl infiltrate
    kick land rock ram ransack reopen reposition rotate sail seal sentence scatter sweep topple unite work live
    aid back mull demonstrate enable consolidate preclude combat depict base locate station position link lay experience
    train adopt highlight repel thwart foil contest approve commend appreciate loot ease rout drag mull free sanction
    rape riot arm shelter strafe torch hack repatriate amass redeploy confiscate annex conquer apologise apologize
    relent collaborate extradite implore decry probe indict sue sever convict boycott refrain desire consult ratify
    usurp liberate withhold slaughter slay harm massacre level apprehend blockade downgrade deport displace suspend host
    subject inflict prompt focus spark breach trap push scale press poison harden manage attach task schedule""".split()
)  # fmt: skip
# Forms that are at least as often a noun: only their neighbours tell.
_NOUN_TOO = frozenset(
    """attack attacks strike strikes raid raids report reports claim claims fire fires battle battles clash clashes
    assault assaults bomb bombs shell shells capture call calls demand demands order orders protest protests
    march advance advances support request requests plan plans visit visits talk talks deal deals fight fights
    release return returns offer offers pledge pledges launch use uses force forces state states control move
    moves target targets host ambush sanctions charge charges threat warning meeting fighting bombing shelling
    shooting killing offensive end ends start halt pause ban bans raids supply supplies damage aid work face
    place places point points result results note notes stage stages rule rules share mark marks question
    questions address cause causes increase need needs exchange exchanges study comment comments hopes hope fear
    fears sign signs signal signals press pressure shot shots doubt doubts exercise exercises guard guards land
    lead cover back hand hands concern concerns vote votes veto run runs rise fall stand view views sail
    sentence patrol patrols retreat withdrawal blame praise building training finding findings beginning housing
    evening left gun guns rocket rockets drone drones mine mines meeting understanding blast blasts express post
    posts kick ram dub live down clear second present aim aims hold holds murder murders kidnapping
    kidnappings witness witnesses monitor monitors pit""".split()
)  # fmt: skip
_BEFORE_BASE = lexicon.MODALS | lexicon.DO | {"to"}
_BEFORE_NOUN = lexicon.DETERMINERS | lexicon.POSSESSIVES | {"of"}
_BEFORE_PARTICIPLE = lexicon.BE | lexicon.HAVE
_CLOSED = lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS
_VERB_OPENERS = frozenset(
    """the a an its his her their this that these those at least up to more over all several dozens scores hundreds
    thousands two three four five six seven eight nine ten eleven twelve""".split()
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb form and its base."""

    base: str
    form: Form


@cache
def _table() -> dict[str, tuple[Verb, ...]]:
    """Every form of every known verb, each with the bases and forms that it may be."""
    table: dict[str, tuple[Verb, ...]] = {}
    for base in dict.fromkeys((*BASES, *VERBS, *FRAMES, *PARTICLES)):
        for form, word in zip(_FORMS, lexicon.forms_of(base), strict=True):
            table[word] = (*table.get(word, ()), Verb(base, form))
    return table


def readings(word: str) -> tuple[Verb, ...]:
    """List the verb forms that a word in small letters may be; empty: none known."""
    return _table().get(word, ())


def is_verb(sentence: Sentence, at: int) -> bool:
    """Tell whether the word at this index is used as a verb; auxiliaries count."""
    word = sentence.words[at].lower
    if word in lexicon.AUXILIARIES and word not in lexicon.POSSESSIVES:
        return True
    if not readings(word):
        return False
    if sentence.words[at].is_name_like and at > 0 and (word in _NOUN_TOO or _is_name(sentence, at - 1)):
        return False
    before, after = _neighbour(sentence, at, -1), _neighbour(sentence, at, +1)
    if before in _BEFORE_BASE:
        return before != "to" or any(verb.form == "base" for verb in readings(word))
    if before in _BEFORE_NOUN:
        return False
    if before in lexicon.PREPOSITIONS and all(verb.form == "base" for verb in readings(word)):
        return False
    if before in _BEFORE_PARTICIPLE:
        return any(verb.form in {"participle", "ing", "past"} for verb in readings(word))
    if word in _NOUN_TOO:
        return _looks_verbal(sentence, at, before, after)
    return not _is_attributive(sentence, at, before, after)


def _looks_verbal(sentence: Sentence, at: int, before: str, after: str) -> bool:
    """Decide for a word that may be noun or verb: a verb has a subject before it and an object or `that` after it."""
    word = sentence.words[at].lower
    if before in _CLOSED or before == "" or not before[:1].isalnum():
        return before == "," and after in _VERB_OPENERS
    follows_object = after in _VERB_OPENERS or (after[:1].isdigit()) or _is_name(sentence, at + 1)
    past = any(verb.form == "past" for verb in readings(word))
    agrees = past or word.endswith("s") != before.endswith("s") or before.endswith("ss")
    return (follows_object and agrees) or (before in lexicon.PRONOUNS | {"who", "which"})


def _is_attributive(sentence: Sentence, at: int, before: str, after: str) -> bool:
    """Tell whether a participle stands before a noun as an adjective ("the besieged town")."""
    forms = {verb.form for verb in readings(sentence.words[at].lower)}
    if not forms <= {"past", "participle", "ing"} or after == "" or not after[:1].isalpha():
        return False
    return before in lexicon.PREPOSITIONS and "ing" not in forms


def _is_name(sentence: Sentence, at: int) -> bool:
    return 0 <= at < len(sentence.words) and sentence.words[at].is_name_like


def _neighbour(sentence: Sentence, at: int, step: int) -> str:
    """Give the next word in that direction, adverbs and negations skipped; empty at the ends."""
    position = at + step
    while 0 <= position < len(sentence.words):
        word = sentence.words[position].lower
        if word not in lexicon.ADVERBS and word not in lexicon.NEGATIONS - {"no"}:
            return word
        position += step
    return ""
