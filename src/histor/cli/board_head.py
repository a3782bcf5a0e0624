"""What every board of reports opens with: name, on whose word it stands, answer; and the titles of its parts."""

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from histor.cli import words


def head(name: str, *about: Text, answer: Iterable[str]) -> Iterator[RenderableType]:
    """Lay out the name, lines about the board, and its answer."""
    yield title(name)
    yield from about
    yield title("Answer")
    yield from (Text(words.printable(sentence)) for sentence in answer)


def on_whose_word(speaker: str, until: str) -> Text:
    """Say on whose word a board stands, and to which day."""
    return Text(words.printable(f"On the word of {speaker}, to {until}."), style="quiet")


def title(text: str) -> Padding:
    """Lay out the title of a part."""
    return Padding(Text(words.printable(text), style="label"), (1, 0, 0, 0))
