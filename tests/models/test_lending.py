"""Models are lent: loaded once, kept warm, dropped for room; nothing that is wrong is lent."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest

from pipelines.errors import Cancelled
from pipelines.models.catalogue import Catalogue, Precision, load_catalogue
from pipelines.models.fetching import Hub
from pipelines.models.lending import Lender
from pipelines.models.placement import Memory, TooLargeForMemoryError, Wish
from pipelines.models.records import Records
from pipelines.models.refusals import DamagedError, NotHereError
from pipelines.models.store import ModelStore
from pipelines.models.tiny.writing import write_list, write_tiny
from pipelines.progress import LocalCancelToken

MODELS = [
    "wan-vace-1.3b",
    "sam2-tiny",
    "dinov2-base",
    "grounding-dino-tiny",
    "ltx-video",
    "lpips-vgg",
]
GB = 10**9


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list of tiny models in the place of the real ones."""
    folder = tmp_path_factory.mktemp("tiny")
    catalogue = load_catalogue()
    for model in MODELS:
        write_tiny(catalogue, model, folder)
    return write_list(catalogue, MODELS, folder)


@pytest.fixture
def store(tiny: Path, tmp_path: Path) -> ModelStore:
    """They need as much memory as the real ones say."""
    catalogue = Catalogue(load_catalogue().models, load_catalogue(tiny).parts)
    return ModelStore(catalogue, Records(tmp_path / "r"), Hub(tmp_path / "c"))


class Machine:
    """A machine without a GPU whose free memory is said here."""

    def __init__(self, free: int) -> None:
        self.free = free
        self.lender: Lender | None = None

    def memory(self) -> Memory:
        """What is free beside what is lent, at 1 GB for each model."""
        warm = len(self.lender.warm) if self.lender is not None else 0
        return Memory(0, self.free - warm * GB)


def lender_with(store: ModelStore, free: int) -> Lender:
    machine = Machine(free)
    machine.lender = Lender(lambda: store, memory=machine.memory)
    return machine.lender


@pytest.mark.parametrize("model", MODELS)
def test_a_model_is_lent_and_stays_warm(store: ModelStore, model: str) -> None:
    lender, token = lender_with(store, 64 * GB), LocalCancelToken()
    with lender.lease(model, token, Wish(Precision.FP32)) as lease:
        assert lease.noise
        assert lease.placement.device == "cpu"
        first = lease.loaded.network
    start = perf_counter()
    with lender.lease(model, token, Wish(Precision.FP32)) as again:
        assert again.loaded.network is first
    assert perf_counter() - start < 1  # no second load; the goal is measured by a benchmark


def test_the_one_used_longest_ago_makes_room_and_one_at_work_never_does(store: ModelStore) -> None:
    lender, token = lender_with(store, 39 * GB // 10), LocalCancelToken()
    for model in ("dinov2-base", "sam2-tiny"):
        with lender.lease(model, token):
            pass
    with lender.lease("grounding-dino-tiny", token):
        assert {one.model_id for one in lender.warm} == {"sam2-tiny", "grounding-dino-tiny"}
        with pytest.raises(TooLargeForMemoryError), lender.lease("wan-vace-1.3b", token):
            pass
        assert [one.model_id for one in lender.warm] == ["grounding-dino-tiny"]
    lender.drop()
    assert lender.warm == ()


def test_a_cancelled_work_loads_nothing(store: ModelStore) -> None:
    lender, token = lender_with(store, 64 * GB), LocalCancelToken()
    token.cancel()
    with pytest.raises(Cancelled), lender.lease("dinov2-base", token):
        pass
    assert lender.warm == ()


def test_what_is_damaged_or_not_here_is_not_lent(store: ModelStore, tmp_path: Path) -> None:
    lender, token = lender_with(store, 64 * GB), LocalCancelToken()
    with (
        pytest.raises(NotHereError, match="storyloom models get clip"),
        lender.lease("clip-vit-base", token),
    ):
        pass
    folder = store.folders("dinov2-base")["dinov2-base"]
    path = folder / "model.safetensors"
    content = path.read_bytes()
    try:
        path.write_bytes(content[: len(content) // 2])
        with (
            pytest.raises(DamagedError, match=r"is damaged: model.safetensors"),
            lender.lease("dinov2-base", token),
        ):
            pass
    finally:
        path.write_bytes(content)
    assert lender.warm == ()
    with lender.lease("dinov2-base", token):
        assert lender.warm  # it was put right
