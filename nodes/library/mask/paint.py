"""Node: masks painted by hand over a clip."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from msgspec import Meta

from nodes.node import node
from nodes.parameters import On, ToldBy
from nodes.spec import Kind
from nodes.work import Work
from pipelines.errors import MismatchError
from pipelines.masking.frames import MaskFrames, ObjectShapes
from pipelines.masking.objects import OUTPUTS, MaskObject
from pipelines.values import Clip, ClipFormat, MaskClip

Side = Annotated[int, Meta(ge=0, le=16384)]


class Painted(NamedTuple):
    """The joined mask, and those of single objects."""

    mask: MaskClip
    output_1: MaskClip
    output_2: MaskClip
    output_3: MaskClip
    output_4: MaskClip


@node("mask.paint", icon="mdi6.brush", kind=Kind.SEGMENT, title="Mask Painter")
def paint(
    clip: Clip,
    work: Work,
    *,
    objects: Annotated[tuple[MaskObject, ...], On("clip")] = (),
    size: Annotated[tuple[Side, Side], ToldBy("objects")] = (0, 0),
) -> Painted:
    """Paint masks over a clip by hand: on some frames, with the frames between made for you.

    Select the node and paint on the picture in the viewer. Painting on a frame makes a key there;
    between keys the outline moves from one shape to the next, or the first one holds. Several
    objects with names and colours are painted apart and come out joined as the mask; each can have
    an output of its own as well. A stroke makes again only the frames up to the neighbouring keys.
    What is painted stays when the clip changes.

    objects: what is masked, with its keys; painted over the picture, not typed.
    size: width and height of the picture that was painted on, 0 before anything is; a clip of
    another size gets the masks fitted to it.

    Example: a ball painted on frames 0, 12 and 24, white on black in between, to Inpaint it away.
    """
    drawn = any(one.keys for one in objects)
    if drawn and 0 in size:
        raise MismatchError(
            "The masks do not say how large the picture was that they were painted on.",
            mend="Set size to its width and height in pixels.",
        )
    canvas = size if drawn else (clip.format.width, clip.format.height)
    if work.scale == 1.0:
        _warn_of_another_shape(canvas, clip.format, work)
    shapes = {one.id: ObjectShapes(one, canvas, work.tiles) for one in objects}
    for one in shapes.values():
        work.own(one)

    def joined(*chosen: MaskObject) -> MaskClip:
        return _clip([shapes[one.id] for one in chosen], clip, canvas)

    apart = [
        joined(*(one for one in objects if one.output == number + 1)) for number in range(OUTPUTS)
    ]
    return Painted(joined(*(one for one in objects if one.joined)), *apart)


def _clip(shapes: list[ObjectShapes], clip: Clip, canvas: tuple[int, int]) -> MaskClip:
    given = clip.format
    shown = given.width, given.height
    mask_format = ClipFormat(
        *shown, channels=1, fps=given.fps, start_timecode=given.start_timecode, colour=given.colour
    )
    return MaskClip(mask_format, MaskFrames(shapes, len(clip), canvas, shown), clip.marks)


def _warn_of_another_shape(canvas: tuple[int, int], given: ClipFormat, work: Work) -> None:
    """Masks of another size are fitted; where the shape of the picture is another, it is said."""
    width, height = canvas
    if abs(width * given.height - height * given.width) > max(canvas):
        work.warn(
            f"The masks were painted on a picture of {width}x{height} and the clip is "
            f"{given.width}x{given.height}, so they are stretched. Crop or pad the clip to the "
            "shape that it had."
        )
