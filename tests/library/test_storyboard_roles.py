"""What a storyboard hands out besides the film: masks, references, controls, notes, words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from msgspec.structs import replace

from nodes.document import Document
from nodes.edits import Connect
from nodes.flat_node import FlatRef
from nodes.graph import Link
from nodes.project_file import open_project
from nodes.registry import library
from pipelines.painting.backgrounds import sharers
from pipelines.painting.tiles import cut
from pipelines.panels import AT_REST, BlendMode, Layer, LayerRole, Panel
from pipelines.values import Image, JointMode, MaskClip, Storyboard
from tests.library.stage import Stage, linked

SAMPLE = Path(__file__).parent / "samples" / "storyboard_1.loom"
SIZE = {"width": 48, "height": 48}


def square(stage: Stage, x: int, alpha: int = 255) -> Layer:
    """A dark square of 16 pixels whose left side is at x."""
    ink = np.full((16, 16, 4), (60, 0, 0, alpha), np.uint8)
    return Layer(id=f"at{x}", tiles=cut(Image(ink), stage.tiles, at=(x, 16)))


def panel(stage: Stage, name: str, duration: int = 2, **roles: int) -> Panel:
    """A panel with a square for each role, at the x that is given for it."""
    layers = tuple(
        replace(square(stage, x), id=role, role=LayerRole(role)) for role, x in roles.items()
    )
    return Panel(id=name, layers=layers, duration=duration)


def board(*panels: Panel, **parameters: Any) -> Document:
    return linked({"board": ("story.storyboard", {"panels": panels, **SIZE, **parameters})})


def handed_out(stage: Stage, made: Document, output: str) -> Any:
    results = stage.run(made, "board")
    assert not results.failures, results.failures
    return results.values[FlatRef("board", output)]


def dark(picture: Image) -> list[int]:
    """Where, in the row of the squares, the paper is covered: first and last column."""
    found = np.flatnonzero((picture.pixels[20, :, :3] < 100).any(axis=1))
    return [int(found[0]), int(found[-1])] if len(found) else []


def test_only_drawings_and_backgrounds_are_in_the_film(stage: Stage) -> None:
    made = board(panel(stage, "p", drawing=0, background=8, mask=16, reference=24, notes=30))
    film = handed_out(stage, made, "out")
    assert dark(film.pictures.make(0, ())) == [0, 23]


def test_references_controls_and_notes_leave_by_outputs_of_their_own(stage: Stage) -> None:
    made = board(panel(stage, "p", drawing=0, reference=8, control=16, notes=24))
    for output, x in (("reference", 8), ("control", 16), ("notes", 24)):
        found = handed_out(stage, made, output)
        assert isinstance(found, Storyboard)
        assert dark(found.pictures.make(0, ())) == [x, x + 15]


def test_a_mask_is_white_where_its_layers_are_painted_and_lasts_as_long_as_its_panel(
    stage: Stage,
) -> None:
    soft = replace(square(stage, 16, alpha=128), role=LayerRole.MASK, blend=BlendMode.MULTIPLY)
    first = panel(stage, "a", duration=2, drawing=0)
    second = replace(panel(stage, "b", duration=3, mask=0), joint=JointMode.HOLD)
    second = replace(second, layers=(*second.layers, soft))
    masks = handed_out(stage, board(first, second), "mask")
    assert isinstance(masks, MaskClip) and masks.format.channels == 1 and len(masks) == 5
    pixels = [mask.pixels for mask in stage.pictures(masks)]
    assert not pixels[0].any() and not pixels[1].any()
    for mask in pixels[2:]:
        assert (mask[16:32, :16] == 255).all() and (mask[16:32, 16:32] == 128).all()
        assert not mask[:16].any()


def test_a_hidden_mask_layer_masks_nothing_and_opacity_thins_it(stage: Stage) -> None:
    layers = panel(stage, "p", mask=0).layers
    hidden = Panel(id="h", duration=1, layers=(replace(layers[0], visible=False),))
    thin = Panel(id="t", duration=1, layers=(replace(layers[0], opacity=0.5),))
    masks = handed_out(stage, board(hidden, thin), "mask")
    assert [mask.pixels.max() for mask in stage.pictures(masks)] == [0, 128]


def test_a_stroke_on_a_mask_layer_makes_only_masks_anew(stage: Stage) -> None:
    first, second = panel(stage, "a", drawing=0, mask=8), panel(stage, "b", drawing=8, mask=16)
    painted = replace(
        second,
        layers=(second.layers[0], replace(square(stage, 30), id="mask", role=LayerRole.MASK)),
    )
    before, after = board(first, second), board(first, painted)
    for output in ("out", "reference", "control", "notes"):
        old, new = (handed_out(stage, made, output).pictures for made in (before, after))
        assert [old.key(at) for at in range(2)] == [new.key(at) for at in range(2)]
    old, new = (handed_out(stage, made, "mask").frames for made in (before, after))
    assert [old.key(at) == new.key(at) for at in range(4)] == [True, True, False, False]


def test_a_stroke_on_the_drawing_makes_no_mask_anew(stage: Stage) -> None:
    old, new = (
        handed_out(stage, board(panel(stage, "a", drawing=x, mask=8)), "mask").frames.key(0)
        for x in (0, 30)
    )
    assert old == new


def test_a_mask_stroke_runs_no_export_of_the_panels_again(stage: Stage) -> None:
    def exported(mask_at: int) -> set[Path]:
        panels = (panel(stage, "a", drawing=0, mask=mask_at),)
        made = linked(
            {
                "board": ("story.storyboard", {"panels": panels, **SIZE}),
                "out": ("export.panels", {"path": "out/board"}),
            },
            "board > out.storyboard",
        )
        return {file.path for file in stage.value(made, "out").files}

    assert exported(0) == exported(30) == {stage.folder / "out" / "board.pdf"}


def test_words_are_the_notes_and_the_dialogue_by_panel(stage: Stage) -> None:
    panels = (
        replace(panel(stage, "a"), notes="Slowly. ", dialogue="Hello?"),
        panel(stage, "b"),
        replace(panel(stage, "c"), dialogue="Yes."),
    )
    words = handed_out(stage, board(*panels), "words")
    assert words == "Panel 1\nSlowly.\n“Hello?”\n\nPanel 3\n“Yes.”"


def test_masks_flow_into_mask_sockets(stage: Stage) -> None:
    made = linked(
        {
            "board": ("story.storyboard", {"panels": (panel(stage, "a", mask=0),), **SIZE}),
            "grown": ("mask.grow", {"distance": 4}),
        }
    )
    made.apply(Connect(node="grown", socket="mask", link=Link("1", "board", "mask")))
    grown = stage.pictures(stage.value(made, "grown"))
    assert len(grown) == 2 and (grown[0].pixels[16:32, :20] == 255).all()


def test_a_project_of_version_1_opens_and_plays_as_it_did(stage: Stage) -> None:
    with open_project(SAMPLE, library()) as project:
        node = project.document.graph.nodes["board"]
        assert node.version == 2
        assert project.document.graph.nodes["play"].inputs["clip"][0].output == "out"
        panels = node.parameters["panels"]
        stage.tiles = project.tiles  # type: ignore[assignment] - read only is enough here
        clip = stage.value(project.document, "play")
        grounds = [int(picture.pixels[20, 2, 0]) for picture in stage.pictures(clip)]
        inks = [dark(picture)[-1] for picture in stage.pictures(clip)]
    assert grounds == [200, 200, 200, 200, 20, 20] and inks == [39, 39, 43, 43, 47, 47]
    assert sharers(panels, "ground") == ("a", "b")
    assert [layer.name for layer in panels[2].layers] == ["Night", "Ink", ""]
    assert sharers(panels, panels[2].layers[0].id) == ("c",)


def test_drawings_hang_together_as_they_were_hung(stage: Stage) -> None:
    body, arm = square(stage, 0), square(stage, 20)
    arm = replace(arm, parent=body.id, pivot=(20.0, 24.0), pose=(1.0, 0.0, 0.0, 1.0, 5.0, 0.0))
    lost = replace(square(stage, 30), parent="gone")
    mask = replace(square(stage, 8), role=LayerRole.MASK)
    drawn = Panel(id="p", layers=(body, arm, lost, mask))
    (row,) = handed_out(stage, board(drawn), "out").sheets.layers
    assert [(sheet.layer, sheet.pivot, sheet.parent, sheet.pose) for sheet in row] == [
        (body.id, None, "", AT_REST),
        (arm.id, (20.0, 24.0), body.id, (1.0, 0.0, 0.0, 1.0, 5.0, 0.0)),
        (lost.id, None, "", AT_REST),
    ]


def test_a_pivot_makes_no_frame_anew(stage: Stage) -> None:
    still = Panel(id="p", layers=(square(stage, 0),), duration=1)
    pinned = Panel(id="p", layers=(replace(still.layers[0], pivot=(3.0, 4.0)),), duration=1)
    old, new = (handed_out(stage, board(one), "out").pictures.key(0) for one in (still, pinned))
    assert old == new
