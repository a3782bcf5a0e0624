"""Coding schemes as tables."""
