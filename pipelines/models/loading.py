"""Loads weights: the only place that calls from_pretrained. Safetensors only, no code of theirs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from safetensors import SafetensorError

from pipelines.models.catalogue import Family, Model, Precision
from pipelines.models.device import kept_type, moved, number_type
from pipelines.models.heavy import diffusers, transformers
from pipelines.models.placement import Offload, Placement
from pipelines.models.refusals import DamagedError, ModelError

Folders = Mapping[str, Path]
Loader = Callable[[Model, Folders, Placement], Any]


class Loaded:
    """A network with what prepares its input. `processor` is None for pipelines of diffusers."""

    def __init__(self, network: Any, processor: Any = None) -> None:
        self.network = network
        self.processor = processor


def load(model: Model, folders: Folders, placement: Placement) -> Loaded:
    """Load a model's parts from where they lie. Raises DamagedError or ModelError."""
    loader = _LOADERS.get(model.family)
    if loader is None:
        raise ModelError(
            f"“{model.title}” is not loaded by itself.",
            mend="It goes with another model: choose it there.",
        )
    try:
        return loader(model, folders, placement)
    except (OSError, ValueError, KeyError, SafetensorError) as error:
        raise DamagedError(
            f"“{model.title}” cannot be loaded: {str(error).strip().splitlines()[0]}",
            mend="Check it in the model window, or with “storyloom models verify”.",
        ) from error


def _wan_vace(model: Model, folders: Folders, placement: Placement) -> Loaded:
    return _wan(diffusers().WanVACEPipeline, model, folders, placement)


def _wan_text(model: Model, folders: Folders, placement: Placement) -> Loaded:
    return _wan(diffusers().WanPipeline, model, folders, placement)


def _wan(kind: Any, model: Model, folders: Folders, placement: Placement) -> Loaded:
    """A Wan pipeline: its transformer, and the decoder and text encoder that all of them share.

    The decoder counts in FP32, which costs little and keeps dark areas even.
    """
    own, vae, words = (folders[part] for part in model.parts)
    numbers = number_type(placement.precision)
    fp32 = number_type(Precision.FP32)
    hub = transformers()
    pipe = kind.from_pretrained(
        own,
        vae=diffusers().AutoencoderKLWan.from_pretrained(
            vae, subfolder="vae", torch_dtype=fp32, use_safetensors=True
        ),
        text_encoder=hub.UMT5EncoderModel.from_pretrained(
            words, subfolder="text_encoder", dtype=numbers, use_safetensors=True
        ),
        tokenizer=hub.AutoTokenizer.from_pretrained(words, subfolder="tokenizer"),
        dtype={"default": numbers, "vae": fp32},
        use_safetensors=True,
    )
    return Loaded(_placed(pipe, placement))


def _ltx(model: Model, folders: Folders, placement: Placement) -> Loaded:
    (own,) = (folders[part] for part in model.parts)
    numbers = number_type(placement.precision)
    pipe = diffusers().LTXConditionPipeline.from_pretrained(
        own, dtype={"default": numbers}, use_safetensors=True
    )
    return Loaded(_placed(pipe, placement))


def _placed(pipe: Any, placement: Placement) -> Any:
    """A pipeline of diffusers on its device, with what is to be offloaded."""
    pipe.set_progress_bar_config(disable=True)
    if placement.precision is Precision.FP8:
        for name in ("transformer", "transformer_2"):
            network = getattr(pipe, name, None)
            if network is not None:
                network.enable_layerwise_casting(
                    storage_dtype=kept_type(), compute_dtype=number_type(placement.precision)
                )
    if placement.offload is Offload.PARTS:
        pipe.enable_model_cpu_offload()
    elif placement.offload is Offload.BLOCKS:
        pipe.enable_group_offload(
            onload_device=placement.device, offload_type="block_level", num_blocks_per_group=1
        )
    else:
        pipe = moved(pipe, placement.device)
    return pipe


def _network(kind: str, processor: str) -> Loader:
    """A loader of one network of transformers with its processor, from the model's only part."""

    def load_network(model: Model, folders: Folders, placement: Placement) -> Loaded:
        hub = transformers()
        (root,) = (folders[part] for part in model.parts)
        network, told = getattr(hub, kind).from_pretrained(
            root,
            dtype=number_type(placement.precision),
            use_safetensors=True,
            output_loading_info=True,
        )
        if told["missing_keys"] or told["mismatched_keys"]:
            count = len(told["missing_keys"]) + len(told["mismatched_keys"])
            raise DamagedError(
                f"“{model.title}” lacks {count} of its weights, or has others.",
                mend="It was not used. These are weights of another program: fetch it again.",
            )
        made = getattr(hub, processor).from_pretrained(root)
        return Loaded(moved(network.eval(), placement.device), made)

    return load_network


_LOADERS: dict[Family, Loader] = {
    Family.WAN_VACE: _wan_vace,
    Family.WAN_TEXT: _wan_text,
    Family.LTX: _ltx,
    Family.SAM2: _network("Sam2VideoModel", "Sam2VideoProcessor"),
    Family.GROUNDING_DINO: _network("GroundingDinoForObjectDetection", "GroundingDinoProcessor"),
    Family.QWEN25_VL: _network("Qwen2_5_VLForConditionalGeneration", "Qwen2_5_VLProcessor"),
    Family.QWEN3_VL: _network("Qwen3VLForConditionalGeneration", "Qwen3VLProcessor"),
    Family.DINOV2: _network("Dinov2Model", "AutoImageProcessor"),
    Family.CLIP: _network("CLIPModel", "CLIPProcessor"),
}
