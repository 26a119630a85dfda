"""How far apart two pictures look: LPIPS with VGG-16, from safetensors of both.

Zhang et al., "The Unreasonable Effectiveness of Deep Features as a Perceptual Metric", 2018. This
module imports torch; it is imported where a model is loaded.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

VGG_FILE = "model.safetensors"
HEADS_FILE = "vgg_lpips_linear.safetensors"
_CONVOLUTIONS = ((0, 2), (5, 7), (10, 12, 14), (17, 19, 21), (24, 26, 28))
"""Where the convolutions between two poolings stand among VGG-16's features."""
_SHIFT, _SCALE = (-0.030, -0.088, -0.188), (0.458, 0.448, 0.450)
"""ImageNet's mean and deviation for pictures in -1..1."""
_TINY = 1e-10


class Lpips(nn.Module):
    """Compares pictures: float tensors [N, 3, H, W] in -1..1, at least 16 x 16, give [N]."""

    def __init__(self, vgg: Path, heads: Path) -> None:
        """Read the weights of both from their folders. Raises KeyError where one lacks."""
        super().__init__()
        features, linear = load_file(vgg / VGG_FILE), load_file(heads / HEADS_FILE)
        self.groups = nn.ModuleList(
            nn.ModuleList(_convolution(features, f"features.{at}") for at in group)
            for group in _CONVOLUTIONS
        )
        self.heads = nn.ParameterList(
            nn.Parameter(linear[f"{number}.weight"]) for number in range(len(_CONVOLUTIONS))
        )
        self.register_buffer("shift", torch.tensor(_SHIFT).view(1, 3, 1, 1))
        self.register_buffer("scale", torch.tensor(_SCALE).view(1, 3, 1, 1))

    def forward(self, one: Tensor, other: Tensor) -> Tensor:
        """The distance of each picture from the one beside it; 0 where they are the same."""
        distance = one.new_zeros(one.shape[0])
        for head, left, right in zip(
            self.heads, self._features(one), self._features(other), strict=True
        ):
            apart = ((left - right) ** 2 * head).sum(1)
            distance = distance + apart.mean((1, 2))
        return distance

    def _features(self, picture: Tensor) -> list[Tensor]:
        """What VGG-16 finds before each pooling, each place of length 1."""
        values = (picture - self.get_buffer("shift")) / self.get_buffer("scale")
        found: list[Tensor] = []
        for number, group in enumerate(self.groups):
            if number:
                values = nn.functional.max_pool2d(values, 2)
            for convolution in group.children():
                values = convolution(values).relu()
            found.append(values / (values.pow(2).sum(1, keepdim=True).sqrt() + _TINY))
        return found


def _convolution(weights: dict[str, Tensor], name: str) -> nn.Conv2d:
    weight, bias = weights[f"{name}.weight"], weights[f"{name}.bias"]
    made = nn.Conv2d(weight.shape[1], weight.shape[0], 3, padding=1)
    made.weight, made.bias = nn.Parameter(weight), nn.Parameter(bias)
    return made
