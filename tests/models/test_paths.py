"""What the search for spans promises: the best path and nothing else, within the limits asked for."""

import itertools

import numpy
import pytest

from histor.models.paths import NEVER, Scores, WordSpan, best_spans

STEPS = numpy.zeros((3, 3), dtype="float32")


def scores(*words: tuple[float, float, float]) -> Scores:
    return numpy.array([words], dtype="float32")


OUT, BEGIN, ON = (2.0, 0.0, 0.0), (0.0, 2.0, 0.0), (0.0, 0.0, 2.0)


def test_two_spans_are_found() -> None:
    assert best_spans(scores(BEGIN, ON, OUT, BEGIN), STEPS) == [(WordSpan(0, 2), WordSpan(3, 4))]


def test_a_span_never_goes_on_where_none_began() -> None:
    (spans,) = best_spans(scores(OUT, ON, OUT), STEPS)
    assert spans in ((), (WordSpan(0, 2),))


def test_a_single_span_is_the_better_one() -> None:
    weak = (0.0, 1.0, 0.0)
    assert best_spans(scores(weak, OUT, BEGIN, ON), STEPS, single=True) == [(WordSpan(2, 4),)]


def test_a_needed_span_is_found_where_outside_is_likelier() -> None:
    near = (2.0, 1.5, 0.0)
    assert best_spans(scores(OUT, near, OUT), STEPS, none=NEVER) == [(WordSpan(1, 2),)]
    assert best_spans(scores(OUT, near, OUT), STEPS) == [()]


def test_less_for_no_span_finds_one_that_is_nearly_as_likely() -> None:
    near = (2.0, 1.5, 0.0)
    assert best_spans(scores(OUT, near, OUT), STEPS, none=-0.4) == [()]
    assert best_spans(scores(OUT, near, OUT), STEPS, none=-0.6) == [(WordSpan(1, 2),)]


def test_no_anchors_give_no_spans() -> None:
    assert best_spans(numpy.zeros((0, 4, 3), dtype="float32"), STEPS) == []


@pytest.mark.parametrize("seed", range(5))
def test_the_path_is_the_best_of_all(seed: int) -> None:
    chance = numpy.random.default_rng(seed)
    tags, steps = chance.normal(size=(1, 5, 3)).astype("float32"), chance.normal(size=(3, 3)).astype("float32")
    best = max(filter(_allowed, itertools.product(range(3), repeat=5)), key=lambda path: _worth(path, tags[0], steps))
    begins = [word for word, tag in enumerate(best) if tag == 1]
    assert [span.start for span in best_spans(tags, steps)[0]] == begins
    assert sum(span.end - span.start for span in best_spans(tags, steps)[0]) == sum(tag > 0 for tag in best)


def _allowed(path: tuple[int, ...]) -> bool:
    return all(not (here == 0 and there == 2) for here, there in itertools.pairwise((0, *path)))


def _worth(path: tuple[int, ...], tags: Scores, steps: Scores) -> float:
    return float(sum(steps[a, b] + tags[n, b] for n, (a, b) in enumerate(itertools.pairwise((0, *path)))))
