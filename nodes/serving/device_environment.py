"""How a worker process is kept to its device: by what the driver lets it see."""

from __future__ import annotations

from collections.abc import Mapping

VARIABLE = "CUDA_VISIBLE_DEVICES"


def device_environment(device: str, environment: Mapping[str, str]) -> dict[str, str]:
    """What to set for "cpu", "cuda" or "cuda:N", N counted within what is visible already."""
    kind, _, number = device.partition(":")
    if kind != "cuda":
        return {VARIABLE: ""}
    if not number:
        return {}
    seen = environment.get(VARIABLE)
    return {VARIABLE: number if seen is None else seen.split(",")[int(number)].strip()}
