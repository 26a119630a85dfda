"""Node: a sound under a clip."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Slider
from nodes.spec import Kind
from pipelines.montage import with_sound
from pipelines.values import Audio, Clip


@node(
    "sound.add",
    icon="mdi6.volume-plus",
    kind=Kind.SEGMENT,
    title="Add Sound",
    shows=("start", "volume"),
    example=Example(
        {
            "film": "load.clip",
            "music": "load.audio",
            "both": ("sound.add", {"volume": 0.4, "mix": True}),
        },
        "film > both.clip, music > both.audio",
    ),
)
def add(
    clip: Clip,
    audio: Audio,
    *,
    start: Annotated[float, Slider(-10, 60, 0.01)] = 0.0,
    volume: Annotated[float, Slider(0, 2, 0.01), Meta(ge=0, le=16)] = 1.0,
    mix: bool = False,
) -> Clip:
    """Put a sound under a clip.

    Use it to lay music or dialogue under an animatic, or to give a generated shot the sound of
    its original back. The sound becomes as long as the pictures, which are not touched.

    start: where in the clip the sound begins, in seconds; below zero its beginning is cut off.
    volume: 1 leaves the loudness, 0.5 halves it.
    mix: on, the clip's own sound stays and both are heard; off, it is replaced.

    Example: music with a volume of 0.4 and mix switched on lies under the dialogue that is there.
    """
    return with_sound(clip, audio, start_s=start, gain=volume, mixed=mix)
