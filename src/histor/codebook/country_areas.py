"""States and provinces of large countries: a country and a code of GeoNames in, the area's name out."""

# ISO 3166 alpha-2 -> code and name of each first-level area, as geonames.org lists them (admin1Codes), apart by |.
# Only countries whose reports name the area behind a town ("Cleveland, Texas") and have many namesakes.
_AREAS = {
    "US": (
        "AK Alaska|AL Alabama|AR Arkansas|AZ Arizona|CA California|CO Colorado|CT Connecticut|"
        "DC District of Columbia|DE Delaware|FL Florida|GA Georgia|HI Hawaii|IA Iowa|ID Idaho|IL Illinois|"
        "IN Indiana|KS Kansas|KY Kentucky|LA Louisiana|MA Massachusetts|MD Maryland|ME Maine|MI Michigan|"
        "MN Minnesota|MO Missouri|MS Mississippi|MT Montana|NC North Carolina|ND North Dakota|NE Nebraska|"
        "NH New Hampshire|NJ New Jersey|NM New Mexico|NV Nevada|NY New York|OH Ohio|OK Oklahoma|OR Oregon|"
        "PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|"
        "VA Virginia|VT Vermont|WA Washington|WI Wisconsin|WV West Virginia|WY Wyoming"
    ),
    "CA": (
        "01 Alberta|02 British Columbia|03 Manitoba|04 New Brunswick|05 Newfoundland and Labrador|07 Nova Scotia|"
        "08 Ontario|09 Prince Edward Island|10 Quebec|11 Saskatchewan|12 Yukon|13 Northwest Territories|14 Nunavut"
    ),
    "AU": (
        "01 Australian Capital Territory|02 New South Wales|03 Northern Territory|04 Queensland|"
        "05 South Australia|06 Tasmania|07 Victoria|08 Western Australia"
    ),
    "GB": ("ENG England|NIR Northern Ireland|SCT Scotland|WLS Wales"),
}
AREAS: dict[tuple[str, str], str] = {
    (country, row.split(" ", 1)[0]): row.split(" ", 1)[1] for country, rows in _AREAS.items() for row in rows.split("|")
}
