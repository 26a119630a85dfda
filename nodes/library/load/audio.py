"""Node: sound from a file."""

from __future__ import annotations

from typing import Annotated

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Opens
from pipelines.errors import MissingFileError
from pipelines.media.sounds import read_audio
from pipelines.values import Audio


@node(
    "load.audio",
    icon="mdi6.music-note",
    title="Load Audio",
    shows=("path",),
    example=Example(
        {"film": "load.clip", "dialogue": "load.audio", "both": ("sound.add", {"start": 2.0})},
        "film > both.clip, dialogue > both.audio",
    ),
)
def audio(*, path: Annotated[str, Opens(("audio", "video"))] = "") -> Audio:
    """Load sound: dialogue, music or effects from a sound file, or the sound of a video.

    Use Add Sound to put it under a clip. It is read at 48 kHz; up to an hour is taken.

    path: the sound's file. A file outside the project's folder is read only after you agree.

    Example: dialogue.wav, wired to Add Sound with a start of 2.0 to begin after two seconds.
    """
    if not path:
        raise MissingFileError("No sound is chosen yet.", mend="Choose a sound or video file.")
    return read_audio(path)
