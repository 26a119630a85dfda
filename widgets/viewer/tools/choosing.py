"""Which tool edits a parameter over the picture. This is the one place where that is decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nodes.parameters import Edge, IsColour, Margin
from nodes.spec import ParameterSpec
from pipelines.motion_paths import MotionPath
from pipelines.pointing import Boxes, Clicks, Strokes
from widgets.viewer.tools.boxes import BoxesTool
from widgets.viewer.tools.clicks import ClicksTool
from widgets.viewer.tools.eyedropper import Eyedropper
from widgets.viewer.tools.margins import MarginTool
from widgets.viewer.tools.path import PathTool
from widgets.viewer.tools.strokes import StrokesTool
from widgets.viewer.tools.tool import ViewTool

_OF_KIND: dict[Any, Callable[[str], ViewTool]] = {
    Clicks: ClicksTool,
    Boxes: BoxesTool,
    Strokes: StrokesTool,
    MotionPath: PathTool,
}


def tool_for(parameters: Mapping[str, ParameterSpec], name: str) -> ViewTool | None:
    """The tool for a parameter, maybe with others of the same node; None where there is none."""
    spec = parameters.get(name)
    if spec is None:
        return None
    if any(isinstance(mark, IsColour) for mark in spec.marks):
        return Eyedropper(name)
    if _margin(spec) is not None:
        return _margin_tool(parameters)
    kind = _OF_KIND.get(spec.bare)
    return kind(name) if kind is not None else None


def _margin_tool(parameters: Mapping[str, ParameterSpec]) -> MarginTool | None:
    found: dict[Edge, str] = {}
    outward = False
    for name, spec in parameters.items():
        mark = _margin(spec)
        if mark is not None:
            found[mark.edge], outward = name, mark.outward
    names = {edge: found[edge] for edge in Edge if edge in found}
    return MarginTool(names, outward=outward) if len(names) == len(Edge) else None


def _margin(spec: ParameterSpec) -> Margin | None:
    return next((mark for mark in spec.marks if isinstance(mark, Margin)), None)
