"""The datasets that are known by name, each with its documented columns."""

from histor.read.datasets.profile import Profile

# Columns and values: Airwars' own export and dictionary; grades as Airwars defines them.
AIRWARS = Profile(
    name="airwars", speaker="Airwars", id="code", day="date", day_end="date_end", attackers=("belligerent",),
    place="place_en", admin1=("governorate", "admin"), latitude="lat", longitude="lon", place_precision="precision",
    place_precisions={
        "village": "town", "town": "town", "city": "town", "neighbourhood_area": "site", "exact_location": "site",
        "exact_location_other": "site", "exact_location_coalition": "site", "within_100m": "site", "within_1m": "site",
        "within_1m_coalition": "site", "within_100m_coalition": "site", "nearby_landmark": "site", "street": "site",
        "subdistrict": "district", "district": "district", "province_governorate": "region",
    },
    type="strike_type", targets=("infrastructure",), grade="grading",
    grades={
        "Confirmed": "confirmed", "Fair": "fair", "Weak": "weak", "Contested": "contested", "Discounted": "discounted",
        "Contested, Discounted": "discounted",
    },
    killed_low="civ_killed_min", killed_high="civ_killed_max", injured_low="civ_injured_min",
    injured_high="civ_injured_max", url="url",
)  # fmt: skip

# The coalition's releases, one row a strike line; `number` says how many strikes the line tells of.
CENTCOM = Profile(
    name="centcom", speaker="U.S. Central Command", day="date", day_format="%m/%d/%Y", country="country",
    place="location", number="number", words="line",
    constant={"attackers": "U.S.-led Coalition", "type": "Airstrike"},
)  # fmt: skip

# UCDP GED Codebook 25.1: date_prec 1 day, 2 two to six days, 3 a week, 4 a month, 5 a year;
# where_prec 1 exact, 2 within 25 km, 3 second-order division, 4 first-order division, 5 linear or fuzzy, 6 country.
GED = Profile(
    name="ged", speaker="UCDP GED", id="id", day="date_start", day_end="date_end", day_precision="date_prec",
    day_precisions={"1": "day", "2": "week", "3": "week", "4": "month", "5": "year"},
    attackers=("side_a",), recipients=("side_b",), separator="", place="where_coordinates", admin1=("adm_1",),
    country="country", latitude="latitude", longitude="longitude", place_precision="where_prec",
    place_precisions={"1": "site", "2": "town", "3": "district", "4": "region", "5": "region", "6": "country"},
    type="type_of_violence", source="source_office", killed_low="low", killed_high="high", words="source_headline",
)  # fmt: skip

# ACLED Codebook 2024: time_precision 1 day, 2 week, 3 month; geo_precision 1 town, 2 district, 3 region.
ACLED = Profile(
    name="acled", speaker="ACLED", id="event_id_cnty", day="event_date", day_precision="time_precision",
    day_precisions={"1": "day", "2": "week", "3": "month"}, attackers=("actor1",), recipients=("actor2",), separator="",
    place="location", admin1=("admin1",), country="country", latitude="latitude", longitude="longitude",
    place_precision="geo_precision", place_precisions={"1": "town", "2": "district", "3": "region"},
    type="sub_event_type", source="source", killed_low="fatalities", killed_high="fatalities", words="notes",
)  # fmt: skip

KNOWN = {profile.name: profile for profile in (AIRWARS, CENTCOM, GED, ACLED)}
