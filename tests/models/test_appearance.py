"""How alike pictures look, by the tiny checkpoints of the networks that measure it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from pipelines.metrics.measures import Better
from pipelines.metrics.perceptual import CLIP, DINO, LPIPS, Appearance
from pipelines.models.catalogue import load_catalogue
from pipelines.models.fetching import Hub
from pipelines.models.lending import Lender
from pipelines.models.placement import Memory
from pipelines.models.records import Records
from pipelines.models.store import ModelStore
from pipelines.progress import LocalCancelToken
from pipelines.values import Image
from tests.metrics.scenes import brighter, noise
from tests.models.machine import tiny_models

MODELS = {"lpips-vgg": LPIPS, "dinov2-base": DINO, "clip-vit-base": CLIP}


@pytest.fixture(scope="module")
def lender(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lender]:
    folder = tmp_path_factory.mktemp("looks")
    listed = load_catalogue(tiny_models(folder, list(MODELS)))
    store = ModelStore(listed, Records(folder / "r"), Hub(folder / "c"))
    lender = Lender(lambda: store, memory=lambda: Memory(0, 10**10))
    yield lender
    lender.close()


@pytest.mark.parametrize("model", MODELS)
def test_what_is_alike_is_told_from_what_is_not(model: str, lender: Lender) -> None:
    picture, near, far = noise(), brighter(noise(), 6), noise(5)
    with lender.lease(model, LocalCancelToken()) as lease:
        look = Appearance(lease.loaded)
        same, close, apart = (look.score(one, picture) for one in (picture, near, far))
    assert look.measure is MODELS[model]
    if look.measure.better is Better.LOWER:
        assert same == 0 and 0 < close < apart
    else:
        assert same == pytest.approx(1, abs=1e-4) and same > close > apart


def test_small_deep_and_see_through_pictures_are_looked_at_too(lender: Lender) -> None:
    deep = Image(np.full((8, 9, 4), 30_000, np.uint16))
    for model in MODELS:
        with lender.lease(model, LocalCancelToken()) as lease:
            score = Appearance(lease.loaded).score(deep, deep)
        assert score == pytest.approx(0 if model == "lpips-vgg" else 1, abs=1e-4)
