"""What a person types in, answers out: parse what the user asks, show what comes back, decide nothing."""

import sys
import traceback

FAILED = 3  # exit code


def main() -> None:
    """Run the command line, and leave the process with its exit code."""
    from histor.cli.app import app  # late, so that importing a part of this room does not load all of it

    try:
        app(prog_name="histor")
    except Exception:  # noqa: BLE001 - the request ends here; a fault must not end as 1, "finished with problems"
        traceback.print_exc()
        print("histor: this is a fault in histor itself; please report it with the lines above", file=sys.stderr)
        sys.exit(FAILED)
