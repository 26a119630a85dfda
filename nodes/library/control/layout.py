"""Node: where things lie in a film, as outlines on white."""

from __future__ import annotations

from dataclasses import replace

from nodes.example import Example
from nodes.node import node
from nodes.spec import Kind
from nodes.work import Work
from pipelines.control.layout import LayoutFrames, Shape
from pipelines.detection.found import FoundObjects, within
from pipelines.errors import MismatchError
from pipelines.values import Clip, MaskClip


@node(
    "control.layout",
    icon="mdi6.view-dashboard-outline",
    kind=Kind.SEGMENT,
    title="Layout Control",
    shows=("shape",),
    example=Example(
        {
            "film": "load.clip",
            "things": ("mask.detect", {"text": "dog."}),
            "boxes": "control.layout",
            "made": ("generate.vace_inference", {"prompt": "a fox runs through snow"}),
        },
        "film > things.clip, film > boxes.clip, things.objects > boxes.objects,"
        " boxes > made.control",
    ),
)
def layout(
    clip: Clip,
    objects: FoundObjects | None,
    masks: MaskClip | None,
    work: Work,
    *,
    shape: Shape = Shape.BOXES,
) -> Clip:
    """Show where things lie as black outlines on white, to tell a video model what goes where.

    Wire it to the control of VACE: something is made in each box, and moves as the box does. Things
    come from Detect Objects, from a text with boxes as JSON, or from masks. The clip says only how
    large and how long the film is. What comes out has 8 bits and no alpha.

    shape: of each area of a mask a box, or its outline; found things always have boxes.

    Example: “dog.” found by Detect Objects, and “a fox runs through snow” as the words.
    """
    if objects is None and masks is None:
        raise MismatchError("There is nothing to lay out.", mend="Connect found objects, or masks.")
    if masks is not None and len(masks) < len(clip):
        raise MismatchError(
            f"The masks have {len(masks)} frames, the clip {len(clip)}.",
            mend="Put Fit Length before the masks, or Trim before the clip.",
        )
    things = within(objects or FoundObjects(), len(clip)).chosen
    size = clip.format.width, clip.format.height
    frames = LayoutFrames(things, masks, len(clip), size, shape)
    work.own(frames)
    return replace(clip, format=replace(clip.format, channels=3, bits=8), frames=frames)
