"""Run the command line as `python -m histor`."""

from histor.cli import main

main()
