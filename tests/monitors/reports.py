"""A ledger made of short reports on an invented truce in Yemen in 2031, read and joined as a user would."""

import json
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from histor.read import Given
from histor.run.joining import join
from histor.run.keeping import keep
from histor.run.reading import Reading, read_records
from histor.settings import Settings
from histor.store.ledger import open_to_write
from histor.store.register import load_register

WHEN = "2031-06-01T00:00:00Z"
Report = tuple[str, str, str, str]  # id, day of publication, outlet, text

AGREED = (
    "agreed", "2031-04-08", "Aden Courier",
    "The government of Yemen and rebel forces agreed to a ceasefire on 6 April, the envoy said. "
    "The truce will take effect at midnight on Thursday, 10 April, Aden time. "
    "It does not cover the Islamic State or al-Qaeda.",
)  # fmt: skip
EFFECT = (
    "effect", "2031-04-10", "Gulf Wire",
    "A ceasefire that Oman and Kuwait brokered took effect across Yemen on Thursday. "
    "By evening it was holding in Taiz.",
)  # fmt: skip
BREACH = (
    "breach", "2031-04-13", "Gulf Wire",
    "Yemeni rebels shelled Taiz on Saturday and so violated the truce, killing four people, the Yemeni army said.",
)  # fmt: skip
BREACH_AGAIN = (
    "breach-again", "2031-04-13", "Taiz Today",
    "Rebels shelled Taiz on Saturday, killing four people, the United Nations said.",
)  # fmt: skip
STRIKE = (
    "strike", "2031-04-15", "Aden Courier",
    "Yemeni army jets bombed Islamic State fighters near Mukalla on Monday, the Yemeni Defence Ministry said.",
)  # fmt: skip
DENIED = (
    "denied", "2031-04-18", "Aden Courier",
    "The Yemeni army shelled the town of Marib on Thursday, residents said. "
    "The Yemeni army denied that it had shelled Marib on Thursday.",
)  # fmt: skip
QUIET = ("quiet", "2031-04-20", "Gulf Wire", "Rain fell on Sanaa on Sunday and the markets were open.")  # fmt: skip
REPORTS: tuple[Report, ...] = (AGREED, EFFECT, BREACH, BREACH_AGAIN, STRIKE, DENIED, QUIET)

ORDER = (
    "order", "2031-05-02", "Gulf Wire",
    "Oman's defence ministry has ordered the withdrawal of Omani troops from Taiz, starting on Saturday. "
    "It did not say how many soldiers will be withdrawn. The base at Marib will remain, the Omani army said.",
)  # fmt: skip
LEFT = (
    "left", "2031-05-04", "Taiz Today",
    "A first group of Omani soldiers headed home from Taiz on Sunday, witnesses said.",
)  # fmt: skip
BACK = (
    "back", "2031-05-20", "Taiz Today",
    "Omani troops have been redeployed to Taiz, residents said on Tuesday.",
)  # fmt: skip
MOVES: tuple[Report, ...] = (ORDER, LEFT, BACK)

OPENED = (
    "opened", "2031-04-21", "Gulf Wire",
    "Peace talks between the government of Yemen and the rebels opened in Muscat on Monday. "
    "Oman's foreign minister met the Yemeni delegation.",
)  # fmt: skip
WALKED = (
    "walked", "2031-04-24", "Aden Courier",
    "The rebel delegation walked out of the talks in Muscat on Thursday, the Omani foreign ministry said.",
)  # fmt: skip
NEXT = (
    "next", "2031-04-26", "Gulf Wire",
    "The next round of talks will open in Muscat on 12 May, Oman said.",
)  # fmt: skip
TALKS: tuple[Report, ...] = (OPENED, WALKED, NEXT)


def make_ledger(folder: Path, reports: Sequence[Report] = REPORTS, *, name: str = "yemen.db") -> str:
    """Read reports into a ledger and join them; give its path."""
    lines = [
        json.dumps({"id": key, "published": day, "outlet": outlet, "text": text}) for key, day, outlet, text in reports
    ]
    source, path = folder / f"{name}.jsonl", folder / name
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    read = read_records([str(source)], Given(), Settings(), stdin=BytesIO())
    with open_to_write(path) as ledger:
        keep(((each.record, each.raw) if isinstance(each, Reading) else each for each in read), ledger, recorded=WHEN)
        join(ledger, load_register(), recorded=WHEN)
    return str(path)
