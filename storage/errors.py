"""What can be wrong with storage.

StorageError
├── DatabaseAddressError      the URL itself is of no use
├── DatabaseUnreachableError  nobody answers behind it
├── DatabaseNewerError        it was migrated by a newer program
├── DatabaseMigrationError    it cannot be brought to the present version
├── WeakKeyError              a key too short to hide anything
├── NoCipherError             opened without a key, and something encrypted is wanted
├── CipherKeyError            encrypted under a key that is not there
├── SourceTakenError
└── UnknownSourceError
"""

from motcua.errors import MotcuaError


class StorageError(MotcuaError):
    """The memory cannot be read or written."""


class DatabaseAddressError(StorageError):
    """The database address cannot be used: {reason}. It should read like
    sqlite:///var/motcua.db or postgresql+asyncpg://name:password@host/database."""


class DatabaseUnreachableError(StorageError):
    """The database {url} does not answer: {reason}. Check that it runs, that it exists and that the
    address, the name and the password are right."""


class DatabaseNewerError(StorageError):
    """The database {url} is at version {found}, which this program does not know: it was used by a newer
    one. Install that newer program, or restore the backup made before it was installed."""


class DatabaseMigrationError(StorageError):
    """The database {url} cannot be brought to the present version: {reason}. Nothing was changed in it."""


class WeakKeyError(StorageError):
    """The key is too short: it has {length} bytes and needs at least {least}."""


class NoCipherError(StorageError):
    """The database was opened without a key, so nothing personal can be read from it or written to it."""


class CipherKeyError(StorageError):
    """What is stored was encrypted under a key that is not in the settings. Put the key it was made with
    back into MOTCUA_SECRET_KEY, or, after a rotation, into MOTCUA_FORMER_KEYS."""


class SourceTakenError(StorageError):
    """There is a source {name} already. Give this one another name, or rotate its secret."""


class UnknownSourceError(StorageError):
    """There is no source {name}. “motcua source list” shows all of them."""
