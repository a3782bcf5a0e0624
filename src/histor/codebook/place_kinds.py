"""What a list of places calls its columns and its kinds of place in, what a place of the register has out."""

from histor.records.events import PlacePrecision
from histor.records.register import fold_name

# What a place has -> the headers under which lists have it, folded.
COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("name", "name_en", "asciiname", "place", "place_name", "location", "town"),
    "other_names": ("other_names", "alternatenames", "alternate_names", "alternate names", "aliases", "names"),
    "native_name": ("native_name", "name_ar", "name_local", "name_he", "name_ru", "name_uk"),
    "latitude": ("latitude", "lat", "y"),
    "longitude": ("longitude", "lon", "lng", "long", "x"),
    "country": ("country", "country_code", "countrycode", "iso3", "iso2", "iso"),
    "admin1": ("admin1", "admin", "governorate", "province", "oblast", "state", "region", "adm1"),
    "type": ("type", "precision", "kind", "feature", "feature_class", "class"),
    "id": ("id", "ref", "geonameid"),
    "population": ("population", "people", "pop"),
    "source": ("source", "src"),
}

# geonames.org/export/codes.html: classes, and the codes that are coarser or finer than their class.
GEONAMES_CLASSES: dict[str, PlacePrecision] = {
    "A": "district", "P": "town", "S": "site", "R": "site", "T": "site", "H": "region", "L": "region", "V": "region",
    "U": "region",
}  # fmt: skip
GEONAMES_CODES: dict[str, PlacePrecision] = {
    "PCLI": "country", "PCLD": "country", "PCLS": "country", "PCL": "country", "ADM1": "region", "ADM1H": "region",
    "RGN": "region", "PPLX": "district", "MILB": "site", "PRT": "site", "DAM": "site", "MT": "site", "MTS": "region",
    "AIRB": "site", "OILF": "site", "GASF": "site", "BDG": "site", "WLL": "site", "SPNG": "site", "HBR": "site",
    "DSRT": "region", "PLN": "region", "PEN": "region",
}  # fmt: skip

_KINDS: dict[PlacePrecision, str] = {
    "site": "site base airbase airport airfield camp hospital school mosque street square crossing bridge dam refinery"
    " port checkpoint roundabout university market facility prison station hill",
    "district": "district nahiyah nahiya mantiqah mantiqa subdistrict raion neighbourhood neighborhood suburb quarter",
    "region": "region governorate province oblast state area countryside desert mountains valley",
    "country": "country",
    "town": "town city village hamlet settlement",
}
_PRECISIONS: dict[str, PlacePrecision] = {word: kind for kind, words in _KINDS.items() for word in words.split()}


def precision_of(kind: str, name: str) -> PlacePrecision:
    """Give the precision that a list's word for a kind, else the last words of the name, stand for; else a town."""
    for words in (fold_name(kind), fold_name(name)):
        for word in reversed(words.replace("_", " ").split()):
            if word in _PRECISIONS:
                return _PRECISIONS[word]
    return "town"
