"""Alembic's entry: works on the connection that the runner handed over."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from storage.columns import Moment, RowId
from storage.tables import metadata


def _render(_kind: str, thing: object, _context: AutogenContext) -> str | Literal[False]:
    if thing is RowId:
        return "RowId"
    return "Moment" if isinstance(thing, Moment) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    render_item=_render,
)
with context.begin_transaction():
    context.run_migrations()
