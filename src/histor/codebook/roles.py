"""Roles: a noun for what somebody is in, the PLOVER agent code out ("warplanes": MIL, "rebels": REB).

As in the PLOVER agent file: GOV government, MIL military, COP police, SPY intelligence, JUD courts, LEG parliament,
PTY party, OPP opposition, REB rebels, PRM paramilitaries, UAF other armed, CRM criminals, CVL civilians, SOC society,
MED medical, JRN press, EDU education, REL religion, BUS business, LAB labour, REF refugees, AGR farming, ELI elites.
IGO, for international bodies, is our own: PLOVER keeps them in the country field.
"""

from histor.records.register import fold_name

_NOUNS = {
    "MIL": """
        army military troops troop soldiers soldier warplanes warplane jets jet airstrikes aircraft
        airforce navy marines warships warship fighter-jets bombers bomber helicopters helicopter
        gunships submarines artillery tanks forces force servicemen serviceman officers general colonel
        commander commanders brigade battalion regiment infantry paratroopers conscripts reservists
        recruits pilots pilot airmen navy-ship destroyers frigate base bases airbase airbases
        peacekeepers garrison unit units contingent planes plane military-police drones drone generals
    """,
    "GOV": """
        government regime president presidency minister ministers ministry ministries officials official
        authorities authority administration spokesman spokeswoman spokesperson prime-minister premier
        ambassador envoy envoys embassy diplomats diplomat governor governors king monarch emir
        chancellor cabinet leadership leaders leader state consulate presidents delegation mayor junta
        councillor aide adviser negotiators negotiator treasury officialdom side consul
    """,
    "COP": """
        police policeman policemen policewoman police-officer police-officers gendarmes gendarmerie
        security-forces border-guards law-enforcement security-officials coast-guard coastguard
        prison-guards guards
    """,
    "SPY": """
        intelligence spies spy intelligence-agency intelligence-officers secret-service
        intelligence-services
    """,
    "JUD": """
        court judge judges prosecutor prosecutors courts tribunal judiciary attorney-general jury
    """,
    "LEG": """
        parliament lawmakers lawmaker senate senators senator congress mps legislators assembly
        parliamentarians
    """,
    "PTY": """
        party politicians politician candidate candidates
    """,
    "OPP": """
        opposition activists activist dissidents protesters protestors demonstrators
        opposition-coalition protester demonstrator campaigners
    """,
    "REB": """
        rebels rebel insurgents insurgent separatists separatist guerrillas guerrilla revolutionaries
        fighters fighter opposition-fighters rebel-forces rebel-fighters opposition-forces
        opposition-factions insurgency mutineers opposition-groups rebel-groups opponents
    """,
    "PRM": """
        militia militias militiamen militiaman paramilitaries paramilitary mercenaries vigilantes
        mercenary
    """,
    "UAF": """
        terrorists terrorist jihadists jihadist militants militant gunmen gunman extremists islamists
        suicide-bomber suicide-bombers attackers attacker assailants bomber-in-a-car hijackers hijacker
        kidnappers armed-men
    """,
    "CRM": """
        gang gangs cartel cartels traffickers smugglers pirates criminals prisoners prisoner inmates
        bandits detainees
    """,
    "CVL": """
        civilians civilian people residents villagers women woman men man children child families family
        citizens persons person locals passengers worshippers crowd bystanders pedestrians tourists
        workers youths boys girls boy girl hostages hostage victims schoolchildren mourners shoppers
        commuters community wife son daughter brother settlers others
    """,
    "MED": """
        doctors doctor medics medic nurses nurse hospital hospitals paramedics rescuers rescue-workers
        clinic ambulance surgeons patients first-responders
    """,
    "SOC": """
        charity ngo ngos aid-workers aid-worker aid-agencies human-rights-group rights-group watchdog
        monitors monitor volunteers humanitarian-workers aid-groups monitoring-group
    """,
    "JRN": """
        journalists journalist reporter reporters newspaper newspapers media television tv radio
        news-agency correspondent photographer cameraman broadcaster press
    """,
    "EDU": """
        students student teachers teacher university school schools pupils
    """,
    "REL": """
        clerics cleric priests priest imam imams church mosque pope bishop monks nuns
    """,
    "BUS": """
        company companies businessmen firm bank banks contractors contractor
    """,
    "LAB": """
        union unions workers-union
    """,
    "REF": """
        refugees refugee migrants migrant displaced asylum-seekers displaced-people
    """,
    "AGR": """
        farmers farmer herders fishermen shepherds
    """,
    "IGO": """
        coalition alliance un-mission peacekeeping-mission bloc inspectors observers
    """,
}

SECTORS: dict[str, str] = {fold_name(noun): code for code, nouns in _NOUNS.items() for noun in nouns.split()}
SIDES = {  # a word before the noun that outweighs it: "rebel forces", "opposition leader", "police officers"
    "rebel": "REB", "insurgent": "REB", "opposition": "OPP", "separatist": "REB", "guerrilla": "REB",
    "rebels": "REB", "police": "COP", "security": "COP", "militia": "PRM", "paramilitary": "PRM", "jihadist": "UAF",
    "terrorist": "UAF", "militant": "UAF", "islamist": "UAF", "government": "GOV", "regime": "GOV",
    "military": "MIL", "army": "MIL", "civilian": "CVL", "aid": "SOC", "intelligence": "SPY", "suicide": "UAF",
    "anti government": "OPP", "media": "JRN", "humanitarian": "SOC", "medical": "MED", "health": "MED",
}  # fmt: skip
UNDER_ARMS = frozenset(
    fold_name(noun)
    for noun in """
        troops forces soldiers warplanes jets aircraft fighters force planes helicopters units army
        positions convoys " "tanks artillery fighter jet warplane troop soldier convoy helicopter base
        bases
    """.split()
)
OF_A_STATE = frozenset({"MIL", "GOV", "COP", "SPY", "JUD", "LEG"})  # sectors whose bodies are organs of a state
SECTOR_NAMES = {
    "MIL": "military", "GOV": "government", "COP": "police", "SPY": "intelligence", "JUD": "judiciary",
    "LEG": "parliament", "PTY": "parties", "OPP": "opposition", "REB": "rebels", "PRM": "paramilitaries",
    "UAF": "militants", "CRM": "criminals", "CVL": "civilians", "MED": "medical", "SOC": "society", "JRN": "press",
    "EDU": "education", "REL": "religion", "BUS": "business", "LAB": "labour", "REF": "refugees", "AGR": "farmers",
    "IGO": "international", "ELI": "elites",
}  # fmt: skip
OFFICES = {  # words for an office -> the office as the register writes it
    "president": "president", "prime minister": "prime minister", "premier": "prime minister",
    "foreign minister": "foreign minister", "minister of foreign affairs": "foreign minister",
    "secretary of state": "foreign minister", "foreign secretary": "foreign minister",
    "defence minister": "defence minister", "defense minister": "defence minister",
    "minister of defence": "defence minister", "minister of defense": "defence minister",
    "secretary of defense": "defence minister", "defense secretary": "defence minister", "chancellor": "chancellor",
    "king": "king", "emir": "emir", "supreme leader": "supreme leader", "vice president": "vice president",
    "crown prince": "crown prince", "leader": "leader", "head of state": "president",
}  # fmt: skip
COMMON_OFFICES = frozenset({"leader"})  # too many hold it for the words to name one person
