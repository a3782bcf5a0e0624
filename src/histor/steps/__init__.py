"""The deciding rooms: pure functions from values to values."""
