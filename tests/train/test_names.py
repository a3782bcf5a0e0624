"""What finding names promises: a name goes on only where it began, and only kinds of the style are given."""

import pytest

torch = pytest.importorskip("torch")

from train.examples import Example  # noqa: E402
from train.labels import MENTION_TAGS  # noqa: E402
from train.lessons import make_lessons  # noqa: E402
from train.marker import Marker  # noqa: E402
from train.names import find_names, names_of  # noqa: E402

from spaces import Spaces  # noqa: E402


def tags(*names: str) -> list[int]:
    return [MENTION_TAGS.index(name) for name in names]


def test_names_end_where_the_next_begins_or_nothing_goes_on() -> None:
    row = tags("B-re3d:Person", "I-re3d:Person", "B-re3d:Person", "O", "B-re3d:Location")
    found = [("re3d:Person", 0, 2), ("re3d:Person", 2, 3), ("re3d:Location", 4, 5)]
    assert list(names_of(row)) == found


def test_only_kinds_of_the_style_are_found() -> None:
    torch.manual_seed(5)
    marker = Marker(1).eval()
    with torch.no_grad():
        marker.tokens.weight.mul_(20)  # so that many words look like names of every kind
    example = Example("n1", "re3d", "Guards said rebels shelled Tarn", mentions=())
    (lesson,) = make_lessons([example], Spaces(), 50, 50)
    found = find_names(marker, lesson, "re3d:")
    assert found
    assert all(kind.startswith("re3d:") for kind, _, _ in found)
