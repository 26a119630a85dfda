"""Node: how near things are in a film."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

from nodes.example import Example
from nodes.model_choices import ModelOffload, ModelPrecision
from nodes.node import node
from nodes.parameters import NamesModel, Unkeyed
from nodes.spec import Kind
from nodes.work import Work
from pipelines.control.depth import FAMILIES, DepthNetwork, depth_picture, span_of
from pipelines.errors import InputError
from pipelines.premultiplied import Floats
from pipelines.values import Clip, Image


class Levels(StrEnum):
    """What the whole range from black to white stands for."""

    FRAME = "each frame"
    FILM = "the whole film"


@node(
    "control.depth",
    icon="mdi6.gradient-vertical",
    kind=Kind.CLIP,
    title="Depth Control",
    shows=("levels",),
    example=Example(
        {
            "film": "load.clip",
            "depth": "control.depth",
            "made": ("generate.vace_inference", {"prompt": "a street of paper houses"}),
        },
        "film > depth.clip, depth > made.control",
    ),
)
def depth(
    clip: Clip,
    work: Work,
    *,
    levels: Levels = Levels.FRAME,
    model: Annotated[str, NamesModel(FAMILIES)] = "depth-anything-v2-small",
    precision: ModelPrecision = ModelPrecision.AUTOMATIC,
    offload: Annotated[ModelOffload, Unkeyed()] = ModelOffload.AUTOMATIC,
) -> Clip:
    """Show how near things are, bright is near, to guide a video model with the space of a film.

    Wire it to the control of VACE: places, sizes and the camera stay, and everything can look
    different. This needs a model; Depth Anything V2 small is a download of 99 MB. What comes out
    has 8 bits and no alpha.

    levels: black to white is the range of each frame, as in the pictures that VACE was trained
    with, or that of the whole film, which flickers less where things come near.
    model: the model that looks.
    precision: the numbers that the model counts with.
    offload: what of the model waits in the machine's own memory.

    Example: a street as depth, and “a street of paper houses” as the words.
    """
    if not model:
        raise InputError(
            "Nothing built in sees depth.",
            mend="Choose a model, or guide with Line Control, which needs none.",
        )
    with work.models.lease(model, precision=precision.chosen, offload=offload.chosen) as lease:
        pictures = _pictures(clip, work, DepthNetwork(lease), levels)
        made = replace(clip.format, channels=3, bits=8)
        return work.store_clip(made, pictures, total=len(clip), audio=clip.audio, shots=clip.shots)


def _pictures(clip: Clip, work: Work, network: DepthNetwork, levels: Levels) -> Iterator[Image]:
    size = clip.format.width, clip.format.height
    fields = (network.nearness(frame) for frame in work.frames(clip))
    if levels is Levels.FRAME:
        yield from (depth_picture(near, size, span=span_of(near)) for near in fields)
        return
    seen: list[Floats] = []
    for near in fields:
        seen.append(near)
        work.progress(len(seen), len(clip), "Looking at every frame.")
    spans = [span_of(near) for near in seen]
    whole = min(far for far, _ in spans), max(nearest for _, nearest in spans)
    yield from (depth_picture(near, size, span=whole) for near in seen)
