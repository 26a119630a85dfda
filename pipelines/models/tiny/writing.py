"""Writes tiny checkpoints for models of a catalogue, and a list that puts them in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from pipelines.media.outputs import replace, temporary_beside
from pipelines.models.catalogue import Catalogue, Family, Model, Part
from pipelines.models.tiny.seeing import build_dinov2, build_grounding_dino, build_sam2
from pipelines.models.tiny.speaking import build_qwen3_vl, build_qwen25_vl
from pipelines.models.tiny.video import build_ltx, build_wan_text, build_wan_vace

SEED = 20
LIST = "models.toml"
_BUILDERS: dict[Family, Callable[[Path], None]] = {
    Family.WAN_VACE: build_wan_vace,
    Family.WAN_TEXT: build_wan_text,
    Family.LTX: build_ltx,
    Family.SAM2: build_sam2,
    Family.GROUNDING_DINO: build_grounding_dino,
    Family.QWEN25_VL: build_qwen25_vl,
    Family.QWEN3_VL: build_qwen3_vl,
    Family.DINOV2: build_dinov2,
}
_TWO_EXPERTS = "transformer_2/*.safetensors"


def can_build(model: Model) -> bool:
    """Whether there is a tiny one of its family."""
    return model.family in _BUILDERS


def write_tiny(catalogue: Catalogue, model_id: str, folder: Path) -> Path:
    """Build a tiny checkpoint as folder/owner/name, as the hub has the model's own part.

    The same seed gives the same weights. Raises CatalogueError for a model that is not known.
    """
    import torch

    model = catalogue.model(model_id)
    part = catalogue.parts[model.parts[0]]
    target = folder / part.repository
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(SEED)
        _builder(model, part)(target)
    return target


def write_list(catalogue: Catalogue, model_ids: list[str], folder: Path) -> Path:
    """Write a list of models that has the parts of these in `folder`, said to be noise."""
    path = folder / LIST
    with temporary_beside(path) as temporary:
        temporary.write_text("\n".join(_lines(catalogue, model_ids, folder)), encoding="utf-8")
        replace(temporary, path)
    return path


def _builder(model: Model, part: Part) -> Callable[[Path], None]:
    if _TWO_EXPERTS in part.files:
        return partial(build_wan_vace, experts=2)
    return _BUILDERS[model.family]


def _lines(catalogue: Catalogue, model_ids: list[str], folder: Path) -> Iterator[str]:
    yield "# Tiny models of random weights: what they make is noise."
    for name, part in catalogue.parts_of(model_ids).items():
        yield f'\n[part."{name}"]'
        yield f"folder = '{(folder / part.repository).resolve()}'"
        yield f"files = {list(part.files)}"
        yield 'licence = "none"'
        yield "noise = true"
    yield ""
