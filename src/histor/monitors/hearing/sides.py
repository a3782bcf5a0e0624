"""A name, its ref and the register in, a side out: all that it can be known by, up to whom it belongs to."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from histor.codebook.countries import BY_CODE
from histor.records.heard import Side
from histor.records.register import Actor, Register, fold_name

_FARTHEST = 5  # steps up from a body to whom it belongs; the register has at most four


class Sides:
    """Makes sides against one register; each ref is worked out once."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._known: dict[str, frozenset[str]] = {}

    def side(self, name: str, ref: str | None, sector: str | None = None, country: str | None = None) -> Side:
        """Give the side of a name; without a ref it is known by its words only."""
        keys = self._keys(ref) if ref else frozenset()
        if ref and sector is None and (actor := self._register.refs.get(ref)):
            sector, country = actor.sector, country or actor.country
        of_state = any(key.startswith("state:") for key in keys)
        return Side(name, ref, sector, country, keys | {_plain(name)}, of_state)

    def spelt(self, name: str) -> Side:
        """Give the side that an event table spells so: the register's first actor of this name, else its words."""
        known = self._register.actors.get(fold_name(name), ())
        return self.side(name, known[0].ref, known[0].sector, known[0].country) if known else self.side(name, None)

    def _keys(self, ref: str) -> frozenset[str]:
        if ref not in self._known:
            self._known[ref] = frozenset(self._upward(ref))
        return self._known[ref]

    def _upward(self, ref: str) -> Iterator[str]:
        for _ in range(_FARTHEST):
            yield ref
            owner, slash, _ = ref.partition("/")
            if slash:
                yield owner
                ref = owner
            actor = self._register.refs.get(ref)
            if ref.startswith("state:"):
                yield from self._governments.get(ref, ())
            if actor is None:
                return
            yield from (_plain(name) for name in (actor.name, *actor.names))
            if actor.part_of is None:
                return
            ref = actor.part_of

    @cached_property
    def _governments(self) -> dict[str, tuple[str, ...]]:
        """Give the names by which a state's government goes: what the state does, the government does."""
        found: dict[str, tuple[str, ...]] = {}
        for code, country in BY_CODE.items():
            found[f"state:{code}"] = (
                fold_name(f"{country.name} government"),
                fold_name(f"government of {country.name}"),
            )
        for actor in self._register.refs.values():
            if _is_government(actor) and actor.part_of:
                found[actor.part_of] = (*found.get(actor.part_of, ()), actor.ref, *map(_plain, actor.names))
        return found


def plain_names(names: Iterable[str]) -> frozenset[str]:
    """Give names in the form in which sides are known by them: folded, without an article."""
    return frozenset(_plain(name) for name in names)


def _plain(name: str) -> str:
    return fold_name(name).removeprefix("the ")


def _is_government(actor: Actor) -> bool:
    return actor.kind == "body" and actor.sector == "GOV" and "government" in fold_name(actor.name)
