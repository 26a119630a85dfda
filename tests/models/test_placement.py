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
