"""Parse what the user asks, show what comes back; decide nothing."""


def main() -> None:
    """Run the command line."""
