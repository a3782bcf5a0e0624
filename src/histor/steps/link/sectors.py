"""The words of a party in, the sector that they name out: military, rebels, government, civilians …"""

from histor.codebook.roles import SECTORS, SIDES, UNDER_ARMS
from histor.steps.link.scan import Word

_AGAINST = frozenset({"REB", "OPP", "UAF", "PRM"})
_JETS = frozenset({"fighter"})  # "Syrian fighter" jets
_TURNING = frozenset({"pro", "anti", "non", "ex"})
_POWERS = frozenset({"government", "regime", "military", "army", "junta"})
_ONLY_SMALL = frozenset({"union", "unions"})  # a trade union; "Union" is the end of a body's name


def sector_of(words: list[Word], *, by_state: bool) -> str | None:
    """Give the PLOVER agent code of the last word that names a role; words before it may outweigh it.

    Fighters and forces of a state's nationality are its military, without one they are rebels; whoever fights for a
    government without being of it ("pro-government fighters") is a paramilitary.
    """
    if _fights_for_power(words):
        return "PRM"
    words = [word for before, word in zip([None, *words], words, strict=False) if not _is_turned(before)]
    for at in range(len(words) - 1, -1, -1):
        sector = _sector_at(words, at)
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


def _sector_at(words: list[Word], at: int) -> str | None:
    """Read a noun of two words ("law enforcement") before a noun of one."""
    if at and (pair := SECTORS.get(f"{words[at - 1].folded} {words[at].folded}")):
        return pair
    is_name = words[at].folded in _ONLY_SMALL and words[at].written[0].isupper()
    return None if is_name else SECTORS.get(words[at].folded)


def _outweighs(side: str, noun: str, sector: str) -> bool:
    """Tell "opposition leaders" and "security officials" from a "security cabinet", which is the government's."""
    return sector == "GOV" and (side in _AGAINST or noun in {"official", "officials", "spokesman", "leaders", "leader"})


def _fights_for_power(words: list[Word]) -> bool:
    folded = [word.folded for word in words]
    at = folded.index("pro") if "pro" in folded[:-1] else -1
    if at < 0 or not (folded[at + 1] in _POWERS or (folded[at + 2 : at + 3] and folded[at + 2] in _POWERS)):
        return False
    return any(word in UNDER_ARMS or SECTORS.get(word) in {"REB", "MIL", "PRM"} for word in folded[at + 2 :])


def _is_turned(before: Word | None) -> bool:
    """Tell whether "pro-" or "anti-" stands before a word: a pro-government fighter is none of the government's."""
    return before is not None and before.folded in _TURNING
