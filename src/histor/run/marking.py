"""A report in, its tags out: the marker is asked, its numbers are decoded, and the rules add what it was not taught."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from histor.models.answers import TriggerAnswer, WindowAnswer, WordSpans
from histor.models.marker import Marker, has_marker, load_marker
from histor.records.made import Step
from histor.records.measures import Span, Spans
from histor.records.text import Report
from histor.steps.mark.blend import blend
from histor.steps.mark.decode.calibration import Curve
from histor.steps.mark.decode.claims import ClaimChoices
from histor.steps.mark.decode.events import EventChoices
from histor.steps.mark.decode.numbers import CueNumbers, TriggerNumbers, Window
from histor.steps.mark.decode.text import Choices, decode
from histor.steps.mark.readable import masked
from histor.steps.mark.rules.tagger import RULES, tag
from histor.steps.mark.tags import Tags

BLEND = "mark/5"  # raise when decoding or blending changes


@dataclass(frozen=True, slots=True)
class Tagger:
    """What gives the tags of a report, and the step that they are made by."""

    step: Step
    tags: Callable[[Report], Tags]


def best_tagger() -> Tagger:
    """Give the trained marker with the rules beside it, or the rules alone where the package carries no model."""
    return trained_tagger() if has_marker() else rules_alone()


def rules_alone() -> Tagger:
    """Give the rules."""
    return Tagger(RULES, tag)


def trained_tagger() -> Tagger:
    """Give the marker with the rules beside it. Raises ModelError."""
    marker = load_marker()
    choices = _choices(marker)
    name, number = BLEND.split("/")

    def tags(report: Report) -> Tags:
        marked = decode(window_numbers(marker.ask(masked(report))), choices)
        return blend(marked, tag(report), report.text)

    return Tagger(Step(name, f"{number}+{marker.version}+{RULES.version}"), tags)


def _choices(marker: Marker) -> Choices:
    """Let scores be probabilities, by the curves that were fitted for this model."""
    curves = {name: Curve(*curve) for name, curve in marker.curves.items()}
    return Choices(ClaimChoices(curve=curves["claims"]), EventChoices(curve=curves["events"])) if curves else Choices()


def window_numbers(answers: Sequence[WindowAnswer]) -> list[Window]:
    """Give the marker's answers in the decoder's own words."""
    return [_window(given) for given in answers]


def _window(given: WindowAnswer) -> Window:
    return Window(
        words=_spans(given.words),
        own=Span(*given.own),
        cues=tuple(
            CueNumbers(Span(*cue.cue), cue.share, cue.stances, _spans(cue.source), _spans(cue.content))
            for cue in given.cues
        ),
        triggers=tuple(_trigger(trigger) for trigger in given.triggers),
    )


def _trigger(given: TriggerAnswer) -> TriggerNumbers:
    return TriggerNumbers(
        word=given.word,
        types=given.types,
        kinds=given.kinds,
        statuses=given.statuses,
        violation=given.violation,
        actors=_spans(given.actors),
        recipients=_spans(given.recipients),
        place=_spans(given.place),
        when=_spans(given.when),
        counts=_spans(given.counts),
        whats=given.whats,
        nearly_place=_spans(given.nearly_place),
    )


def _spans(spans: WordSpans | tuple[tuple[int, int], ...]) -> Spans:
    return tuple(Span(*span) for span in spans)
