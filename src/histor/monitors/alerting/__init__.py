"""Alerts: rules and what was heard by a day in, what is worth telling out, each with the rows that it rests on."""
