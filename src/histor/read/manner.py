"""Words in, the manner in which they speak out: to the reader, of themselves, as a judgement, as somebody's speech."""

import re
from collections.abc import Sequence

from histor.read.phrases import any_of

_IN_MARKS = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)")
_SENTENCES = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z])")
_SHORT_FORM = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Capt|Maj|Sgt|Sen|Rep|Gov|Adm"
    r"|Feb|Jan|Mar|Apr|Aug|Sept|Oct|Nov|Dec|No|vs)\.$"
)
_SENTENCE = re.compile(r"[.!?:…][\"'”’)\]]*$")

_JUDGES = any_of(r"""
    so much for
    in other words
    that said
    of course\b
    needless to say
    to be (?:sure|fair)\b
    (?:sounds|looks|seems) like
    (?:well|indeed|clearly|obviously|frankly|apparently|hopefully|sadly),
    (?:perhaps|maybe)\b
    no wonder
    not so fast
    good luck
    never mind
    fair enough
    make no mistake
    (?:the )?bottom line
    it's (?:hard|worth|no|not|a safe|difficult|easy|clear|safe|tempting)\b
    there's no\b
    (?:bear|keep) in mind
    remember\b
    recall that
    note (?:that|how|the)\b
    (?:consider|imagine|wait)\b
    look at\b
    don't\b
    let(?:'s| us)\b
    read the (?:whole|rest|full)\b
    be sure to
    stay tuned
    emphasis (?:mine|added|ours)
    update\b\s*\d*\s*:
    (?:h/?t|hat tip)\b
    that's (?:not|the|a|an|all|why|how|one|what|quite)\b
    this (?:is|was) (?:a|an|the|not|exactly|why|what)\b.{0,60}\b(?:idea|mistake|problem|question|point)\b
    the (?:report|article|story|piece|post|dispatch) (?:also|goes on|continues|adds|notes|then|later|ends|concludes)
""")
_ASKS = re.compile(r"^[^.!?]*\?")
_SECOND = re.compile(r"\b(?:you|your|yours|yourself|yourselves)\b", re.I)
_FIRST = re.compile(r"\bI\b(?!\s?[.)])|\b(?:I[’'](?:m|d|ll|ve)|my|myself|we|our|ours|us)\b")
_FIRST_OPENING = re.compile(r"\b(?:We|Our|My)\b")
_SPEAKER = re.compile(r"(?:[A-Z][\w.’'-]*,?\s(?:(?:of|the|and)\s){0,2}){0,8}[A-Z][\w.’'-]*:\s\S")
_LEAST_TURNS = 2
_HEARD = 2000  # characters of a paragraph in which its voice shows
_WRITER = re.compile(
    r"\b(?:On\s.{6,60}?,\s)?(?P<name>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3})(?:\s<[^>]*>)?\s+wrote:\s*$", re.S
)


def outside_marks(words: str) -> str:
    """Give the words without what stands in quotation marks."""
    return _IN_MARKS.sub(" ", words)


def first_sentence(words: str) -> str:
    """Give the first sentence."""
    return _sentences(words)[0]


def last_sentence(words: str) -> str:
    """Give the last sentence."""
    return _sentences(words)[-1]


def is_sentence(words: str) -> bool:
    """Tell whether words end like a sentence."""
    return bool(_SENTENCE.search(words))


def is_first_person(words: str) -> bool:
    """Tell whether the words speak of themselves as I or we, outside quotation marks."""
    plain = outside_marks(words)
    return bool(_FIRST.search(plain) or _FIRST_OPENING.search(plain))


def is_author_voice(words: str, *, quoting_first_person: bool = False) -> bool:
    """Tell whether a paragraph opens as an author does who speaks to readers: asks, judges, advises, says I or you.

    Inside copy that is itself in the first person (a letter), I and you tell nothing.
    """
    words = words[:_HEARD]
    opening = outside_marks(" ".join(_sentences(words)[:2])).strip()
    if _JUDGES.match(opening) or _ASKS.match(outside_marks(first_sentence(words)).strip()):
        return True
    return not quoting_first_person and bool(_SECOND.search(opening) or is_first_person(opening))


def is_transcript(paragraphs: Sequence[str]) -> bool:
    """Tell whether paragraphs are turns of speakers, each with a name and a colon before it."""
    return sum(bool(_SPEAKER.match(words)) for words in paragraphs) >= _LEAST_TURNS


def opens_speech(words: str) -> bool:
    """Tell whether a paragraph is one direct quotation: it opens with a mark that closes at its end or beyond it."""
    closing = {"“": "”", "”": "”", '"': '"', "«": "»", "‘": "’"}.get(words[0])
    if closing is None:
        return False
    place = words.find(closing, 1)
    return place < 0 or place >= len(words) - 2


def closes_speech(words: str) -> bool:
    """Tell whether a paragraph ends with a closing quotation mark."""
    return words.rstrip(".,;")[-1:] in {"”", '"', "»", "’"}


def writer_of(words: str) -> str | None:
    """Name who is said to have written what follows ("On 3 March, Ann Lee wrote:"); None: nobody."""
    match = _WRITER.search(words)
    return match["name"] if match else None


def _sentences(words: str) -> list[str]:
    """Cut at stops that a capital follows, but not after initials, ranks and months."""
    found: list[str] = []
    for piece in _SENTENCES.split(" ".join(words.split())):
        if found and _SHORT_FORM.search(found[-1]):
            found[-1] += " " + piece
        else:
            found.append(piece)
    return found
