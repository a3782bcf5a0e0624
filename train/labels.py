"""The names behind the model's numbers: every list's order is part of a saved model."""

from typing import get_args

from histor.records.claims import Stance
from histor.records.events import EventType, Status
from histor.records.measures import What
from histor.steps.mark.decode.kinds import KINDS

__all__ = [
    "CLAIM_ROLES",
    "EVENT_ROLES",
    "KINDS",
    "MENTIONS",
    "MENTION_TAGS",
    "STANCES",
    "STATUSES",
    "STYLES",
    "TYPES",
    "WHATS",
]

STANCES: tuple[str, ...] = get_args(Stance)
TYPES: tuple[str, ...] = get_args(EventType)
STATUSES: tuple[str, ...] = get_args(Status)
WHATS: tuple[str, ...] = get_args(What)
CLAIM_ROLES = ("source", "content")
EVENT_ROLES = ("actors", "recipients", "place", "when", "count")
STYLES = ("gold", "polnear", "re3d", "politics", "wikigold", "muc", "cameo")  # whose marking conventions a text follows
MENTIONS = (
    "re3d:DocumentReference", "re3d:Location", "re3d:MilitaryPlatform", "re3d:Money", "re3d:Nationality",
    "re3d:Organisation", "re3d:Person", "re3d:Quantity", "re3d:Temporal", "re3d:Weapon",
    "politics:country", "politics:election", "politics:event", "politics:location", "politics:misc",
    "politics:organisation", "politics:person", "politics:politicalparty", "politics:politician",
    "wikigold:LOC", "wikigold:MISC", "wikigold:ORG", "wikigold:PER",
    "muc:doer", "muc:organisation", "muc:target", "muc:victim", "muc:weapon",
    "cameo:R", "cameo:S", "cameo:T",
)  # fmt: skip
MENTION_TAGS = ("O", *(f"{edge}-{name}" for name in MENTIONS for edge in "BI"))
