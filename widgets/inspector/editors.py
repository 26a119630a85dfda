"""Which editor a parameter gets. This is the one place where that is decided."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from nodes.parameters import (
    IsColour,
    IsFrameRange,
    IsPrompt,
    IsSeed,
    NamesModel,
    Opens,
    Saves,
    Slider,
)
from nodes.spec import ParameterSpec
from pipelines.easing import Easing
from widgets.inspector.choice_editor import ChoiceEditor
from widgets.inspector.colour_editor import ColourEditor
from widgets.inspector.easing_editor import EasingEditor
from widgets.inspector.editor import Editor
from widgets.inspector.file_editor import FileEditor
from widgets.inspector.frame_range_editor import FrameRangeEditor
from widgets.inspector.model_editor import ModelEditor
from widgets.inspector.number_editor import NumberEditor
from widgets.inspector.number_limits import bare
from widgets.inspector.prompt_editor import PromptEditor
from widgets.inspector.seed_editor import SeedEditor
from widgets.inspector.slider_editor import SliderEditor
from widgets.inspector.structure_line import StructureLine
from widgets.inspector.switch_editor import SwitchEditor
from widgets.inspector.text_editor import TextEditor


def editor_for(spec: ParameterSpec, folder: Path | None) -> Editor:
    """The editor that the annotation of a parameter asks for, a line of words where none fits.

    `folder` is the project's, None while it has none.
    """
    base = bare(spec.type)
    kinds = {type(mark) for mark in spec.marks}
    if isinstance(base, type) and issubclass(base, Enum):
        return ChoiceEditor(base)
    if base is str:
        return _text_editor(spec, kinds, folder)
    if base is bool:
        return SwitchEditor()
    if base in (int, float):
        if IsSeed in kinds:
            return SeedEditor(spec)
        return SliderEditor(spec) if Slider in kinds else NumberEditor(spec)
    return EasingEditor() if base is Easing else StructureLine()


def _text_editor(spec: ParameterSpec, kinds: set[type], folder: Path | None) -> Editor:
    if kinds & {Opens, Saves}:
        return FileEditor(spec, folder)
    if NamesModel in kinds:
        return ModelEditor(spec)
    if IsColour in kinds:
        return ColourEditor()
    if IsFrameRange in kinds:
        return FrameRangeEditor()
    return PromptEditor() if IsPrompt in kinds else TextEditor()
