"""The commands ``motcua kb build`` and ``motcua kb eval``: the matcher's file, and how good it is."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path
from time import perf_counter

import click

from bot import known
from bot.app import App
from bot.cli.common import with_app, with_database
from bot.known import MATCHER
from bot.settings import Settings, load
from knowledge import absent, pack
from knowledge.matching.evaluating import Figures, Report, evaluate
from knowledge.matching.labelled import Question, questions
from knowledge.matching.match import Entry
from knowledge.matching.model import Model, competing, digest
from storage.database import Database

SHOWN = 15
"""Confusions that are listed."""


@click.command()
def build() -> None:
    """Work out what the matcher needs from the catalogue and the guides, so that the next start is quick.

    A start does the same where the file is missing or out of date; the same procedures make the same bytes.
    """
    settings = load()
    data = settings.data_dir
    entries = competing(with_database(partial(_entries, settings)), absent.load())
    began = perf_counter()
    model = Model.over(entries)
    size = pack.write(data / MATCHER, digest(entries), model.parts())
    ranker = model.ranker
    click.echo(
        f"{len(entries)} procedures, {len(ranker.said_of)} phrases, {len(ranker.weights.values)} features: "
        f"{data / MATCHER}, {size / 1e6:.1f} MB, {perf_counter() - began:.1f} s"
    )


async def _entries(settings: Settings, database: Database) -> list[Entry]:
    return (await known.library(settings, database)).entries()


@click.command("eval")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def eval_(file: Path, as_json: bool) -> None:
    """Put the labelled questions of FILE to the matcher and tell how often it is right.

    One JSON object a line: text, reg, gold_codes, tolerated_codes, expect (answer, clarify, refuse,
    smalltalk, answer_absent).
    """
    report = with_app(partial(_evaluated, questions(file)))
    if as_json:
        click.echo(json.dumps(asdict(report), ensure_ascii=False, indent=2))
        return
    for line in _lines(report):
        click.echo(line)


async def _evaluated(asked: list[Question], app: App) -> Report:
    return evaluate(app.matcher, asked)


def _lines(report: Report) -> Iterator[str]:
    titles = ("first", "top 3", "MRR", "right", "wrong", "asked", "refused")
    yield f"{'':<12}{'asked':>7}" + "".join(f"{title:>9}" for title in titles)
    for name, figures in (("all", report.total), *report.registers.items()):
        yield f"{name:<12}{figures.questions:>7}{_row(figures)}"
    yield ""
    yield "best score   questions   right first"
    for one in report.calibration:
        yield f"{one.low:.1f} to {one.high:.1f} {one.questions:>11} {one.right:>12.1%}"
    yield ""
    yield "confusions, dearest first: wanted, came first, times, answered so"
    for confused in report.confusions[:SHOWN]:
        counts = f"{confused.times:>3} {confused.answered:>3}"
        yield f"{confused.wanted}  {confused.got}  {counts}  {confused.example}"


def _row(figures: Figures) -> str:
    shares = f"{figures.first:>9.1%}{figures.first_three:>9.1%}{figures.reciprocal_rank:>9.3f}"
    return shares + "".join(f"{count:>9}" for count in figures.done.values())
