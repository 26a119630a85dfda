"""The result store: results named by their keys, kept in files that many processes share."""

from nodes.store.leases import Lease
from nodes.store.object_file import StoredValue
from nodes.store.result_store import ResultStore

__all__ = ["Lease", "ResultStore", "StoredValue"]
