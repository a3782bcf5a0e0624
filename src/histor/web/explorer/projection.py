"""Degrees of latitude in, Mercator's ordinate out, and back: degrees of the equator, south down as drawings are."""

import math

import numpy as np
from numpy.typing import NDArray

NORTH = 80.0  # degrees beyond which the projection is of no use


def down_of_all(latitude: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give how far down many latitudes are drawn; those beyond the limit are drawn there."""
    kept = np.radians(np.clip(latitude, -NORTH, NORTH))
    found: NDArray[np.float64] = -np.degrees(np.log(np.tan(np.pi / 4 + kept / 2)))
    return found


def down_of(latitude: float) -> float:
    """Give how far down a latitude is drawn."""
    return float(down_of_all(np.array([latitude]))[0])


def latitude_of(down: float) -> float:
    """Give the latitude that is drawn so far down."""
    return math.degrees(2 * math.atan(math.exp(math.radians(-down))) - math.pi / 2)
