"""Run the benchmark: ``python -m benchmarks.tail [--json]``."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

import click

from benchmarks.tail.evaluate import Compared, Figures, Told, compare, figures
from benchmarks.tail.labels import Labelled, load
from knowledge import catalogue
from knowledge.facts import Facts

SHARED = Path(os.environ.get("MOTCUA_SHARED", Path(__file__).parents[3] / "shared"))
CATALOGUE = SHARED / "data" / "national-catalogue" / "raw_procedures.jsonl.gz"
HALVES = ("open", "held")


@click.command()
@click.option("--catalogue", "path", type=click.Path(path_type=Path), default=CATALOGUE)
@click.option("--half", type=click.Choice(HALVES), help="Only this half.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def main(path: Path, half: str | None, as_json: bool) -> None:
    """Measure what the reader makes of the labelled procedures of a catalogue."""
    if not path.exists():
        click.echo(f"Nothing is measured: {path} is not here.", err=True)
        return
    halves = {one: rows for one, rows in compared(path).items() if half in (None, one)}
    click.echo(as_json_text(halves) if as_json else "\n".join(as_text(halves)))


def compared(path: Path) -> dict[str, list[Compared]]:
    """Every labelled procedure by its half, beside what the reader makes of its record."""
    labelled = load()
    read = _read(path, labelled)
    return {
        half: [compare(one, read[one.code]) for one in labelled if one.half == half and one.code in read]
        for half in HALVES
    }


def as_text(halves: Mapping[str, list[Compared]]) -> Iterator[str]:
    """A table of the figures, then every miss."""
    yield "| procedures | papers due | listed | precision | recall | only shown | cases | times | fees |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for half, rows in halves.items():
        yield _row(half, figures(rows))
    for rows in halves.values():
        yield from _misses(rows)


def as_json_text(halves: Mapping[str, list[Compared]]) -> str:
    """The same for machines."""
    told = {
        half: {**asdict(figures(rows)), "misses": {row.code: row.misses for row in rows if row.misses}}
        for half, rows in halves.items()
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _read(path: Path, labelled: Iterable[Labelled]) -> dict[str, Facts]:
    wanted = {one.code for one in labelled}
    rows = (row for row in catalogue.read(path) if catalogue.code(row.record) in wanted)
    return {facts.code: facts for facts in (row.facts() for row in rows)}


def _row(half: str, own: Figures) -> str:
    shares = [f"{share:.1%}" for share in (own.precision, own.recall, own.shown, own.cases)]
    told = [", ".join(f"{many} {how}" for how, many in one.items() if many) for one in (own.times, own.fees)]
    return " | ".join([f"| {own.procedures} {half}", str(own.due), str(own.listed), *shares, *told]) + " |"


def _misses(rows: Iterable[Compared]) -> Iterator[str]:
    for row in rows:
        aspects = {"cases": not row.cases, "time": row.time is Told.WRONG, "fee": row.fee is Told.WRONG}
        wrong = ", ".join(aspect for aspect, is_wrong in aspects.items() if is_wrong)
        if row.misses or wrong or row.wrongly_shown:
            yield f"{row.code}" + (f" ({wrong})" if wrong else "")
            yield from (f"  {miss}" for miss in row.misses)
            yield from ["  shown or not"] * bool(row.wrongly_shown)


if __name__ == "__main__":
    main()
