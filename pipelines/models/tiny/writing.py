"""Writes tiny checkpoints for models of a catalogue, and a list that puts them in their place.

Their weights say in every file that they are random; the list says it in every title.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from pipelines.media.outputs import replace, temporary_beside
from pipelines.models.catalogue import Catalogue, Family, Model, Part, placed
from pipelines.models.noise import mark
from pipelines.models.places import look
from pipelines.models.tiny.guiding import build_depth, build_pose
from pipelines.models.tiny.measuring import build_clip, build_lpips, build_vgg16
from pipelines.models.tiny.seeing import build_dinov2, build_grounding_dino, build_sam2
from pipelines.models.tiny.speaking import build_qwen3_vl, build_qwen25_vl
from pipelines.models.tiny.video import build_ltx, build_wan_lora, build_wan_text, build_wan_vace

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
    Family.CLIP: build_clip,
    Family.BACKBONE: build_vgg16,
    Family.DEPTH: build_depth,
    Family.POSE: build_pose,
}
_TWO_EXPERTS = "transformer_2/*.safetensors"
_MEMORY = "{ fp32 = 400_000_000, bf16 = 300_000_000 }"


def can_build(catalogue: Catalogue, model_id: str) -> bool:
    """Whether there are tiny ones of all the parts of a model: of a repository, and known here."""
    model = catalogue.model(model_id)
    known = model.family in _BUILDERS or model.family is Family.LORA
    return known and all(part.repository for part in catalogue.parts_of([model_id]).values())


def write_tiny(catalogue: Catalogue, model_id: str, folder: Path) -> Path:
    """Build tiny ones of what a model needs, each as folder/owner/name; the folder of its own part.

    What is there already stays. The same seed gives the same weights. Raises CatalogueError for a
    model that is not known.
    """
    import torch

    model = catalogue.model(model_id)
    for number, part in enumerate(catalogue.parts_of([model_id]).values()):
        target = folder / part.repository
        if look(placed(part, target), Path()).is_whole:
            continue
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(SEED)
            _builder(model, part, is_own=not number)(target)
        for path in target.rglob("*.safetensors"):
            mark(path)
    return folder / catalogue.parts[model.parts[0]].repository


def write_list(catalogue: Catalogue, model_ids: Iterable[str], folder: Path) -> Path:
    """Write a list that has these models in `folder`, where every title says what they are."""
    path = folder / LIST
    with temporary_beside(path) as temporary:
        lines = "\n".join(_lines(catalogue, tuple(model_ids), folder.resolve()))
        temporary.write_text(lines, encoding="utf-8")
        replace(temporary, path)
    return path


def _builder(model: Model, part: Part, *, is_own: bool) -> Callable[[Path], None]:
    if not is_own:
        return build_lpips if model.family is Family.BACKBONE else build_wan_vace
    if model.family is Family.LORA:
        return partial(_build_lora, part)
    return (
        partial(build_wan_vace, experts=2)
        if _TWO_EXPERTS in part.files
        else _BUILDERS[model.family]
    )


def _build_lora(part: Part, folder: Path) -> None:
    build_wan_lora(folder / part.files[0])


def _lines(catalogue: Catalogue, model_ids: tuple[str, ...], folder: Path) -> Iterator[str]:
    yield "# Tiny models of random weights, to try the program with: what they make is noise."
    for name, part in catalogue.parts_of(model_ids).items():
        root = folder / part.repository
        yield f'\n[part."{name}"]'
        yield f"folder = {_quoted(str(root))}"
        yield f"files = {_quoted(part.files)}"
        yield f"bytes = {look(placed(part, root), Path()).bytes}"
        yield 'licence = "none"'
        yield 'note = "Random weights: what they make is noise."'
        yield "noise = true"
    for name in model_ids:
        model = catalogue.model(name)
        yield f'\n[model."{name}"]'
        yield f"title = {_quoted(f'Noise: {model.title}')}"
        yield f"about = {_quoted(f'Random weights, only to try the program. {model.about}')}"
        yield f"family = {_quoted(model.family)}"
        yield f"parts = {_quoted(model.parts)}"
        yield f"frames = {_quoted(model.frames)}"
        yield f"memory = {_MEMORY}"
    yield ""


def _quoted(value: str | tuple[str, ...]) -> str:
    """A text or a list of texts as TOML has them, which is as JSON does."""
    return json.dumps(value, ensure_ascii=False)
