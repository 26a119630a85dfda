"""The frame rates of film and television, by their names, as exact fractions."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction


class FrameRate(StrEnum):
    """A rate by the name that it has in the trade; 23.976 means 24000/1001."""

    FPS_8 = "8"
    FPS_12 = "12"
    FPS_15 = "15"
    FPS_16 = "16"
    FPS_23_976 = "23.976"
    FPS_24 = "24"
    FPS_25 = "25"
    FPS_29_97 = "29.97"
    FPS_30 = "30"
    FPS_48 = "48"
    FPS_50 = "50"
    FPS_59_94 = "59.94"
    FPS_60 = "60"

    @property
    def fps(self) -> Fraction:
        """Frames a second."""
        whole = round(float(self.value))
        return Fraction(whole) if self.value == str(whole) else Fraction(whole * 1000, 1001)
