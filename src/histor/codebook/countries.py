"""States and their people: a nationality or capital in, the country's code out.

One row a state: ISO 3166 alpha-3 code, name, capital, and the words for what and who is of it.
"""

from dataclasses import dataclass

from histor.records.register import fold_name

_ROWS = """
AFG|Afghanistan|Kabul|Afghan,Afghans
ALB|Albania|Tirana|Albanian,Albanians
DZA|Algeria|Algiers|Algerian,Algerians
AND|Andorra|Andorra la Vella|Andorran,Andorrans
AGO|Angola|Luanda|Angolan,Angolans
ATG|Antigua and Barbuda|Saint John's|Antiguan,Antiguans
ARG|Argentina|Buenos Aires|Argentine,Argentinian,Argentines,Argentinians
ARM|Armenia|Yerevan|Armenian,Armenians
AUS|Australia|Canberra|Australian,Australians
AUT|Austria|Vienna|Austrian,Austrians
AZE|Azerbaijan|Baku|Azerbaijani,Azerbaijanis,Azeri,Azeris
BHS|Bahamas|Nassau|Bahamian,Bahamians
BHR|Bahrain|Manama|Bahraini,Bahrainis
BGD|Bangladesh|Dhaka|Bangladeshi,Bangladeshis
BRB|Barbados|Bridgetown|Barbadian,Barbadians
BLR|Belarus|Minsk|Belarusian,Belarusians,Belarussian
BEL|Belgium|Brussels|Belgian,Belgians
BLZ|Belize|Belmopan|Belizean,Belizeans
BEN|Benin|Porto-Novo|Beninese
BTN|Bhutan|Thimphu|Bhutanese
BOL|Bolivia|Sucre|Bolivian,Bolivians
BIH|Bosnia and Herzegovina|Sarajevo|Bosnian,Bosnians
BWA|Botswana|Gaborone|Botswanan,Batswana
BRA|Brazil|Brasilia|Brazilian,Brazilians
BRN|Brunei|Bandar Seri Begawan|Bruneian,Bruneians
BGR|Bulgaria|Sofia|Bulgarian,Bulgarians
BFA|Burkina Faso|Ouagadougou|Burkinabe,Burkinabè
BDI|Burundi|Gitega|Burundian,Burundians
KHM|Cambodia|Phnom Penh|Cambodian,Cambodians
CMR|Cameroon|Yaounde|Cameroonian,Cameroonians
CAN|Canada|Ottawa|Canadian,Canadians
CPV|Cape Verde|Praia|Cape Verdean,Cape Verdeans
CAF|Central African Republic|Bangui|Central African,Central Africans
TCD|Chad|N'Djamena|Chadian,Chadians
CHL|Chile|Santiago|Chilean,Chileans
CHN|China|Beijing|Chinese
COL|Colombia|Bogota|Colombian,Colombians
COM|Comoros|Moroni|Comorian,Comorians
COG|Republic of the Congo|Brazzaville|
COD|Democratic Republic of the Congo|Kinshasa|Congolese
CRI|Costa Rica|San Jose|Costa Rican,Costa Ricans
CIV|Ivory Coast|Yamoussoukro|Ivorian,Ivorians
HRV|Croatia|Zagreb|Croatian,Croatians,Croat,Croats
CUB|Cuba|Havana|Cuban,Cubans
CYP|Cyprus|Nicosia|Cypriot,Cypriots
CZE|Czech Republic|Prague|Czech,Czechs
DNK|Denmark|Copenhagen|Danish,Danes
DJI|Djibouti|Djibouti City|Djiboutian,Djiboutians
DMA|Dominica|Roseau|
DOM|Dominican Republic|Santo Domingo|
ECU|Ecuador|Quito|Ecuadorian,Ecuadorians,Ecuadorean
EGY|Egypt|Cairo|Egyptian,Egyptians
SLV|El Salvador|San Salvador|Salvadoran,Salvadorans
GNQ|Equatorial Guinea|Malabo|Equatoguinean
ERI|Eritrea|Asmara|Eritrean,Eritreans
EST|Estonia|Tallinn|Estonian,Estonians
SWZ|Eswatini|Mbabane|Swazi,Swazis
ETH|Ethiopia|Addis Ababa|Ethiopian,Ethiopians
FJI|Fiji|Suva|Fijian,Fijians
FIN|Finland|Helsinki|Finnish,Finns
FRA|France|Paris|French,Frenchmen
GAB|Gabon|Libreville|Gabonese
GMB|Gambia|Banjul|Gambian,Gambians
GEO|Georgia|Tbilisi|Georgian,Georgians
DEU|Germany|Berlin|German,Germans
GHA|Ghana|Accra|Ghanaian,Ghanaians
GRC|Greece|Athens|Greek,Greeks
GRD|Grenada|Saint George's|Grenadian,Grenadians
GTM|Guatemala|Guatemala City|Guatemalan,Guatemalans
GIN|Guinea|Conakry|Guinean,Guineans
GNB|Guinea-Bissau|Bissau|Bissau-Guinean
GUY|Guyana|Georgetown|Guyanese
HTI|Haiti|Port-au-Prince|Haitian,Haitians
HND|Honduras|Tegucigalpa|Honduran,Hondurans
HUN|Hungary|Budapest|Hungarian,Hungarians
ISL|Iceland|Reykjavik|Icelandic,Icelanders
IND|India|New Delhi|Indian,Indians
IDN|Indonesia|Jakarta|Indonesian,Indonesians
IRN|Iran|Tehran|Iranian,Iranians
IRQ|Iraq|Baghdad|Iraqi,Iraqis
IRL|Ireland|Dublin|Irish
ISR|Israel|Jerusalem|Israeli,Israelis
ITA|Italy|Rome|Italian,Italians
JAM|Jamaica|Kingston|Jamaican,Jamaicans
JPN|Japan|Tokyo|Japanese
JOR|Jordan|Amman|Jordanian,Jordanians
KAZ|Kazakhstan|Astana|Kazakh,Kazakhs,Kazakhstani
KEN|Kenya|Nairobi|Kenyan,Kenyans
KIR|Kiribati|South Tarawa|
XKX|Kosovo|Pristina|Kosovar,Kosovars,Kosovan
KWT|Kuwait|Kuwait City|Kuwaiti,Kuwaitis
KGZ|Kyrgyzstan|Bishkek|Kyrgyz,Kyrgyzstani
LAO|Laos|Vientiane|Laotian,Laotians,Lao
LVA|Latvia|Riga|Latvian,Latvians
LBN|Lebanon|Beirut|Lebanese
LSO|Lesotho|Maseru|Basotho
LBR|Liberia|Monrovia|Liberian,Liberians
LBY|Libya|Tripoli|Libyan,Libyans
LIE|Liechtenstein|Vaduz|
LTU|Lithuania|Vilnius|Lithuanian,Lithuanians
LUX|Luxembourg|Luxembourg City|
MDG|Madagascar|Antananarivo|Malagasy
MWI|Malawi|Lilongwe|Malawian,Malawians
MYS|Malaysia|Kuala Lumpur|Malaysian,Malaysians
MDV|Maldives|Male|Maldivian,Maldivians
MLI|Mali|Bamako|Malian,Malians
MLT|Malta|Valletta|Maltese
MHL|Marshall Islands|Majuro|Marshallese
MRT|Mauritania|Nouakchott|Mauritanian,Mauritanians
MUS|Mauritius|Port Louis|Mauritian,Mauritians
MEX|Mexico|Mexico City|Mexican,Mexicans
FSM|Micronesia|Palikir|Micronesian,Micronesians
MDA|Moldova|Chisinau|Moldovan,Moldovans
MCO|Monaco|Monaco City|Monegasque
MNG|Mongolia|Ulaanbaatar|Mongolian,Mongolians
MNE|Montenegro|Podgorica|Montenegrin,Montenegrins
MAR|Morocco|Rabat|Moroccan,Moroccans
MOZ|Mozambique|Maputo|Mozambican,Mozambicans
MMR|Myanmar|Naypyidaw|Burmese
NAM|Namibia|Windhoek|Namibian,Namibians
NRU|Nauru|Yaren|Nauruan
NPL|Nepal|Kathmandu|Nepali,Nepalese,Nepalis
NLD|Netherlands|Amsterdam|Dutch
NZL|New Zealand|Wellington|New Zealander,New Zealanders
NIC|Nicaragua|Managua|Nicaraguan,Nicaraguans
NER|Niger|Niamey|Nigerien,Nigeriens
NGA|Nigeria|Abuja|Nigerian,Nigerians
PRK|North Korea|Pyongyang|North Korean,North Koreans
MKD|North Macedonia|Skopje|Macedonian,Macedonians
NOR|Norway|Oslo|Norwegian,Norwegians
OMN|Oman|Muscat|Omani,Omanis
PAK|Pakistan|Islamabad|Pakistani,Pakistanis
PLW|Palau|Ngerulmud|Palauan
PSE|Palestine|Ramallah|Palestinian,Palestinians
PAN|Panama|Panama City|Panamanian,Panamanians
PNG|Papua New Guinea|Port Moresby|Papua New Guinean
PRY|Paraguay|Asuncion|Paraguayan,Paraguayans
PER|Peru|Lima|Peruvian,Peruvians
PHL|Philippines|Manila|Philippine,Filipino,Filipinos
POL|Poland|Warsaw|Polish,Poles
PRT|Portugal|Lisbon|Portuguese
QAT|Qatar|Doha|Qatari,Qataris
ROU|Romania|Bucharest|Romanian,Romanians
RUS|Russia|Moscow|Russian,Russians
RWA|Rwanda|Kigali|Rwandan,Rwandans
KNA|Saint Kitts and Nevis|Basseterre|
LCA|Saint Lucia|Castries|
VCT|Saint Vincent and the Grenadines|Kingstown|
WSM|Samoa|Apia|Samoan,Samoans
SMR|San Marino|City of San Marino|
STP|Sao Tome and Principe|Sao Tome|
SAU|Saudi Arabia|Riyadh|Saudi,Saudis,Saudi Arabian
SEN|Senegal|Dakar|Senegalese
SRB|Serbia|Belgrade|Serbian,Serbians,Serb,Serbs
SYC|Seychelles|Victoria|Seychellois
SLE|Sierra Leone|Freetown|Sierra Leonean,Sierra Leoneans
SGP|Singapore|Singapore City|Singaporean,Singaporeans
SVK|Slovakia|Bratislava|Slovak,Slovaks,Slovakian
SVN|Slovenia|Ljubljana|Slovenian,Slovenians,Slovene,Slovenes
SLB|Solomon Islands|Honiara|Solomon Islander,Solomon Islanders
SOM|Somalia|Mogadishu|Somali,Somalis
ZAF|South Africa|Pretoria|South African,South Africans
KOR|South Korea|Seoul|South Korean,South Koreans
SSD|South Sudan|Juba|South Sudanese
ESP|Spain|Madrid|Spanish,Spaniards
LKA|Sri Lanka|Colombo|Sri Lankan,Sri Lankans
SDN|Sudan|Khartoum|Sudanese
SUR|Suriname|Paramaribo|Surinamese
SWE|Sweden|Stockholm|Swedish,Swedes
CHE|Switzerland|Bern|Swiss
SYR|Syria|Damascus|Syrian,Syrians
TWN|Taiwan|Taipei|Taiwanese
TJK|Tajikistan|Dushanbe|Tajik,Tajiks,Tajikistani
TZA|Tanzania|Dodoma|Tanzanian,Tanzanians
THA|Thailand|Bangkok|Thai,Thais
TLS|East Timor|Dili|East Timorese,Timorese
TGO|Togo|Lome|Togolese
TON|Tonga|Nuku'alofa|Tongan,Tongans
TTO|Trinidad and Tobago|Port of Spain|Trinidadian,Trinidadians
TUN|Tunisia|Tunis|Tunisian,Tunisians
TUR|Turkey|Ankara|Turkish,Turks,Turk
TKM|Turkmenistan|Ashgabat|Turkmenistani
TUV|Tuvalu|Funafuti|Tuvaluan
UGA|Uganda|Kampala|Ugandan,Ugandans
UKR|Ukraine|Kyiv|Ukrainian,Ukrainians
ARE|United Arab Emirates|Abu Dhabi|Emirati,Emiratis
GBR|United Kingdom|London|British,Britons,Brits
USA|United States|Washington|American,Americans,US,U.S.
URY|Uruguay|Montevideo|Uruguayan,Uruguayans
UZB|Uzbekistan|Tashkent|Uzbek,Uzbeks,Uzbekistani
VUT|Vanuatu|Port Vila|Ni-Vanuatu
VAT|Holy See|Vatican City|
VEN|Venezuela|Caracas|Venezuelan,Venezuelans
VNM|Vietnam|Hanoi|Vietnamese
YEM|Yemen|Sanaa|Yemeni,Yemenis
ZMB|Zambia|Lusaka|Zambian,Zambians
ZWE|Zimbabwe|Harare|Zimbabwean,Zimbabweans
"""


@dataclass(frozen=True, slots=True)
class Country:
    """A state, as ISO 3166 lists it; Kosovo and Taiwan are rows of their own, which is no judgement."""

    code: str  # ISO 3166 alpha-3; XKX for Kosovo, as the European Union writes it
    name: str
    capital: str
    people: tuple[str, ...]  # "Syrian", "Syrians"


def _read(row: str) -> Country:
    code, name, capital, people = row.split("|")
    return Country(code, name, capital, tuple(word for word in people.split(",") if word))


COUNTRIES: tuple[Country, ...] = tuple(_read(row) for row in _ROWS.split("\n") if row)
BY_CODE = {country.code: country for country in COUNTRIES}
NATIONALITIES = {fold_name(word): country.code for country in COUNTRIES for word in country.people}
CAPITALS = {fold_name(country.capital): country.code for country in COUNTRIES} | {"kiev": "UKR"}
