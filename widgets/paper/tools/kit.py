"""All tools of a desk by kind."""

from __future__ import annotations

from widgets.paper.desk import PaperDesk
from widgets.paper.hand import BRUSHES, SHAPES, ToolKind
from widgets.paper.tools.brush_tool import BrushTool
from widgets.paper.tools.fill_tool import FillTool, PickTool
from widgets.paper.tools.lasso_tool import LassoTool
from widgets.paper.tools.motion_tool import MotionTool
from widgets.paper.tools.shape_tool import ShapeTool
from widgets.paper.tools.tool import Tool
from widgets.paper.tools.transform_tool import TransformTool


def made_tools(desk: PaperDesk) -> dict[ToolKind, Tool]:
    """Brushes share one tool, and so do shapes."""
    made: dict[ToolKind, Tool] = dict.fromkeys(BRUSHES, BrushTool(desk))
    made |= dict.fromkeys(SHAPES, ShapeTool(desk))
    made[ToolKind.FILL] = FillTool(desk)
    made[ToolKind.PICK] = PickTool(desk)
    made[ToolKind.LASSO] = LassoTool(desk)
    made[ToolKind.TRANSFORM] = TransformTool(desk)
    made[ToolKind.MOTION] = MotionTool(desk)
    return made
