"""The tables of acts name only types, modes and classes that the scheme has."""

from typing import get_args

from histor.codebook.acts import moods, nouns, targets, verbs, weapons
from histor.codebook.acts.kinds import Act, read_frames, read_table
from histor.records.events import EventType, Status, Target

MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict arrest relations expel territory violence",
    "SANCTION": "convict expel withdraw discontinue",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": """seize restrict censor curfew martial-law arrest deport withhold misinformation cyber""",
    "ASSAULT": """abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone
        heavy-weapons crowd-control unconventional""",
}


def all_acts() -> list[Act]:
    named = [*verbs.VERBS.values(), *nouns.NOUNS.values()]
    framed = [act for frames in verbs.FRAMES.values() for _, act in frames]
    phrasal = [act for particles in verbs.PARTICLES.values() for act in particles.values()]
    needing = [act for table in (nouns.NEED, nouns.FOLLOWED, nouns.CARRIED) for _, act in table.values()]
    return named + framed + phrasal + needing


def test_every_act_has_a_type_and_a_mode_of_the_scheme() -> None:
    for act in all_acts():
        assert act.type in get_args(EventType)
        assert act.mode is None or act.mode in MODES.get(act.type, "").split(), act


def test_weapons_targets_and_moods_name_only_classes_of_the_scheme() -> None:
    assert set(weapons.WEAPONS.values()) <= set(MODES["ASSAULT"].split())
    assert set(targets.TARGETS.values()) <= set(get_args(Target))
    assert set().union(*(table.values() for table in (moods.VERBS, moods.NOUNS, moods.MODIFIERS))) <= set(
        get_args(Status)
    )


def test_a_table_is_read_line_by_line() -> None:
    assert read_table("ASSAULT aerial: bomb strafe\nAGREE -: sign") == {
        "bomb": Act("ASSAULT", "aerial"),
        "strafe": Act("ASSAULT", "aerial"),
        "sign": Act("AGREE"),
    }
    assert read_frames("take seize | COERCE seize | control") == {
        verb: ((frozenset({"control"}), Act("COERCE", "seize")),) for verb in ("take", "seize")
    }
