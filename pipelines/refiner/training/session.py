"""A training from its order to its log, checkpoint and weights: what the command line starts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import psutil
import torch

from pipelines.errors import StoryloomError
from pipelines.experiments.log import Outcome
from pipelines.progress import CancelToken
from pipelines.refiner.training.experiment_log import (
    CURVES,
    SAMPLES,
    VALIDATED,
    ExperimentLog,
)
from pipelines.refiner.training.export import export
from pipelines.refiner.training.pictures import curves, sample_sheet, write_sheet
from pipelines.refiner.training.plan import Plan
from pipelines.refiner.training.samples import samples_of
from pipelines.refiner.training.trainer import CHECKPOINT, Progressed, Trainer

WEIGHTS = "refiner.safetensors"
LOG = "log.md"
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for. `aside` has samples made by another process."""

    plan: Plan
    folder: Path
    question: str = "How much does the refiner better the interpolator on scenes it never saw?"
    command: str = ""
    aside: bool = True


def train(order: Order, tell: Callable[[Progressed], None], cancel: CancelToken) -> ExperimentLog:
    """Train, and leave log, pictures, checkpoint and weights in the folder. What fails leaves its
    log too, and is raised."""
    trainer = Trainer(order.plan, order.folder, aside=order.aside)
    log = _log(order, trainer)
    shown = [samples_of(order.plan.seed, index, order.plan.side)[0] for index in range(_SHOWN)]
    sample_sheet(shown, order.folder / SAMPLES)
    log.write()

    def heard(progressed: Progressed) -> None:
        if progressed.validation is not None:
            log.validation = progressed.validation
            write_sheet(progressed.validation.rows, order.folder / VALIDATED)
            _note(log, trainer)
        tell(progressed)

    try:
        trainer.run(heard, cancel)
    except (StoryloomError, OSError, RuntimeError) as error:
        log.outcome, log.reason = Outcome.FAILED, f"{type(error).__name__}: {error}"
        _note(log, trainer)
        raise
    log.outcome = _outcome(trainer, cancelled=cancel.cancelled)
    notes = {
        "trained": f"{trainer.step} steps of {order.plan.batch}, seed {order.plan.seed}",
        "gain": f"{log.validation.gain:+.3f} dB held out" if log.validation else "not measured",
    }
    export(trainer.averaged, order.folder / WEIGHTS, notes)
    log.files = (WEIGHTS, CHECKPOINT, SAMPLES, VALIDATED, CURVES)
    _note(log, trainer)
    return log


def _log(order: Order, trainer: Trainer) -> ExperimentLog:
    device = "cpu"
    if torch.cuda.is_available():
        device = torch.cuda.get_device_name()
    weights = trainer.averaged.parameters()
    return ExperimentLog(
        order.folder / LOG,
        order.question,
        order.command,
        order.plan,
        device,
        sum(one.numel() for one in weights),
        datetime.now().astimezone(),
    )


def _note(log: ExperimentLog, trainer: Trainer) -> None:
    """What is known by now, on the disk."""
    log.step, log.told = trainer.step, trainer.told
    log.memory = max(log.memory, _memory())
    named = (("loss", trainer.told.losses), ("gain in dB", trainer.told.gains))
    curves(named, log.path.with_name(CURVES))
    log.write()


def _outcome(trainer: Trainer, *, cancelled: bool) -> Outcome:
    if trainer.step >= trainer.plan.steps:
        return Outcome.DONE
    return Outcome.STOPPED if cancelled else Outcome.NO_BETTER


def _memory() -> int:
    """Bytes: at most of the graphics card where there is one, else now of the process."""
    if torch.cuda.is_available():
        return int(torch.cuda.max_memory_allocated())
    return int(psutil.Process().memory_info().rss)
