"""What each cue verb says and takes: the word lists of the claim rules, the product's own.

A frame says what stands after the cue for it to be one: `clause` (that-clause, bare clause, quotation, or all of it
before the cue), `plain` (a clause even if its verb is not known), `noun`, `to` (an infinitive), `ing`, `person-to`
(somebody, then an infinitive), `person-clause` (somebody, then a clause), or a preposition.
"""

from dataclasses import dataclass

from histor.records.claims import Stance


@dataclass(frozen=True, slots=True)
class CueEntry:
    """What a cue verb says and takes."""

    stance: Stance
    frames: frozenset[str]


_TABLE = """
asserts: clause plain: say
asserts: clause plain noun ing: report
asserts: clause plain noun: confirm
asserts: clause noun: stress emphasise emphasize underline reaffirm reiterate estimate highlight
asserts: noun: express describe
asserts: clause: state add note declare reveal disclose insist maintain argue believe think
  assert affirm explain indicate write tweet acknowledge admit concede conclude observe
  recall reply respond repeat show testify find underscore recount elaborate clarify
  certify complain lament contend hear learn deem mention divulge document
asserts: clause person-clause: tell inform notify assure brief remind
asserts: clause suggest-ing: suggest
asserts: noun: cite
asserts: quote: read quote
plans: clause noun to: announce
plans: to clause noun: pledge promise
plans: to on noun-to clause: agree
plans: to: plan intend vow decide undertake offer
asserts: clause to noun-responsibility: claim
denies: clause noun ing: deny refute
denies: noun: reject dismiss
denies: to: refuse decline
denies: noun clause: dispute contradict
doubts: clause noun: doubt
orders: noun clause person-to: order
orders: noun person-to: instruct authorize authorise command
orders: clause noun: decree
threatens: to noun clause: threaten
predicts: clause of noun against: warn caution
predicts: clause noun person-to: predict expect forecast anticipate
predicts: clause: fear
demands: clause noun person-to to: demand
demands: person-to clause: urge
demands: person-to: ask appeal implore beg
demands: noun person-to clause: request
demands: clause noun ing: propose recommend
accuses: of: accuse suspect
accuses: for on: blame
accuses: clause: allege
condemns: noun: condemn denounce criticise criticize decry deplore slam lambast
approves: noun: welcome praise hail commend congratulate applaud endorse
"""
# A particle or preposition that belongs to the cue: base, particle(s), stance, frames.
_PHRASAL = """
call for; demands; noun ing person-to
call on; demands; person-to
call upon; demands; person-to
appeal for; demands; noun
appeal to; demands; person-to
press for; demands; noun
ask for; demands; noun
point out; asserts; clause
rule out; denies; noun ing
turn down; denies; noun
carry out; asserts; never
lash out; condemns; at
speak out; condemns; against
commit to; plans; noun ing
agree on; plans; noun
speak in favour of; approves; noun
hold responsible; accuses; for
warn of; predicts; noun ing
warn against; demands; noun ing
hit out; condemns; at
"""


def _entries() -> dict[str, tuple[CueEntry, ...]]:
    table: dict[str, tuple[CueEntry, ...]] = {}
    for line in _TABLE.replace("\n  ", " ").strip().splitlines():
        stance, frames, bases = (part.strip() for part in line.split(":"))
        entry = CueEntry(stance, frozenset(frames.split()))  # type: ignore[arg-type]
        for base in bases.split():
            table[base] = (*table.get(base, ()), entry)
    return table


def _phrasal() -> dict[str, tuple[tuple[tuple[str, ...], CueEntry], ...]]:
    table: dict[str, tuple[tuple[tuple[str, ...], CueEntry], ...]] = {}
    for line in _PHRASAL.strip().splitlines():
        words, stance, frames = (part.strip() for part in line.split(";"))
        base, *particles = words.split()
        entry = CueEntry(stance, frozenset(frames.split()))  # type: ignore[arg-type]
        table[base] = (*table.get(base, ()), (tuple(particles), entry))
    return table


ENTRIES = _entries()
PHRASAL = _phrasal()
