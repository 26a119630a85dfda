"""Where a model is put, by what is free."""

from __future__ import annotations

import pytest

from pipelines.models.catalogue import Family, Model, Precision
from pipelines.models.placement import (
    Device,
    Fit,
    Memory,
    Offload,
    Placement,
    TooLargeForMemoryError,
    Wish,
    fit,
    next_wish,
    place,
)

GB = 10**9
MODEL = Model(
    title="One",
    about="x",
    family=Family.WAN_VACE,
    parts=("one",),
    memory={Precision.BF16: 18 * GB, Precision.FP8: 9 * GB},
)


@pytest.mark.parametrize(
    ("free", "expected"),
    [
        (24, Placement(Device.CUDA, Precision.BF16, Offload.NONE)),
        (12, Placement(Device.CUDA, Precision.FP8, Offload.NONE)),
        (8, Placement(Device.CUDA, Precision.FP8, Offload.PARTS)),
        (4, Placement(Device.CUDA, Precision.FP8, Offload.BLOCKS)),
    ],
)
def test_the_best_that_fits_is_taken(free: int, expected: Placement) -> None:
    assert place(MODEL, Memory(free * GB, 64 * GB)) == expected


def test_what_the_person_chose_is_kept() -> None:
    wish = Wish(Precision.BF16, Offload.BLOCKS)
    assert place(MODEL, Memory(80 * GB, 64 * GB), wish)[:3] == ("cuda", *wish[:2])
    with pytest.raises(
        TooLargeForMemoryError, match=r"needs about 16\.8 GiB, and 10\.1 GiB are free"
    ):
        place(MODEL, Memory(12 * GB, 64 * GB), Wish(Precision.BF16, Offload.NONE))


def test_a_cpu_offloads_nothing_and_a_silent_catalogue_counts_as_nothing() -> None:
    assert place(MODEL, Memory(0, 24 * GB)) == ("cpu", Precision.BF16, Offload.NONE, "native")
    with pytest.raises(TooLargeForMemoryError):
        place(MODEL, Memory(0, 8 * GB))
    silent = Model(title="S", about="x", family=Family.SAM2, parts=("s",))
    assert place(silent, Memory(0, GB)).precision is Precision.FP32


@pytest.mark.parametrize(
    ("memory", "expected"), [(24, Fit.FITS), (6, Fit.WITH_OFFLOAD), (2, Fit.NOT)]
)
def test_a_model_is_told_to_fit_or_not(memory: int, expected: Fit) -> None:
    assert fit(MODEL, Memory(memory * GB, 32 * GB)) is expected


def test_an_unlisted_precision_is_estimated_by_the_size_of_its_numbers() -> None:
    assert place(MODEL, Memory(41 * GB, 64 * GB), Wish(Precision.FP32)).offload is Offload.NONE
    assert place(MODEL, Memory(39 * GB, 64 * GB), Wish(Precision.FP32)).offload is Offload.PARTS


def test_the_device_can_be_chosen_and_one_that_is_not_here_is_refused() -> None:
    both = Memory(80 * GB, 64 * GB)
    assert place(MODEL, both, Wish(device=Device.CPU)).device is Device.CPU
    assert place(MODEL, both, Wish(device=Device.CUDA)).device is Device.CUDA
    with pytest.raises(TooLargeForMemoryError, match="graphics card was asked for"):
        place(MODEL, Memory(0, 64 * GB), Wish(device=Device.CUDA))


def test_what_is_offloaded_must_fit_the_machine() -> None:
    with pytest.raises(TooLargeForMemoryError, match=r"about 8\.4 GiB, and 3\.4 GiB are free"):
        place(MODEL, Memory(4 * GB, 8 * GB))


def test_a_model_of_one_part_goes_by_blocks_and_a_cpu_only_where_it_is_asked() -> None:
    alone = Model(title="S", about="x", family=Family.SAM2, parts=("s",), memory=MODEL.memory)
    assert place(alone, Memory(8 * GB, 64 * GB)).offload is Offload.BLOCKS
    parts, blocks = Wish(offload=Offload.PARTS), Wish(offload=Offload.BLOCKS)
    assert place(alone, Memory(80 * GB, 64 * GB), parts).offload is Offload.NONE
    assert place(MODEL, Memory(0, 64 * GB), parts).offload is Offload.NONE
    assert place(MODEL, Memory(0, 64 * GB), blocks).offload is Offload.BLOCKS


def test_where_a_placement_was_too_large_more_is_offloaded_unless_a_person_chose() -> None:
    memory = Memory(80 * GB, 64 * GB)
    seen: list[Offload] = []
    wish: Wish | None = Wish(Precision.FP8)
    while wish is not None:
        placed = place(MODEL, memory, wish)
        seen.append(placed.offload)
        wish = next_wish(MODEL, Wish(Precision.FP8), placed)
    assert seen == list(Offload)
    chosen = Wish(offload=Offload.PARTS)
    assert next_wish(MODEL, chosen, place(MODEL, memory, chosen)) is None


def test_what_a_node_wishes_goes_before_what_its_run_does() -> None:
    node, run = Wish(Precision.FP8, Offload.NONE), Wish(Precision.BF16, device=Device.CPU)
    assert node.over(run) == Wish(Precision.FP8, Offload.NONE, device=Device.CPU)
    assert node.over(Wish(offload=Offload.BLOCKS)).offload is Offload.NONE
