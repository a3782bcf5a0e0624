"""Words or an address in, the outlet that they name out."""

import re
from urllib.parse import urlsplit

# Names as they stand in reports, with the addresses they publish at. Typed from the outlets' own pages.
_OUTLETS = """
AFP | Agence France-Presse, Agence France Presse | afp.com
Reuters | Thomson Reuters | reuters.com
AP | Associated Press, The Associated Press | apnews.com, ap.org
UPI | United Press International | upi.com
BBC | BBC News, BBC Monitoring | bbc.com, bbc.co.uk
CNN | | cnn.com
Fox News | | foxnews.com
NBC News | NBC | nbcnews.com
CBS News | CBS | cbsnews.com
ABC News | | abcnews.go.com, abcnews.com
MSNBC | | msnbc.com
NPR | | npr.org
PBS | PBS NewsHour | pbs.org
Bloomberg | Bloomberg News | bloomberg.com
New York Times | The New York Times, NYT | nytimes.com
Washington Post | The Washington Post, WaPo | washingtonpost.com
Wall Street Journal | The Wall Street Journal, WSJ | wsj.com
Los Angeles Times | LA Times | latimes.com
USA Today | | usatoday.com
The Hill | | thehill.com
Politico | | politico.com, politico.eu
Foreign Policy | | foreignpolicy.com
Stars and Stripes | | stripes.com
Military Times | | militarytimes.com
Newsweek | | newsweek.com
Daily Beast | The Daily Beast | thedailybeast.com
HotAir | Hot Air | hotair.com
Guardian | The Guardian | theguardian.com
The Independent | | independent.co.uk
Daily Telegraph | The Daily Telegraph, The Telegraph | telegraph.co.uk
The Times | | thetimes.co.uk, thetimes.com
Financial Times | | ft.com
The Economist | | economist.com
Sky News | | news.sky.com
Channel 4 News | | channel4.com
Daily Mail | | dailymail.co.uk
Middle East Eye | | middleeasteye.net
France 24 | France24 | france24.com
Le Monde | | lemonde.fr
RFI | Radio France Internationale | rfi.fr
Deutsche Welle | DW | dw.com
Der Spiegel | Spiegel | spiegel.de
DPA | dpa, Deutsche Presse-Agentur | dpa.com
EFE | | efe.com
ANSA | | ansa.it
Kyodo | Kyodo News | kyodonews.net
Xinhua | Xinhua News Agency | xinhuanet.com, news.cn
Al Jazeera | Al-Jazeera, Aljazeera | aljazeera.com, aljazeera.net
Al Arabiya | Al-Arabiya | alarabiya.net
Asharq Al-Awsat | | aawsat.com, aawsat.net
Al-Monitor | Al Monitor | al-monitor.com
The National | | thenationalnews.com, thenational.ae
Al-Araby Al-Jadeed | The New Arab | alaraby.co.uk, newarab.com
Al-Manar | Al Manar | almanar.com.lb
Al Mayadeen | Al-Mayadeen | almayadeen.net
Al-Alam | Alalam | alalam.ir
Daily Star | The Daily Star | dailystar.com.lb
Naharnet | | naharnet.com
L'Orient-Le Jour | L'Orient Today | lorientlejour.com
SANA | Syrian Arab News Agency | sana.sy
Enab Baladi | | enabbaladi.net, enabbaladi.org
Syria Direct | | syriadirect.org
Syrian Observatory for Human Rights | SOHR | syriahr.com
Anadolu Agency | Anadolu, AA | aa.com.tr
Hurriyet | Hürriyet, Hurriyet Daily News | hurriyetdailynews.com, hurriyet.com.tr
Daily Sabah | | dailysabah.com
Rudaw | | rudaw.net
Kurdistan 24 | Kurdistan24 | kurdistan24.net
Haaretz | | haaretz.com
Jerusalem Post | The Jerusalem Post | jpost.com
Times of Israel | The Times of Israel | timesofisrael.com
Ynet | Ynetnews | ynetnews.com, ynet.co.il
WAFA | | wafa.ps
Ma'an News Agency | Maan News | maannews.com, maannews.net
MENA | Middle East News Agency | mena.org.eg
Ahram Online | Al-Ahram | ahram.org.eg
IRNA | | irna.ir
Fars News Agency | Fars News, Fars | farsnews.ir, farsnews.com
Tasnim | Tasnim News Agency | tasnimnews.com
Press TV | PressTV | presstv.ir, presstv.com
TASS | ITAR-TASS | tass.com, tass.ru
RIA Novosti | RIA | ria.ru
Interfax | | interfax.com, interfax.ru
Interfax-Ukraine | | interfax.com.ua
RT | Russia Today | rt.com
Sputnik | Sputnik News | sputniknews.com
Kommersant | | kommersant.ru
Moscow Times | The Moscow Times | themoscowtimes.com
Meduza | | meduza.io
Novaya Gazeta | | novayagazeta.ru
Radio Free Europe/Radio Liberty | RFE/RL, Radio Free Europe, RFERL | rferl.org
Voice of America | VOA | voanews.com
Ukrinform | | ukrinform.net, ukrinform.ua
Ukrainska Pravda | | pravda.com.ua
Kyiv Independent | The Kyiv Independent | kyivindependent.com
Kyiv Post | | kyivpost.com
PAP | Polish Press Agency | pap.pl
Yonhap | Yonhap News Agency | en.yna.co.kr, yna.co.kr
Dawn | | dawn.com
TOLOnews | Tolo News | tolonews.com
Pajhwok | Pajhwok Afghan News | pajhwok.com
Sudan Tribune | | sudantribune.com
Radio Dabanga | Dabanga | dabangasudan.org
Saba | Saba News Agency | saba.ye, sabanew.net
Bellingcat | | bellingcat.com
Airwars | | airwars.org
Institute for the Study of War | ISW | understandingwar.org
"""


