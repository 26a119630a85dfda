"""A generation that begins from a film, of which noise leaves as much as the strength says."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from pipelines.vace.composing import shares
from pipelines.vace.given import Given
from pipelines.vace.previews import normalised
from pipelines.vace.sampling import Sampling


def begun_from(pipe: Any, given: Given, sampling: Sampling, noise: Any) -> Any:
    """The latents of a film and of the references before it, with the noise of the first step that
    is made."""
    torch = import_module("torch")
    pipe.scheduler.set_timesteps(sampling.steps, device=noise.device)
    share = pipe.scheduler.sigmas[0].to(noise.device, noise.dtype)
    films = [one.pixels[None] for one in given.references]
    with torch.no_grad():
        parts = [_encoded(pipe, film, noise.device) for film in (*films, given.begin)]
    known = torch.cat(parts, dim=2).to(noise.dtype)
    return (1 - share) * known + share * noise


def _encoded(pipe: Any, film: Any, device: Any) -> Any:
    torch = import_module("torch")
    video = torch.from_numpy(shares(film) * 2 - 1).permute(3, 0, 1, 2)[None]
    latents = pipe.vae.encode(video.to(device, pipe.vae.dtype)).latent_dist.mode()
    return normalised(pipe.vae, latents)
