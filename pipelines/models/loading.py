"""Loads weights: the only place that calls from_pretrained. Safetensors only, no code of theirs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from safetensors import SafetensorError

from pipelines.models.catalogue import Family, Model, Precision
from pipelines.models.device import device_of, kept_type, moved, number_type
from pipelines.models.heavy import diffusers, transformers
from pipelines.models.placement import Device, Offload, Placement
from pipelines.models.refusals import DamagedError, ModelError

_EXPERTS = ("transformer", "transformer_2")
"""The networks that denoise; a second one takes over where there is little noise left."""

Folders = Mapping[str, Path]
PartsDone = Callable[[int, int], None]
"""Called before each part with those that are done, of all; raises Cancelled to stop there."""
Parts = dict[str, Callable[[], Any]]
"""What loads each part of a pipeline."""
Loader = Callable[[Model, Folders, Placement, PartsDone], Any]


class Loaded:
    """A network with what prepares its input. `processor` is None for pipelines of diffusers."""

    def __init__(self, network: Any, processor: Any = None) -> None:
        self.network = network
        self.processor = processor


def _unheard(done: int, total: int) -> None:
    """For loading that nobody watches."""


def load(
    model: Model, folders: Folders, placement: Placement, told: PartsDone = _unheard
) -> Loaded:
    """Load a model's parts from where they lie. Raises DamagedError or ModelError."""
    loader = _LOADERS.get(model.family)
    if loader is None:
        raise ModelError(
            f"“{model.title}” is not loaded by itself.",
            mend="It goes with another model: choose it there.",
        )
    try:
        return loader(model, folders, placement, told)
    except (OSError, ValueError, KeyError, SafetensorError) as error:
        raise DamagedError(
            f"“{model.title}” cannot be loaded: {str(error).strip().splitlines()[0]}",
            mend="Check it in the model window, or with “storyloom models verify”.",
        ) from error


def _wan(kind: str, transformer: str) -> Loader:
    """A loader of a Wan pipeline: its transformers, and the decoder and text encoder that all of
    them share.

    The decoder counts in FP32, which costs little and keeps dark areas even.
    """

    def load_wan(model: Model, folders: Folders, placement: Placement, told: PartsDone) -> Loaded:
        own, vae, words = (folders[part] for part in model.parts)
        hub, numbers = transformers(), number_type(placement.precision)
        named = json.loads((own / "model_index.json").read_text(encoding="utf-8"))
        experts = [name for name in _EXPERTS if named.get(name, [None])[0]]
        parts: Parts = {
            "tokenizer": lambda: hub.AutoTokenizer.from_pretrained(words, subfolder="tokenizer"),
            "text_encoder": lambda: hub.UMT5EncoderModel.from_pretrained(
                words, subfolder="text_encoder", dtype=numbers, use_safetensors=True
            ),
            "vae": lambda: diffusers().AutoencoderKLWan.from_pretrained(
                vae,
                subfolder="vae",
                torch_dtype=number_type(Precision.FP32),
                use_safetensors=True,
            ),
            **{name: _own_network(transformer, own, name, placement) for name in experts},
        }
        return _pipeline(kind, own, parts, placement, told)

    return load_wan


def _ltx(model: Model, folders: Folders, placement: Placement, told: PartsDone) -> Loaded:
    (own,) = (folders[part] for part in model.parts)
    hub, numbers = transformers(), number_type(placement.precision)
    parts: Parts = {
        "text_encoder": lambda: hub.T5EncoderModel.from_pretrained(
            own, subfolder="text_encoder", dtype=numbers, use_safetensors=True
        ),
        "vae": _own_network("AutoencoderKLLTXVideo", own, "vae", placement),
        "transformer": _own_network("LTXVideoTransformer3DModel", own, "transformer", placement),
    }
    return _pipeline("LTXConditionPipeline", own, parts, placement, told)


def _own_network(kind: str, own: Path, name: str, placement: Placement) -> Callable[[], Any]:
    def load_network() -> Any:
        return getattr(diffusers(), kind).from_pretrained(
            own,
            subfolder=name,
            torch_dtype=number_type(placement.precision),
            use_safetensors=True,
        )

    return load_network


