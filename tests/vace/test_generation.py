"""The real pipeline on the tiny checkpoint: every task and mode, cancel, previews, numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from pipelines.errors import Cancelled
from pipelines.framing import Fit
from pipelines.models.catalogue import Precision
from pipelines.models.lending import Lender
from pipelines.models.placement import Offload, Wish
from pipelines.models.store import ModelStore
from pipelines.progress import LocalCancelToken
from pipelines.vace.composing import shares
from pipelines.vace.conditioning import Conditioning
from pipelines.vace.generation import NotFiniteError, conditions, quantised
from pipelines.vace.given import Given
from pipelines.vace.latents import latent_mask
from pipelines.vace.previews import normalised
from pipelines.vace.sampling import Sampling, Scheduler
from pipelines.vace.source_mode import SourceMode
from pipelines.values import JointMode, Pixels8
from tests.vace.films import (
    QUICK,
    SIDE,
    Watched,
    board,
    conditioned,
    given_of,
    made,
    noise_clip,
    square_masks,
    thing,
)

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
"""diffusers' DPM++ and numpy 2."""
MOVE = JointMode.IN_BETWEEN


TASKS: dict[str, Conditioning] = {
    "text to video": conditioned(),
    "references to video": conditioned(references=(thing(5), thing(6))),
    "inpaint": conditioned(clip=noise_clip(5), masks=square_masks(5)),
    "outpaint": conditioned(clip=noise_clip(5, size=(16, 32)), fit=Fit.FIT),
    "first frame": conditioned(clip=noise_clip(1)),
    "last frame": conditioned(ending=noise_clip(1)),
    "first and last frame": conditioned(storyboard=board((4, MOVE, 3), (1, JointMode.CUT, 0))),
    "first clip": conditioned(clip=noise_clip(3)),
    "last clip": conditioned(ending=noise_clip(2)),
    "first and last clip": conditioned(clip=noise_clip(2), ending=noise_clip(2, seed=2)),
    "a clip in between": conditioned(clip=noise_clip(2), start=2),
    "control": conditioned(control=noise_clip(5)),
    "control in a region": conditioned(control=noise_clip(5), region=square_masks(1)),
    "swap": conditioned(clip=noise_clip(5), masks=square_masks(5), references=(thing(),)),
    "animate": conditioned(control=noise_clip(5), references=(thing(),)),
    "move": conditioned(clip=noise_clip(1), control=noise_clip(5, seed=3)),
    "expand": conditioned(clip=noise_clip(1, size=(16, 32)), fit=Fit.FIT, references=(thing(),)),
}


@pytest.mark.parametrize("task", TASKS)
def test_every_task_makes_as_many_frames_as_it_was_asked_for(pipe: Any, task: str) -> None:
    conditioning = TASKS[task]
    given = given_of(conditioning)
    frames = made(pipe, given)
    assert frames.shape == (conditioning.count, SIDE, SIDE, 3)
    assert frames.dtype == np.uint8


@pytest.mark.parametrize("mode", SourceMode)
def test_every_way_of_treating_the_source_is_another_film(pipe: Any, mode: SourceMode) -> None:
    given = given_of(
        conditioned(
            clip=noise_clip(4),
            masks=square_masks(4),
            references=(thing(),),
            source_mode=mode,
            margin=4,
        )
    )
    assert len(given.content) == 5 and given.count == 4  # padded, and dropped unasked
    frames, told = told_of(pipe, given)
    assert len(frames) == 4
    assert bool((told[:, 16:32, 1:] == 0).all()) == (mode is SourceMode.ZERO)


def told_of(pipe: Any, given: Given) -> tuple[Pixels8, Any]:
    """The film, and what the transformer was told: (1, 96, latent frames, h, w)."""
    heard: list[Any] = []

    def listen(module: Any, arguments: Any, named: dict[str, Any]) -> None:
        heard.append(named["control_hidden_states"])

    handle = pipe.transformer.register_forward_pre_hook(listen, with_kwargs=True)
    try:
        return made(pipe, given), heard[0]
    finally:
        handle.remove()


def test_what_the_model_is_told_is_what_diffusers_prepares_of_pictures(pipe: Any) -> None:
    """Where a gray of 8 bits would do, and masks are black and white, both define the same."""
    import torch
    from PIL.Image import fromarray

    conditioning = conditioned(
        clip=noise_clip(5),
        masks=square_masks(5),
        references=(thing(5), thing(6)),
        source_mode=SourceMode.RECONSTRUCT,
    )
    given = given_of(conditioning)
    pictures = [fromarray(frame[..., :3].copy()) for frame in given.content]
    masks = [fromarray(frame).convert("RGB") for frame in given.generate]
    references = [fromarray(one.pixels) for one in given.references]
    size = (SIDE, SIDE, 5, torch.float32, torch.device("cpu"))
    video, mask, placed = pipe.preprocess_conditions(pictures, masks, references, 1, *size)
    ours, our_mask, ours_placed = pipe.preprocess_conditions(
        **{**conditions(given), "reference_images": references},
        batch_size=1,
        height=SIDE,
        width=SIDE,
        num_frames=5,
        dtype=torch.float32,
        device=torch.device("cpu"),
    )
    assert torch.equal(video, ours)
    assert torch.equal(mask[:, :1], our_mask)
    assert all(map(torch.equal, placed[0], ours_placed[0]))
    inactive, reactive = given.streams
    area = torch.where(mask > 0.5, 1.0, 0.0)
    for stream, told in ((inactive, video * (1 - area)), (reactive, video * area)):
        assert np.array_equal(stream.transpose(3, 0, 1, 2)[None], told.numpy())
    with torch.no_grad():
        wanted = pipe.prepare_video_latents(video, mask, [placed[0][::-1]])
        channels = pipe.prepare_masks(mask, placed)
    _, told = told_of(pipe, given)
    assert torch.equal(told[:, :32], wanted)
    assert torch.equal(told[:, 32:], channels)
    assert np.array_equal(latent_mask(given.generate > 0), channels[0, :, 2:].numpy())


