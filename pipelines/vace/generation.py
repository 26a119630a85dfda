"""A film made by a VACE pipeline of diffusers. It is left as it was found, also after a cancel."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import ExitStack, contextmanager
from importlib import import_module
from time import perf_counter
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from pipelines.models.refusals import ModelError
from pipelines.progress import CancelToken, check
from pipelines.vace.composing import shares
from pipelines.vace.given import Given
from pipelines.vace.previews import fitted_factors, seen
from pipelines.vace.references import in_order_of_diffusers
from pipelines.vace.sampling import Denoised, Sampling, scheduler_of
from pipelines.values import Image, Pixels8

_EXPERTS = ("transformer", "transformer_2")
_PLAYED_EVERY = 1 / 8
"""Seconds between two frames of a preview that plays."""
_LATENTS = 16


class Watcher(Protocol):
    """Who follows a generation. Both may raise Cancelled."""

    def progress(self, done: int, total: int) -> None:
        """So many of the steps are done."""

    def preview(self, picture: Image) -> None:
        """A frame as it is expected now."""


class NotFiniteError(ModelError):
    """The numbers of a generation ran away."""

    def __init__(self, step: int, steps: int) -> None:
        super().__init__(
            f"The model's numbers ran away in step {step} of {steps}; the film would be black.",
            mend="Nothing was kept. Choose bf16 or fp32 for its precision, or a lower guidance; if "
            "it happens again, have the model's files checked.",
        )


def generate(
    pipe: Any, given: Given, sampling: Sampling, *, cancel: CancelToken, watcher: Watcher
) -> Pixels8:
    """The film, (count, H, W, 3) 8 bits; what was padded is dropped.

    Raises NotFiniteError with the step, and Cancelled within a block of the model.
    """
    torch = import_module("torch")
    device = pipe._execution_device
    width, height = given.size
    length = len(given.content)
    with ExitStack() as stack:
        stack.callback(pipe.maybe_free_model_hooks)  # a cancel would skip it
        stack.enter_context(_scheduled(pipe, sampling))
        stack.enter_context(_reactive_zeroed(pipe, zeroes=given.zeroes))
        show = _Show(watcher, cancel, given.size, len(given.references))
        stack.enter_context(_looked_in(_blocks(pipe), show.tick))
        check(cancel)
        show.factors = fitted_factors(pipe.vae, device)
        random = torch.Generator().manual_seed(sampling.seed)
        noise = pipe.prepare_latents(
            1,
            _LATENTS,
            height,
            width,
            length + len(given.references) * pipe.vae_scale_factor_temporal,
            torch.float32,
            device,
            random,
        )
        show.denoised = Denoised(pipe.scheduler, noise)
        watcher.progress(0, sampling.steps)
        made = pipe(
            prompt=sampling.prompt,
            negative_prompt=sampling.negative,
            height=height,
            width=width,
            num_frames=length,
            num_inference_steps=sampling.steps,
            guidance_scale=sampling.guidance,
            conditioning_scale=sampling.conditioning_scale,
            generator=random,
            latents=noise,
            callback_on_step_end=show.after_step,
            output_type="np",
            **conditions(given),
        )
    return quantised(made.frames[0][: given.count])


def conditions(given: Given) -> dict[str, Any]:
    """What the pipeline is given, in the form in which it changes nothing of it: video and mask as
    tensors (1, F, channels, H, W) in 0..1, where 0.5 is exactly nothing."""
    torch, pillow = import_module("torch"), import_module("PIL.Image")
    video = np.where(given.content[..., 3:] > 0, shares(given.content), np.float32(0.5))
    mask = (given.generate >= 128).astype(np.float32)
    references = [pillow.fromarray(one.pixels) for one in in_order_of_diffusers(given.references)]
    return {
        "video": torch.from_numpy(video).permute(0, 3, 1, 2)[None],
        "mask": torch.from_numpy(mask)[None, :, None],
        "reference_images": references or None,
    }


def quantised(shares: NDArray[np.float32]) -> Pixels8:
    """0..1 as levels, rounded."""
    return (shares * np.float32(255) + np.float32(0.5)).clip(0, 255).astype(np.uint8)


class _Show:
    """What is told of a generation while it goes on: steps, and a preview that plays."""

    def __init__(
        self, watcher: Watcher, cancel: CancelToken, size: tuple[int, int], references: int
    ) -> None:
        self._watcher = watcher
        self._cancel = cancel
        self._size = size
        self._references = references
        self._frames: Sequence[Image] = ()
        self._at = 0
        self._shown = 0.0
        self.factors: Any = None
        self.denoised: Denoised | None = None

    def tick(self) -> None:
        """Within a step, before each block: where a cancel lands, and the preview goes on."""
        check(self._cancel)
        if self._frames and perf_counter() - self._shown >= _PLAYED_EVERY:
            self._play()

    def after_step(self, pipe: Any, step: int, time: Any, tensors: dict[str, Any]) -> Any:
        """diffusers' callback. What it answers is taken over."""
        torch = import_module("torch")
        latents = tensors["latents"]
        steps = pipe.num_timesteps
        if not bool(torch.isfinite(latents.sum())):
            raise NotFiniteError(step + 1, steps)
        if self.denoised is not None:
            expected = self.denoised.after(step, latents)[:, :, self._references :]
            self._frames = seen(expected, self.factors, self._size)
            self._play()
        self._watcher.progress(step + 1, steps)
        return tensors

    def _play(self) -> None:
        self._watcher.preview(self._frames[self._at % len(self._frames)])
        self._at += 1
        self._shown = perf_counter()


@contextmanager
def _scheduled(pipe: Any, sampling: Sampling) -> Generator[None]:
    """The pipeline with the scheduler that was chosen."""
    own = pipe.scheduler
    pipe.scheduler = scheduler_of(own, sampling)
    try:
        yield
    finally:
        pipe.scheduler = own


@contextmanager
def _reactive_zeroed(pipe: Any, *, zeroes: bool) -> Generator[None]:
    """The pipeline with latents of zero in the place of the reactive stream's, where asked for."""
    if not zeroes:
        yield
        return
    prepare = pipe.prepare_video_latents

    def prepared(*arguments: Any, **named: Any) -> Any:
        latents = prepare(*arguments, **named)
        latents[:, _LATENTS:] = 0
        return latents

    pipe.prepare_video_latents = prepared
    try:
        yield
    finally:
        del pipe.prepare_video_latents


@contextmanager
def _looked_in(modules: Iterable[Any], look: Callable[[], None]) -> Generator[None]:
    """Calls `look` before each call of a module, which may raise."""

    def before(module: Any, arguments: Any) -> None:
        look()

    handles = [module.register_forward_pre_hook(before) for module in modules]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()


def _blocks(pipe: Any) -> list[Any]:
    """The blocks of all that takes long: text encoder, VAE (one latent frame a call), experts."""
    found: list[Any] = []
    for name in _EXPERTS:
        network = getattr(pipe, name, None)
        if network is not None:
            found += [*network.blocks, *network.vace_blocks]
    if pipe.text_encoder is not None:
        found += pipe.text_encoder.encoder.block
    for half in (pipe.vae.encoder, pipe.vae.decoder):
        found += half.children()
    return found
