"""Bytes in, reports out: one plug-in a format, and whose words each block is."""
