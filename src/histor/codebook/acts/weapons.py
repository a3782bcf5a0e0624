"""Words that tell the mode of an assault: a weapon or carrier in, the mode out."""

from histor.codebook.acts.kinds import read_classes

_TABLE = """
    unconventional: chemical sarin chlorine phosphorus nerve gas toxic
    suicide-attack: suicide
    drone: drone drones uav uavs unmanned quadcopter
    aerial: air aerial airstrike airstrikes warplane warplanes jet jets helicopter helicopters aircraft barrel
    aerial: plane planes
    aerial: cluster bomber bombers f-15 f-16 f-35 su-24 gunship gunships airforce
    heavy-weapons: artillery rocket rockets mortar mortars missile missiles tank tanks shell shells
    heavy-weapons: rocket-propelled howitzer
    heavy-weapons: ballistic grad projectile projectiles
    explosives: car roadside ied ieds bomb bombs explosive explosives landmine mine mines grenade grenades truck twin
    explosives: detonated vbied vbieds
    firearms: gunmen gunman gun gunfire sniper snipers shot rifle rifles gunshot gunshots machine-gun bullets shootout
    primitive: knife knives stabbing machete car-ramming ramming ax axe sword stabbed
    targeted: assassination
    crowd-control: tear rubber baton batons
    """
WEAPONS: dict[str, str] = read_classes(_TABLE)
