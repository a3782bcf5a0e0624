"""A text in, fingerprints of some of its runs of words out: the same run gives the same fingerprint in any text.

Every run of words is hashed, and the hashes that a fixed number divides are kept (FracMinHash: Irber and others,
2022). Unlike a MinHash of fixed length this finds a short text within a long one, which is what a cut copy and a quoted
paragraph are.
"""

import re
from hashlib import blake2b

RUN = 5  # words; shorter runs are shared by chance ("said on Monday that"), longer ones are broken by each edit
KEPT = 4  # one hash in so many; a paragraph of 60 words leaves some 14, enough to tell a half from a tenth
_WORD = re.compile(r"[^\W_]+")
_BYTES = 7  # of a hash, so that it fits a database's integer


def sample(text: str) -> frozenset[int]:
    """Give the fingerprints that are kept of a text; about one for every four words."""
    words = [word.encode() for word in words_of(text)]
    spans = (b" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1))
    return frozenset(number for number in map(_hash, spans) if number % KEPT == 0)


def words_of(text: str) -> list[str]:
    """Give the words of a text by which runs are told, in their order."""
    return [word.casefold() for word in _WORD.findall(text)]


def _hash(span: bytes) -> int:
    return int.from_bytes(blake2b(span, digest_size=_BYTES).digest(), "big")
