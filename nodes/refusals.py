"""Why an edit or a graph is refused: one exception for each reason, under GraphError."""

from __future__ import annotations

from traceback import clear_frames

from pipelines.errors import GraphError, StoryloomError


class UnknownNodeError(GraphError):
    """An edit names a node that is not in the graph."""

    def __init__(self, node: str) -> None:
        super().__init__(f"There is no node “{node}” here.", mend="It may have been removed.")


class DuplicateNodeError(GraphError):
    """A node with this id exists."""

    def __init__(self, node: str) -> None:
        super().__init__(f"A node “{node}” exists already.", mend="Give the new node another id.")


class BadIdError(GraphError):
    """A node cannot be called this: ids are parts of paths, of at most 64 letters, digits and _."""

    def __init__(self, node: str) -> None:
        super().__init__(
            f"A node cannot have the id “{node[:80]}”.",
            mend="Use up to 64 letters, digits and underscores.",
        )


class NoSuchSocketError(GraphError):
    """A node has no such socket or output."""


class NoSuchLinkError(GraphError):
    """A socket has no link with this id."""


class TypeRefusedError(GraphError):
    """The value of an output cannot be used by a socket, and no conversion leads there."""


class LoopError(GraphError):
    """A link would make a node depend on itself."""

    def __init__(self, source: str, target: str) -> None:
        super().__init__(
            f"“{source}” already depends on “{target}”, so this link would close a loop.",
            mend="Nothing was changed. Duplicate the node to use it twice.",
        )


class NoSuchParameterError(GraphError):
    """A node has no such parameter."""


class BadParameterError(GraphError):
    """A parameter cannot have this value."""


class NoSuchPanelError(GraphError):
    """A storyboard has no such panel or layer."""


class NoSuchMaskError(GraphError):
    """A node has no such painted object."""


class NotAGroupError(GraphError):
    """An edit looks into a node that is not a group."""


class NotABackdropError(GraphError):
    """Nodes cannot be laid on this."""


class UnknownTypeError(GraphError):
    """A node's type is not installed: it is kept as it is, and cannot run."""

    def __init__(self, type_id: str) -> None:
        super().__init__(
            f"The node type “{type_id}” is not installed.",
            mend="The node is kept as it was saved. Install the plug-in that brings it, "
            "or remove the node.",
        )


class NewerNodeError(GraphError):
    """A node was saved by a newer version of its type than the one installed."""


class NotConnectedError(GraphError):
    """A socket that a node cannot do without has no link."""


class NotRunError(GraphError):
    """Looking at a node needs the result of one that only a run may start, and there is none."""

    def __init__(self, path: str) -> None:
        super().__init__(f"“{path}” has not run yet.", mend="Press Run to see its result.")


class NodeError(StoryloomError):
    """A node failed while running; the cause is chained. Raised at the node boundary only.

    `reason` is what happened, for those who say by themselves which node it is about.
    """

    def __init__(self, node: str, cause: BaseException, *, frame: int | None = None) -> None:
        where = f"“{node}”" if frame is None else f"“{node}” at frame {frame}"
        mend = cause.mend if isinstance(cause, StoryloomError) else ""
        self.reason = cause.message if isinstance(cause, StoryloomError) else _said(cause)
        super().__init__(f"{where} failed: {self.reason}", mend=mend)
        self.node = node
        self.frame = frame


def node_error(node: str, cause: BaseException, *, frame: int | None = None) -> NodeError:
    """A node's failure with its cause chained, for a failure outside of the node's own code."""
    error = NodeError(node, cause, frame=frame)
    error.__cause__ = cause
    return error


def forget_work(error: BaseException) -> None:
    """Let go of what the calls that failed had in hand; where they were in the code stays known."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        one = waiting.pop()
        if one is not None and id(one) not in seen:
            seen.add(id(one))
            clear_frames(one.__traceback__)
            waiting += [one.__cause__, one.__context__]


def _said(cause: BaseException) -> str:
    return f"{type(cause).__name__}: {cause}" if str(cause) else type(cause).__name__
