"""Node: what was made in a region, put back into its film."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, NamedTuple

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import InPixels, Seed, Slider, Unit
from nodes.spec import Kind
from nodes.work import Work
from pipelines.region.matte import MatteFrames, Pasted
from pipelines.region.pasting import Given, Look, PastedFrames
from pipelines.region.region import Region
from pipelines.values import Clip, MaskClip

Soft = Annotated[int, InPixels(), Slider(0, 64), Meta(ge=0, le=1024)]


class Back(NamedTuple):
    """The film with what was made in it, and where that is."""

    clip: Clip
    matte: MaskClip


@node(
    "frame.paste_back",
    icon="mdi6.image-move",
    kind=Kind.SEGMENT,
    title="Paste Back",
    shows=("pasted",),
    example=Example(
        {
            "film": "load.clip",
            "thing": "mask.segment",
            "part": ("frame.work_region", {"width": 832, "height": 480, "zoom": "constant"}),
            "parts": "generate.vace_conditioning",
            "made": "generate.vace_inference",
            "new": "mask.segment",
            "back": "frame.paste_back",
        },
        "film > thing.clip, film > part.clip, thing.mask > part.masks, part.clip > parts.clip,"
        " part.mask > parts.masks, parts > made.conditioning, made > back.made, made > new.clip,"
        " new.mask > back.silhouettes, part.region > back.region",
    ),
)
def paste_back(
    made: Clip,
    region: Region,
    silhouettes: MaskClip | None = None,
    shadows: MaskClip | None = None,
    keyframes: Clip | None = None,
    film: Clip | None = None,
    *,
    work: Work,
    pasted: Pasted = Pasted.AUTOMATIC,
    soft: Soft = 6,
    colour: Unit = 0.0,
    sharpness: Unit = 0.0,
    grain: Unit = 1.0,
    seed: Seed = 42,
    keys: Annotated[str, Meta(pattern=r"^( *[0-9]+ *(, *[0-9]+ *)*)?$")] = "",
) -> Back:
    """Put what was made in a work region back into its film, each frame where it belongs.

    The film comes back with its own size, depth, alpha, rate, length, sound and timecode; outside
    of the matte every pixel is the film's, to the last bit. What is pasted need not be all that was
    made: segment the new thing in what was made, and connect its masks as silhouettes. Then the
    matte is the old thing, the new one and its shadow, and everything else that the mask gave to
    the model is the film again. What is transparent in what was made shows the film.

    silhouettes: masks of the new thing, as large as the region or as the film.
    shadows: masks of what it throws on its surroundings, of either size.
    keyframes: frames that were given and are to come back to the last bit at the keys, as large as
    the film or, where the region shows it pixel for pixel, as the region.
    film: another film to paste into, just as large and long as the one of the region.
    pasted: automatic pastes the silhouettes where there are some, and otherwise all that was made.
    soft: how wide the ramp around the matte is, in pixels of the film.
    colour: how far the colours of what was made are brought to those of the film by what both show
    around the matte; 0 leaves them.
    sharpness: how far edges are blurred or sharpened until they are as wide as those of the film
    around the matte; 0 leaves them. For things that lie as far from the camera as what is around.
    grain: how much of the noise that what was made lacks is added, as strong, as coarse and as
    coloured as in the film around the matte; 0 adds none. Where the film has none, nothing is
    added.
    seed: another number is other noise.
    keys: frames, as 0, 12, 40, that come back as they were given: those of the keyframes, or of the
    film where none are connected.

    Example: a mug in a 4K film, repainted by a model as a teapot at 832x480; only teapot, mug and
    the marked shadow are pasted.
    """
    things = [one for one in (silhouettes, shadows) if one is not None]
    given = Given(frozenset(map(int, keys.split(","))) if keys.strip() else frozenset(), keyframes)
    below = region.clip if film is None else film
    matte = MatteFrames(region, things, pasted=pasted, soft=soft, keys=given.frames)
    look = Look(colour, sharpness, grain, seed)
    frames = PastedFrames(region, below, made, matte, given=given, look=look)
    work.own(matte)
    work.own(frames.textures)
    size = replace(region.masks.format, width=below.format.width, height=below.format.height)
    return Back(replace(below, frames=frames), MaskClip(size, matte))
