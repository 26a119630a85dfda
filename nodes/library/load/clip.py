"""Node: moving pictures from a file or from numbered pictures."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Annotated

from nodes.keys import content_key
from nodes.memory import ResultMemory
from nodes.node import node
from nodes.parameters import Opens
from nodes.spec import Kind
from nodes.work import Work
from pipelines.errors import MissingFileError, UnreadableFileError
from pipelines.media.clips import OpenedClip, VideoFrames, open_clip
from pipelines.media.decoders import stamp_of
from pipelines.media.paths import local_file
from pipelines.media.pictures import PICTURE_SUFFIXES
from pipelines.media.proxies import with_proxy
from pipelines.media.sequences import open_sequence
from pipelines.rates import FrameRate
from pipelines.values import Clip

OPENED = ResultMemory(256 << 20)
"""Videos as they were opened, by path and content; what counts is the sound that they hold."""


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
    opened = _open(path, fps, sound=sound)
    for note in opened.notes:
        work.warn(note)
    video = isinstance(opened.clip.frames, VideoFrames)
    proxy = work.proxy(Path(path), opened.clip.format.height) if video else None
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
    return _remembered(local_file(file), sound=sound)


def _remembered(file: Path, *, sound: bool) -> OpenedClip:
    """The opened video; what it says and sounds like is read once for many runs."""
    key = f"{file}|{stamp_of(file)}|{content_key(file)}|{sound}"
    found = OPENED.get(key)
    if found is None:
        started = perf_counter()
        found = open_clip(file, sound=sound)
        audio = found.clip.audio
        size = 1024 + (audio.samples.nbytes if audio is not None else 0)
        OPENED.put(key, found, size, perf_counter() - started)
    return found
