"""What an act strikes: a noun in small letters in, the class of target out; and nouns of people who act or suffer."""

from typing import cast

from histor.codebook.acts.kinds import read_classes
from histor.records.events import Target

_TABLE = """
    hospital: hospital hospitals clinic clinics ambulance ambulances medical maternity doctors medics
    school: school schools university kindergarten college classroom students
    market: market markets marketplace marketplaces bazaar mall
    dwelling: house houses home homes apartment apartments residential neighborhood neighbourhood building buildings
    dwelling: neighborhoods neighbourhoods camp refugees
    aid: aid humanitarian relief convoy-aid unhcr
    religious: mosque mosques church churches synagogue temple shrine cathedral monastery
    energy: power pipeline refinery oil gas energy electricity substation plant nuclear dam
    transport: bus train railway bridge airport port ship tanker vessel vessels road highway station airliner
    military: base bases soldiers soldier troops checkpoint checkpoints army military barracks outpost forces militants
    military: fighters militia tank tanks airbase depot warehouse convoy positions jet warship militiamen policemen
    military: headquarters camp-military insurgents terrorists rebels gunmen
    government: embassy consulate ministry parliament president minister palace police mayor court governor
    agriculture: farm farms crops silo bakery orchard
    """
TARGETS = cast(dict[str, Target], read_classes(_TABLE))

# Nouns whose bearers act together: groups, forces, bodies and the people in them.
AGENTS = frozenset(
    """army forces force troops rebels rebel militants militant militia militias government regime police
    soldiers soldier
    insurgents insurgent gunmen gunman terrorists terrorist fighters fighter jihadists jihadist military coalition air
    navy group groups opposition separatists separatist president minister officials official protesters islamists
    islamist guerrillas authorities guards commandos warplanes warplane jets jet helicopters helicopter aircraft planes
    plane drone drones snipers sniper bomber bombers attacker attackers assailants extremists extremist loyalists
    coalition-led state militiamen paramilitary paramilitaries tribesmen pirates ministry council parliament
    navy mission
    command leaders leader envoy delegation sides parties security paratroopers marines brigade party""".split()
)

# Nouns of sites: a phrase that ends in one is a place.
SITES = frozenset(
    """province governorate district region city town village neighborhood neighbourhood area camp airport airfield base
    border strip valley island islands county state oblast area suburb suburbs countryside outskirts mall market square
    port crossing prison mountains desert peninsula coast sea gulf street bridge airbase hospital checkpoint embassy
    consulate mosque church school university provinces governorates districts villages towns cities regions areas
    enclave front line territory bank""".split()
)
PEOPLE = frozenset(
    """people civilians civilian soldiers soldier militants militant fighters fighter children child women
    woman policemen
    policeman police officers officer rebels insurgents terrorists troops men man others person persons workers worker
    students victims residents protesters journalists journalist members member villagers guards guard migrants
    palestinians israelis syrians afghans iraqis ukrainians personnel servicemen militiamen gunmen militia injured
    wounded dead hostages prisoners refugees pilgrims passengers americans girls boys jihadists attackers bystanders
    demonstrators bodyguards security-guards commanders commander leader leaders medics doctors worshippers
    peacekeepers sailors crew paramilitaries nationals citizens kurds yazidis christians shia westerners""".split()
)

# Armed and political groups that have no word of their kind in their name.
GROUPS = frozenset(
    """islamic taliban hamas hezbollah hezballah hizbullah isis isil daesh al-qaeda al-nusra nusra houthi houthis pkk
    ypg sdf fsa
    m23 boko al-shabaab lna gna rsf farc eta pla idf knu ltte jem plo fatah ira lra snc eln unifil minusma
    isaf""".split()
)
# Things that strike but do not act, and acts and agreements: none of them is a party.
THINGS = frozenset(
    """rocket rockets missile missiles shell shells mortar mortars bomb bombs mine mines blast blasts explosion
    explosions
    device devices vehicle vehicles car belt grenade grenades round rounds gas bullets ammunition munitions payload
    explosives projectile projectiles weapons weapon phosphorus chlorine sarin ceasefire cease-fire truce armistice
    agreement fire shots operations operation attack attacks strike strikes airstrike airstrikes raid raids shelling
    offensive assault control talks aid fighting clashes bombing bombings gunfire raids battle toll casualties day
    year month responsibility siege airspace launch hostage number clashes damage escalation truces artillery
   """.split()
)
# Where people were when something was hit: no party to an act that has another one.
GROUND = frozenset(
    """area areas neighbourhood neighbourhoods neighborhood neighborhoods district districts quarter quarters city
    cities town towns village villages suburb suburbs outskirts countryside territory target targets house houses home
    homes facility facilities market markets road roads highway square shop shops bridge bridges plant plants station
    stations refinery refineries factory factories infrastructure location locations""".split()
)
