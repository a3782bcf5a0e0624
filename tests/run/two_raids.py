"""Two raids of two days on one market, and news without a day that may tell of either."""

from dataclasses import replace

from run.market import FIRST, OTHER_DAY, TUESDAY, story

_TOLD = story(
    "Jets bombed the diesel market at Palmyra before Monday, killing 12 traders, a porter told us.", outlet="Herald"
)
MONDAYS, TUESDAYS = story(FIRST), story(OTHER_DAY, outlet="Courier", day=TUESDAY)
UNDATED = replace(_TOLD, events=tuple(replace(event, when=None) for event in _TOLD.events))
RAIDS = (MONDAYS, TUESDAYS, UNDATED)
