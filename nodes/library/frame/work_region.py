"""Node: a part of a film that moves with a mask, to work on it alone."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from msgspec import Meta

from nodes.agreement import require_alike
from nodes.example import Example
from nodes.mask_bounds import mask_bounds
from nodes.node import node
from nodes.parameters import InPixels, Pixels, Slider, WidthOf
from nodes.spec import Kind
from nodes.work import Work
from pipelines.region.cropping import cropped_clip, cropped_masks
from pipelines.region.region import Region
from pipelines.region.tracking import Bounds, Track, Wish, Zoom, tracked
from pipelines.values import Clip, MaskClip

Side = Annotated[int, InPixels(), Slider(0, 1280, 16), Meta(ge=0, le=8192)]
_LISTED = 5


class Worked(NamedTuple):
    """The part of the film, what is to be made in it, and the way back."""

    clip: Clip
    mask: MaskClip
    region: Region


@node(
    "frame.work_region",
    icon="mdi6.image-filter-center-focus",
    kind=Kind.SEGMENT,
    title="Work Region",
    shows=("zoom",),
    example=Example(
        {
            "film": "load.clip",
            "thing": "mask.segment",
            "part": "frame.work_region",
            "gone": "mask.remove",
            "back": "frame.paste_back",
        },
        "film > thing.clip, film > part.clip, thing.mask > part.masks, part.clip > gone.clip,"
        " part.mask > gone.masks, gone.clip > back.made, part.region > back.region",
    ),
)
def work_region(
    clip: Clip,
    masks: MaskClip,
    work: Work,
    *,
    width: Annotated[Side, WidthOf("height")] = 0,
    height: Side = 0,
    zoom: Zoom = Zoom.NONE,
    context: Annotated[float, Slider(0, 200), Meta(ge=0, le=1000)] = 50.0,
    margin: Annotated[Pixels, Slider(0, 64), Meta(ge=0, le=1024)] = 8,
    smoothing: Annotated[int, Slider(0, 96), Meta(ge=0, le=1000)] = 24,
) -> Worked:
    """Cut the part around a mask out of a film, so that a model works on that alone.

    Use it where the thing is small in a large film: a model sees it larger and sharper, needs less
    memory, and all the rest of the film cannot change. The part has one size in multiples of 16 and
    moves with the mask, smoothly within each shot; the mask stays within it also where it jumps,
    and where it is empty the part waits between the places before and after. Work on clip and mask,
    then connect what was made and the region to Paste Back, which knows where each frame belongs.
    Alpha, 16 bits, sound and shots are kept.

    width: width of the part, 0 for what the mask needs; other numbers are made larger until they
    are multiples of 16.
    height: height of the part, 0 for what the mask needs.
    zoom: none shows the film pixel for pixel, and the way back is exact. Constant brings the film
    to the width and height, always by the same factor. Following comes closer while the mask is
    small, slowly.
    context: how much of the film is seen around the mask, on each side, in per cent of the longer
    side of the mask; at the edge of the film there is less.
    margin: pixels by which the mask that comes out is wider, so that there is room for edges and
    shadows. Paste Back knows of it.
    smoothing: over how many frames movements are smoothed; 0 follows the mask exactly.

    Example: a tennis player in 4K, 832x480 with a constant zoom; a model repaints only that.
    """
    require_alike(clip, masks)
    bounds = mask_bounds(masks, work)
    wish = Wish(width, height, zoom, context / 100, margin, smoothing)
    frame = clip.format.width, clip.format.height
    track = tracked(bounds, frame, wish, starts=[shot.start for shot in clip.shots])
    _warn(work, track, bounds)
    region = Region(clip, masks, track.size, track.boxes, margin)
    return Worked(cropped_clip(region), cropped_masks(region), region)


def _warn(work: Work, track: Track, bounds: list[Bounds | None]) -> None:
    if bounds and not any(bounds):
        work.warn("The mask is empty on every frame: the region lies in the middle of the film.")
    if track.cut:
        listed = ", ".join(map(str, track.cut[:_LISTED]))
        more = " …" if len(track.cut) > _LISTED else ""
        work.warn(
            f"The mask does not fit into the region on {len(track.cut)} frames ({listed}{more}):"
            " make it larger, or choose a zoom."
        )
