"""``motcua questions``: what people asked in vain, and the answers they were not content with."""

import json
from collections.abc import Iterator

import click

from bot.app import App
from bot.cli.common import with_app
from handlers.language import Languages
from storage import questions as kept
from storage.questions import Asked, Opinion

_KINDS = {"unanswered": Opinion.NONE, "complaints": Opinion.BAD, "praise": Opinion.GOOD}


@click.command()
@click.option("--kind", type=click.Choice([*_KINDS, "all"]), default="all", show_default=True)
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True)
@click.option("--jsonl", is_flag=True, help="Write JSON, one question a line.")
def questions(kind: str, limit: int, jsonl: bool) -> None:
    """Print the questions that found nothing and the answers judged by a thumb, newest first.

    Numbers in them are masked; after 90 days they are deleted.
    """
    for line in with_app(lambda app: _told(app, _KINDS.get(kind), limit, jsonl=jsonl)):
        click.echo(line)


async def _told(app: App, opinion: Opinion | None, limit: int, *, jsonl: bool) -> list[str]:
    async with app.database.reading() as session:
        found = await kept.latest(session, limit, opinion=opinion)
    return list(_json(found) if jsonl else _lines(app, found))


def _json(found: list[Asked]) -> Iterator[str]:
    for one in found:
        fields = {"text": one.text, "outcome": one.outcome, "code": one.code or None}
        judged = {"opinion": one.opinion.value or None, "reason": one.reason or None}
        yield json.dumps({"at": one.at.isoformat()} | fields | judged, ensure_ascii=False)


def _lines(app: App, found: list[Asked]) -> Iterator[str]:
    say = Languages.shipped().of(app.settings.language)
    marks = {Opinion.NONE: "·", Opinion.GOOD: "👍", Opinion.BAD: "👎"}
    for one in found:
        name = app.library.label(one.code) if one.code else ""
        about = " · ".join(filter(None, (one.outcome, name, one.reason)))
        yield f"{say.moment(one.at)}  {marks[one.opinion]}  {one.text or '-'}  [{about}]"
