"""Trained weights as the file that ships."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import save_file

from pipelines.refiner.network import ARCHITECTURE, Refiner


def export(network: Refiner, path: Path, notes: Mapping[str, str]) -> None:
    """Write the weights as FP16, with notes of where they come from."""
    tensors = {
        name: one.detach().cpu().to(torch.float16).contiguous()
        for name, one in network.state_dict().items()
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    width = str(network.width)
    save_file(tensors, path, {**notes, "architecture": str(ARCHITECTURE), "width": width})
