"""Words by which a text sums up many happenings or tells a lasting state: word lists and what stands around an act."""

import re
from collections.abc import Mapping

# What an act's own words name, by how they begin; the first lot that fits counts.
NAMED: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"(?:{words})")
    for name, words in {
        "campaign": "campaign|offensive|operation|crackdown|interven|invasion|drive|push|advanc",
        "siege": "sieg|besieg|blockad|encircl|surround|block|cut",
        "support": "arm|train|suppl|fund|support|back|aid|help|provid|deliver|assist|protect",
        "holding": "detain|arrest|kidnap|abduct|held|imprison|captiv|hostage|tortur|execut|behead",
        "blow": "blast|explo|deton|blew|assassin|ambush|crash|shot down|massacre|opened fire",
        "talks": "talk|meet|met|visit|negotiat|discuss|agree|deal|truce|ceasefire|confer",
    }.items()
}

# Right before an act.
HAS_DONE = re.compile(
    r"\b(?:has|have|had|'ve|’ve)\s+(?:\w+ly\s+|also\s+|long\s+|often\s+|already\s+)?(?:been\s+)?(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twin|dozen|\d{1,3}|series|wave|spate|string|barrage)\s+"
    r"(?:of\s+)?(?:[\w'’-]+\s+){0,3}$",
    re.IGNORECASE,
)
SEVERAL = re.compile(r"\b(?:several|numerous|many)\s+(?:of\s+)?(?:[\w'’-]+\s+){0,3}$", re.IGNORECASE)

# Right after an act.
SINCE = re.compile(r"[^.]{0,60}\bsince\b", re.IGNORECASE)
ON_A_KIND = re.compile(
    r"\W*(?:against|on|of|targeting) (?:the |its |their )?(?:civilians?|people|population|groups?|areas?|targets?"
    r"|positions?|militants?|terrorists?|rebels?|opposition|regime|civilian|rebel|jihadists?|extremists?|hospitals"
    r"|schools|is|isis|isil|syria|iraq)\b",
    re.IGNORECASE,
)

# Anywhere in the sentence of an act.
OFTEN = re.compile(
    r"\b(?:often|repeated(?:ly)?|regular(?:ly)?|routinely|frequent(?:ly)?|usually|sometimes|always"
    r"|systematic(?:ally)?|near-daily|daily|weekly|constant(?:ly)?|continu(?:ed|es?|ous|ously|al|ally|ing)(?: to)?"
    r"|persistent(?:ly)?|relentless(?:ly)?|sporadic|intermittent|occasional(?:ly)?|indiscriminate(?:ly)?|widespread"
    r"|increasing(?:ly)?|again and again|every (?:day|week|month|night)|used to|so far|keep|kept|mounting|ongoing"
    r"|widely)\b",
    re.IGNORECASE,
)
LONG_TIME = re.compile(
    r"\b(?:since|for (?:the (?:past|last) )?(?:\w+ )?(?:more than |over |nearly |almost |about |at least )?(?:\w+ )?"
    r"(?:weeks|months|years|a (?:week|month|year|decade))"
    r"|(?:over|in|during|within|throughout) (?:the )?(?:past|last|recent|previous|course of)(?: \w+)?"
    r" (?:week|month|year|day)s?|in recent (?:days|weeks|months|years)|recent (?:weeks|months|years)"
    r"|this (?:year|month)|last (?:year|month)|(?:years?|months?|weeks?|days) of|in the past|throughout"
    r"|year-(?:old|long)|months?-long|\w+-(?:year|month|week)(?:-(?:old|long))?)\b",
    re.IGNORECASE,
)
WAR = re.compile(
    r"\b(?:war|conflict|uprising|revolution|insurgency|revolt|crisis|rebellion)\b",
    re.IGNORECASE,
)
FRESH = re.compile(
    r"\b(?:today|yesterday|overnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|early|late|earlier|morning|afternoon"
    r"|evening|night|hours?|minutes?)\b",
    re.IGNORECASE,
)
