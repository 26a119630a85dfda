"""Node: a report as text."""

from __future__ import annotations

from nodes.node import node
from pipelines.values import Report


@node("convert.report_to_text", icon="mdi6.swap-horizontal", conversion=True)
def report_to_text(report: Report) -> str:
    """Give the words of a report as plain text, with their Markdown marks.

    A link puts it in by itself where a report flows into a text.

    Example: a report wired through this into the text of a Note.
    """
    return report.markdown
