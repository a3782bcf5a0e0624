"""Words that tell whether an act happened: verbs, nouns and adjectives that stand over it, by the status they give."""

from typing import cast

from histor.codebook.acts.kinds import read_classes
from histor.records.events import Status

_VERBS = """
    planned: agree order plan prepare announce pledge promise vow intend decide schedule expect decide set
    planned: approve authorize
    planned: authorise commit undertake accept commission instruct direct vow task ready arrange
    hypothetical: vote call urge demand ask request want seek propose appeal hope offer suggest recommend consider
    hypothetical: discuss mull
    hypothetical: insist try attempt aim need require invite persuade encourage allow advocate support push
    hypothetical: press negotiate
    hypothetical: condition desire wish favor favour debate help study convince warn fear broker mandate implore seem
    threatened: threaten
    denied: deny fail refuse reject decline prevent foil thwart avert avoid abandon stop cancel rebuff rule
    denied: abort postpone
    denied: refrain repel prohibit escape
    ongoing: continue keep intensify persist rage escalate
    """
_NOUNS = """
    planned: plan plans agreement deal order decision pledge preparations timetable decree readiness commitment promise
    hypothetical: call calls demand demands proposal proposals request appeal possibility prospect prospects
    hypothetical: need hope hopes
    hypothetical: chance possibility risk fear fears offer importance attempt attempts bid efforts effort
    hypothetical: conditions option
    hypothetical: terms talks negotiations event case condition draft idea necessity resolution return
    threatened: threat threats ultimatum
    denied: failure lack absence refusal collapse
    """
_MODIFIERS = """
    planned: planned scheduled upcoming forthcoming expected impending imminent
    hypothetical: possible potential proposed future permanent lasting hypothetical prospective
    threatened: threatened
    denied: failed foiled attempted thwarted cancelled canceled aborted no
    ongoing: ongoing continuing continued increasing intensifying escalating current
    """
VERBS = cast(dict[str, Status], read_classes(_VERBS))
NOUNS = cast(dict[str, Status], read_classes(_NOUNS))
MODIFIERS = cast(dict[str, Status], read_classes(_MODIFIERS))
