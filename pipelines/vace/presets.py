"""Settings that are known to work together, by the model and what makes it faster."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from pipelines.vace.sampling import Sampling, Scheduler


class Preset(StrEnum):
    """What is taken in the place of steps, guidance, shift and scheduler; the words tell it all."""

    OWN = "as set below"
    REFERENCE = "Wan: 50 steps, guidance 5, shift 16, UniPC"
    LINES_480 = "480 lines: 30 steps, guidance 5, shift 3, UniPC"
    LINES_720 = "720 lines: 30 steps, guidance 5, shift 5, UniPC"
    CAUSVID_12 = "CausVid at 0.3: 12 steps, guidance 1, shift 7, UniPC"
    CAUSVID_8 = "CausVid at 0.5 to 0.7: 8 steps, guidance 1, shift 7, UniPC"
    CAUSVID_4 = "CausVid at 0.8 to 1: 4 steps, guidance 1, shift 7, UniPC"
    LIGHTX2V_8 = "LightX2V at 1: 8 steps, guidance 1, shift 5, UniPC"
    LIGHTX2V_4 = "LightX2V at 1: 4 steps, guidance 1, shift 5, UniPC"
    VACE_FUN = "Wan2.2 VACE-Fun: 40 steps, guidance 4, shift 5, UniPC"


_SETTINGS = {
    Preset.REFERENCE: (50, 5.0, 16.0),
    Preset.LINES_480: (30, 5.0, 3.0),
    Preset.LINES_720: (30, 5.0, 5.0),
    Preset.CAUSVID_12: (12, 1.0, 7.0),
    Preset.CAUSVID_8: (8, 1.0, 7.0),
    Preset.CAUSVID_4: (4, 1.0, 7.0),
    Preset.LIGHTX2V_8: (8, 1.0, 5.0),
    Preset.LIGHTX2V_4: (4, 1.0, 5.0),
    Preset.VACE_FUN: (40, 4.0, 5.0),
}
"""Steps, guidance and flow shift, from the makers' own command lines and cards."""


def preset(chosen: Preset, sampling: Sampling) -> Sampling:
    """A sampling with the settings of a preset."""
    settings = _SETTINGS.get(chosen)
    if settings is None:
        return sampling
    steps, guidance, shift = settings
    return replace(
        sampling, steps=steps, guidance=guidance, flow_shift=shift, scheduler=Scheduler.UNIPC
    )
