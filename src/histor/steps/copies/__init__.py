"""Texts in, which of them share words out: copies, cut copies and quotations.

`sampling` gives a text's fingerprints, `comparing` what two sets of them say.
"""
