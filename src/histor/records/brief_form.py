"""A brief and what is refused in it in, their JSON out."""

from dataclasses import asdict

from histor.records.brief import Brief, Line, Refusal
from histor.records.form import Form


def form_of_brief(brief: Brief) -> Form:
    """Give the JSON object of a brief."""
    return asdict(brief)


def form_of_refused(line: Line, refusals: tuple[Refusal, ...]) -> Form:
    """Give the JSON object of a sentence and what is refused in it."""
    return {"text": line.text, "cites": list(line.cites), "refused": [asdict(each) for each in refusals]}
