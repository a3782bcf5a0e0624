"""The words by which talks, and what becomes of them, are known in a sentence."""

from histor.monitors.wording import one_of

TALKS = one_of(
    "talks", r"negotiat\w+", "(?:first|second|third|fourth|fifth|next|new|last|this|that|the|another) rounds?",
    r"delegat\w+", "peace conferences?", "summits?", r"mediat\w+", "met", "meetings?", "by telephone", "telephoned",
    "envoys?",
)  # fmt: skip
LEFT = one_of(
    "walk(?:s|ed|ing)? out", "walk-?outs?",
    r"(?:left|leave|leaves|leaving|quit|quits|abandon\w*) (?:the )?(?:\w+ )?(?:talks|negotiations|table)",
    r"pull(?:s|ed)? out of (?:the )?(?:\w+ )?(?:talks|negotiations)",
)  # fmt: skip
SUSPENDED = one_of(
    r"suspend\w*", "put(?:s|ting)? off", "paus(?:ed|es|ing)", r"adjourn\w*", "broke off", r"interrupt\w*",
)  # fmt: skip
POSTPONED = one_of(r"postpon\w+", "put back", "pushed back", "delay(?:ed|s)?", "deferred")
REFUSED = one_of(
    r"refus\w+", "rul(?:ed|es) out", r"reject\w*", r"will not (?:\w+ )?(?:talk|sit|speak|attend|meet)",
    r"boycott\w*", "stays? away",
)  # fmt: skip
OUTCOME = one_of(
    "signed", "agreed (?:to|on|that|by)", r"reached (?:an?|the) (?:\w+ )?(?:deal|agreement|understanding)",
    "ended (?:without|with)", "collapsed", "no (?:document|agreement|result)", "joint statement",
)  # fmt: skip
OPENS = one_of(
    "open(?:s|ed|ing)?", "beg[aiu]ns?", "start(?:s|ed)?", r"resum\w+", r"bring (?:\w+ )*back", "planned for", "due",
)  # fmt: skip
ROUND = one_of("rounds?", "talks", "negotiations", "delegations")
CALL = one_of("by (?:tele)?phone", "telephoned", "phone call", "telephone call", "spoke by phone")
NO_DATE = one_of(
    "not (?:yet )?(?:set|fixed|named|given) an?y? ?(?:day|date)",
    "no (?:day|date) (?:has been|was|is) (?:set|fixed)",
)  # fmt: skip
ASKED = one_of("call(?:ed|s)? (?:for|on)", "ask(?:ed|s)?", "urg(?:ed|es)", r"propos\w+", r"offer\w*", r"invit\w+")
INDIRECT = one_of(
    r"indirect\w*", "proximity talks", r"shuttl\w+", "no direct", "without (?:a )?direct", "not speak directly",
    "two rooms",
)  # fmt: skip
DIRECT = one_of("face[ -]to[ -]face", "directly", "direct (?:talks|meeting|negotiations)")
