"""All that was told in, an Atom feed (RFC 4287) of the latest of it out: a file that a reader of feeds can follow."""

import os
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

from histor.records.alerts import Alert
from histor.records.made import Problem, identify
from histor.run.delivery.told import text_of, title_of

MOST = 100  # entries: a feed is read often, and what is older stands in the ledger
_ATOM = "http://www.w3.org/2005/Atom"
_FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535), "�")  # in XML 1.0
_FORBIDDEN |= dict.fromkeys(range(55296, 57344), "�")


def write(path: str, name: str, alerts: Sequence[Alert], updated: str) -> tuple[Problem, ...]:
    """Write the feed anew, whole or not at all; give what was wrong. `updated` is an instant, ISO 8601."""
    whole = Path(f"{path}.part")
    try:
        whole.write_bytes(_feed(name, alerts[-MOST:], updated))
        os.replace(whole, path)
    except OSError as error:
        return (Problem("not-delivered", f"{path} cannot be written: {error.strerror}", key=path),)
    return ()


def _feed(name: str, alerts: Sequence[Alert], updated: str) -> bytes:
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(f"{{{_ATOM}}}feed")
    _add(feed, "id", f"urn:histor:{identify('feed', name)}")
    _add(feed, "title", f"Alerts: {name}")
    _add(feed, "updated", updated)
    _add(ElementTree.SubElement(feed, f"{{{_ATOM}}}author"), "name", "histor")
    for alert in reversed(alerts):
        entry = ElementTree.SubElement(feed, f"{{{_ATOM}}}entry")
        _add(entry, "id", f"urn:histor:{alert.id}")
        _add(entry, "title", title_of(alert))
        _add(entry, "updated", f"{alert.day}T00:00:00Z")
        _add(entry, "summary", alert.says)
        _add(entry, "content", text_of(alert)).set("type", "text")
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _add(parent: ElementTree.Element, name: str, text: str) -> ElementTree.Element:
    made = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}")
    made.text = text.translate(_FORBIDDEN)
    return made
