"""Events in, bonds between those that speak of one happening out.

`setting` gathers what stands around an event, `summary` tells which events sum up many happenings, `keys` finds what is
worth comparing, `identity` says what can never be one, `reasons` (with `wording`, `sides` and `retold`) what speaks for
it, and `bonding` weighs the reasons.
"""

from histor.records.made import Step

JOINER = Step("join", "7")  # raise the version when a setting or a bond can differ
