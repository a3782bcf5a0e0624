"""A list of patterns, one a line, in; one pattern that matches any of them out."""

import re


def any_of(lines: str, *, before: str = "", after: str = "") -> re.Pattern[str]:
    """Compile the lines as alternatives, letter case ignored; a straight apostrophe also matches a curly one."""
    alternatives = "|".join(line.strip() for line in lines.strip().splitlines())
    return re.compile(f"{before}(?:{alternatives}){after}".replace("'", "['’]"), re.I | re.S)
