"""Node: a clip faster, slower, or at another frame rate."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Slider
from nodes.spec import Kind
from pipelines.montage import Sampling, at_rate, at_speed
from pipelines.rates import FrameRate
from pipelines.values import Clip


class Change(StrEnum):
    """What of a clip's time is changed."""

    SPEED = "speed"
    FRAME_RATE = "frame rate"


@node(
    "time.retime",
    icon="mdi6.speedometer",
    kind=Kind.SEGMENT,
    shows=("speed",),
    example=Example(
        {"jump": "load.clip", "slow": ("time.retime", {"speed": 0.5, "sampling": "blended"})},
        "jump > slow.clip",
    ),
)
def retime(
    clip: Clip,
    *,
    change: Change = Change.SPEED,
    speed: Annotated[float, Slider(0.1, 4, 0.05), Meta(ge=0.01, le=100)] = 1.0,
    fps: FrameRate = FrameRate.FPS_24,
    sampling: Sampling = Sampling.NEAREST,
) -> Clip:
    """Play a clip faster or slower, or bring it to another frame rate.

    Speed makes the clip shorter or longer, and its sound with it, at the same pitch. Frame rate
    keeps its length in seconds: use it to join a 30 fps clip to a 24 fps scene. Marks and shots
    move along.

    change: speed, or frame rate.
    speed: 2 is twice as fast, 0.5 is half as fast (when speed is changed).
    fps: the new frame rate (when frame rate is changed).
    sampling: nearest shows the frame that is on screen at that moment, untouched; blended mixes
    the two frames around it, which is smoother and softer.

    Example: a speed of 0.5 with sampling blended shows a jump in slow motion.
    """
    if change is Change.SPEED:
        return at_speed(clip, speed, sampling=sampling)
    return at_rate(clip, fps.fps, sampling=sampling)
