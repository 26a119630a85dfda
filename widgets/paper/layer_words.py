"""What blend modes and the uses of layers are called, and the signs of uses."""

from __future__ import annotations

from pipelines.panels import BlendMode, Layer, LayerRole
from widgets.words import tr

ROLE_GLYPHS = {
    LayerRole.BACKGROUND: "mdi6.image-outline",
    LayerRole.REFERENCE: "mdi6.bookmark-outline",
    LayerRole.MASK: "mdi6.selection-ellipse",
    LayerRole.CONTROL: "mdi6.human",
    LayerRole.NOTES: "mdi6.note-text-outline",
}
"""A drawing needs no sign."""


def blend_words(mode: BlendMode) -> str:
    """What a blend mode is called."""
    return {
        BlendMode.NORMAL: tr("Normal"),
        BlendMode.MULTIPLY: tr("Multiply"),
        BlendMode.SCREEN: tr("Screen"),
        BlendMode.OVERLAY: tr("Overlay"),
        BlendMode.DARKEN: tr("Darken"),
        BlendMode.LIGHTEN: tr("Lighten"),
        BlendMode.ADD: tr("Add"),
    }[mode]


def role_words(role: LayerRole) -> str:
    """What a use is called."""
    return {
        LayerRole.DRAWING: tr("Drawing"),
        LayerRole.BACKGROUND: tr("Background"),
        LayerRole.REFERENCE: tr("Reference"),
        LayerRole.MASK: tr("Mask"),
        LayerRole.CONTROL: tr("Control"),
        LayerRole.NOTES: tr("Notes"),
    }[role]


def role_help(role: LayerRole) -> str:
    """What becomes of a layer of a use."""
    return {
        LayerRole.DRAWING: tr("Part of the film; moves between panels."),
        LayerRole.BACKGROUND: tr("Part of the film; panels can share it."),
        LayerRole.REFERENCE: tr("Not in the film; leaves the storyboard as a reference picture."),
        LayerRole.MASK: tr("Not in the film; where it is painted, the mask is white."),
        LayerRole.CONTROL: tr("Not in the film; leaves the storyboard to steer a model."),
        LayerRole.NOTES: tr("Not in the film; seen on the paper, and as notes."),
    }[role]


def layer_name(layer: Layer) -> str:
    """The name of a layer, or what it is for where it has none."""
    return layer.name or role_words(layer.role)
