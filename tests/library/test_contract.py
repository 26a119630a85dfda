"""What every node of the library must hold to."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from nodes.document import Document
from nodes.edits import PutNodes
from nodes.examples import nodes_of
from nodes.registry import library
from nodes.spec import Kind, NodeSpec
from pipelines.coco_masks import annotated, spelled
from pipelines.detection.boxes_json import parsed as parsed_boxes
from pipelines.digest import digest_array
from pipelines.easing import PRESETS, Preset, Timings
from pipelines.errors import MissingFileError
from pipelines.framing import Box
from pipelines.media.pictures import write_picture
from pipelines.motion_paths import GapPath, MotionPath, MotionPaths, PathPoint
from pipelines.region.region import Region
from pipelines.vace.conditioning import Conditioning
from pipelines.vace.laying import laid_out
from pipelines.vace.loras import Lora, LoraStack
from pipelines.values import (
    Audio,
    Clip,
    ClipFormat,
    Image,
    Joint,
    JointMode,
    Mask,
    MaskClip,
    PanelTiming,
    Report,
    Storyboard,
    Written,
)
from tests.library.stage import Stage, clip_of, flat, graph_of, mask_clip_of
from tests.media.films import write_film

SPECS = sorted(library().specs.values(), key=lambda spec: spec.id)
EVERY = pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.id)
LENT = {"control.depth", "control.pose"}
"""Nodes that can do nothing without a model: tests.models lends them tiny ones."""
REDUCES = {
    "review.contact_sheet": "8 bits and has\nno alpha",
    "review.side_by_side": "8 bits and no alpha",
    "control.line": "8 bits and no alpha",
    "control.gray": "8 bits and no alpha",
    "control.flow": "8 bits\nand no alpha",
    "control.layout": "8 bits and no alpha",
    "control.depth": "has 8 bits and no alpha",
    "control.pose": "8 bits and no alpha",
    "generate.vace_conditioning": "8 bits and no alpha",
    "generate.vace_inference": "8 bits and no alpha",
}
"""Nodes that give less alpha or depth than they take, and the words in their help that say so."""
BOXES = '{"objects": [{"label": "cup", "boxes": [{"frame": 1, "box": [0.1, 0.2, 0.9, 0.7]}]}]}'
ARC = MotionPath((PathPoint(0, 1, after=(0, -0.5)), PathPoint(1, 1, before=(0, -0.5))))
LIFTED = {"image": "clip", "mask": "mask_clip"}
INSTEAD = {"generate.vace_inference": "conditioning", "motion.refine": "storyboard"}
"""Sockets that stand for all the others of their node, or must have been made with them: they are
not fed beside them."""


def sockets_of(spec: NodeSpec) -> list[str]:
    """The values that a node takes."""
    return [socket.value for socket in spec.sockets]


def keeps(spec: NodeSpec) -> bool:
    """Whether a node makes pictures of pictures, and does not say that it gives less of them."""
    outputs = {output.value for output in spec.outputs} & {"image", "clip"}
    inputs = {"image", "clip", "storyboard"} & set(sockets_of(spec))
    return bool(outputs and inputs) and spec.id not in REDUCES


PER_FRAME = [spec for spec in SPECS if spec.kind is Kind.FRAME and {*LIFTED} & {*sockets_of(spec)}]
KEEPING = [spec for spec in SPECS if keeps(spec)]
OPENING = [spec for spec in SPECS if any(parameter.opens for parameter in spec.parameters.values())]


def icons() -> set[str]:
    """The names of the mdi6 icons that the window can draw."""
    found = importlib.util.find_spec("qtawesome")
    assert found is not None and found.submodule_search_locations
    fonts = Path(found.submodule_search_locations[0]) / "fonts"
    charmap = next(fonts.glob("materialdesignicons6-*charmap*.json"))
    return set(json.loads(charmap.read_text()))


def sample(value: str, *, channels: int = 4, bits: int = 16) -> Any:
    """A value of a kind, of 4 frames where it moves."""
    level = 40 if bits == 8 else 10_000
    makers: dict[str, Callable[[], Any]] = {
        "image": lambda: flat(level, channels=channels, bits=bits),
        "mask": lambda: Mask(np.full((6, 8), 200, np.uint8)),
        "clip": lambda: clip_of([level, level + 1, level + 2], channels=channels, bits=bits),
        "mask_clip": lambda: mask_clip_of([10, 20, 30]),
        "audio": lambda: Audio(np.full((1, 4800), 0.25, np.float32), 48000),
        "number": lambda: 2.5,
        "report": lambda: Report("# Good"),
        "storyboard": lambda: board(channels, bits),
        "objects": lambda: parsed_boxes(BOXES),
        "text": lambda: BOXES,
        "region": lambda: part(channels, bits),
        "paths": lambda: MotionPaths((GapPath("p1", "", ARC),)),
        "timings": lambda: Timings((("", PRESETS[Preset.EASE]),)),
        "loras": lambda: LoraStack((Lora(Path("look.safetensors")),)),
    }
    return makers[value]()


def board(channels: int, bits: int) -> Storyboard:
    level = 40 if bits == 8 else 10_000
    clip = clip_of([level, level + 5], size=(32, 24), channels=channels, bits=bits)
    panels = (
        PanelTiming("p1", 4, Joint(JointMode.IN_BETWEEN, 2)),
        PanelTiming("p2", 2),
    )
    return Storyboard(clip.format, clip.frames, panels)


def part(channels: int, bits: int) -> Region:
    clip = clip_of([7, 8, 9], channels=channels, bits=bits)
    return Region(clip, mask_clip_of([10, 20, 30]), (8, 6), (Box(0, 0, 8, 6),) * 3)


def parameters_for(spec: NodeSpec, stage: Stage) -> dict[str, Any]:
    """What a node cannot do without."""
    match spec.id:
        case "load.image":
            write_picture(stage.folder / "still.png", flat(30_000, channels=4, bits=16), bits=16)
            return {"path": "still.png"}
        case "load.clip":
            write_film(stage.folder / "film.mp4", 3)
            return {"path": "film.mp4"}
        case "load.audio":
            from tests.media.films import tone

            write_film_with_sound(stage.folder / "sound.mp4", tone(0.2))
            return {"path": "sound.mp4"}
        case "load.masks":
            told = annotated([Mask(np.full((6, 8), 255, np.uint8))] * 2, label="thing")
            (stage.folder / "masks.json").write_bytes(spelled(told))
            return {"path": "masks.json"}
        case "story.storyboard":
            return {"panels": (stage.panel("p1", 4),), "width": 48, "height": 48}
        case "mask.detect":
            return {"model": ""}
        case "motion.refine":
            return {"keys": "0 2"}
        case "generate.lora":
            (stage.folder / "look.safetensors").write_bytes(b"looked into by the model alone")
            return {"file": "look.safetensors"}
        case "generate.vace_conditioning":
            return {"width": 32, "height": 32}
        case "generate.vace_inference":
            return {"width": 32, "height": 32, "model": ""}
        case _:
            return {}


def write_film_with_sound(path: Path, sound: Audio) -> None:
    from pipelines.media.writing import write_video

    clip_format = ClipFormat(16, 16)
    write_video(path, clip_format, [flat(9, size=(16, 16))] * 5, audio=sound)


def content(stage: Stage, value: Any) -> Any:
    """What a value holds, to be compared."""
    match value:
        case Image() | Mask():
            return digest_array(value.pixels)
        case Clip() | MaskClip():
            frames = [digest_array(picture.pixels) for picture in stage.pictures(value)]
            sound = value.audio if isinstance(value, Clip) else None
            return value.format, frames, None if sound is None else digest_array(sound.samples)
        case Audio():
            return value.rate, digest_array(value.samples)
        case Storyboard():
            keys = [value.pictures.key(index) for index in range(len(value.pictures))]
            return value.format, value.panels, keys
        case Conditioning():
            laid = laid_out(value, size=value.size, times=range(value.count))
            return [laid.content.key(index) for index in range(value.count)]
        case Written():
            return len(value.files)
        case _:
            return value


@EVERY
def test_its_help_explains_what_it_does_and_every_parameter(spec: NodeSpec) -> None:
    first = spec.help.splitlines()[0]
    assert len(first) >= 20 and first[0].isupper()
    for name in spec.parameters:
        assert re.search(rf"^{name}: \w.{{5,}}", spec.help, re.MULTILINE), name


@EVERY
def test_its_icon_exists(spec: NodeSpec) -> None:
    font, _, name = spec.icon.partition(".")
    assert font == "mdi6"
    assert name in icons()


@EVERY
def test_its_id_is_its_file_and_its_function(spec: NodeSpec) -> None:
    function = spec.function
    assert f"{function.__module__}.{function.__name__}" == (
        f"nodes.library.{spec.id}.{spec.id.partition('.')[2]}"
    )


@EVERY
def test_its_defaults_are_kept_by_a_project_file(spec: NodeSpec) -> None:
    for parameter in spec.parameters.values():
        kept = msgspec.json.decode(msgspec.json.encode(parameter.default))
        assert parameter.convert(kept) == parameter.default


@EVERY
def test_a_conversion_has_one_socket_and_one_output(spec: NodeSpec) -> None:
    if spec.conversion:
        assert len(spec.sockets) == len(spec.outputs) == 1
        assert not spec.parameters


RUNNING = [spec for spec in SPECS if spec.id not in LENT]


@pytest.mark.parametrize("spec", RUNNING, ids=lambda spec: spec.id)
def test_the_same_inputs_give_the_same_output_and_are_not_changed(
    spec: NodeSpec, stage: Stage
) -> None:
    inputs = {
        socket.name: sample(socket.value)
        for socket in spec.sockets
        if socket.name != INSTEAD.get(spec.id)
    }
    made = graph_of(spec.id, inputs, parameters_for(spec, stage))
    if not spec.outputs:
        assert not stage.run(made, "it").failures
        return
    first = content(stage, stage.value(made, "it"))
    stage.evaluator.memory.clear()
    assert content(stage, stage.value(made, "it")) == first


@pytest.mark.parametrize("spec", PER_FRAME, ids=lambda spec: spec.id)
def test_a_node_for_one_frame_works_on_clips(spec: NodeSpec, stage: Stage) -> None:
    inputs = [sample(LIFTED.get(value, value)) for value in sockets_of(spec)]
    clip = stage.value(graph_of(spec.id, inputs, {}), "it")
    assert len(clip) == 3
    for picture in stage.pictures(clip):
        assert (picture.width, picture.height) == (clip.format.width, clip.format.height)


@pytest.mark.parametrize("spec", KEEPING, ids=lambda spec: spec.id)
@pytest.mark.parametrize(("channels", "bits"), [(3, 8), (4, 16)])
def test_alpha_and_depth_are_kept(spec: NodeSpec, stage: Stage, channels: int, bits: int) -> None:
    inputs = {
        socket.name: sample(socket.value, channels=channels, bits=bits)
        for socket in spec.sockets
        if socket.name != INSTEAD.get(spec.id)
    }
    result = stage.value(graph_of(spec.id, inputs, parameters_for(spec, stage)), "it")
    pictures = [result] if isinstance(result, Image) else stage.pictures(result)
    assert {(picture.channels, picture.bits) for picture in pictures} == {(channels, bits)}
    if isinstance(result, Clip):
        assert (result.format.channels, result.format.bits) == (channels, bits)


def test_a_node_that_gives_less_alpha_or_depth_says_so() -> None:
    for node_id, words in REDUCES.items():
        assert words in library().specs[node_id].help


@EVERY
def test_help_ends_with_an_example(spec: NodeSpec) -> None:
    *_, last = spec.help.split("\n\n")
    assert last.startswith("Example: ")
    assert last.endswith(".")


@pytest.mark.parametrize("spec", OPENING, ids=lambda spec: spec.id)
def test_a_file_that_is_not_chosen_is_said_with_a_mend(spec: NodeSpec, stage: Stage) -> None:
    failure = stage.failure(spec.id)
    assert isinstance(failure.__cause__, MissingFileError)
    assert failure.mend.startswith("Choose")


EXPLAINED = [spec for spec in SPECS if spec.example is not None]


@pytest.mark.parametrize("spec", EXPLAINED, ids=lambda spec: spec.id)
def test_an_example_can_be_put_in_and_is_wired_all_through(spec: NodeSpec) -> None:
    assert spec.example is not None
    nodes = nodes_of(spec.example, library())
    assert spec.id in {one.type for one in nodes}
    made = Document(library())
    inverse = made.apply(PutNodes(nodes=nodes))
    assert set(made.graph.nodes) == set(spec.example.nodes)
    for one in nodes:
        kind = library().specs[one.type]
        assert {socket.name for socket in kind.required} <= one.inputs.keys()
        assert {*kind.sockets} or made.graph.consumers(one.id)
    made.apply(inverse)
    assert not made.graph.nodes
