"""Incidents, or the rows of an event table, in; deeds with the words that each rests on out, for every monitor."""
