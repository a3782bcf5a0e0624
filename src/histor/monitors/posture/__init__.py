"""Posture: a force and what was heard in, what was promised of it against what was reported out."""
