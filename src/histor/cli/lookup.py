"""A group of commands whose first word may be left out: `histor actors NAME` is `histor actors find NAME`."""

from typing import Any

from typer.core import TyperGroup

DEFAULT = "find"


class Lookup(TyperGroup):
    """Commands around a register; words that name none of them are looked up."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the default command before words that are no command; an option of the group stays where it is."""
        if args and args[0] not in self.commands and args[0] not in {"-h", "--help"}:
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)
