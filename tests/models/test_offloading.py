"""Every way to put a model is gone once, on tiny models: what is offloaded gives the same result.

A CPU can go by blocks, in FP8 and with another attention. Whole parts take turns on CUDA only,
which is tested where there is one.
"""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from pipelines.models.catalogue import Precision, load_catalogue
from pipelines.models.fetching import Hub
from pipelines.models.lending import Lender
from pipelines.models.placement import Attention, Device, Memory, Offload, Wish
from pipelines.models.records import Records
from pipelines.models.refusals import MemoryFullError
from pipelines.models.store import ModelStore
from pipelines.progress import LocalCancelToken
from tests.models.machine import tiny_models
from tests.models.test_tiny import run_dinov2, run_ltx, run_wan_vace

RUNS = {"wan-vace-1.3b": run_wan_vace, "ltx-video": run_ltx, "dinov2-base": run_dinov2}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_models(tmp_path_factory.mktemp("tiny"), list(RUNS))


@pytest.fixture
def lender(tiny: Path, tmp_path: Path) -> Lender:
    store = ModelStore(load_catalogue(tiny), Records(tmp_path / "r"), Hub(tmp_path / "c"))
    return Lender(lambda: store)


def made(lender: Lender, model: str, wish: Wish) -> tuple[Any, Offload]:
    """What a model makes of the same seed, and how it was offloaded."""
    import torch

    with lender.lease(model, LocalCancelToken(), wish) as lease:
        assert lease.placement.grants(wish._replace(offload=None))
        torch.manual_seed(1)
        with torch.no_grad():
            result = RUNS[model](lease)
        return result, lease.placement.offload


# LTX's scheduler makes an array of a tensor in a way that numpy is about to drop.
@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
@pytest.mark.parametrize("precision", [Precision.FP32, Precision.FP8])
@pytest.mark.parametrize("model", ["wan-vace-1.3b", "ltx-video"])
def test_blocks_that_take_turns_make_the_same_picture(
    lender: Lender, model: str, precision: Precision
) -> None:
    whole, none = made(lender, model, Wish(precision, Offload.NONE, device=Device.CPU))
    turns, blocks = made(lender, model, Wish(precision, Offload.BLOCKS, device=Device.CPU))
    assert (none, blocks) == (Offload.NONE, Offload.BLOCKS)
    assert np.isfinite(whole).all()
    assert np.array_equal(whole, turns)


def test_a_network_by_itself_takes_turns_too(lender: Lender) -> None:
    whole, _ = made(lender, "dinov2-base", Wish(Precision.FP32, Offload.NONE, device=Device.CPU))
    turns, level = made(
        lender, "dinov2-base", Wish(Precision.FP32, Offload.BLOCKS, device=Device.CPU)
    )
    assert level is Offload.BLOCKS
    assert np.array_equal(whole, turns)


def test_weights_in_fp8_are_held_so_and_make_about_the_same(lender: Lender) -> None:
    import torch

    token = LocalCancelToken()
    full, _ = made(lender, "wan-vace-1.3b", Wish(Precision.BF16, device=Device.CPU))
    half, _ = made(lender, "wan-vace-1.3b", Wish(Precision.FP8, device=Device.CPU))
    assert not np.array_equal(full, half)
    assert np.abs(full - half).mean() < 0.1
    with lender.lease("wan-vace-1.3b", token, Wish(Precision.FP8)) as lease:
        block = lease.network.transformer.blocks[0]
        assert block.attn1.to_q.weight.dtype == torch.float8_e4m3fn
        assert next(lease.network.vae.parameters()).dtype == torch.float32


# Without a compiler it is slow and large; the real one is asked for by whoever has one.
@pytest.mark.filterwarnings("ignore:flex_attention called without torch.compile:UserWarning")
def test_another_attention_makes_about_the_same(lender: Lender) -> None:
    wish = Wish(Precision.FP32, device=Device.CPU)
    native, _ = made(lender, "wan-vace-1.3b", wish._replace(attention=Attention.NATIVE))
    flex, _ = made(lender, "wan-vace-1.3b", wish._replace(attention=Attention.FLEX))
    assert np.abs(native - flex).max() < 1e-3
    back, _ = made(lender, "wan-vace-1.3b", wish._replace(attention=Attention.NATIVE))
    assert np.array_equal(native, back)


def test_whole_parts_take_turns_on_a_graphics_card(lender: Lender) -> None:
    import torch

    if not torch.cuda.is_available():
        wish = Wish(Precision.FP32, Offload.PARTS, device=Device.CPU)
        assert made(lender, "wan-vace-1.3b", wish)[1] is Offload.NONE
        pytest.skip("a CPU alone has nothing to take turns on")
    wish = Wish(Precision.FP32, Offload.NONE)
    whole, _ = made(lender, "wan-vace-1.3b", wish)
    for level in (Offload.PARTS, Offload.BLOCKS):
        turns, found = made(lender, "wan-vace-1.3b", wish._replace(offload=level))
        assert found is level
        assert np.allclose(whole, turns, atol=1e-3)


def test_a_load_that_fills_the_memory_is_tried_with_others_gone_and_then_with_offloading(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    import pipelines.models.lending as lending

    tried: list[Offload] = []

    def full(*arguments: Any) -> Any:
        tried.append(arguments[2].offload)
        raise torch.OutOfMemoryError("full")

    store = ModelStore(load_catalogue(tiny), Records(tmp_path / "r"), Hub(tmp_path / "c"))
    lender = Lender(lambda: store, memory=lambda: Memory(10**12, 10**12))
    monkeypatch.setattr(lending, "load", full)
    with (
        pytest.raises(MemoryFullError, match=r"Wan2\.1 VACE"),
        lender.lease("wan-vace-1.3b", LocalCancelToken()),
    ):
        pass
    assert tried == [Offload.NONE, Offload.PARTS, Offload.BLOCKS]
    tried.clear()
    with (
        pytest.raises(MemoryFullError),
        lender.lease("wan-vace-1.3b", LocalCancelToken(), Wish(offload=Offload.PARTS)),
    ):
        pass
    assert tried == [Offload.PARTS]


@pytest.mark.parametrize("model", list(RUNS))
def test_loading_asks_nobody_on_the_network(
    lender: Lender, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    asked: list[Any] = []

    def refuse(self: socket.socket, address: Any) -> None:
        asked.append(address)
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    with lender.lease(model, LocalCancelToken(), Wish(device=Device.CPU)):
        pass
    assert asked == []
