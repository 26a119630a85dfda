"""Node: moving pictures from a file or from numbered pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from nodes.node import node
from nodes.parameters import Opens
from nodes.spec import Kind
from nodes.work import Work
from pipelines.errors import MissingFileError, UnreadableFileError
from pipelines.media.clips import OpenedClip, VideoFrames, open_clip
from pipelines.media.pictures import PICTURE_SUFFIXES
from pipelines.media.proxies import with_proxy
from pipelines.media.sequences import open_sequence
from pipelines.rates import FrameRate
from pipelines.values import Clip


@node("load.clip", icon="mdi6.movie-open-outline", kind=Kind.SEGMENT, title="Load Clip")
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
    """
    opened = _open(path, fps, sound=sound)
    for note in opened.notes:
        work.warn(note)
    video = isinstance(opened.clip.frames, VideoFrames)
    proxy = work.proxy(Path(path)) if video else None
    return with_proxy(opened.clip, proxy) if proxy is not None else opened.clip


def _open(path: str, fps: FrameRate, *, sound: bool) -> OpenedClip:
    if not path:
        raise MissingFileError("No clip is chosen yet.", mend="Choose a video or a folder.")
    file = Path(path)
    if file.is_dir() or "%" in file.name:
        return open_sequence(file, fps=fps.fps)
    if file.suffix.lower() in PICTURE_SUFFIXES and file.suffix.lower() != ".gif":
        raise UnreadableFileError(
            f"“{file.name}” is a single picture.",
            mend="For a run of pictures choose their folder, or write the number as %04d; "
            "for one picture use Load Image.",
        )
    return open_clip(file, sound=sound)
