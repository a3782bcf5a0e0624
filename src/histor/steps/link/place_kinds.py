"""Words around a place's name: those that say what kind of place it is, and those that make it another place."""

SIZES = ("site", "town", "district", "region", "country")  # precision, the finest first
LEVELS = frozenset("province governorate oblast district state region county prefecture department krai raion".split())
WIDER = LEVELS | frozenset({"republic", "area"})
KINDS = frozenset(
    "the city town village of province governorate district state region port airport base air airbase military naval"
    " facility"
    " camp refugee capital strip old central itself neighborhood neighbourhood municipality near".split()
)
# A name that ends so is no town's, though a town's name opens it.
FACILITIES = frozenset(
    "hospital school university street square mosque church hotel road bridge dam prison river mountain mountains"
    " mount valley lake sea island islands desert gulf strait heights hills hill palace embassy ministry office"
    " station factory refinery plant field fields market clinic stadium park cemetery crossing checkpoint"
    " division brigade front army headquarters highway canal bank border compound house tower center centre"
    " parliament court conference summit university college academy institute barracks".split()
)
