from itertools import permutations

import pytest

from histor.records.incidents import Copy
from histor.steps.copies.comparing import compare, first_of_copies, same_words
from histor.steps.copies.sampling import sample

WIRE = (
    "Warplanes pounded the grain silos east of the river on Saturday and at least nineteen people were killed, a "
    "monitor that follows the war from abroad said. The jets were either Syrian or Russian, it added, and they came"
    " back twice while rescuers were still digging. A teacher who lives near the ferry landing told this agency by "
    "telephone that she had counted seven explosions before the windows of her school broke. The silos had held the"
    " whole harvest of the valley. Further south, fighters from the coast took two hills above the road to the dam "
    "after a night of shelling. Nobody could say by evening who held the pumping station, and the town beside it "
    "had been without water since noon. The governor asked both sides to let engineers through, but an officer at "
    "the last checkpoint turned them back and said that he had no orders to open the gate for anybody."
)
EDITED = WIRE.replace("Warplanes pounded", "Jets have bombed").replace(
    "a monitor that follows the war from abroad", "a monitor"
)
CUT = WIRE[: len(WIRE) // 3]
OTHER = (
    "The council met in the capital on Tuesday to talk about the price of bread. Ministers said that the harvest of"
    " the valley would be late, and that ships with flour were waiting outside the harbour. An economist called the"
    " plan too small and asked who would pay for it. Bakers in three quarters closed their shops before noon "
    "because no flour had come since Friday, and the queue outside the fourth reached down to the bridge. The mayor"
    " promised an answer by the end of the week, as he had done the week before, and went home on foot through the "
    "rain without his guards."
)
QUOTING = f"{OTHER} Our correspondent quotes the wire in full: {WIRE[300:560]} That is all that is known. {OTHER[::-1]}"


def compared(one, other):
    mine, theirs = sample(one), sample(other)
    return compare("r-1", "r-2", shared=len(mine & theirs), sizes=(len(mine), len(theirs)))


@pytest.mark.parametrize(("other", "kind"), [(WIRE, "copy"), (EDITED, "copy"), (CUT, "cut"), (QUOTING, "quotation")])
def test_copies_cuts_and_quotations_are_told_apart(other, kind):
    found = compared(WIRE, other)
    assert found is not None
    assert found.kind == kind


def test_another_text_is_no_copy():
    assert compared(WIRE, OTHER) is None


def test_case_and_punctuation_do_not_count():
    assert sample(WIRE.upper().replace(",", " –")) == sample(WIRE)


def test_a_text_shorter_than_a_run_has_no_fingerprints():
    assert sample("Four words of text") == frozenset()


def test_a_sentence_is_known_again_when_it_is_edited_or_cut_and_another_is_not():
    told = "A dozen people died on Monday when an air strike hit traders selling diesel at the market, SOHR said."
    assert same_words(told, told.replace("A dozen", "Twelve").replace(", SOHR said", ""))
    assert not same_words(
        told, "On Monday an air strike on the market hit people who sell diesel, and twelve of them died."
    )


def test_formulas_are_too_short_to_be_a_copied_sentence():
    assert not same_words("Nobody claimed the attack.", "Nobody claimed the attack.")


def test_all_copies_lead_to_the_first_report_in_whatever_order_they_are_found():
    order = {"r-c": ("2016-03-19", "r-c"), "r-a": ("2016-03-20", "r-a"), "r-b": ("2016-03-20", "r-b")}
    copies = (Copy("r-c", "r-a", "copy", 0.9), Copy("r-a", "r-b", "cut", 0.8))
    for some in permutations(copies):
        assert first_of_copies(some, order) == {"r-a": "r-c", "r-b": "r-c"}


def test_a_quotation_makes_no_copy_of_the_report():
    assert first_of_copies((Copy("r-a", "r-b", "quotation", 0.2),), {"r-a": ("", ""), "r-b": ("", "")}) == {}
