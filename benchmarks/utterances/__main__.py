"""Run the benchmark: ``python -m benchmarks.utterances``."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from benchmarks.matching.data import CATALOGUE, entries, shipped_entries
from benchmarks.utterances.utterance import ASPECT, CODE, UTTERANCES, Heard, Utterance, hear, load
from knowledge import absent
from knowledge.matching import build
from knowledge.matching.match import Matcher

Row = tuple[Utterance, Heard]


@click.command()
@click.option("--catalogue", type=click.Path(path_type=Path), default=CATALOGUE)
@click.option("--folder", type=click.Path(path_type=Path), default=UTTERANCES)
@click.option("--misses", is_flag=True, help="List every line that is not served, and how.")
def main(catalogue: Path, folder: Path, misses: bool) -> None:
    """Tell, a field a row, how many utterances the matcher serves.

    The whole catalogue is loaded where it is there, else the shipped procedures alone.
    """
    matcher = build(entries(catalogue) if catalogue.exists() else shipped_entries(), absent.load())
    click.echo("\n".join(_lines(heard(matcher, folder), misses)))


def heard(matcher: Matcher, folder: Path = UTTERANCES) -> dict[str, list[Row]]:
    """Every utterance of a folder with what became of it, by the name of its file."""
    return {
        path.stem: [(one, hear(matcher, one)) for one in load(path)] for path in sorted(folder.glob("*.yaml"))
    }


def _lines(fields: Mapping[str, list[Row]], misses: bool) -> Iterator[str]:
    yield "| field | utterances | first | first three | served | answered wrong | aspect |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    everything = [row for rows in fields.values() for row in rows]
    yield from (_line(name, rows) for name, rows in {**fields, "all": everything}.items())
    if misses:
        yield from _misses(everything)


def _line(name: str, rows: list[Row]) -> str:
    asked = [one for said, one in rows if said.aspect]
    shares = (
        _share(one.first for _, one in rows),
        _share(one.first_three for _, one in rows),
        _share(CODE not in one.wrong for _, one in rows),
        _share(one.answered_wrong for _, one in rows),
        _share(ASPECT not in one.wrong for one in asked),
    )
    return f"| {name} | {len(rows)} | {' | '.join(shares)} |"


def _share(hits: Iterable[bool]) -> str:
    seen = list(hits)
    return f"{sum(seen) / len(seen):.1%}" if seen else "-"


def _misses(rows: Iterable[Row]) -> Iterator[str]:
    for said, one in rows:
        if one.wrong:
            wanted = said.absent or "/".join(said.codes)
            yield f"{wanted}  {', '.join(sorted(one.wrong))}  {said.text}"


if __name__ == "__main__":
    main()
