"""The words by which moves of a force, and how far they have come, are known in a sentence."""

import re
from collections.abc import Mapping

from histor.records.boards import MoveKind

_MOVES: Mapping[MoveKind, str] = {
    "withdraw": r"withdr[ae]w\w*|pull(?:ed|ing|s)?[\s-]+out|pull-?outs?|pull(?:ed|ing)?[\s-]+back|drawdown"
    r"|draw(?:s|ing)?[\s-]+down"
    r"|pulling (?:the|its|their|most|part)|(?:headed|flew|flown|flying|went|sailed) home|(?:has|have|had) left"
    r"|departed",
    "deploy": r"deploy\w*|redeploy\w*|sent back|return(?:ed|ing|s)? to|came back|come back|flown in|send \d|sent \d",
    "reinforce": r"reinforc\w*|more (?:troops|aircraft|planes|soldiers)|build-?up",
    "rotate": r"rotat\w+",
    "remain": r"remain\w*|\bstays?\b|staying|stayed|continue to operate|work as before|will be kept|maintain"
    r"|residual force"
    r"|keep(?:s|ing)? (?:a|its|the|an) (?:\w+ )?(?:base|force|facility|station|garrison)|still stand",
    "reposition": r"reposition\w*|shift(?:ed|s|ing)? (?:its|their|his)",
}
MOVES: Mapping[MoveKind, re.Pattern[str]] = {
    kind: re.compile(rf"\b(?:{words})", re.IGNORECASE) for kind, words in _MOVES.items()
}
ANY_MOVE = re.compile("|".join(f"(?:{pattern.pattern})" for pattern in MOVES.values()), re.IGNORECASE)
ORDERED = re.compile(r"\border(?:ed|s)?\b", re.IGNORECASE)
AHEAD = re.compile(
    r"\b(?:will|would|shall|should|is to|are to|must|plans? to|begins? on|from tomorrow)\b", re.IGNORECASE
)
BEGUN = re.compile(
    r"\b(?:beg[au]n|begins|start(?:ed|s)?|first (?:group|planes?|aircraft|units?|convoy)|under way)\b", re.IGNORECASE
)
PAST = re.compile(
    r"\b(?:(?:began|begun|started) (?:to )?(?:withdr|pull|leav|deploy|mov|return)\w*"
    r"|(?:withdrawal|pull-?out|departure|deployment) (?:has |have |had )?(?:began|begun|started))",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(r"\bannounced\b", re.IGNORECASE)
SAYS = re.compile(r"\b(?:says?|said|told|according to|stated)\b", re.IGNORECASE)
WHOLE = re.compile(
    r"\b(?:all (?:of )?(?:its|their|the|his)|the last (?:of|planes?|aircraft|troops|soldiers|units?)"
    r"|complet(?:ed|ely)|entirely"
    r"|in full|the whole (?:force|contingent))\b",
    re.IGNORECASE,
)
PART = re.compile(
    r"\b(?:part of|main part|bulk|most of|some of|considerable part|in part|partly|much of|half of|main force"
    r"|a first)\b",
    re.IGNORECASE,
)
NOT_TOLD = re.compile(
    r"\b(?:(?:did|does|has|have|had) ?n[o']t (?:specif\w+|say|said|told|tell|disclose\w*|given?)"
    r"|(?:did|does|has|have|had) not (?:specif\w+|say|said|told|tell|disclose\w*|given?)|without giving)",
    re.IGNORECASE,
)
