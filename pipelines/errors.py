"""The one exception tree of the program.

    StoryloomError                what happened, and a mend: what the person can do next
    ├── InputError                a file or a value from outside cannot be used
    │   ├── MissingFileError      it is not there, or cannot be opened
    │   ├── UnreadableFileError   it is damaged, truncated, empty or of another kind
    │   ├── TooLargeError         it is over a stated limit
    │   └── UntrustedError        it reaches outside what was allowed (URL, other folder, pickle)
    ├── OutputError               a result cannot be written (space, permission, verification)
    ├── MismatchError             values that must agree in length, size or rate do not
    ├── GraphError                an edit or a graph is refused (its kinds live in nodes.refusals)
    ├── ProjectError              a project file is refused (its kinds live in nodes.loom)
    └── NodeError                 a node failed while running: the node, the frame, the cause

Cancelled is not an error: it derives from BaseException, so that no handler swallows it.
"""


class StoryloomError(Exception):
    """A failure with words for the person.

    `message` says what happened; `mend` says what is safe and what to do next.
    """

    def __init__(self, message: str, *, mend: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend

    def __str__(self) -> str:
        return f"{self.message} {self.mend}".strip()


class InputError(StoryloomError):
    """A file or a value from outside cannot be used."""


class MissingFileError(InputError):
    """A file is not there, or cannot be opened."""


class UnreadableFileError(InputError):
    """A file is damaged, truncated, empty or of another kind than expected."""


class TooLargeError(InputError):
    """A file or a value is over a stated limit."""


class UntrustedError(InputError):
    """Something reaches outside what was allowed: a URL, another folder, a pickle."""


class OutputError(StoryloomError):
    """A result cannot be written: no space, no permission, or it did not verify."""


class MismatchError(StoryloomError):
    """Values that must agree in length, size or rate do not."""


class GraphError(StoryloomError):
    """An edit or a graph is refused."""


class ProjectError(StoryloomError):
    """A project file is refused."""


class Cancelled(BaseException):
    """The person stopped the work."""
