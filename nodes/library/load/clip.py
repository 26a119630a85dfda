"""Node: moving pictures from a file or from numbered pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from nodes.node import node
from nodes.opened_clips import opened_clip
from nodes.parameters import Opens
from nodes.spec import Kind
from nodes.work import Work
from pipelines.errors import MissingFileError
from pipelines.media.clips import VideoFrames
from pipelines.media.proxies import with_proxy
from pipelines.rates import FrameRate
from pipelines.values import Clip


@node(
    "load.clip",
    icon="mdi6.movie-open-outline",
    kind=Kind.SEGMENT,
    title="Load Clip",
    shows=("path",),
)
def clip(
    work: Work,
    *,
    path: Annotated[str, Opens(("video",))] = "",
    fps: FrameRate = FrameRate.FPS_24,
    sound: bool = True,
) -> Clip:
    """Load a video file, or a run of numbered pictures as a clip.

    Use it for live action, for renders, and for anything that was shot or animated elsewhere.
    Frames are read when they are needed, exact to the frame, with their alpha and 10 or more bits
    where the file has them; the start timecode and the sound come along. A file of variable frame
    rate is brought to a constant one, and the node says so.

    path: the video, the folder of numbered pictures, or their pattern such as frame_%04d.png. A
    file outside the project's folder is read only after you agree.
    fps: the rate of numbered pictures; a video keeps its own.
    sound: whether to bring the video's sound along.

    Example: plates/street.mp4, or a folder of numbered pictures with a rate of 24.
    """
    if not path:
        raise MissingFileError("No clip is chosen yet.", mend="Choose a video or a folder.")
    opened = opened_clip(path, fps, sound=sound)
    for note in opened.notes:
        work.warn(note)
    video = isinstance(opened.clip.frames, VideoFrames)
    proxy = work.proxy(Path(path), opened.clip.format.height) if video else None
    return with_proxy(opened.clip, proxy) if proxy is not None else opened.clip
