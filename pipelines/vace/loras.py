"""LoRAs: what bends a model's own weights a little, laid over them for one generation.

Nothing is fused: afterwards the weights are what they were, to the last bit.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Any

from safetensors import SafetensorError

from pipelines.digest import digest_file
from pipelines.errors import MismatchError, UnreadableFileError
from pipelines.models.refusals import PICKLES, PickleError

Warn = Callable[[str], None]


class Experts(StrEnum):
    """Which networks a LoRA is for, where a model has two that take turns."""

    BOTH = "both"
    HIGH_NOISE = "high noise"
    LOW_NOISE = "low noise"


_NETWORKS = {
    Experts.BOTH: ("transformer", "transformer_2"),
    Experts.HIGH_NOISE: ("transformer",),
    Experts.LOW_NOISE: ("transformer_2",),
}


@dataclass(frozen=True, slots=True)
class Lora:
    """A file of weights, and how much it counts."""

    path: Path
    weight: float = 1.0
    experts: Experts = Experts.BOTH


@dataclass(frozen=True, slots=True)
class LoraStack:
    """LoRAs that are laid over a model together."""

    loras: tuple[Lora, ...] = ()

    @property
    def identity(self) -> str:
        """What the files hold, and how much each counts."""
        return ", ".join(
            f"{digest_file(one.path)} {one.weight!r} {one.experts.value}" for one in self.loras
        )


@contextmanager
def applied(pipe: Any, stack: LoraStack, warn: Warn) -> Generator[None]:
    """The pipeline with all LoRAs of a stack. Raises where a file cannot be read or loads nothing.

    Keys are those of diffusers, of Wan's makers, or of musubi.
    """
    if not stack.loras:
        yield
        return
    try:
        chosen: dict[str, list[tuple[str, float]]] = {}
        for place, lora in enumerate(stack.loras):
            for network in _laid(pipe, lora, f"laid{place}", warn):
                chosen.setdefault(network, []).append((f"laid{place}", lora.weight))
        for network, pairs in chosen.items():
            names, weights = zip(*pairs, strict=True)
            getattr(pipe, network).set_adapters([*names], [*weights])
        yield
    finally:
        pipe.unload_lora_weights()


def read_lora(path: Path) -> dict[str, Any]:
    """The tensors of a file by key. Raises PickleError or UnreadableFileError."""
    if path.suffix.lower() in PICKLES:
        raise PickleError(path.name)
    try:
        return import_module("safetensors.torch").load_file(path)
    except (OSError, SafetensorError) as error:
        raise UnreadableFileError(
            f"“{path.name}” cannot be read as a LoRA: {error}",
            mend="Choose a .safetensors file that is whole.",
        ) from error


def _laid(pipe: Any, lora: Lora, name: str, warn: Warn) -> list[str]:
    """Lay one over the networks that it is for; answers their names."""
    networks = [one for one in _NETWORKS[lora.experts] if getattr(pipe, one, None) is not None]
    if not networks:
        raise MismatchError(
            f"“{lora.path.name}” is for the expert of {lora.experts.value}, and this model has "
            "no such one.",
            mend="Choose “both” for its experts.",
        )
    weights = read_lora(lora.path)
    for network in networks:
        _load(pipe, lora, network, name, weights)
        tuned = _tuned(getattr(pipe, network), name)
        if not tuned:
            raise _fits_not(lora)
        converted = _converted(pipe, weights)
        _in_counted_numbers(tuned, name, converted)
        wanted = sum(key.endswith(".lora_A.weight") for key in converted)
        if len(tuned) < wanted:
            warn(f"“{lora.path.name}” tunes {wanted} layers; {len(tuned)} of them are here.")
    return networks


def _load(pipe: Any, lora: Lora, network: str, name: str, weights: Mapping[str, Any]) -> None:
    second = {"load_into_transformer_2": True} if network == "transformer_2" else {}
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Already found a `peft_config`")  # that is meant
            pipe.load_lora_weights(dict(weights), adapter_name=name, **second)
    except (ValueError, KeyError, RuntimeError) as error:
        if _is_of_memory(error):
            raise
        raise _fits_not(lora) from error


def _is_of_memory(error: Exception) -> bool:
    return isinstance(error, import_module("torch").OutOfMemoryError)


def _fits_not(lora: Lora) -> MismatchError:
    return MismatchError(
        f"“{lora.path.name}” is no LoRA for this model: none of its weights can be loaded.",
        mend="Nothing was made. Choose one that was made for this very model and size, as "
        "1.3B or 14B; keys of diffusers, Wan and musubi are known.",
    )


def _tuned(network: Any, name: str) -> dict[str, Any]:
    """The layers that an adapter of this name lies over."""
    return {
        place: module
        for place, module in network.named_modules()
        if name in getattr(module, "lora_A", {})
    }


def _converted(pipe: Any, weights: Mapping[str, Any]) -> dict[str, Any]:
    """The tensors under the names of diffusers, their scale worked in."""
    found = pipe.lora_state_dict(dict(weights))
    return found[0] if isinstance(found, tuple) else found


def _in_counted_numbers(tuned: Mapping[str, Any], name: str, converted: Mapping[str, Any]) -> None:
    """What lies over layers that are kept in FP8 was rounded to that; it is to be what the file
    says, in the numbers that are counted with."""
    torch = import_module("torch")
    for place, module in tuned.items():
        for half in ("lora_A", "lora_B"):
            held = getattr(module, half)[name].weight
            if held.dtype.itemsize > 1:
                return
            exact = converted[f"transformer.{place}.{half}.weight"]
            held.data = exact.to(held.device, torch.bfloat16)
