"""Closed word classes and verb forms: a word in, what kinds of word it may be out."""

from functools import cache

DETERMINERS = frozenset(
    """a an the this that these those some any no each every both all another other its his her their our my your
    several many few most more less such various numerous""".split()
)
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
PREPOSITIONS = frozenset(
    """of in on at by for with from to into onto over under against between among amid near after before during since
    until till through throughout across along around about above below beneath beside behind beyond despite
    without within toward towards upon via per inside outside off out up down as than like following including
    regarding concerning because""".split()
)
CONJUNCTIONS = frozenset("and or but nor yet so while whereas although though because if unless whether when".split())
RELATIVES = frozenset("who whom whose which that where when why what how".split())
PRONOUNS = frozenset(
    """i you he she it we they me him her us them himself herself itself themselves one others everyone
    nobody""".split()
)
BE = frozenset("be is are was were been being am 's ’s".split())
HAVE = frozenset("have has had having".split())
DO = frozenset("do does did".split())
MODALS = frozenset("will would shall should can could may might must cannot".split())
AUXILIARIES = BE | HAVE | DO | MODALS
NEGATIONS = frozenset("not never no n't n’t neither nor".split())
ADVERBS = frozenset(
    """also again already still now then later earlier soon only just even ever once yesterday today tomorrow however
    meanwhile therefore thus reportedly allegedly apparently currently recently previously formally officially
    publicly jointly immediately repeatedly largely mainly mostly nearly almost further both alone together too
    well ahead first separately subsequently initially finally instead largely""".split()
)

# Base, past and past participle.
_IRREGULAR_VERBS = """
    say said said, tell told told, find found found, think thought thought, hold held held, strike struck
    struck, hit hit hit, shoot shot shot, fight fought fought, win won won, lose lost lost, take took taken,
    retake retook retaken, break broke broken, fall fell fallen, meet met met, leave left left, send sent sent,
    give gave given, begin began begun, withdraw withdrew withdrawn, blow blew blown, overrun overran overrun,
    set set set, cut cut cut, put put put, burn burned burned, drive drove driven, steal stole stolen, seek
    sought sought, make made made, come came come, go went gone, see saw seen, know knew known, keep kept kept,
    bring brought brought, lead led led, write wrote written, speak spoke spoken, swear swore sworn, forbid
    forbade forbidden, build built built, become became become, get got got, run ran run, stand stood stood,
    understand understood understood, flee fled fled, feel felt felt, let let let, pay paid paid, rise rose
    risen, sink sank sunk, throw threw thrown, bear bore borne, beat beat beaten, lay laid laid, read read read,
    foresee foresaw foreseen, undertake undertook undertaken, spend spent spent, buy bought bought, sell sold
    sold, hang hung hung, stick stuck stuck, spread spread spread, quit quit quit, shut shut shut, split split
    split, deal dealt dealt, mean meant meant, grow grew grown
"""
_IRREGULAR = {
    base: (past, participle) for base, past, participle in (verb.split() for verb in _IRREGULAR_VERBS.split(","))
}
# Bases whose last consonant doubles before -ed and -ing.
_DOUBLING = frozenset(
    """stop kidnap plan refer permit admit commit submit patrol compel expel rebel ban bar drop grab plot rob trap
    step pin strip slam rip clap ram stab nab tip cap gun bet tap wrap ship zip hit set cut put get run win
    begin let quit shut split""".split()
)


@cache
def forms_of(base: str) -> tuple[str, str, str, str, str]:
    """Give base, third person, past, past participle and -ing form of a verb, by rule and table."""
    past, participle = _IRREGULAR.get(base) or (_past(base), _past(base))
    return base, _third(base), past, participle, _ing(base)


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return (base + base[-1] if base in _DOUBLING else base) + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return (base + base[-1] if base in _DOUBLING else base) + "ing"
