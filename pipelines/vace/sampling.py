"""How VACE samples: what a person chooses, and the schedulers. Libraries load when asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from pipelines.models.heavy import diffusers


class Scheduler(StrEnum):
    """How noise is taken away, step by step."""

    UNIPC = "UniPC"
    EULER = "Euler"
    DPM = "DPM++"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampling:
    """What a generation goes by, beside what it is given. `seed` is for noise made on the
    processor, so that it is the same on every machine."""

    prompt: str = ""
    negative: str = ""
    steps: int = 30
    guidance: float = 5.0
    flow_shift: float = 3.0
    scheduler: Scheduler = Scheduler.UNIPC
    seed: int = 42
    conditioning_scale: float = 1.0


def scheduler_of(own: Any, sampling: Sampling) -> Any:
    """A scheduler like a pipeline's `own`, as the person chose it."""
    library = diffusers()
    shift = sampling.flow_shift
    match sampling.scheduler:
        case Scheduler.UNIPC:
            return library.UniPCMultistepScheduler.from_config(
                own.config,
                flow_shift=shift,
                use_flow_sigmas=True,
                prediction_type="flow_prediction",
            )
        case Scheduler.DPM:
            return library.DPMSolverMultistepScheduler.from_config(
                own.config,
                flow_shift=shift,
                use_flow_sigmas=True,
                prediction_type="flow_prediction",
            )
        case Scheduler.EULER:
            return _euler(library, shift)


class Denoised:
    """The finished film as a scheduler expects it, after each of its steps: far nearer to the
    result than what is still noisy."""

    def __init__(self, scheduler: Any, noise: Any) -> None:
        self._scheduler = scheduler
        self._before = noise

    def after(self, step: int, latents: Any) -> Any:
        """The estimate of step `step`, which led to `latents`."""
        before, self._before = self._before, latents
        outputs = getattr(self._scheduler, "model_outputs", None)
        if outputs is not None:
            return outputs[-1]
        now, then = self._scheduler.sigmas[step], self._scheduler.sigmas[step + 1]
        return before - now * (latents - before) / (then - now)


def _euler(library: Any, shift: float) -> Any:
    """Euler over the noise levels of the other two; by itself diffusers shifts them twice."""

    class EulerScheduler(library.FlowMatchEulerDiscreteScheduler):
        def set_timesteps(self, num_inference_steps: int, device: Any = None, **_: Any) -> None:
            sigmas = np.linspace(1.0, 0.0, num_inference_steps + 1)[:-1]
            super().set_timesteps(device=device, sigmas=sigmas.tolist())

    return EulerScheduler(shift=shift)
