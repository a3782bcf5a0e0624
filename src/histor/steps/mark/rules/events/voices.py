"""The claims of a report in, for each place of its text the innermost claim whose words stand there out."""

from bisect import bisect_right
from collections.abc import Sequence

from histor.records.measures import Span
from histor.steps.mark.tags import ClaimTag


class Voices:
    """Tells in whose claim a place of the text stands, and which claim has its cue there."""

    def __init__(self, claims: Sequence[ClaimTag]) -> None:
        """Cut the text at every edge of a content and note for each stretch the shortest content that covers it."""
        self.claims = claims
        self._edges: list[int] = []
        self._owners: list[int | None] = []
        self._cues = {at: number for number, claim in enumerate(claims) for span in claim.cue for at in range(*span)}
        self._sweep()

    def at(self, place: int) -> int | None:
        """Give the index of the innermost claim whose content holds this place; None: the report's own voice."""
        found = bisect_right(self._edges, place) - 1
        return self._owners[found] if found >= 0 else None

    def claim(self, voice: int | None) -> ClaimTag | None:
        """Give the claim of a voice; None for the report's own."""
        return None if voice is None else self.claims[voice]

    def cue_at(self, place: int) -> int | None:
        """Give the index of the claim whose cue holds this place."""
        return self._cues.get(place)

    def owns(self, voice: int | None, place: int) -> bool:
        """Tell whether a place belongs to a voice: to its own words or, for the report, to no claim."""
        return self.at(place) == voice

    def _sweep(self) -> None:
        """Go through the edges from left to right with the contents that are open."""
        edges: list[tuple[int, int, int]] = []
        for number, claim in enumerate(self.claims):
            for span in claim.content:
                edges += [(span.start, 1, number), (span.end, 0, number)]
        active: dict[int, int] = {}
        for place, opens, number in sorted(edges):
            active[number] = active.get(number, 0) + (1 if opens else -1)
            if not active[number]:
                del active[number]
            self._edges.append(place)
            self._owners.append(min(active, key=self._extent) if active else None)

    def _extent(self, number: int) -> tuple[int, int]:
        """Give how much text a claim covers; of two alike the later is the inner one."""
        spans: Sequence[Span] = self.claims[number].content
        return sum(span.end - span.start for span in spans), -number
