"""With which model a result was made, in words."""

from __future__ import annotations

from nodes.used_model import UsedModel
from pipelines.models.placement import Device, Offload
from widgets.words import noted, said, tr

_DEVICES = {
    Device.CPU.value: noted("on the processor"),
    Device.CUDA.value: noted("on the graphics card"),
}
_OFFLOADS = {
    Offload.NONE.name.lower(): noted("nothing offloaded"),
    Offload.PARTS.name.lower(): noted("its parts take turns"),
    Offload.BLOCKS.name.lower(): noted("its blocks take turns"),
}


def model_words(model: UsedModel) -> str:
    """One sentence on a model as it was put."""
    return tr(
        "Made with {model}: {precision}, {device}, {offload}.",
        model=model.title,
        precision=model.precision.upper(),
        device=said(_DEVICES.get(model.device, model.device)),
        offload=said(_OFFLOADS.get(model.offload, model.offload)),
    )
