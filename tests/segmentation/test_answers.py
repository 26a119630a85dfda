"""Prompts answered on one picture by the built-in way."""

from __future__ import annotations

import numpy as np
import pytest

from pipelines.errors import MismatchError
from pipelines.pointing import Click, HandBox
from pipelines.segmentation.built_in import BuiltIn
from pipelines.segmentation.prompts import Lasso, Prompt, Scribble
from pipelines.values import Image, Mask
from tests.segmentation.scenes import HEIGHT, RADIUS, WIDTH, Film, likeness

FILM = Film(1)
PICTURE, TRUTH = FILM.read(0), FILM.truth(0)
X, Y = FILM.place(0)
BOX = HandBox(
    (X - RADIUS) / WIDTH, (Y - RADIUS) / HEIGHT, (X + RADIUS) / WIDTH, (Y + RADIUS) / HEIGHT
)
MIDDLE = Click(X / WIDTH, Y / HEIGHT)


def answer(prompt: Prompt) -> Mask:
    return BuiltIn().answer(PICTURE, prompt)


def test_a_box_finds_what_is_in_it() -> None:
    assert likeness(answer(Prompt(box=BOX)), TRUTH) > 0.9


def test_a_box_around_the_whole_picture_is_not_taken_for_the_thing() -> None:
    mask = answer(Prompt(box=HandBox(0, 0, 1, 1), clicks=(MIDDLE,)))
    assert likeness(mask, TRUTH) > 0.3


def test_a_click_alone_finds_something_around_it() -> None:
    mask = answer(Prompt(clicks=(MIDDLE,)))
    assert mask.pixels[round(Y), round(X)] == 255
    assert likeness(mask, TRUTH) > 0.3


def test_a_scribble_takes_in_what_it_crosses() -> None:
    line = tuple(((X + step) / WIDTH, Y / HEIGHT) for step in range(-12, 13, 4))
    mask = answer(Prompt(box=BOX, scribbles=(Scribble(line),)))
    assert (mask.pixels[round(Y), round(X) - 12 : round(X) + 12] == 255).all()
    assert likeness(mask, TRUTH) > 0.9


def test_a_click_that_says_no_takes_out_its_place() -> None:
    no = Click(MIDDLE.x, MIDDLE.y, positive=False)
    mask = answer(Prompt(box=BOX, clicks=(no,)))
    assert mask.pixels[round(Y), round(X)] == 0


def below_middle(mask: Mask) -> int:
    return int(np.count_nonzero(mask.pixels[round(Y) + 2 :] >= 128))


def test_a_click_reaches_beyond_a_box_only_from_beyond_it() -> None:
    upper = HandBox(BOX.left, BOX.top, BOX.right, Y / HEIGHT)
    within = Click(MIDDLE.x, (Y - 5) / HEIGHT)
    beyond = Click(MIDDLE.x, (Y + 8) / HEIGHT)
    assert below_middle(answer(Prompt(box=upper, clicks=(within,)))) == 0
    assert below_middle(answer(Prompt(box=upper, clicks=(within, beyond)))) > 20


def test_a_shape_that_is_nearly_right_is_mended() -> None:
    rough = np.zeros((HEIGHT, WIDTH), np.uint8)
    rough[round(Y) - RADIUS : round(Y) + RADIUS, round(X) - RADIUS : round(X) + RADIUS] = 255
    mended = answer(Prompt(shape=Mask(rough)))
    assert likeness(mended, TRUTH) > likeness(Mask(rough), TRUTH) + 0.05


def around(x: float, y: float, *, off: float = 4) -> Lasso:
    turns = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    radius = RADIUS + off
    return Lasso(
        tuple(
            ((x + radius * np.cos(turn)) / WIDTH, (y + radius * np.sin(turn)) / HEIGHT)
            for turn in turns
        )
    )


def test_a_lasso_finds_what_it_goes_around() -> None:
    assert likeness(answer(Prompt(lasso=around(X, Y))), TRUTH) > 0.9


def test_nothing_beyond_a_lasso_is_meant() -> None:
    """A box around the left one of two things that are alike would hold a corner of the other."""
    shift = RADIUS + 8
    pixels = PICTURE.pixels.copy()
    other = np.roll(FILM.inside(0), (shift, shift), axis=(0, 1))
    pixels[other] = np.roll(pixels, (shift, shift), axis=(0, 1))[other]
    mask = BuiltIn().answer(Image(pixels), Prompt(lasso=around(X, Y)))
    assert likeness(mask, TRUTH) > 0.85
    assert np.count_nonzero(mask.pixels[other] >= 128) < 0.02 * np.count_nonzero(other)


@pytest.mark.parametrize("points", [((0.5, 0.5),), ((0, 0), (1, 1), (0, 0)), ((0.1, 0.1),) * 9])
def test_any_lasso_has_an_answer(points: tuple[tuple[float, float], ...]) -> None:
    assert answer(Prompt(lasso=Lasso(points))).pixels.shape == (HEIGHT, WIDTH)


def test_clicks_work_on_from_an_answer() -> None:
    half = TRUTH.pixels.copy()
    half[:, round(X) :] = 0
    click = Click((X + RADIUS / 2) / WIDTH, Y / HEIGHT)
    shape = Mask(half)
    assert likeness(answer(Prompt(shape=shape, clicks=(click,))), TRUTH) > likeness(shape, TRUTH)


@pytest.mark.parametrize(
    "prompt",
    [
        Prompt(),
        Prompt(clicks=(Click(0.5, 0.5, positive=False),)),
        Prompt(shape=Mask(np.zeros((HEIGHT, WIDTH), np.uint8))),
    ],
)
def test_a_prompt_that_says_nothing_means_nothing(prompt: Prompt) -> None:
    assert not answer(prompt).pixels.any()


@pytest.mark.parametrize(
    "box", [HandBox(0, 0, 1, 1), HandBox(0.999, 0.999, 1, 1), HandBox(0, 0, 0, 0)]
)
def test_any_box_has_an_answer(box: HandBox) -> None:
    assert answer(Prompt(box=box)).pixels.shape == (HEIGHT, WIDTH)


def test_the_same_prompt_has_the_same_answer() -> None:
    prompt = Prompt(box=BOX, clicks=(MIDDLE,))
    assert np.array_equal(answer(prompt).pixels, answer(prompt).pixels)


def test_a_shape_of_another_size_is_refused() -> None:
    with pytest.raises(MismatchError, match="8 x 8"):
        answer(Prompt(shape=Mask(np.full((8, 8), 255, np.uint8))))
