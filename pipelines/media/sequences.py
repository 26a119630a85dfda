"""Clips from numbered pictures: a folder, a pattern such as frame_%04d.png, or one of the files."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from pipelines.conversions import fitted
from pipelines.digest import Digest, digest_file
from pipelines.errors import MismatchError, MissingFileError, TooLargeError, UnreadableFileError
from pipelines.frames import FrameSource, derived_key
from pipelines.media.clips import OpenedClip
from pipelines.media.paths import local_path, missing
from pipelines.media.pictures import (
    PICTURE_SUFFIXES,
    PictureFacts,
    read_picture,
    read_picture_facts,
)
from pipelines.values import Clip, ClipFormat, Image

DEFAULT_FPS = Fraction(24)
FILE_LIMIT = 200_000

_NUMBERED = re.compile(r"(?P<before>.*?)(?P<number>\d{1,12})(?P<after>\D*)")
_PATTERN = re.compile(r"(?P<before>.*?)(?:%0?\d*d|#+)(?P<after>.*)")


class _Run(NamedTuple):
    """Pictures whose names differ in one number only."""

    files: tuple[Path, ...]
    numbers: tuple[int, ...]


class SequenceFrames(FrameSource):
    """One picture file for each frame. A key is fixed when it is first asked for."""

    def __init__(self, files: Sequence[Path], clip_format: ClipFormat) -> None:
        self.files = tuple(files)
        self._format = clip_format
        self._digests: dict[int, Digest] = {}

    def __len__(self) -> int:
        return len(self.files)

    def key(self, index: int) -> Digest:
        shape = f"{self._format.channels}x{self._format.bits}"
        return derived_key("picture", "1", shape, self._digest(index))

    def make(self, index: int, inputs: Sequence[Any]) -> Image:
        file = self.files[index]
        if self._digests.get(index, _digest_of(file)) != _digest_of(file):
            raise UnreadableFileError(
                f"“{file.name}” has changed since it was loaded.",
                mend="Reload the sequence to see what it is now.",
            )
        image = read_picture(file)
        _require_size(file, image.width, image.height, self._format)
        bits = 16 if self._format.bits == 16 else 8
        return fitted(image, channels=self._format.channels, bits=bits)

    def _digest(self, index: int) -> Digest:
        if index not in self._digests:
            self._digests[index] = _digest_of(self.files[index])
        return self._digests[index]


def open_sequence(path: Path | str, *, fps: Fraction = DEFAULT_FPS) -> OpenedClip:
    """The clip of a run of numbered pictures, in the order of their numbers.

    Numbers that are missing are said, and the frames close up. Frames have alpha or 16 bits where
    any of the pictures does. Raises MissingFileError, UnreadableFileError, TooLargeError,
    MismatchError (sizes differ) or UntrustedError.
    """
    runs = _runs(local_path(path))
    run = max(runs, key=lambda one: len(one.files))
    facts = [read_picture_facts(file) for file in run.files]
    first = facts[0]
    clip_format = ClipFormat(
        first.width,
        first.height,
        channels=max(one.channels for one in facts),
        bits=max(one.bits for one in facts),
        fps=fps,
    )
    for file, one in zip(run.files, facts, strict=True):
        _require_size(file, one.width, one.height, clip_format)
    notes = [*_gaps(run), *_differences(facts)]
    if len(runs) > 1:
        notes.append(f"The folder holds {len(runs)} runs of pictures; the longest is used.")
    return OpenedClip(Clip(clip_format, SequenceFrames(run.files, clip_format)), tuple(notes))


def _runs(path: Path) -> list[_Run]:
    if path.is_dir():
        return _runs_among(path, _pictures(path))
    pattern = _PATTERN.fullmatch(path.name)
    if pattern and not path.exists():
        return _runs_like(path, pattern["before"], pattern["after"])
    if not path.is_file():
        raise missing(path)
    numbered = _NUMBERED.fullmatch(path.name)
    if not numbered:
        return [_Run((path,), (0,))]
    return _runs_like(path, numbered["before"], numbered["after"])


def _runs_like(path: Path, before: str, after: str) -> list[_Run]:
    """The pictures beside `path` that have these words around their number."""
    shape = re.compile(re.escape(before) + r"\d{1,12}" + re.escape(after))
    return _runs_among(path, [one for one in _pictures(path.parent) if shape.fullmatch(one.name)])


def _runs_among(path: Path, files: Sequence[Path]) -> list[_Run]:
    groups: dict[tuple[str, str], dict[int, Path]] = defaultdict(dict)
    for file in files:
        if match := _NUMBERED.fullmatch(file.name):
            groups[match["before"], match["after"]].setdefault(int(match["number"]), file)
    if not groups:
        raise MissingFileError(
            f"“{path.name}” names no numbered pictures.",
            mend="Choose one of the pictures, or number their names like frame_0001.png.",
        )
    return [
        _Run(tuple(group[number] for number in sorted(group)), tuple(sorted(group)))
        for group in groups.values()
    ]


def _pictures(folder: Path) -> list[Path]:
    try:
        found = sorted(file for file in folder.iterdir() if file.suffix.lower() in PICTURE_SUFFIXES)
    except OSError as error:
        raise missing(folder) from error
    if len(found) > FILE_LIMIT:
        raise TooLargeError(
            f"“{folder.name}” holds {len(found):,} pictures.",
            mend=f"Divide them among folders of at most {FILE_LIMIT:,}.",
        )
    return found


def _gaps(run: _Run) -> list[str]:
    steps = zip(run.numbers, run.numbers[1:], strict=False)
    holes = [(sooner + 1, later - 1) for sooner, later in steps if later - sooner > 1]
    if not holes:
        return []
    count = sum(last - first + 1 for first, last in holes)
    shown = ", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in holes[:5])
    more = ", ..." if len(holes) > 5 else ""
    return [f"{count} numbers are missing ({shown}{more}); the frames close up."]


def _differences(facts: Sequence[PictureFacts]) -> list[str]:
    if len({(one.channels, one.bits) for one in facts}) == 1:
        return []
    return ["The pictures differ in alpha or depth; all are given the most that any has."]


def _require_size(file: Path, width: int, height: int, clip_format: ClipFormat) -> None:
    if (width, height) != (clip_format.width, clip_format.height):
        raise MismatchError(
            f"“{file.name}” is {width}x{height}, where the sequence is "
            f"{clip_format.width}x{clip_format.height}.",
            mend="Resize it, or move it out of the folder.",
        )


def _digest_of(file: Path) -> Digest:
    try:
        return digest_file(file)
    except OSError as error:
        raise missing(file) from error
