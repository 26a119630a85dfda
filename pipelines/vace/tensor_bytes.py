"""Tensors as bytes that a store takes, in whatever numbers they are counted."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

Raw = NDArray[np.uint8]


class Told(msgspec.Struct, frozen=True):
    """How the bytes of a tensor are to be read."""

    numbers: str
    shape: tuple[int, ...]


def told(tensor: Any) -> Told:
    """What is to be kept beside its bytes."""
    return Told(str(tensor.dtype).removeprefix("torch."), tuple(tensor.shape))


def raw(tensor: Any) -> Raw:
    """Its bytes, copied."""
    torch = import_module("torch")
    flat = tensor.detach().cpu().contiguous().reshape(-1)
    return flat.view(torch.uint8).numpy().copy()


def tensor_of(kept: Told, bytes_of: NDArray[Any], device: Any) -> Any:
    """The tensor, to the last bit."""
    torch = import_module("torch")
    read = torch.from_numpy(np.array(bytes_of))
    return read.view(getattr(torch, kept.numbers)).reshape(kept.shape).to(device)
