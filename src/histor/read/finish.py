"""A draft and the caller's word in, the finished report out: its day, its outlet, its id."""

import hashlib
import re

from histor.read.charset import REPLACEMENT, is_other_script
from histor.read.draft import Draft
from histor.read.outlets import known_name
from histor.read.publication import dateline_of, decide, published_of, undated
from histor.read.received import Given, Received
from histor.records.made import Problem, Step, identify
from histor.records.text import Published, Report

READER = Step("read", "1")
DEFAULT_LANGUAGE = "en"
UNDETERMINED = "und"  # ISO 639-2
_WRITTEN_SO = re.compile(rb"\xef\xbf\xbd|\\ufffd|&#(?:65533|xfffd);", re.I)  # the bytes hold the character itself


def finish(draft: Draft, given: Given) -> Received:
    """Give the report of a draft; what the caller says wins over what the bytes say.

    Its id comes from the bytes, the outlet, the day and the reader's version, so that a report read again
    with a day given is another reading, and the same one read twice is the same.
    """
    dateline = dateline_of(draft.text, draft.blocks)
    stated = published_of(draft.published, draft.basis)
    published, doubts = decide(published_of(given.published, "given"), stated, dateline)
    outlet = given.outlet or draft.outlet or (known_name(dateline.agency) if dateline and dateline.agency else None)
    report = _report(draft, given, published, outlet)
    missing = (undated(draft.key),) if published.start is None else ()
    return Received(report, draft.raw, (*draft.problems, *_unread(draft), *doubts, *missing))


def _report(draft: Draft, given: Given, published: Published, outlet: str | None) -> Report:
    sha256 = hashlib.sha256(draft.raw).hexdigest()
    return Report(
        id=identify("r", sha256, outlet, published.start, published.end, READER),
        key=draft.key,
        sha256=sha256,
        text=draft.text,
        blocks=draft.blocks,
        published=published,
        url=given.url or draft.url,
        title=given.title or draft.title or _title_in(draft),
        outlet=outlet,
        authors=draft.authors,
        fetched=draft.fetched,
        language=given.language or draft.language or _language(draft.text),
    )


def _language(text: str) -> str:
    """Take a text for English unless its letters say that it cannot be."""
    return UNDETERMINED if is_other_script(text) else DEFAULT_LANGUAGE


def _title_in(draft: Draft) -> str | None:
    titles = (draft.text[block.start : block.end] for block in draft.blocks if block.kind == "title")
    return next(titles, None)


def _unread(draft: Draft) -> tuple[Problem, ...]:
    """Say that bytes could be read in no charset."""
    count = draft.text.count(REPLACEMENT)
    if not count or _WRITTEN_SO.search(draft.raw):
        return ()
    message = (
        f"{count} characters of {draft.key} could not be read in the charset that is declared nor in the one it looks "
        "like; save it as UTF-8"
    )
    return (Problem("wrong-charset", message),)
