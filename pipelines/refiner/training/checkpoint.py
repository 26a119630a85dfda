"""A training on disk, from which it goes on exactly. Safetensors, replaced as a whole."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from pipelines.errors import MismatchError, UnreadableFileError
from pipelines.refiner.training.plan import Plan

Weights = dict[str, Tensor]


@dataclass(slots=True)
class Told:
    """What became of a training so far: (step, loss) and (step, gain in dB over the guess), and the
    seconds that it took."""

    losses: list[tuple[int, float]] = field(default_factory=list[tuple[int, float]])
    gains: list[tuple[int, float]] = field(default_factory=list[tuple[int, float]])
    seconds: float = 0.0


@dataclass(slots=True)
class Checkpoint:
    """Everything that the next step depends on. `step` is how many were done."""

    step: int
    weights: Weights
    averaged: Weights
    first_moments: Weights
    second_moments: Weights
    told: Told


_GROUPS = ("weights", "averaged", "first_moments", "second_moments")


def save(path: Path, plan: Plan, checkpoint: Checkpoint) -> None:
    """Write it beside the file and put it in its place."""
    tensors = {
        f"{group}/{name}": tensor.detach().cpu().contiguous()
        for group in _GROUPS
        for name, tensor in getattr(checkpoint, group).items()
    }
    notes = {
        "step": str(checkpoint.step),
        "plan": json.dumps(asdict(plan)),
        "told": json.dumps(asdict(checkpoint.told)),
    }
    part = path.with_suffix(".part")
    save_file(tensors, part, notes)
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.replace(path)


def load(path: Path, plan: Plan) -> Checkpoint | None:
    """What was saved there, None where nothing was. Raises MismatchError for that of another plan
    and UnreadableFileError for what is no checkpoint."""
    if not path.exists():
        return None
    groups: dict[str, Weights] = {group: {} for group in _GROUPS}
    try:
        with safe_open(path, "pt") as file:
            notes = file.metadata() or {}
            for name in file.keys():  # noqa: SIM118 - not a mapping
                group, _, rest = name.partition("/")
                groups[group][rest] = file.get_tensor(name)
        step, told = int(notes["step"]), json.loads(notes["told"])
        other = json.loads(notes["plan"])
    except (SafetensorError, KeyError, ValueError) as error:
        raise UnreadableFileError(
            f"{path.name} is no checkpoint of a training.", mend="Train into another folder."
        ) from error
    mine = asdict(plan)
    differ = [name for name in mine if other.get(name) != mine[name] and name not in _FREE]
    if differ:
        raise MismatchError(
            f"The training in {path.parent} has another {', '.join(differ)}.",
            mend="Go on with the numbers that it was begun with, or train into another folder.",
        )
    pairs = {
        name: [(int(at), float(much)) for at, much in told[name]] for name in ("losses", "gains")
    }
    return Checkpoint(
        step, **groups, told=Told(pairs["losses"], pairs["gains"], float(told["seconds"]))
    )


def blank(weights: Weights) -> Weights:
    """Zeros of the same shapes."""
    return {name: torch.zeros_like(tensor) for name, tensor in weights.items()}


_FREE = ("saved_every", "validated_every", "validated_with")
"""What may be changed on the way."""
