"""The command ``motcua kb``: procedures in, procedures out, and a strict eye on the shipped ones."""

from datetime import date, datetime
from pathlib import Path

import click

from knowledge import catalogue, procedure_file
from knowledge.errors import UnknownProcedureError
from knowledge.facts import Facts
from knowledge.procedure import Source
from motcua.clock import in_vietnam, utc_now

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def kb() -> None:
    """Procedures: read, search and check them."""


@kb.command()
@click.argument("code")
@click.option(
    "--from", "catalogue_file", type=_FILE, required=True, help="The catalogue to take the facts from."
)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write; else it is printed."
)
@click.option("--refresh", is_flag=True, help="Keep the guide of an existing file, write its facts anew.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="The day of the catalogue.")
def new(code: str, catalogue_file: Path, out: Path | None, refresh: bool, published: datetime | None) -> None:
    """Write a file for one procedure: a guide to fill in, and its facts."""
    found, newest = _search(catalogue_file, code)
    source = Source(published=published.date() if published else newest, checked=in_vietnam(utc_now()).date())
    if out is None:
        click.echo(procedure_file.text(found, source))
        return
    if out.exists() and not refresh:
        raise click.UsageError(
            f"{out} is there already; --refresh keeps its guide and writes its facts anew."
        )
    written = out.read_text("utf-8") if out.exists() else procedure_file.SKELETON
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(procedure_file.text(found, source, written), "utf-8")


def _search(path: Path, code: str) -> tuple[Facts, date]:
    found: Facts | None = None
    newest = date.min
    for row in catalogue.read(path):
        if row.facts is None:
            continue
        newest = max(newest, row.facts.updated or date.min)
        found = row.facts if row.facts.code == code else found
    if found is None:
        raise UnknownProcedureError(code=code)
    return found, newest
