"""Gather, decide, append: the only room that joins doing with deciding."""
