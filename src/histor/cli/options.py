"""The options that several commands share, each named and explained once."""

from typing import Annotated

import typer

_GIVEN = "What you know of the reports (wins over what they say of themselves)"

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        show_default=False,
        help="Files, folders, http(s) addresses, or - for standard input; any mixture.",
    ),
]
PublishedOn = Annotated[
    str | None,
    typer.Option("--published", metavar="DAY", help="Day of publication, 2016-03-14.", rich_help_panel=_GIVEN),
]
OutletIs = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="Who published it.", rich_help_panel=_GIVEN)
]
TitleIs = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Its title.", rich_help_panel=_GIVEN)]
AddressIs = Annotated[
    str | None, typer.Option("--url", metavar="ADDRESS", help="Where it stands.", rich_help_panel=_GIVEN)
]
LedgerAt = Annotated[
    str, typer.Option("--ledger", metavar="PATH", envvar="HISTOR_LEDGER", help="The ledger's one file.")
]
AsJson = Annotated[
    bool, typer.Option("--json", metavar="", help="JSON lines on standard output, and nothing else there.")
]
