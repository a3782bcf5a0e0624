"""Turn reports about armed conflict into a record that can be checked word by word."""

__version__ = "0.1.0"
