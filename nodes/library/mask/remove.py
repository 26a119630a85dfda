"""Node: what is masked taken out of a clip, and the clean plate behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from nodes.agreement import require_alike
from nodes.example import Example
from nodes.model_state import ModelPlace, ModelState
from nodes.node import node
from nodes.spec import Kind
from nodes.work import Work
from pipelines.plates.camera import Stretch
from pipelines.plates.removal import cleaned, followed
from pipelines.values import Clip, Image, Mask, MaskClip

PLATE = ModelState(
    "Clean plate",
    ModelPlace.BUILT_IN,
    "On the processor, nothing to download. It shows what the shot itself shows on other frames;"
    " a video model would invent what is never seen.",
)


class Removed(NamedTuple):
    """The clip without the thing, and the ground of its longest stretch."""

    clip: Clip
    plate: Image


@node(
    "mask.remove",
    icon="mdi6.eraser-variant",
    kind=Kind.CLIP,
    title="Remove",
    example=Example(
        {
            "film": "load.clip",
            "thing": "mask.segment",
            "room": ("mask.grow", {"distance": 6}),
            "gone": "mask.remove",
        },
        "film > thing.clip, thing.mask > room.mask, film > gone.clip, room > gone.masks",
    ),
    model=PLATE,
)
def remove(clip: Clip, masks: MaskClip, work: Work) -> Removed:
    """Take a thing out of a shot: what stands behind it comes from the frames that show it.

    The camera is followed on what is not masked, the ground behind is painted once as the clean
    plate, and each frame is filled from the frames next to it and from the plate, in its own light.
    Outside the mask every pixel stays to the last bit, and so does all of the thing that the mask
    misses: have it cover a little more, its shadow too if that is to go, with Grow Mask in front.
    Where it is doubtful, look at the masks first. This works without a download;
    what no frame of the shot ever shows is painted smoothly from around it, which is seen if it is
    large. Ground that moves by itself (water, crowds) or lies at many depths before a camera that
    travels comes out blurred; a shot whose camera stands or pans comes out best.

    Example: a tennis player, boxed and clicked on every tenth frame in Segment, the mask grown by
    6, gone from the court.
    """
    require_alike(clip, masks)
    if not len(clip):
        return Removed(clip, _nothing(clip))

    def read(index: int) -> tuple[Image, Mask]:
        return work.frame(clip, index), work.frame(masks, index)

    cuts = {shot.start for shot in clip.shots}
    found = followed(read, len(clip), cuts=cuts, progress=work.progress)
    longest = max(found, key=lambda one: len(one.stances))
    plates: list[Image] = []

    def frames() -> Iterator[Image]:
        for stretch in found:
            yield from _frames(stretch)

    def _frames(stretch: Stretch) -> Iterator[Image]:
        for made in cleaned(read, stretch, work.cancel):
            if stretch is longest and not plates:
                plates.append(made.plate.picture)
            yield made.picture

    done = work.store_clip(
        clip.format, frames(), total=len(clip), audio=clip.audio, shots=clip.shots
    )
    work.preview(plates[0])
    return Removed(done, plates[0])


def _nothing(clip: Clip) -> Image:
    import numpy as np

    kept = clip.format
    size = kept.height, kept.width, kept.channels
    return Image(np.zeros(size, np.uint8) if kept.bits == 8 else np.zeros(size, np.uint16))
