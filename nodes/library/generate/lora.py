"""Node: a LoRA for a model that makes film."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import NamesModel, Opens, Slider
from nodes.spec import Kind
from nodes.work import Work
from pipelines.errors import MismatchError, MissingFileError
from pipelines.vace.loras import Experts, Lora, LoraStack


@node(
    "generate.lora",
    icon="mdi6.layers-triple-outline",
    kind=Kind.SEGMENT,
    title="LoRA",
    shows=("model", "weight"),
    example=Example(
        {
            "fast": ("generate.lora", {"model": "causvid-1.3b", "weight": 0.5}),
            "made": (
                "generate.vace_inference",
                {"steps": 8, "guidance": 1.0, "flow_shift": 7.0, "prompt": "a heron takes off"},
            ),
        },
        "fast > made.loras",
    ),
)
def lora(
    loras: LoraStack | None = None,
    *,
    work: Work,
    model: Annotated[str, NamesModel(("lora",))] = "",
    file: Annotated[str, Opens(("weights",))] = "",
    weight: Annotated[float, Slider(0, 1.5, 0.05), Meta(ge=-4, le=4)] = 1.0,
    experts: Experts = Experts.BOTH,
) -> LoraStack:
    """Bend a model with a LoRA: a small file of weights for a look, a person, or fewer steps.

    Wire it into VACE Inference. Several are wired one after another, and all of them count. It is
    either one of the models of the program, or a .safetensors file of your own, with keys of
    diffusers, of Wan's makers or of musubi; one that fits nowhere in the model is refused. The
    model's own weights are never changed. A LoRA for few steps wants its own steps, guidance and
    shift: see the presets of VACE Inference.

    model: a LoRA that the program knows and fetches.
    file: a file of your own, in the place of one that is known.
    weight: how much it counts; 0 not at all.
    experts: which of the two networks of Wan2.2 it is for; others have one.

    Example: CausVid at 0.5 for 8 steps without guidance, in front of VACE Inference.
    """
    if bool(model) == bool(file):
        raise MissingFileError(
            "Both a known LoRA and a file are chosen." if model else "No LoRA is chosen yet.",
            mend="Choose one of the two.",
        )
    path = work.models.file(model) if model else Path(file)
    if path.suffix != ".safetensors":
        raise MismatchError(
            f"“{path.name}” is not a .safetensors file.",
            mend="It was not opened. Other files of weights can run any program.",
        )
    if not path.is_file():
        raise MissingFileError(f"“{path}” is not there.", mend="Choose it anew.")
    before = loras.loras if loras is not None else ()
    return LoraStack((*before, Lora(path, weight, experts)))
