"""Nouns of acts: a word in small letters in, the act that it names out."""

from histor.codebook.acts.kinds import Act, read_table

NOUNS: dict[str, Act] = read_table("""
    ASSAULT -: attack attacks assault assaults ambush ambushes offensive offensives clash clashes fighting
    ASSAULT -: battle battles
    ASSAULT -: combat skirmish skirmishes massacre massacres killing killings executions execution strike raid
    ASSAULT -: counterattack counter-attack counteroffensive counter-offensive counter-attacks onslaught incursion
    ASSAULT -: incursions hostilities infighting beheading beheadings aggression violence stabbing retaliation
    ASSAULT -: bombardment bombardments invasion invasions advance advances storming
    ASSAULT aerial: strikes raids airstrike airstrikes air-strike air-strikes airstike
    ASSAULT heavy-weapons: shelling shellings barrage
    ASSAULT firearms: shooting shootings shootout gunfire firefight gunfight gunbattle
    ASSAULT explosives: bombing bombings explosion explosions blast blasts
    ASSAULT targeted: assassination assassinations
    ASSAULT abduct: kidnapping kidnappings abduction abductions disappearance hostage-taking
    ASSAULT torture: torture
    ASSAULT sexual: rape rapes
    COERCE seize: capture recapture seizure annexation looting
    COERCE restrict: siege blockade crackdown crackdowns repression
    COERCE arrest: arrest arrests
    COERCE curfew: curfew
    COERCE deport: deportation deportations
    COERCE martial-law: martial-law
    RETREAT ceasefire: ceasefire ceasefires cease-fire cease-fires truce truces armistice cessation
    RETREAT withdraw: withdrawal withdrawals pullout pull-out pullback retreat
    RETREAT release: release releases
    RETREAT disarm: demilitarization demilitarisation disarmament surrender
    RETREAT resign: resignation
    MOBILIZE troops: deployment deployments mobilization mobilisation buildup buildups build-up
    CONSULT -: talks negotiations negotiation dialogue meeting meetings conversation conversations contacts discussions
    CONSULT multilateral: summit summits conference
    CONSULT visit: visit visits
    CONSULT third-party: mediation
    AGREE -: pact
    AID -: evacuation evacuations delivery airdrop shipment
    REQUEST yield: ultimatum
    ACCUSE investigate: investigation investigations probe
    ACCUSE disapprove: condemnation outrage
    SANCTION -: sanctions
    SANCTION discontinue: suspension
    PROTEST demo: protests protest demonstration demonstrations rally
    PROTEST riot: riot riots unrest
    REJECT yield: refusal rejection
    REQUEST yield: proposal proposals request requests
    """)

# Nouns that name an act only beside one of these words in the same phrase.
NEED: dict[str, tuple[frozenset[str], Act]] = {
    "operation": (frozenset(
        """military ground offensive rescue special counter-terrorism security raid""".split()
    ), Act("ASSAULT")),
    "operations": (frozenset(
        """military ground offensive combat air counter-terrorism security""".split()
    ), Act("ASSAULT")),
    "campaign": (frozenset("bombing air military aerial airstrike".split()), Act("ASSAULT", "aerial")),
    "fire": (frozenset(
        """artillery mortar rocket tank sniper missile machine-gun small-arms friendly anti-aircraft""".split()
    ),
             Act("ASSAULT", "heavy-weapons")),
    "call": (frozenset("phone telephone conference video".split()), Act("CONSULT", "phone")),
    "exchange": (frozenset("prisoner prisoners".split()), Act("RETREAT", "release")),
    "swap": (frozenset("prisoner prisoners".split()), Act("RETREAT", "release")),
    "exercises": (frozenset("military joint naval live-fire".split()), Act("MOBILIZE", "troops")),
    "drills": (frozenset("military joint naval live-fire".split()), Act("MOBILIZE", "troops")),
    "drill": (frozenset("military joint naval live-fire".split()), Act("MOBILIZE", "troops")),
    "movements": (frozenset("troop military".split()), Act("MOBILIZE", "troops")),
    "launch": (frozenset("missile rocket".split()), Act("MOBILIZE", "weapons")),
    "test": (frozenset("missile nuclear".split()), Act("MOBILIZE", "weapons")),
    "tests": (frozenset("missile nuclear".split()), Act("MOBILIZE", "weapons")),
}  # fmt: skip

# Nouns that name an act only with one of these words soon after them: "an end to the fighting", "a call for help".
_WAR = frozenset(
    """fighting bombing hostilities violence war conflict confrontation attacks strikes siege operations shelling
    airstrikes bloodshed crackdown assault offensive""".split()
)
FOLLOWED: dict[str, tuple[frozenset[str], Act]] = {
    "end": (_WAR, Act("RETREAT", "ceasefire")),
    "halt": (_WAR, Act("RETREAT", "ceasefire")),
    "cessation": (_WAR, Act("RETREAT", "ceasefire")),
    "call": (frozenset({"for"}), Act("REQUEST", "yield")),
    "calls": (frozenset({"for"}), Act("REQUEST", "yield")),
    "demand": (frozenset({"for", "that", "of"}), Act("REQUEST", "yield")),
    "demands": (frozenset({"for", "that"}), Act("REQUEST", "yield")),
    "exchange": (frozenset("prisoners detainees hostages persons captives".split()), Act("RETREAT", "release")),
    "shift": (frozenset({"targets", "focus"}), Act("MOBILIZE")),
    "threat": (frozenset({"of"}), Act("THREATEN", "violence")),
    "threats": (frozenset({"of", "by", "from"}), Act("THREATEN", "violence")),
    "fall": (frozenset({"of"}), Act("COERCE", "seize")),
    "gains": (frozenset({"by", "in"}), Act("COERCE", "seize")),
    "violation": (frozenset("ceasefire cease-fire truce airspace armistice".split()), Act("ASSAULT")),
    "violations": (frozenset("ceasefire cease-fire truce airspace armistice".split()), Act("ASSAULT")),
}

# Nouns that name an act only as subject or object of one of these verbs: "reached an agreement".
CARRIED: dict[str, tuple[frozenset[str], Act]] = {
    word: (
        frozenset("reach conclude strike announce finalize finalise come take negotiate broker make mediate".split()),
        Act("AGREE"),
    )
    for word in ("agreement", "agreements", "deal", "accord", "settlement")
}

# What the object of an act may be instead of its patient; the noun itself is then left out.
TOPICS = frozenset(
    """agreement agreements deal process plan plans group groups movement committee monitor monitors monitoring
    capability
    capabilities site sites zone zones line lines violation violations terms proposal resolution table capacity law
    laws crimes crime force mission room hall partner partners anniversary warning warnings helicopter helicopters
    aircraft jet jets plane planes drone drones submarine order orders demand option options wing vehicle vehicles
    efforts effort weapon weapons talks negotiations season bill text draft accord format initiative victims
    victim offer proposals resolutions regime conditions""".split()
)

# Words that show that people died of no act of war.
ACCIDENTS = frozenset(
    """crash crashes crashed flood floods flooding earthquake hurricane typhoon cyclone tornado landslide avalanche tree
    capsizes capsized capsize wildfire wildfires stampede outbreak virus epidemic pandemic derailment collapse-of
    heatwave drowned drown storm-surge tsunami eruption el collided collision""".split()
)
