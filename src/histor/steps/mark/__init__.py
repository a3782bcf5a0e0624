"""Text and tags in, claims and events out."""
