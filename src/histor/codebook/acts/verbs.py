"""Verbs of acts: a base form in, the act that it names out; verbs that need a certain object or particle apart."""

from histor.codebook.acts.kinds import Act, read_frames, read_table

VERBS: dict[str, Act] = read_table("""
    ASSAULT -: attack assault ambush kill massacre slaughter execute behead slay murder clash fight battle engage
    ASSAULT -: retaliate storm invade overwhelm rout repel repulse intercept down target raid clash strike hit
    ASSAULT -: wound injure hurt maim perish die harm decapitate lynch counterattack infiltrate
    ASSAULT aerial: bomb bombard carpet-bomb pound strafe
    ASSAULT heavy-weapons: shell
    ASSAULT firearms: shoot
    ASSAULT explosives: detonate explode
    ASSAULT targeted: assassinate
    ASSAULT abduct: abduct kidnap hijack
    ASSAULT beat: beat
    ASSAULT torture: torture
    ASSAULT sexual: rape
    ASSAULT unconventional: poison
    ASSAULT destroy: destroy demolish raze torch burn incinerate
    COERCE seize: capture seize recapture retake overrun conquer annex occupy loot ransack confiscate liberate
    COERCE seize: regain usurp
    COERCE restrict: besiege blockade surround encircle block obstruct restrict
    COERCE arrest: arrest detain imprison jail apprehend
    COERCE deport: deport displace expel evict
    COERCE cyber: hack
    COERCE censor: censor
    COERCE withhold: withhold
    RETREAT withdraw: withdraw retreat vacate evacuate
    RETREAT release: release
    RETREAT disarm: disarm surrender demilitarize demilitarise
    RETREAT resign: resign
    RETREAT -: defect
    MOBILIZE troops: deploy redeploy mobilize mobilise reinforce amass militarise militarize
    MOBILIZE weapons: test
    AGREE -: agree sign accept approve ratify adopt
    CONSULT -: meet confer
    CONSULT visit: visit
    CONSULT third-party: mediate broker
    CONSULT -: negotiate
    SUPPORT -: praise congratulate commend endorse hail thank applaud recognise recognize welcome appreciate
    SUPPORT -: sympathise sympathize
    CONCEDE -: apologise apologize concede yield cede relent retract
    COOPERATE -: cooperate collaborate coordinate extradite
    AID -: arm supply airlift air-drop
    AID -: repatriate evacuate shelter train
    REQUEST yield: urge demand implore
    REQUEST assist: appeal request
    REQUEST -: propose invite
    REQUEST meet: summon
    REJECT yield: reject refuse decline rebuff defy veto dismiss
    ACCUSE allege: accuse blame allege
    ACCUSE disapprove: condemn denounce criticise criticize deplore decry slam
    ACCUSE investigate: investigate indict probe sue
    SANCTION -: sanction
    SANCTION discontinue: sever suspend
    SANCTION convict: convict sentence
    PROTEST demo: protest demonstrate
    PROTEST riot: riot
    PROTEST boycott: boycott
    """)

# `verb particle`: the particle follows at once, or after the object.
PARTICLES: dict[str, dict[str, Act]] = {
    "pull": {"out": Act("RETREAT", "withdraw"), "back": Act("RETREAT", "withdraw")},
    "move": {"out": Act("RETREAT", "withdraw")},
    "shoot": {"down": Act("ASSAULT")},
    "bring": {"down": Act("ASSAULT")},
    "blow": {"up": Act("ASSAULT", "explosives")},
    "crack": {"down": Act("COERCE", "restrict")},
    "hand": {"over": Act("RETREAT", "release")},
    "call": {"for": Act("REQUEST", "yield"), "on": Act("REQUEST", "yield"), "upon": Act("REQUEST", "yield"),
             "off": Act("SANCTION", "discontinue")},
    "break": {"off": Act("SANCTION", "discontinue"), "out": Act("ASSAULT")},
    "cut": {"off": Act("COERCE", "restrict")},
    "rule": {"out": Act("REJECT", "yield")},
    "lay": {"down": Act("RETREAT", "disarm")},
    "step": {"down": Act("RETREAT", "resign")},
    "rise": {"up": Act("PROTEST", "riot")},
    "set": {"off": Act("ASSAULT", "explosives")},
    "go": {"off": Act("ASSAULT", "explosives")},
    "take": {"over": Act("COERCE", "seize")},
}  # fmt: skip

_MISSILES = """missile missiles rocket rockets shell shells mortar mortars artillery projectile projectiles
    rocket-propelled grenade grenades"""
