"""A question in, what a person should look at first out: the doubts in the incidents that it asks for."""

from dataclasses import replace

from histor.records.question import Question
from histor.run import joining
from histor.run.narrowing import narrowed
from histor.steps.review import Doubt, doubts_of
from histor.store.decisions import verdicts
from histor.store.ledger import Ledger


def queue(ledger: Ledger, question: Question) -> tuple[Doubt, ...]:
    """Give what is in doubt, the one first on which most hangs; of a large ledger, in its last months, weeks or days.

    All readings must be joined. Raises LedgerError.
    """
    question = narrowed(ledger, question)
    found = joining.incidents(ledger, replace(question, limit=None, after=None))
    judged = verdicts(ledger, "contradiction", as_of=question.as_of)
    return doubts_of(found, joining.contradictions(found, judged))
