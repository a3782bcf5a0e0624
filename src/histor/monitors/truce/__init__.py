"""Ceasefires: a definition and what was heard in, whether it holds, who says so, and what stands beside it out."""
