"""The words by which reports tell when a ceasefire takes effect, whom it binds, who brokered it, whom it leaves out."""

import re

from histor.monitors.truce.words import TRUCE
from histor.monitors.wording import one_of

DEAL = one_of("deal", "agreement", "accord", "pact", "terms")
EFFECT = one_of(
    "(?:took|takes?|taken|taking|came|comes?|coming|went|goes|going|enter(?:ed|s)?|put|is|was)"
    " (?:in|into)? ?(?:effect|force)",
    "in (?:effect|force)", "effective", "beg[aiu]ns?", "start(?:s|ed)?",
)  # fmt: skip
NOT_SO = one_of(
    "called (?:for|a)", "calls? for", "seek", "sought", r"propos\w+", "possible", r"demand\w*", r"urg\w+", "if",
    "would", "could", "might", "should", "hopes?", r"fail\w*",
)  # fmt: skip
AWAY = re.compile(
    r"[,;]\s(?:after|before|since|following|as|but|while|and)\b|\b(?:after|before|since)\b", re.IGNORECASE
)
TOLD = one_of("said", "says", "told", "announced", "reported", "according")
DECLARED = one_of("agreed", "announced", "declared", "signed", "concluded", "reached")
NO_END = one_of("no end date", "open-ended", "indefinite(?:ly)?", "no fixed end", "without an end")
LENGTH = one_of(r"for (?:an initial )?(?:\d+|[a-z]+)[ -](?:hours?|days?|weeks?|months?)")
UNTIL = re.compile(r"\b(?:until|till|through|expires? on|ends on|to last until)\s+$", re.IGNORECASE)
TIME_ZONE = re.compile(r"\b((?:[A-Z][\w’'-]+ ){1,2}time|GMT|UTC)\b")

_BROKERING = r"(?:brokered|mediated|negotiated|sponsored|facilitated|arranged|guaranteed)"
BROKERED_AS = re.compile(rf"(?P<names>[^,;:()]{{2,80}}?)[-–‑]{_BROKERING}\b", re.IGNORECASE)
BROKERED_BY = re.compile(
    rf"\b{_BROKERING} (?:jointly )?by (?P<names>.{{2,120}}?)(?=[.;:)]|,\s(?!and\b)|\s(?:took|takes|came|comes"
    rf"|went|goes|will|that|which|who"
    r"|was|is|has|had|in|on|after|last|this|between)\b|$)",
    re.IGNORECASE | re.DOTALL,
)
BROKERED_THAT = re.compile(
    rf"\b(?:that|which) (?P<names>[^,;:.]{{2,80}}?) (?:had |have |has )?{_BROKERING}\b", re.IGNORECASE
)

_STOP = (
    r"(?=[.;:]|,\s(?:though|but|which|who|that|brokered|mediated|after|as)\b"
    r"|\s(?:took|takes|came|comes|went|goes|began|begins|will|was|is|has|had|in|on the other|on|at|after|from"
    r"|since)\b|$)"
)
BETWEEN = re.compile(rf"\bbetween (?P<names>.{{3,160}}? and .{{3,120}}?){_STOP}", re.IGNORECASE | re.DOTALL)
BINDS = re.compile(
    r"\b(?:binds|who is in:|(?:the )?parties(?: are)?:|covers) (?P<names>.{3,240}?)(?=[.;]|$)",
    re.IGNORECASE | re.DOTALL,
)
AGREED = re.compile(
    r"(?:^|\b(?:since|that|after|when|as|and)\s|,\s)(?P<names>(?:(?!\b(?:since|that|after|when)\b)[^,;.]){3,120}?) "
    r"(?:have |has |had )?(?:agreed|consented) (?:to|on) (?:a|an|the)\b",
    re.IGNORECASE,
)
JOINED = re.compile(
    r"(?:^|\bthat\s|,\s)(?P<names>[^,;.]{3,120}?),? (?:(?:which|who) )?(?:have|has|had|is|are) "
    r"(?:joined|accepted|signed up to|acceded to|adhered to|ready to (?:do its part in|observe|abide by"
    r"|respect)|committed to)"
    r" (?:the|a|its|their)\b",
    re.IGNORECASE,
)
NEGATED = one_of("not", "never", "nobody", "no one", "n[o']t", "any group", "any of")

EXCLUDES = re.compile(
    r"(?:\b(?:do(?:es)?|did|would|will) not (?:cover|apply to|extend to|include|protect|bind)|\bnot (?:covering"
    r"|including|applying to)"
    r"|\bleaves? out|\bleaving out|\bexclud(?:es|ed|ing)|\bexempt(?:s|ed|ing)|\b(?:with the )?exception of"
    r"|\bexcept(?:ing)?(?: for)?"
    r"|\bwho is out:) (?P<names>.{2,160}?)(?=[.;]|, (?:and )?(?:whom|who|which|said|he|she|it)\b|$)",
    re.IGNORECASE | re.DOTALL,
)
EXCLUDED = re.compile(
    r"(?:^|[,;] |\bthat )(?P<names>[^;.]{2,160}?),? (?:(?:is|are|was|were|be|remain|remains|stay|stays) "
    r"(?:not (?:covered|included|part|protected)|excluded|exempt(?:ed)?|left out|outside (?:the|of the))"
    r"|which the (?:truce|ceasefire|cease-fire|deal|cessation of hostilities) (?:leaves out|does not (?:cover"
    r"|protect)))",
    re.IGNORECASE,
)
ACTING = one_of(
    "rebels?", "opposition", "factions?", "groups?", "government", "army", "armies", "forces", "militias?",
    "militants", "fighters", "regime", "coalition", "movement", "front", "insurgents", "separatists",
)  # fmt: skip
REBELLING = one_of("rebels?", "rebel", "opposition", "factions?", "insurgents", "separatists", "armed groups?")


OF_TRUCE = re.compile(rf"^(?:[\w-]+ ){{0,3}}?(?:{TRUCE.pattern})", re.IGNORECASE)
OF_DEAL = re.compile(rf"^(?:[\w-]+ ){{0,3}}?(?:{TRUCE.pattern}|{DEAL.pattern})", re.IGNORECASE)
LEADING = re.compile(r"^.*\b(?:that|by|said|when|while|as)\s", re.IGNORECASE | re.DOTALL)  # words before those who act
TRAILING = re.compile(r"\s(?:that|who|which|whose|loyal|backed)\b.*$", re.IGNORECASE | re.DOTALL)
THEIR_OWN = re.compile(r"^(?:his|her|its|their)\b", re.IGNORECASE)


def may_tell(text: str) -> bool:
    """Tell whether a sentence may tell of a ceasefire, or go on about one."""
    found = (TRUCE, EXCLUDES, EXCLUDED, BINDS, DEAL)
    return any(words.search(text) for words in found)
