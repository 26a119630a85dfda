"""Masks by SAM 2.1, on a tiny checkpoint of random weights that comes through the store."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest
import torch

from pipelines.errors import Cancelled, MismatchError
from pipelines.models.catalogue import load_catalogue
from pipelines.models.fetching import Hub
from pipelines.models.lending import Lease, Lender
from pipelines.models.placement import Memory
from pipelines.models.records import Records
from pipelines.models.store import ModelStore
from pipelines.pointing import Click, HandBox
from pipelines.progress import LocalCancelToken
from pipelines.segmentation.backend import Tracked
from pipelines.segmentation.prompts import Prompt, Scribble
from pipelines.segmentation.sam2 import Sam2
from pipelines.segmentation.sam2_network import Sam2Network, Sam2Way
from pipelines.values import Image, Mask
from tests.models.machine import tiny_models
from tests.segmentation.scenes import HEIGHT, WIDTH, Film

SIDE = 64
"""Half of what the tiny network was made for, as a person may choose it."""
HERE = Click(0.15, 0.5)
PROMPTS = {
    "a click": Prompt((HERE,)),
    "a click that is not it": Prompt((HERE, Click(0.8, 0.2, positive=False))),
    "a box": Prompt(box=HandBox(0.05, 0.3, 0.3, 0.8)),
    "a box and a click": Prompt((HERE,), HandBox(0.05, 0.3, 0.3, 0.8)),
    "a scribble": Prompt(scribbles=(Scribble(((0.1, 0.4), (0.15, 0.5), (0.2, 0.6))),)),
    "a shape": Prompt(shape=Film(1).truth(0)),
    "a shape and a click": Prompt((HERE,), shape=Film(1).truth(0)),
}


@pytest.fixture(scope="module")
def lease(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lease]:
    """A network whose masks tell of what it saw, and that always believes that the thing is in the
    picture: with weights as small as they begin, all masks are even, and then empty."""
    folder = tmp_path_factory.mktemp("tiny")
    listed = load_catalogue(tiny_models(folder, ["sam2-tiny"]))
    store = ModelStore(listed, Records(folder / "r"), Hub(folder / "c"))
    lender = Lender(lambda: store, memory=lambda: Memory(0, 10**10))
    with lender.lease("sam2-tiny", LocalCancelToken()) as lent:
        with torch.no_grad():
            for weights in lent.network.parameters():
                if weights.ndim > 1:
                    weights *= 5
        lean(lent, 8)
        yield lent
    lender.close()


@contextmanager
def looks(lease: Lease) -> Generator[list[object]]:
    """Notes each picture that the network looks at."""
    looked: list[object] = []

    def look(encoder: object, given: tuple[object, ...]) -> None:
        looked.append(given)

    hook = lease.network.vision_encoder.register_forward_pre_hook(look)
    yield looked
    hook.remove()


def lean(lease: Lease, towards: float) -> None:
    """Have the network believe more that the thing is in the picture."""
    with torch.no_grad():
        lease.network.mask_decoder.pred_obj_score_head.proj_out.bias += towards


def tracked(
    lease: Lease, film: Film, keys: dict[int, Mask], span: range | None = None
) -> list[Tracked]:
    frames = span if span is not None else range(film.length)
    return list(Sam2(lease, SIDE).propagate(film.read, keys, frames, LocalCancelToken()))


@pytest.mark.parametrize("said", PROMPTS)
def test_each_kind_of_prompt_is_answered_in_the_size_of_the_picture(
    lease: Lease, said: str
) -> None:
    picture = Film(1).read(0)
    made = Sam2(lease, SIDE).answer(picture, PROMPTS[said])
    assert made.pixels.shape == (HEIGHT, WIDTH)
    assert 0 < made.pixels.mean() < 255


def test_every_mark_has_a_say(lease: Lease) -> None:
    sam, picture = Sam2(lease, SIDE), Film(1).read(0)
    made = {sam.answer(picture, prompt).pixels.tobytes() for prompt in PROMPTS.values()}
    assert len(made) == len(PROMPTS)


def test_nothing_said_is_nothing(lease: Lease) -> None:
    away = Prompt((Click(0.5, 0.5, positive=False),))
    assert not Sam2(lease, SIDE).answer(Film(1).read(0), away).pixels.any()


def test_a_second_click_does_not_look_at_the_picture_again(lease: Lease) -> None:
    sam, film = Sam2(lease, SIDE), Film(9)
    with looks(lease) as looked:
        for clicks in ((HERE,), (HERE, Click(0.9, 0.5, positive=False))):
            sam.answer(film.read(0), Prompt(clicks))
        assert len(looked) == 1
        for frame in range(9):
            sam.answer(film.read(frame), Prompt((HERE,)))
        sam.answer(film.read(0), Prompt((HERE,)))
        assert len(looked) == 10  # so many pictures are not kept


def test_between_near_keys_each_picture_is_looked_at_once(lease: Lease) -> None:
    sam, film = Sam2(lease, SIDE), Film(6)
    keys = {0: sam.answer(film.read(0), PROMPTS["a box"]), 5: film.truth(5)}
    with looks(lease) as looked:
        assert len(list(sam.propagate(film.read, keys, range(6), LocalCancelToken()))) == 6
        assert len(looked) == 5  # the first was looked at for its key


def test_it_follows_as_the_library_does_that_holds_every_frame(lease: Lease) -> None:
    film = Film(20)
    sam = Sam2Network(lease.network, lease.processor, SIDE)
    for key, frames, reverse in ((0, range(1, 20), False), (6, range(5, -1, -1), True)):
        way = Sam2Way(sam, film.read, key, {key: film.truth(key)})
        ours = [way.step(frame).mask for frame in frames]
        for mask, theirs in zip(ours, whole(lease, sam, film, key, reverse=reverse), strict=True):
            assert np.abs(mask - theirs).max() < 1e-5
        assert np.ptp(ours[-1]) > 0.1


def whole(lease: Lease, sam: Sam2Network, film: Film, key: int, *, reverse: bool) -> list[Any]:
    """The masks behind a key by the library's own loop over a video that it holds."""
    frames = torch.cat([sam.pixels(film.read(frame)) for frame in range(film.length)])
    session = lease.processor.init_video_session(inference_device="cpu")
    session.processed_frames = dict(enumerate(frames))
    lease.processor.add_inputs_to_inference_session(
        session, key, 1, input_masks=[film.truth(key).pixels >= 128]
    )
    found = lease.network.propagate_in_video_iterator(session, key, reverse=reverse)
    made = [(one.pred_masks[0, 0] / 16 + 0.5).clamp(0, 1).numpy() for one in found]
    return made[1:]


