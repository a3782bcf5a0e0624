"""Rows of an event table in, records out: what a dataset says of an event, with every slot pointing at its cell.

`wording` writes a row as words, and `telling` makes the record whose slots point at them.
"""

from histor.records.made import Step

ROWS = Step("rows", "2")  # raise the version when a record of a row can differ
