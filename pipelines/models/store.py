"""The one place that finds, fetches, checks and removes weights."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from pipelines.digest import digest_text
from pipelines.models.absence import absence
from pipelines.models.catalogue import Catalogue, Part
from pipelines.models.checking import BytesDone, Share, wrong_files
from pipelines.models.fetching import FetchPlan, Hub, begun_bytes, check_room, sweep
from pipelines.models.noise import is_noise
from pipelines.models.older import older_files, take_away, take_away_older
from pipelines.models.places import OnDisk, files_of, look, repository_folder
from pipelines.models.records import FileRecord, PartRecord, Records
from pipelines.models.refusals import DamagedError, NotHereError


class State(StrEnum):
    """How a part, or a model with all of its parts, is on this machine."""

    ABSENT = "absent"
    PARTIAL = "partial"
    PRESENT = "present"
    VERIFIED = "verified"
    DAMAGED = "damaged"


_WORST_FIRST = (State.DAMAGED, State.ABSENT, State.PARTIAL, State.PRESENT, State.VERIFIED)


class Standing(NamedTuple):
    """A model on this machine: `bytes` are there, about `bytes_missing` are not."""

    state: State
    bytes: int
    bytes_missing: int
    verified_at: float
    """When every byte was looked at last, seconds since 1970; 0 for never."""

    @property
    def can_be_used(self) -> bool:
        """Whether it is whole and not known to be damaged."""
        return self.state in (State.PRESENT, State.VERIFIED)


class ModelStore:
    """What the catalogue names, on this machine. Looking never touches the network."""

    def __init__(
        self,
        catalogue: Catalogue,
        records: Records,
        hub: Hub,
        *,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.catalogue = catalogue
        self._records = records
        self._hub = hub
        self._now = now

    # Looking

    def part(self, part_id: str) -> tuple[Standing, OnDisk]:
        """How a part stands, and its files."""
        part = self.catalogue.parts[part_id]
        return self._standing_of(part_id, part), self._look(part_id, part)[0]

    def record(self, part_id: str) -> PartRecord | None:
        """What is known of a part from when it was fetched, at whichever commit that was."""
        return self._records.read(part_id)

    @property
    def cache(self) -> Path:
        """The cache that models are fetched to."""
        return self._hub.cache

    def standing(self, model_id: str) -> Standing:
        """How a model stands. Raises CatalogueError for one that is not known."""
        parts = self.catalogue.parts_of([model_id])
        found = [self._standing_of(name, part) for name, part in parts.items()]
        states = {one.state for one in found}
        if State.ABSENT in states and states != {State.ABSENT} and State.DAMAGED not in states:
            state = State.PARTIAL
        else:
            state = next(one for one in _WORST_FIRST if one in states)
        return Standing(
            state,
            sum(one.bytes for one in found),
            sum(one.bytes_missing for one in found),
            min(one.verified_at for one in found),
        )

    def folders(self, model_id: str) -> dict[str, Path]:
        """Where the parts of a model lie, by id. Raises NotHereError or DamagedError."""
        title = self.catalogue.model(model_id).title
        found: dict[str, Path] = {}
        for name, part in self.catalogue.parts_of([model_id]).items():
            on_disk, record = self._look(name, part)
            if record is not None and _is_damaged(on_disk, record):
                mend = (
                    "Nothing was loaded. Put the right files there; they are looked at again."
                    if part.folder
                    else "Nothing was loaded. Remove it and fetch it again."
                )
                raise DamagedError(f"“{title}” is damaged: {', '.join(record.wrong)}.", mend=mend)
            if on_disk.root is None or not on_disk.is_whole:
                raise absence(model_id, title, part, on_disk)
            found[name] = on_disk.root
        return found

    def revisions(self, model_id: str) -> dict[str, str]:
        """The commits of a model's parts, by id, for keys and records; empty for own folders."""
        parts = self.catalogue.parts_of([model_id]).items()
        return {name: self._look(name, part)[0].commit for name, part in parts}

    def is_noise(self, model_id: str) -> bool:
        """Whether a model has random weights, as the catalogue says or its files themselves do."""
        if self.catalogue.is_noise(model_id):
            return True
        parts = self.catalogue.parts_of([model_id]).items()
        return any(is_noise(self._look(name, part)[0].files.values()) for name, part in parts)

    def identity(self, model_id: str) -> str:
        """Which weights a model is made of, for keys: what is pinned, or the commits that are here.

        Files of the user's own are known by name, size and the time that they were written: to
        read them for a digest would take a minute before anything could be keyed. Raises
        CatalogueError.
        """
        parts = self.catalogue.parts_of([model_id]).items()
        return digest_text("|".join(self._identity_of(name, part) for name, part in parts))

    # Fetching

    def plan(self, model_ids: Iterable[str]) -> dict[str, FetchPlan]:
        """What fetching models would bring, part by part. Asks the hub. Raises FetchError."""
        parts = self.catalogue.parts_of(model_ids).items()
        return {
            name: self._hub.plan(self._pinned(name, part))
            for name, part in parts
            if part.repository
        }

    def fetch(
        self, plans: Mapping[str, FetchPlan], progress: BytesDone, checked: BytesDone | None = None
    ) -> None:
        """Bring what plans say, and check it. `progress` is told bytes of all; it may cancel.
        `checked` is told bytes of the part that is looked at after it was brought.

        Raises FetchError, OutputError, or DamagedError where what came is not what was promised:
        that is taken away again.
        """
        check_room(self._hub.cache, sum(plan.bytes_left for plan in plans.values()))
        total = sum(plan.bytes for plan in plans.values())
        done = 0
        for name, plan in plans.items():
            part = self.catalogue.parts[name]
            came = self._hub.fetch(part, plan, Share(progress, done, total))
            self._check_fetched(name, part, plan, came, checked or _unheard)
            done += plan.bytes

    def _check_fetched(
        self,
        name: str,
        part: Part,
        plan: FetchPlan,
        came: frozenset[str],
        checked: BytesDone,
    ) -> None:
        """Look at the files that were here before; those that came were checked on their way, and
        those that are as a check left them need none."""
        record = PartRecord(
            repository=part.repository,
            commit=plan.commit,
            files=plan.files,
            fetched_at=self._now(),
        )
        on_disk = look(part, self._hub.cache, plan.commit, plan.files)
        sure = came | _as_checked(on_disk, self._records.read(name))
        before = {file: held for file, held in on_disk.files.items() if file not in sure}
        wrong = wrong_files(on_disk._replace(files=before), part.hashes, plan.files, checked)
        if wrong:
            for file in wrong:
                take_away(on_disk.files.get(file))
            raise DamagedError(
                f"What was here of “{part.repository}” is damaged: {', '.join(wrong)}.",
                mend="It was taken away. Fetch it again; only that comes.",
            )
        older = older_files(part, self._records.read(name), self._hub.cache)
        files = _stamped(plan.files, on_disk)
        self._records.write(name, replace(record, files=files, verified_at=self._now()))
        if older is not None:
            take_away_older(older, on_disk)

    # Checking and removing

    def check_before_use(self, model_id: str, progress: BytesDone) -> None:
        """Look at every byte of what was not checked since it was written; raise DamagedError.

        Most often nothing is to be looked at. A file of the user's own of which nobody knows what
        it should hold is looked at for its form.
        """
        parts = self.catalogue.parts_of([model_id])
        looked = {name: self._look(name, part) for name, part in parts.items()}
        new = {name: found for name, found in looked.items() if not _is_checked(*found)}
        total, done = sum(on_disk.bytes for on_disk, _ in new.values()), 0
        for name, (on_disk, record) in new.items():
            self._verify_part(name, on_disk, record, Share(progress, done, total))
            done += on_disk.bytes
        if new:
            self.folders(model_id)

    def checked_at(self, model_id: str) -> float:
        """When every byte was looked at last, seconds since 1970; 0 for never."""
        return self.standing(model_id).verified_at

    def verify(self, model_id: str, progress: BytesDone) -> tuple[str, ...]:
        """Look at every byte of a model; the files that are wrong. The day is remembered.

        Raises NotHereError where there is nothing to look at.
        """
        parts = self.catalogue.parts_of([model_id])
        looked = {name: self._look(name, part) for name, part in parts.items()}
        if all(on_disk.root is None for on_disk, _ in looked.values()):
            raise NotHereError(
                f"“{self.catalogue.model(model_id).title}” is not on this machine.",
                mend=f"Fetch it first: storyloom models get {model_id}.",
            )
        total = sum(on_disk.bytes for on_disk, _ in looked.values())
        found: list[str] = []
        done = 0
        for name, (on_disk, record) in looked.items():
            wrong = self._verify_part(name, on_disk, record, Share(progress, done, total))
            found += [f"{name}: {file}" for file in wrong]
            done += on_disk.bytes
        return tuple(found)

    def remove(self, model_id: str) -> int:
        """Delete what only this model needs, and tell how many bytes that freed.

        Parts that another model on this machine needs stay, and so do a user's own folders.
        """
        return sum(self._delete(name, part) for name, part in self.only_of(model_id))

    def would_free(self, model_id: str) -> int:
        """How many bytes removing a model would free."""
        only = self.only_of(model_id)
        folders = {repository_folder(self._hub.cache, part.repository) for _, part in only}
        begun = sum(begun_bytes(folder) for folder in folders)
        return begun + sum(self._look(name, part)[0].bytes for name, part in only)

    def only_of(self, model_id: str) -> list[tuple[str, Part]]:
        """The fetched parts that no other model on this machine needs: removing it deletes them."""
        parts = self.catalogue.parts_of([model_id]).items()
        return [
            (name, part)
            for name, part in parts
            if not part.folder
            and not any(
                self._is_kept(one) for one in self.catalogue.sharing(name) if one != model_id
            )
        ]

    # Privately

    def _identity_of(self, name: str, part: Part) -> str:
        if part.folder:
            held = sorted(files_of(part))
            return "|".join(f"{file} {one.size} {one.written}" for file, one in held)
        record = self._records.read(name) if not part.revision else None
        commit = part.revision
        if record is not None and record.repository == part.repository:
            commit = record.commit
        return f"{part.repository}@{commit or self._look(name, part)[0].commit or 'not here'}"

    def _is_kept(self, model_id: str) -> bool:
        """Whether a model's own part is here: it was fetched for its own sake."""
        own = self.catalogue.model(model_id).parts[0]
        return bool(self._look(own, self.catalogue.parts[own])[0].files)

    def _pinned(self, name: str, part: Part) -> Part:
        """The part at the commit that was fetched before, where the catalogue pins none."""
        record = self._records.read(name)
        if part.revision or record is None or record.repository != part.repository:
            return part
        return replace(part, revision=record.commit)

    def _look(self, name: str, part: Part) -> tuple[OnDisk, PartRecord | None]:
        record = self._records.read(name)
        if record is not None and (record.repository, record.folder) != (
            part.repository,
            part.folder,
        ):
            record = None  # the entry was changed since
        if record is not None and part.revision not in ("", record.commit):
            record = None
        commit, known = (record.commit, record.files) if record is not None else ("", ())
        return look(part, self._hub.cache, commit, known), record

    def _standing_of(self, name: str, part: Part) -> Standing:
        on_disk, record = self._look(name, part)
        verified = record.verified_at if record is not None else 0.0
        if record is not None and _is_damaged(on_disk, record):
            return Standing(State.DAMAGED, on_disk.bytes, 0, verified)
        if on_disk.is_whole:
            state = State.VERIFIED if verified else State.PRESENT
            return Standing(state, on_disk.bytes, 0, verified)
        state = State.PARTIAL if on_disk.files else State.ABSENT
        return Standing(state, on_disk.bytes, max(part.bytes - on_disk.bytes, 0), 0.0)

    def _verify_part(
        self, name: str, on_disk: OnDisk, record: PartRecord | None, progress: BytesDone
    ) -> tuple[str, ...]:
        """The files of a part that are wrong. The day and what was seen are remembered."""
        part = self.catalogue.parts[name]
        known = record.files if record is not None else {}
        if part.folder:
            known = {}  # a user may put other weights there
        wrong = wrong_files(on_disk, part.hashes, known, progress)
        before = record or PartRecord(
            repository=part.repository, folder=part.folder, commit=on_disk.commit
        )
        verified_at = 0.0 if wrong else self._now()
        files = _stamped(known, on_disk)
        made = replace(before, files=files, verified_at=verified_at, wrong=wrong)
        self._records.write(name, made)
        return wrong

    def _delete(self, name: str, part: Part) -> int:
        on_disk, _ = self._look(name, part)
        freed = on_disk.bytes
        for held in on_disk.files.values():
            take_away(held)
        self._records.forget(name)
        folder = repository_folder(self._hub.cache, part.repository)
        freed += sweep(folder, keep_begun=False)
        if not any((folder / "snapshots").rglob("*.*")):
            shutil.rmtree(folder, ignore_errors=True)
        return freed


