"""The commands of ``motcua kb`` for writers of procedure files: begin one, renew facts, look them over."""

import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

import click

from knowledge import catalogue, lint, procedure_file, shelf
from knowledge.errors import UnknownProcedureError
from knowledge.facts import Facts
from knowledge.procedure import Source
from motcua.clock import in_vietnam, utc_now

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_PATH = click.Path(exists=True, path_type=Path)
_DAY = click.DateTime(["%Y-%m-%d"])
_from = click.option("--from", "source_file", type=_FILE, required=True, help="The catalogue with the facts.")
_published = click.option(
    "--published", type=_DAY, help="The catalogue's day, else that of its newest record."
)


@click.command()
@click.argument("code")
@_from
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write, not print.")
@click.option(
    "--refresh", "again", is_flag=True, help="Where the file is there, keep its guide, renew the facts."
)
@_published
def new(code: str, source_file: Path, out: Path | None, again: bool, published: datetime | None) -> None:
    """Begin the file of one procedure: a guide to fill in, and its facts."""
    facts, source = _look_up(source_file, {code}, published)
    if code not in facts:
        raise UnknownProcedureError(code=code)
    if out is None:
        click.echo(procedure_file.text(facts[code], source), nl=False)
        return
    if out.exists() and not again:
        raise click.UsageError(f"{out} is there already; --refresh keeps its guide and renews its facts.")
    written = out.read_text("utf-8") if out.exists() else procedure_file.SKELETON
    _write(out, procedure_file.text(facts[code], source, written))


@click.command()
@click.argument("paths", nargs=-1, type=_PATH)
@_from
@_published
def refresh(paths: tuple[Path, ...], source_file: Path, published: datetime | None) -> None:
    """Write the facts of PATHS (all shipped files, if none is named) anew; every guide stays as it is."""
    files = list(_files(paths))
    facts, source = _look_up(source_file, {path.stem for path in files}, published)
    changed = 0
    for path in files:
        if path.stem not in facts:
            click.echo(f"{_short(path)}: {path.stem} is not in the catalogue any more", err=True)
            continue
        written = path.read_text("utf-8")
        renewed = procedure_file.text(facts[path.stem], source, written)
        if renewed != written:
            _write(path, renewed)
            changed += 1
    click.echo(f"{len(files)} files, {changed} changed; facts of {source.published:%Y-%m-%d}")


@click.command("lint")
@click.argument("paths", nargs=-1, type=_PATH)
def lint_(paths: tuple[Path, ...]) -> None:
    """Look PATHS over (all shipped files, if none is named); each finding names file, line and mend."""
    files = list(_files(paths))
    today = in_vietnam(utc_now()).date()
    findings = lint.check_all(files, beside=shelf.files(), today=today)
    for finding in findings:
        click.echo(f"{_short(finding.path)}:{finding.line}: {finding.problem}; {finding.mend}")
    click.echo(f"{len(files)} files, {len(findings)} findings")
    sys.exit(1 if findings else 0)


def _look_up(path: Path, codes: set[str], published: datetime | None) -> tuple[dict[str, Facts], Source]:
    """The facts of some codes in a catalogue, and the source to give for them."""
    found: dict[str, Facts] = {}
    newest = date.min
    for row in catalogue.read(path):
        newest = max(newest, catalogue.updated(row.record) or date.min)
        if catalogue.code(row.record) in codes:
            facts = row.facts()
            found[facts.code] = facts
    checked = in_vietnam(utc_now()).date()
    day = published.date() if published else newest
    return found, Source(published=checked if day == date.min else day, checked=checked)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, those in folders named, or all shipped ones."""
    for path in paths or [shelf.SHIPPED]:
        yield from sorted(path.rglob("[1-9].*.yaml")) if path.is_dir() else [path]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _short(path: Path) -> Path:
    """The path as one would type it here."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
