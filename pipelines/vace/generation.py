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
from pipelines.vace.beginning import begun_from
from pipelines.vace.composing import shares
from pipelines.vace.course import Course, Keeper
from pipelines.vace.given import Given
from pipelines.vace.previews import fitted_factors, seen
from pipelines.vace.references import in_order_of_diffusers
from pipelines.vace.sampler_state import SamplerState, latents_of, turned_back
from pipelines.vace.sampling import Denoised, Sampling
from pipelines.vace.schedulers import scheduler_of
from pipelines.vace.words import Words, given_words
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
    pipe: Any,
    given: Given,
    sampling: Sampling,
    *,
    cancel: CancelToken,
    watcher: Watcher,
    keeper: Keeper | None = None,
    words: Callable[[], Words] | None = None,
) -> Pixels8:
    """The film, (count, H, W, 3) 8 bits; what was padded is dropped.

    With a keeper it goes on where it was stopped, to the same bits. `words` answers what was read
    before, or reads it, where a cancel is heard. Raises NotFiniteError with the
    step, and Cancelled within a block of the model.
    """
    torch = import_module("torch")
    device = pipe._execution_device
    width, height = given.size
    length = len(given.content)
    resumed = keeper.kept() if keeper is not None else None
    layers = len((pipe.transformer or pipe.transformer_2).config.vace_layers)
    with ExitStack() as stack:
        stack.callback(pipe.maybe_free_model_hooks)  # a cancel would skip it
        stack.enter_context(_scheduled(pipe, sampling, resumed))
        stack.enter_context(_reactive_zeroed(pipe, zeroes=given.zeroes))
        random = torch.Generator().manual_seed(sampling.seed)
        course = Course(pipe.scheduler, random, keeper, sampling.taken, resumed)
        show = _Show(watcher, cancel, given.size, len(given.references), course)
        stack.enter_context(_heeding(pipe, sampling, course))
        stack.enter_context(_looked_in(_blocks(pipe), show.tick))
        check(cancel)
        show.factors = fitted_factors(pipe.vae, device)
        latents = pipe.prepare_latents(
            1,
            _LATENTS,
            height,
            width,
            length + len(given.references) * pipe.vae_scale_factor_temporal,
            torch.float32,
            device,
            random,
        )
        if resumed is not None:
            latents = latents_of(resumed, device)
            turned_back(resumed, random)
        elif given.begin is not None:
            latents = begun_from(pipe, given, sampling, latents)
        show.denoised = Denoised(pipe.scheduler, latents)
        watcher.progress(course.done, sampling.taken)
        stack.enter_context(course.kept_if_stopped())
        made = pipe(
            **_words(sampling, words, device),
            height=height,
            width=width,
            num_frames=length,
            num_inference_steps=sampling.steps,
            guidance_scale=sampling.guidance,
            conditioning_scale=sampling.scales(layers),
            generator=random,
            latents=latents,
            callback_on_step_end=show.after_step,
            output_type="np",
            **conditions(given),
        )
    return quantised(made.frames[0][: given.count])


def _words(sampling: Sampling, words: Callable[[], Words] | None, device: Any) -> dict[str, Any]:
    if words is not None:
        return given_words(words(), device)
    return {"prompt": sampling.prompt, "negative_prompt": sampling.negative}


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
        self,
        watcher: Watcher,
        cancel: CancelToken,
        size: tuple[int, int],
        references: int,
        course: Course,
    ) -> None:
        self._watcher = watcher
        self._cancel = cancel
        self._size = size
        self._references = references
        self._course = course
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
        latents, course = tensors["latents"], self._course
        if not bool(torch.isfinite(latents.sum())):
            raise NotFiniteError(course.done + 1, course.steps)
        if self.denoised is not None:
            expected = self.denoised.after(course.done, latents)[:, :, self._references :]
            self._frames = seen(expected, self.factors, self._size)
            self._play()
        course.went_on(latents)
        self._watcher.progress(course.done, course.steps)
        return tensors

    def _play(self) -> None:
        self._watcher.preview(self._frames[self._at % len(self._frames)])
        self._at += 1
        self._shown = perf_counter()


@contextmanager
def _scheduled(pipe: Any, sampling: Sampling, resumed: SamplerState | None) -> Generator[None]:
    """The pipeline with the scheduler that was chosen."""
    own = pipe.scheduler
    pipe.scheduler = scheduler_of(own, sampling, resumed)
    try:
        yield
    finally:
        pipe.scheduler = own


@contextmanager
def _heeding(pipe: Any, sampling: Sampling, course: Course) -> Generator[None]:
    """The experts with what they are given left out of the steps that are not to heed it."""
    left_out = sampling.steps - sampling.taken

    def before(module: Any, arguments: Any, named: dict[str, Any]) -> Any:
        if not sampling.heeds(left_out + course.done):
            scales = named["control_hidden_states_scale"]
            named = {**named, "control_hidden_states_scale": scales * 0}
        return arguments, named

    networks = [getattr(pipe, name, None) for name in _EXPERTS]
    handles = [
        one.register_forward_pre_hook(before, with_kwargs=True)
        for one in networks
        if one is not None
    ]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()


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