def _stamped(known: Mapping[str, FileRecord], on_disk: OnDisk) -> dict[str, FileRecord]:
    """What is known of files, with when those that are here were written."""
    found = {
        name: replace(known.get(name, FileRecord(held.size)), written=held.written)
        for name, held in on_disk.files.items()
    }
    return {**known, **found}


def _is_damaged(on_disk: OnDisk, record: PartRecord) -> bool:
    """Whether files that were found wrong are still as they were then."""
    return any(
        name not in on_disk.files or on_disk.files[name].written == record.files[name].written
        for name in record.wrong
        if name in record.files
    )


def _is_checked(on_disk: OnDisk, record: PartRecord | None) -> bool:
    """Whether every file is as it was when all of them were found right."""
    has_been = record is not None and bool(record.verified_at)
    return has_been and on_disk.files.keys() <= _as_checked(on_disk, record)


def _as_checked(on_disk: OnDisk, record: PartRecord | None) -> frozenset[str]:
    """The files that are as they were when all of them were found right."""
    if record is None or not record.verified_at:
        return frozenset()
    known = record.files
    return frozenset(
        name
        for name, held in on_disk.files.items()
        if name in known and (held.size, held.written) == (known[name].size, known[name].written)
    )


def _unheard(done: int, total: int) -> None:
    """A check that is over soon tells nobody."""
