"""What the hub's library raises, in words: what happened, what is safe, what to do next."""

from __future__ import annotations

import errno
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from pipelines.errors import OutputError
from pipelines.models.refusals import FetchError
from pipelines.models.transfer import FULL, retry_after

_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST)
_AGAIN = "What came is kept. Fetch it again; only what is missing comes."


@contextmanager
def in_words(repository: str, name: str = "") -> Generator[None]:
    """Turn what the hub's library raises into FetchError or OutputError.

    `name` is a file of the repository, where it is about one.
    """
    what = f"{repository}/{name}" if name else repository
    try:
        yield
    except OSError as error:
        raise _said(error, repository, what) from error
    except import_module("httpx2").RequestError as error:
        raise _unreached(error, what) from error


def _said(error: OSError, repository: str, what: str) -> Exception:
    errors = import_module("huggingface_hub.errors")
    match error:
        case errors.GatedRepoError():
            return FetchError(
                f"“{repository}” asks for an account that has agreed to its licence.",
                mend="Agree on its page of the hub, and give a token of yours in the model window.",
            )
        case errors.RepositoryNotFoundError() | errors.RevisionNotFoundError():
            return FetchError(
                f"The hub has no “{what}”, or not at this revision, or not for this account.",
                mend=f"Look whether it was renamed, or give a token in the model window. {_AGAIN}",
            )
        case errors.EntryNotFoundError():
            return FetchError(f"“{what}” is not there any more.", mend=_AGAIN)
        case errors.HfHubHTTPError():
            return _refused(error, what)
        case OSError(errno=number) if number in _CLOSED:
            return OutputError(
                f"The folder that models are fetched to cannot be written: {_first_line(error)}.",
                mend="Nothing was fetched. Mend its rights, or name another in HF_HUB_CACHE.",
            )
        case OSError(errno=number) if number in FULL:
            return OutputError(
                f"The disk became full while fetching “{what}”.",
                mend=f"The unfinished file was removed. Free some space. {_AGAIN}",
            )
        case _:
            return FetchError(f"“{what}” broke off: {_first_line(error)}.", mend=_AGAIN)


def _refused(error: Any, what: str) -> FetchError:
    status = error.response.status_code
    match status:
        case 401 | 403:
            return FetchError(
                f"The hub does not give “{what}” to this account ({status}).",
                mend=f"Give a token of an account that may read it, in the model window. {_AGAIN}",
            )
        case 429:
            wait = round(retry_after(error.response) / 60) or 1
            return FetchError(
                f"The hub says that too much was asked of it from here (429): “{what}”.",
                mend=f"Wait {wait} min; an account's token raises what may be asked. {_AGAIN}",
            )
        case 500 | 502 | 503 | 504:
            return FetchError(
                f"The hub is out of order ({status}): “{what}”.",
                mend=f"Wait a while, or name a mirror in HF_ENDPOINT. {_AGAIN}",
            )
        case _:
            return FetchError(f"The hub answered {status} for “{what}”.", mend=_AGAIN)


def _unreached(error: BaseException | None, what: str) -> FetchError:
    return FetchError(
        f"The hub cannot be reached for “{what}”: {_first_line(error)}.",
        mend=f"Look at the network, or name a mirror in HF_ENDPOINT. {_AGAIN}",
    )


def _first_line(error: BaseException | None) -> str:
    lines = str(error or "").strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__
