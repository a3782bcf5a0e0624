"""The words by which talks, and what becomes of them, are known in a sentence."""

import re

TALKS = re.compile(
    r"\b(?:talks|negotiat\w+|(?:first|second|third|fourth|fifth|next|new|last|this|that|the|another) rounds?|delegat\w+"
    r"|peace conference|summit|mediat\w+|met\b|meetings?|by telephone|telephoned|envoys?)",
    re.IGNORECASE,
)
LEFT = re.compile(
    r"\b(?:walk(?:s|ed|ing)? out|walk-?outs?|(?:left|leave|leaves|leaving|quit|quits"
    r"|abandon\w*) (?:the )?(?:\w+ )?(?:talks|negotiations|table)"
    r"|pull(?:s|ed)? out of (?:the )?(?:\w+ )?(?:talks|negotiations))",
    re.IGNORECASE,
)
SUSPENDED = re.compile(
    r"\b(?:suspend\w*|put(?:s|ting)? off|paus(?:ed|es|ing)|adjourn\w*|broke off|interrupt\w*)\b", re.IGNORECASE
)
POSTPONED = re.compile(r"\b(?:postpon\w+|put back|pushed back|delay(?:ed|s)?|deferred)\b", re.IGNORECASE)
REFUSED = re.compile(
    r"\b(?:refus\w+|rul(?:ed|es) out|reject\w*|will not (?:\w+ )?(?:talk|sit|speak|attend|meet)|boycott\w*"
    r"|stays? away)\b",
    re.IGNORECASE,
)
OUTCOME = re.compile(
    r"\b(?:signed|agreed (?:to|on|that|by)|reached (?:an?|the) (?:\w+ )?(?:deal|agreement|understanding)"
    r"|ended (?:without|with)"
    r"|collapsed|no (?:document|agreement|result)|joint statement)\b",
    re.IGNORECASE,
)
OPENS = re.compile(
    r"\b(?:open(?:s|ed|ing)?|beg[aiu]ns?|start(?:s|ed)?|resum\w+|bring (?:\w+ )*back|planned for|due)\b", re.IGNORECASE
)
ROUND = re.compile(r"\b(?:rounds?|talks|negotiations|delegations)\b", re.IGNORECASE)
CALL = re.compile(r"\b(?:by (?:tele)?phone|telephoned|phone call|telephone call|spoke by phone)\b", re.IGNORECASE)
NO_DATE = re.compile(
    r"\b(?:not (?:yet )?(?:set|fixed|named|given) an?y? ?(?:day|date)|no (?:day|date) (?:has been|was"
    r"|is) (?:set|fixed))\b",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"\b(?:call(?:ed|s)? (?:for|on)|ask(?:ed|s)?|urg(?:ed|es)|propos\w+|offer\w*|invit\w+)\b", re.IGNORECASE
)
INDIRECT = re.compile(
    r"\b(?:indirect\w*|proximity talks|shuttl\w+|no direct|without (?:a )?direct|not speak directly|two rooms)\b",
    re.IGNORECASE,
)
DIRECT = re.compile(r"\b(?:face[ -]to[ -]face|directly|direct (?:talks|meeting|negotiations))\b", re.IGNORECASE)
