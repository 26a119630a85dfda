"""What is said of models: sizes, how they stand, whether they fit this machine."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale

from pipelines.models.catalogue import Precision
from pipelines.models.machine import Machine
from pipelines.models.placement import Fit
from widgets.models.entry import ModelEntry, Purpose, Stand
from widgets.models.job import Doing, Job
from widgets.models.shelf import ModelShelf
from widgets.words import noted, said, tr

_PURPOSES = {
    Purpose.VIDEO: noted("Making video"),
    Purpose.LORA: noted("Fewer steps"),
    Purpose.MASKS: noted("Masks and objects"),
    Purpose.CONTROLS: noted("Guiding video"),
    Purpose.WORDS: noted("Describing pictures"),
    Purpose.MEASURES: noted("Comparing and measuring"),
}
_STANDS = {
    Stand.ABSENT: noted("Not downloaded"),
    Stand.PARTIAL: noted("Partly here"),
    Stand.HERE: noted("Here"),
    Stand.VERIFIED: noted("Here, verified"),
    Stand.DAMAGED: noted("Damaged"),
    Stand.OUTDATED: noted("Update available"),
}
_FITS = {
    Fit.FITS: noted("fits"),
    Fit.WITH_OFFLOAD: noted("fits with offload"),
    Fit.NOT: noted("does not fit"),
}
_PRECISIONS = {
    Precision.FP32: noted("full (FP32)"),
    Precision.BF16: noted("half (BF16)"),
    Precision.FP8: noted("quarter (FP8)"),
}


def size_words(count: int) -> str:
    """Bytes for a person: "15.1 GiB"."""
    digits = 0 if count < 1 << 20 else 1
    return QLocale().formattedDataSize(max(count, 0), digits)


def purpose_words(purpose: Purpose) -> str:
    """What models are for."""
    return said(_PURPOSES[purpose])


def stand_words(entry: ModelEntry) -> str:
    """How a model stands on the disk."""
    if entry.stand is Stand.VERIFIED and entry.verified_at:
        return tr("Verified on {date}", date=date_words(entry.verified_at))
    if entry.stand is Stand.PARTIAL:
        here = entry.bytes - entry.bytes_missing
        return tr(
            "Partly here, {here} of {all}", here=size_words(here), all=size_words(entry.bytes)
        )
    return said(_STANDS[entry.stand])


def part_words(stand: Stand) -> str:
    """How a part stands on the disk."""
    return said(_STANDS[stand])


def date_words(seconds: float) -> str:
    """A day."""
    day = QDateTime.fromSecsSinceEpoch(int(seconds)).date()
    return QLocale().toString(day, QLocale.FormatType.ShortFormat)


def job_words(job: Job, *, is_check: bool, is_paused: bool = False) -> str:
    """What is done to a model, in a few words."""
    percent = round(100 * job.share)
    match job.doing:
        case Doing.WAITING:
            return tr("Waits to be verified") if is_check else tr("Waits to be downloaded")
        case Doing.FAILED:
            return tr("Verifying failed") if is_check else tr("Download failed")
        case _ if is_paused:
            return tr("Paused at {percent} %", percent=percent)
        case Doing.CHECKING:
            return tr("Checking what came …")
        case _ if not job.total:
            return tr("Starting …")
        case _ if is_check:
            return tr("Verifying, {percent} %", percent=percent)
        case _:
            return tr("Downloading, {percent} %", percent=percent)


def state_words(shelf: ModelShelf, entry: ModelEntry) -> str:
    """What there is to say of a model now: what is done to it, or how it stands."""
    download, check = shelf.downloads.get(entry.id), shelf.checks.get(entry.id)
    if download is not None:
        return job_words(download, is_check=False, is_paused=shelf.is_paused)
    if check is not None:
        return job_words(check, is_check=True)
    return stand_words(entry)


def fit_words(entry: ModelEntry) -> str:
    """Whether a model fits this machine; empty where nobody knows."""
    if entry.fit is None:
        return ""
    return said(_FITS[entry.fit])


def fit_figures(entry: ModelEntry, machine: Machine) -> str:
    """The figures behind it, on several lines."""
    if entry.fit is None:
        return tr("The catalogue does not say how much memory it needs.")
    lines = [memory_words(entry), machine_words(machine)]
    if not machine.memory.device:
        lines.append(
            tr(
                "Without one, models are computed on the processor in the main memory: what fits "
                "runs, but large models take hours for what a GPU does in minutes."
            )
        )
    elif entry.fit is Fit.WITH_OFFLOAD:
        lines.append(
            tr("It does not fit as a whole: parts wait in the main memory, which is slower.")
        )
    elif entry.fit is Fit.NOT:
        lines.append(tr("It can be downloaded, but not be worked with on this machine."))
    return "\n".join(lines)


def memory_words(entry: ModelEntry) -> str:
    """What a model needs while it works, by precision."""
    each = [
        tr("{size} in {precision}", size=size_words(count), precision=said(_PRECISIONS[precision]))
        for precision, count in entry.memory
    ]
    return tr("Needs about {sizes}.", sizes=", ".join(each))


def machine_words(machine: Machine) -> str:
    """What this machine has."""
    main = size_words(machine.memory.machine)
    if not machine.memory.device:
        return tr(
            "This machine has no NVIDIA GPU that answers, and {main} of main memory.", main=main
        )
    return tr(
        "This machine’s {gpu} has {size}, and there are {main} of main memory.",
        gpu=machine.gpu,
        size=size_words(machine.memory.device),
        main=main,
    )


def download_words(entry: ModelEntry) -> str:
    """The button that fetches a model, with its size."""
    if entry.stand is Stand.OUTDATED:
        return tr("Update ({size})", size=size_words(entry.bytes_missing or entry.bytes))
    if entry.stand is Stand.PARTIAL:
        return tr("Download the Rest ({size})", size=size_words(entry.bytes_missing))
    if entry.stand is Stand.DAMAGED:
        return tr("Download Again ({size})", size=size_words(entry.bytes))
    return tr("Download ({size})", size=size_words(entry.bytes_missing or entry.bytes))


def shared_words(entry: ModelEntry) -> str:
    """What of a download comes only once for several models; empty where that is nothing."""
    shared = entry.bytes_shared
    others = dict.fromkeys(
        title for part in entry.parts if part.bytes > part.bytes_here for title in part.shared_with
    )
    if not shared or entry.stand.can_be_used or not others:
        return ""
    return tr(
        "{shared} of these {size} come only once: they are shared with {others}.",
        shared=size_words(shared),
        size=size_words(entry.bytes_missing),
        others=", ".join(others),
    )
