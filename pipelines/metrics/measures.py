"""What can be measured: names, units, and which way is better. Not how it is computed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Better(Enum):
    """Which of two values of a measure is the better one."""

    HIGHER = "higher"
    LOWER = "lower"
    NEAR_ONE = "near one"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: its name in code and files, and as people read it. `least` is a difference that
    is worth telling: what lies closer together is a draw. One that is not `judged` says nothing by
    itself: a still has the best temporal consistency."""

    name: str
    title: str
    unit: str
    better: Better
    digits: int
    least: float
    judged: bool = True

    def compare(self, one: float, other: float) -> int:
        """1 where `one` is better, -1 where it is worse, 0 for a draw."""
        gain = self._goodness(one) - self._goodness(other)
        if abs(gain) < self.least:
            return 0
        return 1 if gain > 0 else -1

    def _goodness(self, value: float) -> float:
        match self.better:
            case Better.HIGHER:
                return value
            case Better.LOWER:
                return -value
            case Better.NEAR_ONE:
                return -abs(value - 1)


PSNR = Measure("psnr", "PSNR", "dB", Better.HIGHER, 2, 0.01)
WEIGHTED_PSNR = Measure("weighted_psnr", "PSNR where it moves", "dB", Better.HIGHER, 2, 0.01)
SSIM = Measure("ssim", "SSIM", "", Better.HIGHER, 3, 0.001)
L1 = Measure("l1", "L1", "levels", Better.LOWER, 2, 0.01)
CHAMFER = Measure("chamfer", "Line distance", "px", Better.LOWER, 2, 0.01)
DRIFT = Measure("drift", "Colour drift", "ΔE", Better.LOWER, 2, 0.01)
TEMPORAL_ERROR = Measure("temporal_error", "Temporal error", "levels", Better.LOWER, 2, 0.01)
TEMPORAL_RATIO = Measure("temporal_ratio", "Temporal ratio", "×", Better.NEAR_ONE, 2, 0.01)
CONSISTENCY = Measure(
    "consistency", "Temporal consistency", "", Better.HIGHER, 3, 0.001, judged=False
)

MEASURES = (
    PSNR,
    WEIGHTED_PSNR,
    SSIM,
    L1,
    CHAMFER,
    DRIFT,
    TEMPORAL_ERROR,
    TEMPORAL_RATIO,
    CONSISTENCY,
)
"""All that need no model and no mask, in the order in which they are shown."""
