"""Words by which reports of violence tell one happening from another: the way it was done, what was there, and whether
one happening is spoken of at all.
"""

import re
from collections.abc import Mapping

# Each is sought from the start of a word, in any case.
WAYS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for name, words in {
        "gas": "chemical|gas\\b|gass|sarin|nerve agent|toxic|chlorine|poison|asphyxia|suffocat",
        "from the air": "air ?strike|air raid|air force|aerial|warplane|jets?\\b|barrel bomb|aircraft|raids?\\b|drone",
        "shelling": "shell(?!ter)|mortar|artillery|rocket|projectile|howitzer|barrage",
        "a bomb": "car bomb|truck bomb|suicide|blew|blown|blast|explosi|detonat|booby|twin bomb",
        "fighting": "clash|battle|fight|offensive|advance|storm|counter-?attack|ambush",
        "execution": "execut|behead|massacred by|shot dead|mass grave",
        "shooting down": "shot down|shoot down|downed|downing|shoots down",
    }.items()
}
THINGS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for name, words in {
        "a convoy": "convoy|aid truck|lorr|buses|bus\\b|evacuees|evacuation",
        "a hospital": "hospital|clinic|medic|doctor|nurse",
        "a school": "school|pupil|student|teacher|classroom",
        "a market": "market|bazaar|traders",
        "a checkpoint": "checkpoint|check-point",
        "a police station": "police station|police headquarters",
        "a wedding": "wedding|bride|groom",
        "a place of prayer": "mosque|church|shrine|prayer",
        "a camp": "refugee camp|displaced camp|\\bcamp\\b",
        "a base": "air ?base|airfield|airport|barracks",
        "a depot or fuel": "depot|warehouse|arsenal|oil\\b|fuel|diesel|petrol|refiner",
        "a helicopter or jet": "helicopter|chopper|pilot|mig\\b",
        "rescuers": "civil defen[cs]e|white helmets|rescuers|rescue workers",
    }.items()
}
# Many happenings at once, or what used to be: "has often been targeted", "years of bombardment".
BACKGROUND = re.compile(
    r"\b(?:in the past|previous(?:ly)?|often|repeated(?:ly)?|regularly|several (?:attacks|bombings|raids)|years? of|"
    r"(?:civil|\w+-year) war|conflict began|since the (?:war|conflict|uprising)|lately|recent (?:days|weeks|months)|"
    r"days this week|this week|long been|again and again|"
    r"over the (?:past|last) (?:\w+ )?(?:weeks|months|years)|regular|routinely|frequently|near-daily|every day|"
    r"(?:on )?(?:multiple|several|many) occasions|hundreds of thousands|\d{3},?000 people|"
    r"has been carrying out|have been carrying out|since (?:its|it|his|they) (?:\w+ )?(?:began|start|interven)|"
    r"began in (?:\w+ )?\d{4}|erupted in (?:\w+ )?\d{4}|started in (?:\w+ )?\d{4}|in \d{4} with)\b",
    re.IGNORECASE,
)