def _tables() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    hosts: dict[str, str] = {}
    for row in _OUTLETS.strip().splitlines():
        name, spellings, addresses = (cell.strip() for cell in row.split("|"))
        names |= {spelling.strip(): name for spelling in [name, *spellings.split(",")] if spelling.strip()}
        hosts |= {host.strip(): name for host in addresses.split(",")}
    return names, hosts


_NAMES, _HOSTS = _tables()
_KNOWN = "|".join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True))
# A name that ends like this is an outlet's, whether or not it stands in the table.
_PAPER = (
    r"(?:[A-Z][\w’'-]+\s){1,3}(?:Times|Post|News|Journal|Tribune|Herald|Gazette|Chronicle|Observer|Telegraph|Today"
    r"|Agency|Press|Radio|Television|TV|Magazine|Daily|Weekly|Mirror|Dispatch|Courier|Standard|Examiner)"
)
_NAME = rf"(?:{_KNOWN}|{_PAPER})"
_ANY = rf"(?:{_KNOWN}|{_PAPER}|[A-Z][\w’'/-]+(?:\s[A-Z][\w’'/-]+){{0,3}})"
_COPY = r"(?:report|reports|story|article|dispatch|piece|account|write-?up|wire|copy|post|scoop|bulletin|item)\b"
_SAYS = (
    r"(?:reports?|reported|writes?|wrote|notes?|noted|adds?|added|says|said|has|have|had|puts|put|tells|told|explains?"
    r"|continues|quotes?|carries|carried|describes?|described|relays?|summari[sz]es)"
)
_INTRODUCTIONS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:this|that|the|an?|another|today[’']s|yesterday[’']s|in|from|per)\s+(?P<name>{_ANY})(?:[’']s)?\s+{_COPY}",
        rf"\b(?P<name>{_NAME})(?:[’']s?)?\s+(?:\w+\s)?{_COPY}",
        rf"\b(?:according to|from|via|per|courtesy of|as quoted by|over at)\s+(?:the\s)?(?P<name>{_NAME})\b",
        rf"\bhere(?:’s|'s| is)\s+(?:the\s)?(?P<name>{_NAME})\b",
        rf"(?P<name>{_NAME})(?:[’']s [A-Z]\w+ [A-Z]\w+)?\s+(?:(?:news\s)?(?:agency|newspaper|channel|website|site)\s)?"
        rf"(?:also\s|now\s|then\s)?{_SAYS}\b",
        rf"^(?:via\s|from\s)?(?P<name>{_NAME})\s*:$",
    )
)
_NOT_A_NAME = {
    "The",
    "This",
    "That",
    "A",
    "An",
    "Another",
    "In",
    "According",
    "His",
    "Her",
    "Their",
    "Its",
    "Our",
    "As",
}
_OPENERS = re.compile(r"^(?:As|But|And|While|When|In|If|So|Yet|Now|Then|Even)\s")


def outlet_said(words: str) -> str | None:
    """Name the outlet whose copy the words announce ("according to this AFP report"); None: they name none."""
    found = [match for pattern in _INTRODUCTIONS for match in pattern.finditer(words)]
    names = [(match.start("name"), match["name"]) for match in found if match["name"] not in _NOT_A_NAME]
    return known_name(_OPENERS.sub("", max(names)[1])) if names else None


def outlet_at(address: str) -> str | None:
    """Name the outlet that publishes at an address, by its host if the name is not known; None: no host."""
    try:
        host = (urlsplit(address).hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:  # brackets that hold no address
        return None
    parts = host.split(".")
    tails = (".".join(parts[index:]) for index in range(len(parts) - 1))
    return next((_HOSTS[tail] for tail in tails if tail in _HOSTS), host or None)


def known_name(words: str) -> str:
    """Give the usual name of an outlet, or the words as they are."""
    words = " ".join(words.split())
    return _NAMES.get(words) or _NAMES.get(words.removeprefix("The ").removeprefix("the "), words)


def is_known(words: str) -> bool:
    """Tell whether the words are the name of an outlet in the table."""
    return words in _NAMES
