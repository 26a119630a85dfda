"""Node: masks from a file of run lengths."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

from nodes.node import node
from nodes.parameters import Opens
from nodes.spec import Kind
from nodes.work import Work
from pipelines.coco_masks import RunLengths, mask_of, parsed
from pipelines.digest import Digest, digest_text
from pipelines.errors import MissingFileError, TooLargeError
from pipelines.frames import FrameSource, derived_key
from pipelines.media.paths import local_file
from pipelines.rates import FrameRate
from pipelines.values import ClipFormat, Mask, MaskClip

_MOST = 512 << 20


@node(
    "load.masks",
    icon="mdi6.image-multiple-outline",
    kind=Kind.SEGMENT,
    title="Load Masks",
    shows=("path",),
)
def masks(
    work: Work,
    *,
    path: Annotated[str, Opens(("masks",))] = "",
    fps: FrameRate = FrameRate.FPS_24,
) -> MaskClip:
    """Load masks from a JSON file in COCO's form, as Export Masks writes it.

    Use it for masks that were made or corrected elsewhere. Each image of the file is a frame, in
    the order of their ids; several things on one frame are joined. Numbered pictures come through
    Load Clip and Mask from Image instead.

    path: the file. One outside the project's folder is read only after you agree.
    fps: the rate of the frames.

    Example: exports/player.json, wired to Composite as its mask.
    """
    if not path:
        raise MissingFileError("No masks are chosen yet.", mend="Choose a JSON file.")
    file = local_file(Path(path))
    if file.stat().st_size > _MOST:
        raise TooLargeError(
            f"“{file.name}” is larger than {_MOST >> 20} MB.", mend="Split it into parts."
        )
    told = parsed(file.read_bytes(), file.name)
    things = defaultdict[int, list[RunLengths]](list)
    for one in told.annotations:
        things[one.image_id].append(one.segmentation)
    frames = sorted(told.images, key=lambda image: image.id)
    width, height = frames[0].width, frames[0].height
    source = RunLengthFrames([things[image.id] for image in frames], width, height, file.name)
    work.own(source)
    return MaskClip(ClipFormat(width, height, channels=1, fps=fps.fps), source)


class RunLengthFrames(FrameSource):
    """Masks unrolled when they are asked for."""

    def __init__(
        self, found: Sequence[Sequence[RunLengths]], width: int, height: int, name: str
    ) -> None:
        self._found = tuple(found)
        self._width, self._height, self._name = width, height, name

    def __len__(self) -> int:
        return len(self._found)

    def key(self, index: int) -> Digest:
        runs = digest_text(repr(self._found[index]))
        return derived_key("run lengths", "1", f"{self._width}x{self._height}", runs)

    def make(self, index: int, inputs: Sequence[Any]) -> Mask:
        return mask_of(self._found[index], self._width, self._height, self._name)
