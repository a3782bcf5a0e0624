"""Talks: a place and what was heard in, rounds, meetings, walk-outs, outcomes and the next date out."""
