"""The words of a party in, the sector that they name out: military, rebels, government, civilians …"""

from histor.codebook.roles import SECTORS, SIDES, UNDER_ARMS
from histor.steps.link.scan import Word

_AGAINST = frozenset({"REB", "OPP", "UAF", "PRM"})
_JETS = frozenset({"fighter"})  # "Syrian fighter" jets


def sector_of(words: list[Word], *, by_state: bool) -> str | None:
    """Give the PLOVER agent code of the last word that names a role; words before it may outweigh it.

    Fighters and forces of a state's nationality are its military, without one they are rebels.
    """
    words = [word for before, word in zip([None, *words], words, strict=False) if not _is_turned(before)]
    for at in range(len(words) - 1, -1, -1):
        sector = SECTORS.get(words[at].folded)
        if sector is None:
            continue
        sides = [SIDES[word.folded] for word in words[:at] if word.folded in SIDES]
        if words[at].folded in UNDER_ARMS and sides:
            return "MIL" if sides[-1] == "GOV" else sides[-1]
        if sides and (
            sector in {"PTY", "MIL"} or sides[-1] == "SOC" or _outweighs(sides[-1], words[at].folded, sector)
        ):
            return sides[-1]
        return "MIL" if sector == "REB" and by_state and words[at].folded in _JETS else sector
    return None


def _outweighs(side: str, noun: str, sector: str) -> bool:
    """Tell "opposition leaders" and "security officials" from a "security cabinet", which is the government's."""
    return sector == "GOV" and (side in _AGAINST or noun in {"official", "officials", "spokesman", "leaders", "leader"})


def _is_turned(before: Word | None) -> bool:
    """Tell whether "pro-" or "anti-" stands before a word: a pro-government fighter is none of the government's."""
    return before is not None and before.folded in {"pro", "anti", "non", "ex"}
