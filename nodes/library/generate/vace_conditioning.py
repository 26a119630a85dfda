"""Node: what VACE is to go by, and what it sees of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, NamedTuple

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Slider, WidthOf
from nodes.spec import Kind
from nodes.work import Work
from pipelines.frames import select
from pipelines.framing import Fit
from pipelines.vace.conditioning import Conditioning
from pipelines.vace.laying import StreamFrames, laid_out, told_masks
from pipelines.vace.sizes import LONGEST
from pipelines.vace.source_mode import SourceMode
from pipelines.values import Clip, ClipFormat, MaskClip, Storyboard

Side = Annotated[int, Slider(256, 1280, 16), Meta(ge=16, le=2048)]
FrameCount = Annotated[int, Slider(0, 81), Meta(ge=0, le=LONGEST)]
Start = Annotated[int, Slider(-81, 81), Meta(ge=-LONGEST, le=LONGEST)]


class Seen(NamedTuple):
    """What VACE is given, and its parts as film."""

    conditioning: Conditioning
    inactive: Clip
    reactive: Clip
    mask: MaskClip
    told: MaskClip


@node(
    "generate.vace_conditioning",
    icon="mdi6.eye-settings-outline",
    kind=Kind.SEGMENT,
    title="VACE Conditioning",
    shows=("source",),
    example=Example(
        {
            "film": "load.clip",
            "thing": "mask.segment",
            "duck": "load.image",
            "parts": "generate.vace_conditioning",
            "made": "generate.vace_inference",
        },
        "film > thing.clip, thing.mask > parts.masks, film > parts.clip, duck > parts.references,"
        " parts > made.conditioning",
    ),
)
def vace_conditioning(
    clip: Clip | None = None,
    masks: MaskClip | None = None,
    storyboard: Storyboard | None = None,
    ending: Clip | None = None,
    control: Clip | None = None,
    region: MaskClip | None = None,
    *references: Clip,
    work: Work,
    width: Annotated[Side, WidthOf("height")] = 832,
    height: Side = 480,
    frames: FrameCount = 0,
    start: Start = 0,
    hold: Annotated[int, Slider(1, 8), Meta(ge=1, le=LONGEST)] = 1,
    fit: Fit = Fit.FILL,
    source: SourceMode = SourceMode.AUTOMATIC,
    margin: Annotated[int, Slider(0, 64), Meta(ge=0, le=512)] = 16,
) -> Seen:
    """Say what VACE is to go by, and look at what it sees.

    What is connected makes the task: a clip and its mask are repainted where the mask is white; a
    clip alone is gone on with; a clip at the ending is led up to; panels of a storyboard are kept
    and what lies between them is made; a control (depth, pose, scribble, gray, flow or layout)
    guides what is made, within its region (bare paper guides nothing); references say how a thing
    looks. All of it goes together: with a clip, a mask and a control, the control holds inside the
    mask and the film outside. What is transparent in a clip is made, too, which is how a picture is
    made wider.
    Sizes, lengths and gray are brought to what the model takes; the clips that come out have
    8 bits and no alpha. Look at them before a long run: inactive is what is kept, reactive what
    guides, mask what is made, told the mask as the model is told it, which is only that of
    every fourth frame or so.

    width: width of the model's picture; the nearest multiple of 16 is taken.
    height: height of the model's picture; the nearest multiple of 16 is taken.
    frames: frames of the film, 0 for as many as follow from what is connected, or else 81.
    start: the frame at which the clip begins; below 0 it counts from the end.
    hold: pictures and panels are kept for at least so many frames.
    fit: how a picture of other proportions meets the canvas: fill crops it, fit keeps all of it and
    has the rest made.
    source: what of a masked thing the model sees. Automatic follows a reference where there is one
    (gray in boxes around the thing), and otherwise keeps the outline. Reconstruct brings the
    original back. Zero the reactive stream keeps the outline and takes colours from the reference.
    Gray fill keeps the outline; with a grown mask it loosens; with a box mask only the place stays,
    so that a reference brings its own shape. Motion from the source keeps how the thing moves.
    margin: pixels by which a grown or box mask is wider than the mask.

    Example: a film of a teapot, its mask, and a rubber duck on white as the reference: with a gray
    fill the duck has the outline of a teapot, with a box mask its own.
    """
    made = Conditioning(
        clip=clip,
        masks=masks,
        storyboard=storyboard,
        ending=ending,
        control=control,
        region=region,
        references=references,
        width=width,
        height=height,
        length=frames,
        start=start,
        hold=hold,
        fit=fit,
        source_mode=source,
        margin=margin,
    )
    laid = laid_out(made, size=made.size, times=range(made.count))
    inactive, reactive = (StreamFrames(laid, reactive=which) for which in (False, True))
    for source_of_frames in (laid.content, laid.generate, inactive, reactive):
        work.own(source_of_frames)
    shown = ClipFormat(*made.size, fps=made.fps)
    masked = replace(shown, channels=1)
    told = select(laid.generate, told_masks(made.count))
    return Seen(
        made,
        Clip(shown, inactive),
        Clip(shown, reactive),
        MaskClip(masked, laid.generate),
        MaskClip(masked, told),
    )
