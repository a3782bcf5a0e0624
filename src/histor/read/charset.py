"""Bytes in, text out: the charset told from the bytes first and from what is declared second."""

import codecs
import re
import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# A text has none of these bytes but by accident; of random bytes one in nine is one.
MOST_CONTROLS = 0.01
_LATIN = re.compile(r"iso-?8859-?(1|15)|(windows-?|cp)125[02]|latin-?1|us-ascii|ascii", re.I)
# Share of letters of another script at which a page that says it is Latin is taken not to be:
# an English page with a few accented names never comes near it under any charset.
_MOSTLY = 0.5
_SAMPLE = 5000  # characters
# Valid sequences of UTF-8 for each broken one, from which on the bytes are damaged UTF-8: text in a charset of single
# bytes has next to none.
_UTF8_FOR_EACH_BROKEN = 4


def is_binary(raw: bytes) -> bool:
    """Tell whether bytes are no text in any charset that is read."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    sample = raw[:65536]
    return len(_CONTROLS.findall(sample)) > MOST_CONTROLS * len(sample)


def decode(raw: bytes, declared: str | None = None) -> str:
    """Give the text without byte order mark and with `\\n` as its only line end.

    A byte order mark decides; then UTF-8 if the bytes allow it; then the declared charset if they allow that;
    then the charset that the bytes look like. What still cannot be read becomes U+FFFD.
    """
    for bom, name in BOMS:
        if raw.startswith(bom):
            return _one_line_end(raw[len(bom) :].decode(name, "replace"))
    try:
        return _one_line_end(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return _one_line_end(_decode_other(raw, declared))


def without_lone_surrogates(text: str) -> str:
    """Put U+FFFD in the place of each half of a character, which no file can hold."""
    return re.sub("[\ud800-\udfff]", REPLACEMENT, text)


def is_other_script(text: str) -> bool:
    """Tell whether most letters of a text are of another script than Latin."""
    if text.isascii():
        return False
    letters = [letter for letter in text[:_SAMPLE] if letter.isalpha()]
    other = sum(not unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return other > _MOSTLY * len(letters)


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decode_other(raw: bytes, declared: str | None) -> str:
    lenient = raw.decode("utf-8", "replace")
    if _is_damaged_utf8(lenient):
        return lenient
    # Imported here: a report in UTF-8 needs no detector.
    from resiliparse.parse.encoding import detect_encoding

    seen: str = detect_encoding(raw) or "windows-1252"
    if declared is None or _is_utf8(declared):
        return _attempt(raw, seen)
    read = _attempt(raw, declared)
    if REPLACEMENT in read or (_LATIN.fullmatch(declared.strip()) and is_other_script(_attempt(raw, seen))):
        return _attempt(raw, seen)
    return read


def _is_damaged_utf8(text: str) -> bool:
    broken = text.count(REPLACEMENT)
    whole = sum(not character.isascii() for character in text) - broken
    return whole >= _UTF8_FOR_EACH_BROKEN * broken


def _is_utf8(name: str) -> bool:
    return name.strip().lower().replace("_", "-") in {"utf-8", "utf8"}


def _attempt(raw: bytes, name: str) -> str:
    # Pages that say ISO 8859-1 are written in its superset, as browsers assume (WHATWG Encoding, section 4.2).
    name = "windows-1252" if re.fullmatch(r"iso-?8859-?1|latin-?1|us-ascii|ascii", name.strip(), re.I) else name
    try:
        return raw.decode(name, "replace")
    except (LookupError, ValueError):  # no such charset, or no name of one
        return raw.decode("utf-8", "replace")
