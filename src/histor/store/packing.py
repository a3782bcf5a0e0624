"""Bytes in, the form in which the ledger keeps them out; and back, checked against their hash."""

import hashlib
import sqlite3
import zlib


def packed(raw: bytes) -> tuple[str, bytes]:
    """Give the coding and the bytes to keep: compressed, unless that is longer."""
    compressed = zlib.compress(raw)
    return ("zlib", compressed) if len(compressed) < len(raw) else ("plain", raw)


def unpacked(row: sqlite3.Row) -> bytes | None:
    """Unpack a row of `raw`; None if its bytes do not hash to what they were kept under."""
    try:
        raw: bytes = zlib.decompress(row["bytes"]) if row["coding"] == "zlib" else row["bytes"]
    except zlib.error:
        return None
    return raw if hashlib.sha256(raw).hexdigest() == row["sha256"] else None
