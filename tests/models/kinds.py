"""Kinds of node that lease models, for tests."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any

import numpy as np

from nodes.model_choices import ModelOffload, ModelPrecision
from nodes.node import node
from nodes.parameters import NamesModel, Unkeyed
from nodes.registry import Registry
from nodes.spec import Kind
from nodes.work import Work
from pipelines.values import Image
from tests import fakes

REGISTRY = "tests.models.kinds:registry"


@node("test.features", icon="mdi6.eye", kind=Kind.CLIP)
def features(
    a: float,
    work: Work,
    *,
    model: Annotated[str, NamesModel(("dinov2",), built_in=True)] = "dinov2-base",
    precision: ModelPrecision = ModelPrecision.AUTOMATIC,
    offload: Annotated[ModelOffload, Unkeyed()] = ModelOffload.AUTOMATIC,
) -> float:
    """A number out of a model, or of what is built in."""
    if not model:
        return a
    with work.models.lease(model, precision=precision.chosen, offload=offload.chosen) as lease:
        return a + _sum_of(lease.network, int(a))


@node("test.always", icon="mdi6.eye", kind=Kind.CLIP, models=("dinov2-base",))
def always(a: float, work: Work) -> float:
    """A number out of a model that is not chosen."""
    with work.models.lease("dinov2-base") as lease:
        return _sum_of(lease.network, int(a))


@node("test.fills", icon="mdi6.memory", kind=Kind.CLIP, models=("dinov2-base",))
def fills(a: float, work: Work) -> float:
    """Fills the memory of its device, as a picture does that is too large."""
    import torch

    with work.models.lease("dinov2-base"):
        held = torch.zeros(1 << 20)
        raise torch.OutOfMemoryError(f"{held.numel()}")


@node("test.loses", icon="mdi6.lan-disconnect", kind=Kind.CLIP, models=("dinov2-base",))
def loses(a: float, work: Work) -> float:
    """Loses its device."""
    import torch

    with work.models.lease("dinov2-base"):
        raise torch.AcceleratorError("CUDA error: an illegal memory access was encountered")


@node("test.lit", icon="mdi6.eye")
def lit(
    image: Image,
    work: Work,
    *,
    model: Annotated[str, NamesModel(("dinov2",))] = "dinov2-base",
) -> Image:
    """A picture that a model had a part in, frame by frame."""
    with work.models.lease(model) as lease:
        level = abs(int(_sum_of(lease.network, 0))) % 255
    return Image(np.full_like(image.pixels, level))


def _sum_of(network: Any, seed: int) -> float:
    import torch

    generator = torch.Generator().manual_seed(seed)
    weights = next(network.parameters())
    with torch.inference_mode():
        picture = torch.randn(1, 3, 28, 28, generator=generator).to(weights.device, torch.float32)
        numbers = network(picture.to(network.dtype)).last_hidden_state
        return float(numbers.float().abs().sum())


@cache
def registry() -> Registry:
    """The library, the nodes of other tests, and those above."""
    own = (features, always, fills, loses, lit)
    specs = [function.spec for function in own]  # type: ignore[attr-defined] - set by @node
    return fakes.registry().with_specs(specs)
