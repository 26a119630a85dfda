"""Moving pictures that nodes read from disk: each file is opened once for many runs."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

from nodes.keys import content_key
from nodes.memory import ResultMemory
from pipelines.errors import UnreadableFileError
from pipelines.media.clips import OpenedClip, open_clip
from pipelines.media.decoders import stamp_of
from pipelines.media.paths import local_file
from pipelines.media.pictures import PICTURE_SUFFIXES
from pipelines.media.sequences import open_sequence
from pipelines.rates import FrameRate

OPENED = ResultMemory(256 << 20)
"""Videos as they were opened, by path and content; what counts is the sound that they hold."""


def opened_clip(path: str, fps: FrameRate, *, sound: bool) -> OpenedClip:
    """A video, or the numbered pictures of a folder or pattern at a rate. Raises InputError."""
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
