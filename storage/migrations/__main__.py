"""``python -m storage.migrations "what changes"``: write the next migration from ``storage/tables``.

Read what it wrote, then raise ``storage.schema.HEAD``; a test holds tables and migrations together.
"""

import sys

from sqlalchemy import create_engine

from storage.migrations import runner


def main(change: str) -> None:
    """Migrate an empty scratch database and write down what it still lacks."""
    with create_engine("sqlite://").begin() as connection:
        runner.upgrade(connection)
        runner.write(connection, change)


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
