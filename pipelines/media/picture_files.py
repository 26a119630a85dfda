"""Picture files of any size and format as frames: the imported pictures of panels."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipelines.digest import Digest, digest_file
from pipelines.frames import FrameSource, derived_key
from pipelines.media.pictures import read_picture
from pipelines.values import Image


class PictureFiles(FrameSource):
    """One picture for each file, keyed by what the file holds. Reading it may raise InputError."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = tuple(files)

    def __len__(self) -> int:
        return len(self._files)

    def key(self, index: int) -> Digest:
        return derived_key("picture file", "1", _content(self._files[index]))

    def make(self, index: int, inputs: Sequence[Any]) -> Image:
        return read_picture(self._files[index])


def _content(file: Path) -> str:
    try:
        return digest_file(file)
    except OSError:
        return f"unreadable {file}"