# A verb that names an act only with one of the words after the second bar soon after it (or as its passive subject).
FRAMES = read_frames(f"""
    threaten | THREATEN violence | to with
    remain stay operate maintain keep | MOBILIZE | base bases facility airbase airfield troops forces soldiers
    remain stay operate maintain keep | MOBILIZE | contingent
    shift | MOBILIZE | focus target targets
    free release | RETREAT release | prisoner prisoners hostage hostages detainees captive captives soldiers
    rescue free | AID | hostage hostages
    deploy redeploy mobilize mobilise send move | MOBILIZE weapons | missile missiles aircraft jets ships
    deploy redeploy mobilize mobilise send move | MOBILIZE weapons | warships carrier
    deploy redeploy mobilize mobilise send | MOBILIZE weapons | carriers drones tanks systems system battery bombers
    withdraw pull | SANCTION withdraw | treaty accord court coalition talks negotiations agreement union
    withdraw pull | SANCTION withdraw | organization council
    withdraw pull | SANCTION withdraw | deal pact membership
    call | REQUEST assist | help assistance support
    enter storm | COERCE seize | city town village
    enter | MOBILIZE troops | country territory
    march advance push | ASSAULT | on towards toward into against
    close shut | SANCTION | embassy consulate border
    ban | COERCE restrict | media movement
    ban | SANCTION | minister ministers
    fire launch | ASSAULT heavy-weapons | {" ".join(_MISSILES.split())}
    launch | ASSAULT drone | drone drones
    fire | ASSAULT crowd-control | tear gas rubber water
    fire | ASSAULT firearms | shots bullets on at upon guns
    open | ASSAULT firearms | fire
    return exchange | ASSAULT firearms | fire gunfire
    drop | ASSAULT aerial | bomb bombs barrel munitions explosives
    throw hurl | ASSAULT explosives | grenade grenades bomb bombs explosives explosive
    claim cost | ASSAULT | lives
    set | ASSAULT destroy | fire ablaze
    take seize gain regain | COERCE seize | control town city village villages airport base territory
    take | ASSAULT abduct | hostage hostages captive prisoner
    fall | COERCE seize | to rebels militants control hands
    lose | COERCE seize | control
    clear | COERCE seize | village villages town towns city district
    impose | COERCE curfew | curfew
    impose | SANCTION | sanctions sanction
    impose | COERCE restrict | blockade siege restrictions
    send | MOBILIZE troops | troops forces soldiers reinforcements ships warships aircraft jets units battalion tanks
    move | MOBILIZE troops | troops forces tanks
    put place | MOBILIZE troops | alert
    send provide deliver supply | AID | aid weapons arms supplies medical assistance ammunition food humanitarian
    give provide grant offer | AID | aid weapons arms assistance asylum shelter training medical
    leave | RETREAT withdraw | troops forces bases positions convoy
    lift ease | CONCEDE | siege blockade sanctions restrictions ban embargo curfew
    halt suspend stop end cease freeze | RETREAT ceasefire | fire fighting hostilities attacks bombing strikes shelling
    halt suspend cancel freeze end stop cut | SANCTION discontinue | talks negotiations aid cooperation ties relations
    suspend halt freeze stop cancel | SANCTION discontinue | arms sales exports contacts
    quit leave | SANCTION withdraw | talks coalition
    expel | SANCTION expel | ambassador ambassadors diplomat diplomats envoy
    recall | SANCTION expel | ambassador ambassadors envoy
    ask | REQUEST assist | help assistance support to for
    seek | REQUEST assist | help assistance
    pledge promise | AID | aid million billion arms weapons
    vow | THREATEN violence | revenge retaliation retaliate respond avenge
    warn | THREATEN violence | consequences retaliation respond retaliate
    express | SUPPORT | support solidarity condolences appreciation gratitude
    express | ACCUSE disapprove | outrage condemnation
    join | MOBILIZE troops | coalition
    violate breach break | ASSAULT | ceasefire cease-fire truce armistice cessation
    enter cross | MOBILIZE weapons | airspace waters
    cut sever | SANCTION discontinue | ties relations
    use using | ASSAULT unconventional | chlorine sarin phosphorus chemical gas
    use | ASSAULT heavy-weapons | rockets mortars artillery
    use | ASSAULT crowd-control | tear batons
    arrive | CONSULT visit | talks visit
    speak talk | CONSULT phone | phone telephone
    back | SUPPORT | proposal resolution plan bid
    """)