def test_keys_come_back_as_they_are_and_both_ways_are_followed(lease: Lease) -> None:
    film = Film(9)
    keys = {2: film.truth(2), 6: Mask(film.truth(6).pixels // 2 * 2)}
    found = tracked(lease, film, keys)
    assert [one.frame for one in found] == list(range(9))
    for frame, key in keys.items():
        assert found[frame].mask is key
        assert found[frame].confidence == 1.0
    followed = [one for one in found if one.frame not in keys]
    assert all(one.mask.pixels.shape == (HEIGHT, WIDTH) for one in followed)
    assert all(0 < one.confidence < 1 for one in followed)


def test_what_it_is_sure_of_is_the_networks_own_word(lease: Lease) -> None:
    film = Film(3)
    sure = tracked(lease, film, {0: film.truth(0)})[1].confidence
    lean(lease, -64)
    gone = tracked(lease, film, {0: film.truth(0)})[1]
    lean(lease, 64)
    assert gone.confidence < sure / 10
    assert not gone.mask.pixels.any()


def test_the_same_again_is_the_same_whoever_used_it_between(lease: Lease) -> None:
    film = Film(6)
    keys = {0: film.truth(0), 5: film.truth(5)}
    before = tracked(lease, film, keys)
    other = Sam2(lease, 2 * SIDE)
    steps = Sam2(lease, SIDE).propagate(film.read, keys, range(6), LocalCancelToken())
    after: list[Tracked] = []
    for one in steps:
        after.append(one)
        other.answer(film.read(one.frame), PROMPTS["a box"])
    for one, again in zip(before, after, strict=True):
        assert np.array_equal(one.mask.pixels, again.mask.pixels)
        assert one.confidence == again.confidence


def test_part_of_a_clip_is_as_in_the_whole(lease: Lease) -> None:
    film = Film(7)
    keys = {0: film.truth(0), 6: film.truth(6)}
    masks = tracked(lease, film, keys)
    for one in tracked(lease, film, keys, range(3, 5)):
        assert np.array_equal(one.mask.pixels, masks[one.frame].mask.pixels)


def test_a_long_clip_is_never_held(lease: Lease) -> None:
    film = Film(21)
    way = Sam2Way(
        Sam2Network(lease.network, lease.processor, SIDE), film.read, 0, {0: film.truth(0)}
    )
    counts: list[tuple[int, int]] = []
    for frame in range(1, film.length):
        way.step(frame)
        counts.append(held(way))
    config = lease.network.config
    assert counts[config.max_object_pointers_in_encoder :] == [counts[-1]] * (len(counts) - 16)
    pointers, features = counts[-1]
    assert pointers <= config.max_object_pointers_in_encoder + 1
    assert features <= config.num_maskmem + 1
    assert film.most_alive <= 2


def held(way: Sam2Way) -> tuple[int, int]:
    """How many frames a session knows something of, and of how many all that is large."""
    session = way.session
    assert not session.processed_frames
    assert not any(session.frames_tracked_per_obj.values())
    (outputs,) = session.output_dict_per_obj.values()
    steps = [step for kind in outputs.values() for step in kind.values()]
    assert not any("high_res_masks" in step or "pred_masks" in step for step in steps)
    return len(steps), sum("maskmem_features" in step for step in steps)


def test_work_ends_at_the_next_frame_when_it_is_stopped(lease: Lease) -> None:
    film, token = Film(20), LocalCancelToken()
    made = Sam2(lease, SIDE).propagate(film.read, {0: film.truth(0)}, range(20), token)
    for _ in range(3):
        next(made)
    read = len(film.asked)
    token.cancel()
    with pytest.raises(Cancelled):
        next(made)
    assert len(film.asked) == read


def test_what_does_not_fit_is_refused(lease: Lease) -> None:
    film, other = Film(3), Mask(np.zeros((64, 64), np.uint8))
    with pytest.raises(MismatchError, match="no key"):
        tracked(lease, film, {})
    with pytest.raises(MismatchError, match="64 x 64"):
        tracked(lease, film, {0: other})
    with pytest.raises(MismatchError, match="64 x 64"):
        Sam2(lease, SIDE).answer(film.read(0), Prompt(shape=other))


def test_deep_pictures_and_those_with_alpha_are_looked_at(lease: Lease) -> None:
    rng = np.random.default_rng(3)
    for kind, channels in ((np.uint16, 3), (np.uint8, 4)):
        shape = (40, 30, channels)
        picture = Image(rng.integers(0, np.iinfo(kind).max, shape, kind))
        made = Sam2(lease, SIDE).answer(picture, PROMPTS["a box"])
        assert made.pixels.shape == (40, 30)


def test_what_changes_masks_is_in_its_identity(lease: Lease) -> None:
    assert Sam2(lease, SIDE).identity == Sam2(lease, SIDE).identity
    assert Sam2(lease, SIDE).identity != Sam2(lease, 2 * SIDE).identity
    assert lease.identity in Sam2(lease, SIDE).identity
