"""Run the benchmark: ``python -m benchmarks.matching [--growth | --ablation] [--json]``."""

import importlib
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import click

from benchmarks.matching.ablation import Ablated, ablation
from benchmarks.matching.data import CATALOGUE, QUESTIONS, entries
from benchmarks.matching.growth import Grown, growth
from benchmarks.matching.measuring import Figures, decisions, dropped, figures
from benchmarks.matching.peers import Ours, Peer
from benchmarks.matching.report import ablated, grown, markdown
from benchmarks.matching.resources import Cost, cost
from knowledge.matching.labelled import Question, questions
from knowledge.matching.match import Entry

_Row = TypeVar("_Row", Grown, Ablated)
Maker = Callable[[Sequence[Entry]], Peer]

# Where a peer lives; one whose package is not installed is left out.
_PEERS = (
    ("benchmarks.matching.peers", "Fts5"),
    ("benchmarks.matching.peers", "WRatio"),
    ("benchmarks.matching.peer_bm25s", "Bm25s"),
    ("benchmarks.matching.peer_sklearn", "TfIdf"),
    ("benchmarks.matching.peer_sklearn", "TfIdfLetters"),
    ("benchmarks.matching.peer_tantivy", "Tantivy"),
)


@click.command()
@click.option(
    "--catalogue", type=click.Path(path_type=Path), default=CATALOGUE, help="The portal's JSON lines."
)
@click.option("--questions", "labelled", type=click.Path(path_type=Path), default=QUESTIONS)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
@click.option("--ours", "only_ours", is_flag=True, help="Leave the peers out.")
@click.option("--growth", "only_growth", is_flag=True, help="Measure ours at several sizes of the catalogue.")
@click.option("--ablation", "only_ablation", is_flag=True, help="Leave out one ingredient of ours at a time.")
def main(
    catalogue: Path, labelled: Path, as_json: bool, only_ours: bool, only_growth: bool, only_ablation: bool
) -> None:
    """Measure ours and its peers on the same labelled questions."""
    missing = [str(path) for path in (catalogue, labelled) if not path.exists()]
    if missing:
        click.echo(f"Nothing is measured: {', '.join(missing)} is not here.", err=True)
        return
    asked, held = questions(labelled), entries(catalogue)
    if only_growth:
        _tell(growth(held, asked), grown, as_json=as_json)
        return
    if only_ablation:
        _tell(list(ablation(held, asked)), ablated, as_json=as_json)
        return
    ours = Ours(held)
    decided, lost = decisions(ours, asked), dropped(ours, asked)
    rows = [_ours(ours, held, asked), *(() if only_ours else _peers(held, catalogue, asked))]
    if as_json:
        ranking = [row.json() for row in rows]
        told = {
            "procedures": len(held),
            "ranking": ranking,
            "marks_dropped": lost.json(),
            "decisions": decided.json(),
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        click.echo(markdown(rows, decided, lost, len(held)))


def _tell(rows: list[_Row], table: Callable[[list[_Row]], str], *, as_json: bool) -> None:
    told = [row.json() for row in rows]
    click.echo(json.dumps(told, ensure_ascii=False, indent=2) if as_json else table(rows))


def _ours(ours: Ours, held: Sequence[Entry], asked: Sequence[Question]) -> Figures:
    with TemporaryDirectory() as folder:
        pack = Path(folder) / "matcher.pack"
        built = cost(partial(Ours, held, pack))
        started = cost(partial(Ours, held, pack))
    return figures(ours, asked, Cost(seconds=built.seconds, memory=started.memory), started.seconds)


def _peers(held: list[Entry], catalogue: Path, asked: list[Question]) -> list[Figures]:
    """Every installed peer over the official names alone, and over the guides' phrases too."""
    bare = entries(catalogue, guided=False)
    rows = []
    for maker in _makers():
        for known, told in ((bare, "names"), (held, "names and phrases")):
            peer = maker(known)
            peer.name = f"{peer.name}, {told}"
            rows.append(figures(peer, asked, cost(partial(maker, known))))
    return rows


def _makers() -> Iterator[Maker]:
    for module, name in _PEERS:
        try:
            yield getattr(importlib.import_module(module), name)
        except ImportError as error:
            click.echo(f"{name} is left out: {error}", err=True)


if __name__ == "__main__":
    sys.exit(main())
