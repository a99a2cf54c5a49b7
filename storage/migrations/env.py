"""Alembic's entry: works on the connection that the runner handed over."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from storage.columns import Moment, RowId
from storage.encrypted import Encrypted, EncryptedJson
from storage.tables import metadata
from storage.years import is_partition


def _render(_kind: str, thing: object, _context: AutogenContext) -> str | Literal[False]:
    if thing is RowId:
        return "RowId"
    if isinstance(thing, Encrypted):
        return "sa.Text()"
    if isinstance(thing, EncryptedJson):
        return "sa.JSON()"
    return "Moment" if isinstance(thing, Moment) else False


def _include(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or not is_partition(name or "")


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    render_item=_render,
    include_name=_include,
)
with context.begin_transaction():
    context.run_migrations()
