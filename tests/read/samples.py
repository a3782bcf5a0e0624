"""Samples of formats that no text editor makes, and the laws that hold for every report."""

import gzip

from histor.records.text import Report, quote

PAGE = "<html><body><article><h1>Buses leave the town</h1><p>Автобус вышел.</p></article></body></html>"


def record(address: str, body: bytes, kind: str = "text/html", status: str = "200 OK", more: str = "") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2016-05-02T06:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:6d3f2a10-0000-4000-8000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


ARCHIVE = [
    b"WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Date: 2016-05-02T06:00:00Z\r\n"
    b"WARC-Record-ID: <urn:uuid:6d3f2a10-0000-4000-8000-000000000009>\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
    record("https://lake.example/1", PAGE.encode("windows-1251"), "text/html; charset=windows-1251"),
    record("https://lake.example/a.png", b"\x89PNG", "image/png"),
    record("https://lake.example/gone", b"<p>Gone</p>", status="404 Not Found"),
    record("https://lake.example/2", gzip.compress(PAGE.encode()), more="Content-Encoding: gzip\r\n"),
    record("https://lake.example/3", b"1 May 2016\n\nA bus left.", "text/plain"),
]


def document(*pages: list[tuple[int, int, int, str]], info: str = "") -> bytes:
    """Make a document; each line has its place from the left and below in points, its size and its words."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", f"<<{info}>>"]
    kids = []
    for lines in pages:
        shown = "".join(f"BT /F {size} Tf {x} {y} Td ({words}) Tj ET\n" for x, y, size, words in lines)
        objects.append(f"<</Length {len(shown)}>>stream\n{shown}\nendstream")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    body = "".join(f"{number} 0 obj{each} endobj\n" for number, each in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer<</Root 1 0 R/Info 4 0 R>>\n%%EOF".encode("latin-1")


FIRST = [
    (60, 800, 9, "Monitoring Desk - Daily sheet 14"),
    (60, 760, 18, "Guns fall silent around the lake"),
    (60, 720, 11, "20 April 2016"),
    (60, 690, 11, "Observers on the northern shore heard no shot between dusk and dawn, for"),
    (60, 676, 11, "the first time since the line was drawn."),
    (60, 662, 11, "A patrol went out at six and was back before noon; it had met shepherds"),
    (60, 648, 11, "and two lorries with flour."),
    (60, 620, 14, "On the southern shore"),
    (60, 600, 11, "The road stays shut. Its bridge was blown up in March, and the council of"),
    (280, 30, 9, "1"),
]
SECOND = [
    (60, 800, 9, "Monitoring Desk - Daily sheet 14"),
    (60, 760, 11, "the village has no means to mend it."),
    (60, 732, 11, "- one lorry burnt"),
    (60, 718, 11, "- two men missing"),
    (280, 30, 9, "2"),
]


def check(report: Report) -> None:
    place = 0
    for block in report.blocks:
        words = quote(report.text, [(block.start, block.end)])  # type: ignore[list-item]
        assert block.start >= place
        assert words == words.strip() != ""
        assert not report.text[place : block.start].strip()
        assert block.outlet is None or block.kind == "quote"
        place = block.end
    assert not report.text[place:].strip()