def _pipeline(kind: str, own: Path, parts: Parts, placement: Placement, told: PartsDone) -> Loaded:
    """A pipeline of diffusers: its large parts one after another, then what is left."""
    total = len(parts) + 1
    loaded: dict[str, Any] = {}
    for name, load_part in parts.items():
        told(len(loaded), total)
        loaded[name] = load_part()
    told(len(loaded), total)
    pipe = getattr(diffusers(), kind).from_pretrained(own, **loaded, use_safetensors=True)
    placed = Loaded(_placed(pipe, placement))
    told(total, total)
    return placed


def _placed(pipe: Any, placement: Placement) -> Any:
    """A pipeline of diffusers on its device, with what is to be offloaded."""
    pipe.set_progress_bar_config(disable=True)
    for name in _EXPERTS:
        network = getattr(pipe, name, None)
        if network is None:
            continue
        if placement.precision is Precision.FP8:
            network.enable_layerwise_casting(
                storage_dtype=kept_type(), compute_dtype=number_type(placement.precision)
            )
        network.set_attention_backend(placement.attention)  # always: the library's is global
    if placement.offload is Offload.PARTS:
        pipe.enable_model_cpu_offload()
    elif placement.offload is Offload.BLOCKS:
        pipe.enable_group_offload(
            onload_device=device_of(placement.device),
            offload_type="block_level",
            num_blocks_per_group=1,
        )
    else:
        pipe = moved(pipe, placement.device)
    return pipe


def _network(kind: str, processor: str) -> Loader:
    """A loader of one network of transformers with its processor, from the model's only part."""

    def load_network(
        model: Model, folders: Folders, placement: Placement, told: PartsDone
    ) -> Loaded:
        hub = transformers()
        (root,) = (folders[part] for part in model.parts)
        told(0, 1)
        network, report = getattr(hub, kind).from_pretrained(
            root,
            dtype=number_type(placement.precision),
            use_safetensors=True,
            output_loading_info=True,
        )
        if report["missing_keys"] or report["mismatched_keys"]:
            count = len(report["missing_keys"]) + len(report["mismatched_keys"])
            raise DamagedError(
                f"“{model.title}” lacks {count} of its weights, or has others.",
                mend="It was not used. These are weights of another program: fetch it again.",
            )
        made = getattr(hub, processor).from_pretrained(root)
        placed = Loaded(_placed_network(network.eval(), placement), made)
        told(1, 1)
        return placed

    return load_network


def _lpips(model: Model, folders: Folders, placement: Placement, told: PartsDone) -> Loaded:
    """A measure of pictures: the network that it looks with, and what it makes of that."""
    vgg, heads = (folders[part] for part in model.parts)
    told(0, 1)
    made = import_module("pipelines.models.lpips").Lpips(vgg, heads)
    loaded = Loaded(moved(made.eval(), placement.device))
    told(1, 1)
    return loaded


def _placed_network(network: Any, placement: Placement) -> Any:
    """A network of transformers on its device, with what is to be offloaded."""
    hooks = import_module("diffusers.hooks")
    if placement.precision is Precision.FP8:
        hooks.apply_layerwise_casting(
            network,
            storage_dtype=kept_type(),
            compute_dtype=number_type(placement.precision),
        )
    if placement.offload is Offload.BLOCKS:
        hooks.apply_group_offloading(
            network,
            onload_device=device_of(placement.device),
            offload_device=device_of(Device.CPU),
            offload_type="leaf_level",
        )
        return network
    return moved(network, placement.device)


_LOADERS: dict[Family, Loader] = {
    Family.WAN_VACE: _wan("WanVACEPipeline", "WanVACETransformer3DModel"),
    Family.WAN_TEXT: _wan("WanPipeline", "WanTransformer3DModel"),
    Family.LTX: _ltx,
    Family.SAM2: _network("Sam2VideoModel", "Sam2VideoProcessor"),
    Family.GROUNDING_DINO: _network("GroundingDinoForObjectDetection", "GroundingDinoProcessor"),
    Family.QWEN25_VL: _network("Qwen2_5_VLForConditionalGeneration", "Qwen2_5_VLProcessor"),
    Family.QWEN3_VL: _network("Qwen3VLForConditionalGeneration", "Qwen3VLProcessor"),
    Family.DINOV2: _network("Dinov2Model", "AutoImageProcessor"),
    Family.BACKBONE: _lpips,
    Family.DEPTH: _network("AutoModelForDepthEstimation", "AutoImageProcessor"),
    Family.POSE: _network("VitPoseForPoseEstimation", "VitPoseImageProcessor"),
    Family.CLIP: _network("CLIPModel", "CLIPProcessor"),
}
