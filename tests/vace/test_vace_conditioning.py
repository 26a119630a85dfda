"""VACE Conditioning in a graph: what is seen of it, and that only what is looked at is made."""

from __future__ import annotations

import numpy as np
from msgspec import structs

from nodes.edits import Connect
from nodes.flat_node import FlatRef
from nodes.graph import Link
from pipelines.errors import MismatchError
from pipelines.panels import LayerRole, Panel
from pipelines.values import MaskClip
from tests.library.stage import Stage, graph_of, linked
from tests.vace.films import noise_clip, square_masks, thing

SMALL = {"width": 32, "height": 32}


def test_the_views_are_clips_of_what_the_model_sees(stage: Stage) -> None:
    film = {"clip": noise_clip(5), "masks": square_masks(5), "references": thing()}
    parameters = {**SMALL, "source": "gray fill"}
    results = stage.run(graph_of("generate.vace_conditioning", film, parameters), "it")
    assert not results.failures
    inactive, reactive, mask, told = (
        stage.pictures(results.values[FlatRef("it", name)])
        for name in ("inactive", "reactive", "mask", "told")
    )
    frame = stage.pictures(film["clip"])[2].pixels
    assert np.array_equal(inactive[2].pixels[:8], frame[:8])
    assert (inactive[2].pixels[8:24, 8:24] == 128).all()
    assert all((one.pixels == 128).all() for one in reactive)
    assert mask[2].pixels[16, 16] == 255 and mask[2].pixels[0, 0] == 0
    assert len(told) == 5
    assert isinstance(results.values[FlatRef("it", "told")], MaskClip)


def test_a_reference_has_the_outline_hidden_unless_something_else_is_chosen(stage: Stage) -> None:
    masks = square_masks(5)
    film = {"clip": noise_clip(5), "masks": masks}

    def white(**parts: object) -> float:
        made = graph_of("generate.vace_conditioning", {**film, **parts}, {**SMALL, "margin": 2})
        results = stage.run(made, "it")
        return stage.pictures(results.values[FlatRef("it", "mask")])[0].pixels.mean()

    assert white(references=thing()) > white()


def test_a_mask_of_another_length_is_refused_with_a_mend(stage: Stage) -> None:
    failure = stage.failure("generate.vace_conditioning", noise_clip(5), square_masks(3), **SMALL)
    assert isinstance(failure.__cause__, MismatchError)
    assert failure.mend


def test_layers_of_panels_feed_it_by_their_roles(stage: Stage) -> None:
    drawing, mask, reference = (stage.panel("p", x).layers[0] for x in (0, 16, 32))
    layers = (
        drawing,
        structs.replace(mask, id="m", role=LayerRole.MASK),
        structs.replace(reference, id="r", role=LayerRole.REFERENCE),
    )
    panels = (Panel(id="p", layers=layers, duration=5),)
    board = {"panels": panels, "width": 64, "height": 64, "fps": "16"}
    parts = {"width": 64, "height": 64, "source": "gray fill"}
    made = linked(
        {"board": ("story.storyboard", board), "it": ("generate.vace_conditioning", parts)}
    )
    wires = {"storyboard": "out", "masks": "mask", "references": "reference", "control": "control"}
    for place, (socket, output) in enumerate(wires.items()):
        made.apply(Connect(node="it", socket=socket, link=Link(f"l{place}", "board", output)))
    results = stage.run(made, "it")
    assert not results.failures, results.failures
    inactive, mask_film = (
        stage.pictures(results.values[FlatRef("it", name)]) for name in ("inactive", "mask")
    )
    white = mask_film[0].pixels == 255
    assert white[16:32, 16:32].all() and white.sum() == 16 * 16
    assert (inactive[0].pixels[16:32, 0:16] == 0).all()
    assert all((one.pixels == 255).all() for one in mask_film[1:])
    reactive = stage.pictures(results.values[FlatRef("it", "reactive")])
    assert (reactive[0].pixels == 128).all()  # the paper that nobody drew a control on is none
