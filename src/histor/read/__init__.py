"""Bytes in, reports out: one plug-in a format, and whose words each block is."""

from histor.read.finish import READER
from histor.read.receive import receive
from histor.read.received import Given, Received

__all__ = ["READER", "Given", "Received", "receive"]