def test_references_lie_in_the_order_in_which_they_are_given(pipe: Any) -> None:
    """As in VACE's own code; diffusers by itself would turn them around."""
    import torch

    given = given_of(conditioned(references=(thing(5), thing(6))))
    _, told = told_of(pipe, given)
    for place, one in enumerate(given.references):
        pixels = torch.from_numpy(shares(one.pixels)) * 2 - 1
        with torch.no_grad():
            alone = pipe.vae.encode(pixels.permute(2, 0, 1)[None, :, None]).latent_dist.mode()
        assert torch.allclose(told[:, :16, place], normalised(pipe.vae, alone)[:, :, 0], atol=1e-5)
    assert not told[0, 16:, :2].any()  # no reactive half, no mask


def test_gray_is_nothing_at_all_to_the_model_where_8_bits_would_leave_a_trace(pipe: Any) -> None:
    given = given_of(conditioned())
    video = conditions(given)["video"]
    assert bool((video * 2 - 1 == 0).all())
    assert not given.streams.reactive.any()
    assert abs(128 / 255 * 2 - 1) > 0.003  # what a painted gray would leave


@pytest.mark.parametrize("scheduler", Scheduler)
def test_the_same_seed_is_the_same_film_and_another_is_not(pipe: Any, scheduler: Scheduler) -> None:
    given = given_of(TASKS["inpaint"])
    sampling = Sampling(steps=2, guidance=1.0, scheduler=scheduler, seed=1)
    own = pipe.scheduler
    first, again = (made(pipe, given, sampling) for _ in range(2))
    assert np.array_equal(first, again)
    other = Sampling(steps=2, guidance=1.0, scheduler=scheduler, seed=2)
    assert not np.array_equal(first, made(pipe, given, other))
    assert pipe.scheduler is own


def test_it_is_what_the_pipeline_makes_by_itself(pipe: Any) -> None:
    import torch

    given = given_of(TASKS["swap"])
    plain = pipe(
        prompt="a heron",
        negative_prompt="",
        height=SIDE,
        width=SIDE,
        num_frames=5,
        num_inference_steps=2,
        guidance_scale=3.0,
        generator=torch.Generator().manual_seed(42),
        **conditions(given),
    )
    ours = made(pipe, given, Sampling(prompt="a heron", steps=2, guidance=3.0))
    assert np.array_equal(quantised(plain.frames[0]), ours)


def test_every_step_is_told_and_shown(pipe: Any) -> None:
    watched = Watched()
    sampling = Sampling(steps=3, guidance=1.0)
    made(pipe, given_of(TASKS["animate"]), sampling, watched)
    assert watched.steps == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert len(watched.pictures) >= 3
    assert {(one.width, one.height) for one in watched.pictures} == {(SIDE, SIDE)}


def test_a_cancel_lands_within_a_block_and_the_next_film_is_as_ever(pipe: Any) -> None:
    given = given_of(TASKS["inpaint"])
    before = made(pipe, given)
    watched, calls = Watched(), list[int]()

    def third(module: Any, arguments: Any) -> None:
        calls.append(1)
        watched.cancel.cancel()

    handle = pipe.transformer.blocks[1].register_forward_pre_hook(third)
    after = pipe.transformer.blocks[2].register_forward_pre_hook(third)
    try:
        with pytest.raises(Cancelled):
            made(pipe, given, QUICK, watched)
    finally:
        handle.remove()
        after.remove()
    assert len(calls) == 1
    assert watched.steps == [(0, 2)]
    assert np.array_equal(made(pipe, given), before)
    assert not pipe.transformer.blocks[0]._forward_pre_hooks


def test_numbers_that_run_away_stop_it_with_their_step(pipe: Any) -> None:
    import torch

    given = given_of(TASKS["text to video"])
    weight = pipe.transformer.proj_out.weight
    kept = weight.detach().clone()
    with torch.no_grad():
        weight.fill_(float("nan"))
    try:
        with pytest.raises(NotFiniteError) as stopped:
            made(pipe, given)
    finally:
        with torch.no_grad():
            weight.copy_(kept)
    assert "step 1 of 2" in stopped.value.message
    assert stopped.value.mend


@pytest.mark.parametrize(
    ("model", "wish"),
    [("wan-vace-1.3b", Wish(Precision.BF16, Offload.BLOCKS)), ("wan22-vace-fun-a14b", Wish())],
)
def test_offloaded_blocks_and_two_experts_are_watched_too(
    tiny_store: ModelStore, model: str, wish: Wish
) -> None:
    """And a cancel leaves nothing behind that the next film would show."""
    given, lender = given_of(TASKS["swap"]), Lender(lambda: tiny_store)
    with lender.lease(model, LocalCancelToken(), wish) as lease:
        experts = [one for one in (lease.network.transformer, transformer_2(lease.network)) if one]
        before = made(lease.network, given)
        for expert in experts:
            watched = Watched()

            def stop(module: Any, arguments: Any, watched: Watched = watched) -> None:
                watched.cancel.cancel()

            handle = expert.blocks[0].register_forward_pre_hook(stop)
            with pytest.raises(Cancelled):
                made(lease.network, given, QUICK, watched)
            handle.remove()
        assert np.array_equal(made(lease.network, given), before)
    assert len(experts) == (2 if model == "wan22-vace-fun-a14b" else 1)
    lender.close()


def transformer_2(pipe: Any) -> Any:
    return getattr(pipe, "transformer_2", None)
