"""What the marker's parts promise: the chain counts every path, labels stand at their words, the ONNX file agrees."""

import itertools
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
onnxruntime = pytest.importorskip("onnxruntime")
pytest.importorskip("onnx")
numpy = pytest.importorskip("numpy")

from train.batches import collate  # noqa: E402
from train.chains import Chain  # noqa: E402
from train.examples import ClaimMark, EventMark, Example  # noqa: E402
from train.export import INPUTS, OUTPUTS, Asked, export, sample  # noqa: E402
from train.lessons import UNKNOWN, make_lessons  # noqa: E402
from train.marker import Marker, losses  # noqa: E402

from spaces import Spaces  # noqa: E402

TEXT = "Guards said rebels shelled Tarn"


def example(style: str = "gold") -> Example:
    claim = ClaimMark(((0, 6),), ((7, 11),), ((12, 31),), "asserts")
    parts = {"actors": ((12, 18),), "recipients": (), "place": ((27, 31),), "when": (), "count": ()}
    event = EventMark((19, 26), "ASSAULT", "heavy-weapons", "occurred", False, parts, ())
    return Example("r1", style, TEXT, (claim,), (event,) if style == "gold" else None)


def test_labels_stand_at_their_words() -> None:
    (lesson,) = make_lessons([example()], Spaces(), 50, 50)
    assert lesson.cues.tolist() == [0, 1, 0, 0, 0]
    assert lesson.triggers.tolist() == [0, 0, 0, 16, 0]
    assert lesson.claims[0].tags.tolist() == [[1, 0, 0, 0, 0], [0, 0, 1, 2, 2]]
    assert lesson.events[0].tags[[0, 2]].tolist() == [[0, 0, 1, 0, 0], [0, 0, 0, 0, 1]]


def test_what_a_file_does_not_say_teaches_nothing() -> None:
    (lesson,) = make_lessons([example("polnear")], Spaces(), 50, 50)
    assert lesson.cues.tolist() == [0, 1, UNKNOWN, UNKNOWN, UNKNOWN]
    assert set(lesson.triggers.tolist()) == set(lesson.mentions.tolist()) == {UNKNOWN}


def test_the_chain_counts_every_allowed_path() -> None:
    torch.manual_seed(3)
    chain = Chain(1)
    torch.nn.init.normal_(chain.steps)
    scores, worded = torch.randn(1, 1, 4, 3), torch.tensor([[True, True, True, False]])
    paths = [path for path in itertools.product(range(3), repeat=3) if allowed(path)]
    losses_of_paths = [chain.loss(scores, torch.tensor([[[*path, 0]]]), worded) for path in paths]
    assert float(torch.exp(-torch.stack(losses_of_paths)).sum().detach()) == pytest.approx(1.0, abs=1e-5)


def test_a_batch_gives_a_loss_for_each_thing_it_teaches() -> None:
    torch.manual_seed(3)
    found = losses(Marker(1), collate(make_lessons([example()], Spaces(), 50, 50)))
    assert set(found) == {"cue", "trigger", "claim", "stance", "event", "kind", "status", "violation"}
    assert all(bool(torch.isfinite(loss)) for loss in found.values())


@pytest.mark.filterwarnings("ignore")
def test_the_onnx_file_gives_what_torch_gives(tmp_path: Path) -> None:
    torch.manual_seed(3)
    marker = Marker(1).eval()
    with torch.no_grad():
        marker.tokens.bias[1] += 1.0  # so that some words are asked about
    export(marker, tmp_path / "marker.onnx")
    session = onnxruntime.InferenceSession(tmp_path / "marker.onnx")
    found = session.run(None, {name: value.numpy() for name, value in zip(INPUTS, sample(), strict=True)})
    with torch.inference_mode():
        expected = Asked(marker)(*sample())
    assert len(expected[OUTPUTS.index("cue_at")]) > 0
    for ours, theirs in zip(found, expected, strict=True):
        numpy.testing.assert_allclose(ours, theirs.numpy(), atol=0.02)


def allowed(path: tuple[int, ...]) -> bool:
    return all(not (here == 0 and there == 2) for here, there in itertools.pairwise((0, *path)))
