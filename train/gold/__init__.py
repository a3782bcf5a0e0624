"""Marked-up reports that the project made itself, kept without their texts."""
