"""Node: a clip as a video file."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import FrameRange, Saves, Slider
from nodes.spec import Kind
from nodes.work import Work
from pipelines.frame_ranges import chosen
from pipelines.media.codecs import Effort, VideoCodec
from pipelines.media.folders import make_folder
from pipelines.media.writing import QUALITY, write_video
from pipelines.values import Clip, Written, WrittenFile


@node(
    "export.video",
    icon="mdi6.export",
    kind=Kind.CLIP,
    effect=True,
    title="Export Video",
    shows=("path", "codec"),
    example=Example(
        {"board": "story.storyboard", "moves": "motion.in_between", "film": "export.video"},
        "board > moves.storyboard, moves > film.clip",
    ),
)
def video(
    clip: Clip,
    work: Work,
    *,
    path: Annotated[str, Saves(("video",))] = "exports/film",
    codec: VideoCodec = VideoCodec.H264,
    quality: Annotated[int, Slider(0, 100), Meta(ge=0, le=100)] = QUALITY,
    effort: Effort = Effort.NORMAL,
    frames: FrameRange = "",
    marks: bool = True,
    sound: bool = True,
) -> Written:
    """Write a clip to a video file.

    It runs only when you press Run on it, never overwrites (a second film becomes film-2), and
    leaves nothing behind when it is stopped. What the codec cannot hold, such as alpha in H.264,
    is said. The start timecode of the clip goes along.

    path: where the file goes, within the project's folder; outside it you are asked first. The
    ending may be left out, it follows the codec.
    codec: H.264 plays everywhere; H.265 is smaller; ProRes and FFV1 are for editing and
    archives; ProRes 4444 and FFV1 keep alpha; FFV1 and lossless RGB keep every pixel; GIF is for
    the web.
    quality: 0 to 100, for codecs that lose anything.
    effort: how long the encoder looks for a smaller file.
    frames: the first and last frame, such as 12-48, counted from 0; empty for all.
    marks: keep to the in and out marks of the clip, where no frames are given.
    sound: write the sound too.

    Example: wire In-Between to clip, leave H.264, and press Run Exports to get exports/film.mp4.
    """
    part = chosen(clip, frames, marks=marks).clip
    target = work.output_path(path)
    make_folder(target.parent)
    written = write_video(
        target,
        part.format,
        work.frames(part),
        codec,
        audio=part.audio if sound else None,
        quality=quality,
        effort=effort,
        frame_count=len(part),
        progress=work.progress,
    )
    for note in written.notes:
        work.warn(note)
    return Written((WrittenFile(written.path, written.digest),))
