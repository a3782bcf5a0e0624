"""The words by which a ceasefire, and what is said of its state, are known in a sentence."""

from histor.monitors.wording import one_of

TRUCE = one_of(
    r"cease-?\s?fires?", "cessation of (?:all )?hostilities", "truces?", "armistices?",
    "halt (?:to|in) (?:the )?(?:fighting|hostilities)",
)  # fmt: skip
OF_ITS_STATE = one_of(
    "holds", "holding", "has held", "to hold", r"collaps\w+", "break(?:s|ing)? down", "broke(?:n)? down",
    "breakdown", "fragile", "shaky", r"strain\w*", "respect(?:ed|ing)?", "observed", "kept to", "keeps to",
    r"unravel\w*", "in tatters", "is (?:dead|over)", "fall(?:s|ing|en)? apart", r"strengthen\w*", "extend(?:ed|s)?",
    "expire[sd]?", "end(?:s|ed)?", "lapse[sd]?", "largely", "on the whole", "live through",
)  # fmt: skip
BREACH = one_of(r"violat\w*", r"breach\w*")
