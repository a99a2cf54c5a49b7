"""What can be wrong with storage.

StorageError
"""

from motcua.errors import MotcuaError


class StorageError(MotcuaError):
    """The memory cannot be read or written."""
