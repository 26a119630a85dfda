"""What is shown while a film is made: an estimate of it, and its colours without decoding."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from pipelines.frames import FrameRef
from pipelines.vace.previews import fitted_factors, normalised, seen
from pipelines.vace.sampling import Denoised, Sampling, Scheduler
from pipelines.vace.schedulers import scheduler_of
from pipelines.values import Clip
from tests.vace.films import look, noise_clip

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")


@pytest.mark.parametrize("kind", Scheduler)
def test_the_estimate_knows_the_film_where_the_model_does(pipe: Any, kind: Scheduler) -> None:
    """A model that always says the way from the film to the noise."""
    import torch

    scheduler = scheduler_of(pipe.scheduler, Sampling(scheduler=kind))
    random = torch.Generator().manual_seed(3)
    film, noise = (torch.randn(1, 16, 2, 4, 4, generator=random) for _ in range(2))
    scheduler.set_timesteps(4, device=torch.device("cpu"))
    assert scheduler.sigmas[0] == pytest.approx(1, abs=1e-3) and scheduler.sigmas[-1] == 0
    latents, denoised = noise, Denoised(scheduler, noise)
    for step, time in enumerate(scheduler.timesteps):
        latents = scheduler.step(noise - film, time, latents, return_dict=False)[0]
        assert torch.allclose(denoised.after(step, latents), film, atol=0.02)
    assert torch.allclose(latents, film, atol=0.02)


def test_all_schedulers_go_through_the_same_noise(pipe: Any) -> None:
    import torch

    levels: list[Any] = []
    for kind in Scheduler:
        scheduler = scheduler_of(pipe.scheduler, Sampling(scheduler=kind, flow_shift=5.0))
        scheduler.set_timesteps(8, device=torch.device("cpu"))
        levels.append(scheduler.sigmas)
    assert torch.allclose(levels[0], levels[1], atol=5e-3)
    assert torch.allclose(levels[0], levels[2], atol=5e-3)


class PlainVae:
    """Encodes as any VAE of Wan does, by means of 8 x 8 pixels, mixed into 16 channels."""

    class Config:
        z_dim = 16
        latents_mean = tuple(range(16))
        latents_std = tuple(range(1, 17))

    def __init__(self) -> None:
        import torch

        self.config = self.Config()
        self.dtype = torch.float32
        self._mix = torch.randn(16, 3, generator=torch.Generator().manual_seed(1))
        self._latents: Any = None

    def encode(self, video: Any) -> PlainVae:
        import torch

        cells = torch.nn.functional.avg_pool3d(video[:, :, ::4], (1, 8, 8))
        self._latents = torch.einsum("kc,bcthw->bkthw", self._mix, cells)
        return self

    @property
    def latent_dist(self) -> PlainVae:
        return self

    def mode(self) -> Any:
        return self._latents


def test_colours_are_read_off_the_latents_of_whatever_vae_is_loaded() -> None:
    import torch

    vae = PlainVae()
    factors = fitted_factors(vae, torch.device("cpu"))
    assert factors.shape == (17, 3)
    wanted = colours_of(noise_clip(1, seed=4, size=(64, 48)))
    video = torch.from_numpy(wanted * 2 - 1).permute(2, 0, 1)[None, :, None]
    latents = normalised(vae, vae.encode(video).mode())
    (shown,) = seen(latents, factors, (8, 6))
    assert np.abs(shown.pixels / 255 - wanted[::8, ::8]).max() < 0.02


def colours_of(clip: Clip) -> Any:
    return look(FrameRef(clip.frames, 0)).pixels.astype(np.float32) / np.float32(255)
