"""Work in, a line on standard error about how far it is: on a terminal only."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from histor.cli import screen, words

Item = TypeVar("Item")


def followed(items: Iterable[Item], doing: str, noun: str = "report") -> Iterator[Item]:
    """Give every item on, and show how many there were so far and how long it took."""
    console = screen.err()
    if not console.is_terminal:
        yield from items
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(f"{doing} …")
        for number, item in enumerate(items, 1):
            yield item
            progress.update(task, description=f"{doing}: {words.several(number, noun)}", completed=number)
