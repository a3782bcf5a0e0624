"""The words by which moves of a force, and how far they have come, are known in a sentence."""

import re
from collections.abc import Mapping

from histor.monitors.wording import one_of
from histor.records.boards import MoveKind

_MOVES: Mapping[MoveKind, tuple[str, ...]] = {
    "withdraw": (
        r"withdr[ae]w\w*", r"pull(?:ed|ing|s)?[\s-]+(?:out|back)", r"pull-?outs?", r"draw-?\s?downs?",
        r"draw(?:s|ing)?[\s-]+down", r"pulling (?:the|its|their|most|part)",
        r"(?:headed|flew|flown|flying|went|going|sailed|return\w*) home", r"(?:has|have|had) left", r"departed",
        r"(?:beg[aiu]n|start\w*|continu\w*) (?:to leave|leaving)",
        r"(?:will|shall|is to|are to) leave(?! (?:no|it|a|an|them|him|her|us|open)\b)",
        r"return(?:ed|ing|s)? to (?:its|their) (?:\w+ ){0,2}(?:bases?|barracks|garrisons?|locations?|points?)",
    ),
    "deploy": (r"(?:re)?deploy(?:s|ed|ing)?", r"(?:re)?deployment of", "sent back", r"return(?:ed|ing|s)? to",
               "c[ao]me back", "flown in", r"sen[dt] \d+"),
    "reinforce": (r"reinforc\w*", r"more (?:troops|aircraft|planes|soldiers)", r"build-?up"),
    "rotate": (r"rotat(?:e[sd]?|ing|ions?)",),
    "remain": (
        r"remain(?:s|ed|ing)?", r"(?<!the )(?<!a )(?<!their )stay(?:s|ed|ing)?",
        r"(?:continu\w* to|will|still) (?:operate|function|work)",
        r"(?:work|function|operate)\w* as (?:before|usual|normal)", r"will be kept",
        r"maintain(?:s|ed|ing)?", r"residual force", r"still stands?", r"on (?:\w+ )?duty",
        r"keep(?:s|ing)? (?:a|its|the|an) (?:\w+ )?(?:base|force|facility|station|garrison)",
    ),
    "reposition": (r"reposition\w*", r"shift(?:ed|s|ing)? (?:its|their|his)"),
}  # fmt: skip
MOVES: Mapping[MoveKind, re.Pattern[str]] = {kind: one_of(*words) for kind, words in _MOVES.items()}
ANY_MOVE = one_of(*(words for group in _MOVES.values() for words in group))
# What is left of a force, told beside another move: "what remains is enough", "how much of the force remains".
LEFT_OVER = one_of(r"what (?:remains|stays)", r"(?:of|by) the (?:force|contingent|group) (?:that )?(?:remains?|stays?)")
# "The troops remaining there will guard the road" tells what stays: "will" is of the guard.
STAYING = one_of("remaining", r"(?:that|which|who) (?:remain|stay)s?")
# "It has shifted its focus" moves no force.
OF_ITS_AIM = one_of(
    r"(?:shift|mov|turn|chang|redirect|reposition)\w* (?:its|their|his|her|the) (?:\w+ ){0,2}"
    r"(?:focus|attention|emphasis|priorit\w+|aims?|targets?|targeting|stance|policy|strategy|efforts?)"
)
ORDERED = one_of(r"(?<!in )order(?:ed|s)?")
AHEAD = one_of("will", "would", "shall", "should", "is to", "are to", "must", r"plans? to", r"begins? on",
               "from tomorrow", r"agreed (?:on|upon|to|that)")  # fmt: skip
# "The withdrawal should make them yield" tells what comes of it, and promises none.
OF_ITS_EFFECT = one_of(
    r"(?:withdrawal|pull-?out|drawdown|departure) (?:will|would|shall|should|must|may)"
    r" (?!be\b|begin|start|take|last|go\b|end\b|proceed|continue|follow)"
)
BEGUN = one_of("beg[au]n", "begins", r"start(?:ed|s)?", r"first (?:group|planes?|aircraft|units?|convoy)", "under way")
PAST = one_of(
    r"(?:began|begun|started) (?:to )?(?:withdr|pull|leav|deploy|mov|return)\w*",
    r"(?:withdrawal|pull-?out|departure|deployment) (?:has |have |had )?(?:began|begun|started)",
)
ANNOUNCED = one_of("announced")
DOUBTED = one_of(
    r"no (?:\w+ )?(?:signs?|evidence|indications?) (?:of|that|at all)",
    r"no (?:significant|real|large|major|visible|serious) (?:\w+ )?(?:withdrawal|pull-?out|drawdown|departures?)",
    r"(?:not|n[o']t) (?:yet )?(?:seen|withdrawn|left|begun|gone|pulled)",
)
AGAIN = one_of("back", "again", "return(?:ed|ing|s)?", "re-?deploy(?:s|ed|ing)?", "new", "more", "fresh", "additional",
               r"reinforc\w*")  # fmt: skip
SAYS = one_of(r"says?", "said", "told", "according to", "stated")
WHOLE = one_of(
    r"all (?:of )?(?:its|their|the|his)", r"the last (?:of|planes?|aircraft|troops|soldiers|units?)",
    r"complet(?:ed|ely)", "entirely", "in full", r"the whole (?:force|contingent)",
)  # fmt: skip
PART = one_of(
    "part of", "main part", "bulk", "most of", "some of", r"(?:considerable|significant|large) part", "in part",
    "partly", "much of", "half of", "main force", "a first", "most have",
)  # fmt: skip
_NO_WORD = r"(?:specif\w+|say|said|told|tell|disclose\w*|given?)"
NOT_TOLD = one_of(rf"(?:did|does|has|have|had)(?: not|n[’']t) {_NO_WORD}", "without giving")
# A move of a force is one even where its sentence names no force: "the withdrawal", "they are going home".
OF_A_FORCE = one_of(
    "withdrawal", r"pull-?outs?", "drawdown", "going home", r"most (?:\w+ )?left",
    r"departure(?! of (?:\w+ )?(?:citizens|passengers|civilians|families|flights))",
)  # fmt: skip
WE = one_of("we", "our", "ours", "us")
