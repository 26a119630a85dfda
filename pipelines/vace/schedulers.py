"""The schedulers: those of diffusers, which can also begin late, or go on where they were."""

from __future__ import annotations

from typing import Any

import numpy as np

from pipelines.models.heavy import diffusers
from pipelines.vace.sampler_state import SamplerState, put_back
from pipelines.vace.sampling import Sampling, Scheduler


def scheduler_of(own: Any, sampling: Sampling, resumed: SamplerState | None = None) -> Any:
    """A scheduler like a pipeline's `own`, as the person chose it. With a state it makes only the
    steps that are left."""
    library = diffusers()
    shift = {"flow_shift": sampling.flow_shift}
    flow = {**shift, "use_flow_sigmas": True, "prediction_type": "flow_prediction"}
    match sampling.scheduler:
        case Scheduler.UNIPC:
            kind = _late(library.UniPCMultistepScheduler, sampling, resumed)
            return kind.from_config(own.config, **flow)
        case Scheduler.DPM:
            kind = _late(library.DPMSolverMultistepScheduler, sampling, resumed)
            return kind.from_config(own.config, **flow)
        case Scheduler.EULER:
            kind = _late(_straight(library), sampling, resumed)
            return kind(shift=sampling.flow_shift)


def _late(kind: Any, sampling: Sampling, resumed: SamplerState | None) -> Any:
    """The same scheduler, that leaves out the steps before the strength begins, and those that a
    state has behind it. It is asked for its steps once; what it goes by while it takes them is the
    whole of them, since the last ones are of a lower order."""

    class LateScheduler(kind):
        whole: Any = None

        def set_timesteps(self, num_inference_steps: int, device: Any = None, **_: Any) -> None:
            super().set_timesteps(num_inference_steps, device=device)
            left_out = sampling.steps - sampling.taken
            self.timesteps = self.timesteps[left_out:]
            self.sigmas = self.sigmas[left_out:]
            self.num_inference_steps = sampling.taken
            if resumed is not None:
                put_back(resumed, self, device)
                self.whole = self.timesteps
                self.timesteps = self.timesteps[resumed.done :]

        def step(self, *arguments: Any, **named: Any) -> Any:
            if self.whole is not None:
                self.timesteps, self.whole = self.whole, None
            return super().step(*arguments, **named)

    return LateScheduler


def _straight(library: Any) -> Any:
    """Euler over the noise levels of the other two; by itself diffusers shifts them twice."""

    class EulerScheduler(library.FlowMatchEulerDiscreteScheduler):
        def set_timesteps(self, num_inference_steps: int, device: Any = None, **_: Any) -> None:
            sigmas = np.linspace(1.0, 0.0, num_inference_steps + 1)[:-1]
            super().set_timesteps(device=device, sigmas=sigmas.tolist())

    return EulerScheduler
