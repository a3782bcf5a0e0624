"""Titles and speaking roles: words that stand by a speaker's name in, what kind of speaker they make out."""

from histor.records.register import fold_name


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold_name(word) for word in words.split())


TITLES = _folded(
    """
    Mr Mrs Ms Dr Sir Lord Lady Prof Professor Capt Captain Col Colonel Lt Lieutenant Gen General Maj Major
    Sgt Sergeant Brig Brigadier Adm Admiral Vice Rear Cmdr Commander Commodore Marshal Navy Army Air Force
    Marine Senior Chief Deputy Acting Former Ex President Prime Minister Premier Chancellor King Queen
    Prince Sheikh Emir Sultan Senator Sen Rep Congressman Representative Secretary State Defense Defence
    Foreign Interior Information Justice Finance Health Ambassador Envoy Special Spokesman Spokeswoman
    Spokesperson Press Officer Director Chairman Chairwoman Chair Head Leader Coordinator Negotiator Adviser
    Advisor Governor Mayor Judge Father Pope Bishop Imam Ayatollah Mullah Mufti Doctor Activist Journalist
    Analyst Expert Correspondent Reporter Commander-in-Chief Staff Joint Chiefs Under Under-Secretary
    Secretary-General Secretary-general High Commissioner Vice-president Vice-President Co-leader Official
    Police Media Security Affairs Member Elect Democrat Republican Lawmaker MP First Second Colonel-General
    Lieutenant-General Major-General Sayyed Hajji
    """
)
VOICES = _folded(  # those who speak for a body, on the record
    """
    spokesman spokeswoman spokesperson spokespeople spokesmen ambassador minister president chief director
    head commander secretary chairman envoy representative leader governor mayor adviser coordinator
    negotiator premier chancellor king
    """
)
SOURCES = _folded(
    """
    official officials source sources insider insiders diplomat diplomats officer officers aide aides
    """
)
WITNESSES = _folded(
    """
    residents resident witness witnesses eyewitness eyewitnesses locals local villagers villager survivor
    survivors neighbours neighbors activist activists medic medics doctor doctors rescuers inhabitants
    passers-by relatives reporter correspondent civilians photographer man woman people
    """
)
DOCUMENTS = _folded(
    """
    statement statements report reports communique letter letters resolution document documents agreement
    text video footage message decree article paper cable cables memo transcript declaration treaty imagery
    data figures survey study poll investigation website tweet post plan accord estimates toll statistics
    """
)
OUTLETS = _folded(
    """
    media newspaper newspapers television tv radio agency website channel daily broadcaster network press
    magazine
    """
)
PRONOUNS = _folded(
    """
    he she they it we i him her them who its his our my their us
    """
)
PEOPLE_PRONOUNS = _folded(
    """
    he she him her his i my
    """
)
