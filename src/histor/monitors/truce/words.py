"""The words by which a ceasefire, and what is said of its state, are known in a sentence."""

import re

TRUCE = re.compile(
    r"\b(?:cease-?\s?fires?|cessation of (?:all )?hostilities|truces?|armistices?"
    r"|halt (?:to|in) (?:the )?(?:fighting|hostilities))\b",
    re.IGNORECASE,
)
OF_ITS_STATE = re.compile(
    r"\b(?:holds|holding|has held|to hold|collaps\w+|break(?:s|ing)? down|broke(?:n)? down|breakdown|fragile"
    r"|shaky|strain\w*"
    r"|respect(?:ed|ing)?|observed|kept to|keeps to|unravel\w*|in tatters|is (?:dead|over)|fall(?:s|ing|en)? apart"
    r"|strengthen\w*|extend(?:ed|s)?|expire[sd]?|end(?:s|ed)?|lapse[sd]?|largely|on the whole|live through)\b",
    re.IGNORECASE,
)
BREACH = re.compile(r"\b(?:violat|breach)\w*", re.IGNORECASE)
