"""Node: the bodies of a film as coloured limbs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

from nodes.example import Example
from nodes.model_choices import ModelOffload, ModelPrecision
from nodes.node import node
from nodes.parameters import NamesModel, Unkeyed
from nodes.spec import Kind
from nodes.work import Work
from pipelines.control.pose import FAMILIES, PoseNetwork
from pipelines.control.skeleton import from_coco, skeletons
from pipelines.detection.found import Box, FoundObjects, within
from pipelines.errors import InputError
from pipelines.values import Clip, Image

_WHOLE = Box(0, 0, 1, 1)


@node(
    "control.pose",
    icon="mdi6.human-handsup",
    kind=Kind.CLIP,
    title="Pose Control",
    example=Example(
        {
            "film": "load.clip",
            "people": ("mask.detect", {"text": "person."}),
            "pose": "control.pose",
            "made": ("generate.vace_inference", {"prompt": "a puppet dances on a stage"}),
        },
        "film > people.clip, film > pose.clip, people.objects > pose.objects, pose > made.control",
    ),
)
def pose(
    clip: Clip,
    objects: FoundObjects | None,
    work: Work,
    *,
    model: Annotated[str, NamesModel(FAMILIES)] = "vitpose-base",
    precision: ModelPrecision = ModelPrecision.AUTOMATIC,
    offload: Annotated[ModelOffload, Unkeyed()] = ModelOffload.AUTOMATIC,
) -> Clip:
    """Show how bodies stand and move as coloured limbs on black, to guide a video model with them.

    Wire it to the control of VACE: somebody else moves as the person in the film does. People come
    from Detect Objects (“person.”); without boxes one person is looked for in the whole picture.
    Bodies have arms, legs, eyes and ears, no hands and no faces. This needs a model; ViTPose base
    is a download of 344 MB. What comes out has 8 bits and no alpha.

    model: the model that looks.
    precision: the numbers that the model counts with.
    offload: what of the model waits in the machine's own memory.

    Example: a filmed dance, and “a puppet dances on a stage” as the words.
    """
    if not model:
        raise InputError(
            "Nothing built in sees poses.",
            mend="Choose a model, or guide with Line Control, which needs none.",
        )
    with work.models.lease(model, precision=precision.chosen, offload=offload.chosen) as lease:
        pictures = _pictures(clip, objects, work, PoseNetwork(lease))
        made = replace(clip.format, channels=3, bits=8)
        return work.store_clip(made, pictures, total=len(clip), audio=clip.audio, shots=clip.shots)


def _pictures(
    clip: Clip, objects: FoundObjects | None, work: Work, network: PoseNetwork
) -> Iterator[Image]:
    size = clip.format.width, clip.format.height
    people = None if objects is None else within(objects, len(clip)).chosen
    for at, frame in enumerate(work.frames(clip)):
        boxes = [_WHOLE]
        if people is not None:
            places = (one.place(at) for one in people)
            boxes = [seen.box for seen in places if seen is not None]
        bodies = network.bodies(frame, boxes)
        yield skeletons([from_coco(body) for body in bodies], size)
