"""``motcua ask``: one question, or thousands of them as JSON lines; nothing of it is remembered."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated, Any
from uuid import uuid4

import click
from pydantic import BaseModel, StringConstraints, ValidationError

from bot.app import App
from bot.channels.text import plain
from bot.cli.common import with_app
from bot.cli.why import table
from bot.timed import Timed
from handlers.answer import Answer
from handlers.dialogue import Dialogue
from handlers.message import Message
from handlers.services import Services
from knowledge import places
from knowledge.matching.match import Place
from motcua.clock import utc_now

_CHANNEL = "ask"
_CANDIDATES = 10


class Line(BaseModel):
    """One question. ``province`` is the citizen's, by any of its names."""

    id: str | int
    text: str
    province: Annotated[str, StringConstraints(max_length=128)] = ""


@click.command()
@click.option("--jsonl", is_flag=True, help="Read questions and write answers as JSON, one object a line.")
@click.option("--why", is_flag=True, help="Show how the question was read and judged.")
@click.option("--province", default="", help="The citizen's province.")
@click.argument("question", nargs=-1)
def ask(jsonl: bool, why: bool, province: str, question: tuple[str, ...]) -> None:
    """Answer QUESTION as a citizen would read it, or every line of the input with --jsonl.

    Lines are {"id", "text", "province"?}; an answer comes for each in its order, an error for a line that
    cannot be read.
    """
    line = Line(id=0, text=" ".join(question), province=province)
    if jsonl:
        lines = click.open_file("-", encoding="utf-8", errors="replace")
        with_app(lambda app: answer_lines(app, lines))
    elif why:
        with_app(lambda app: explain(app, line))
    else:
        with_app(lambda app: answer_one(app, line))


async def answer_lines(app: App, lines: Iterable[str]) -> None:
    """Answer every line of JSON; a blank one is passed over, a bad one is told."""
    asking = Asking(app)
    for line in lines:
        if line.strip():
            click.echo(json.dumps(await _answered(asking, line), ensure_ascii=False))


async def answer_one(app: App, line: Line) -> None:
    """Print what a citizen would read."""
    answer = await Asking(app).answer(line)
    click.echo("\n\n".join(plain(reply) for reply in answer.replies))


async def explain(app: App, line: Line) -> None:
    """Print how the matcher read and judged the question."""
    match = app.matcher.match(line.text, Place(province=places.province(line.province)))
    click.echo(table(match, app.library.label))


async def _answered(asking: "Asking", line: str) -> dict[str, Any]:
    try:
        question = Line.model_validate_json(line)
    except ValidationError as error:
        return {"id": _id(line), "error": _reasons(error)}
    answer = await asking.answer(question)
    return {
        "id": question.id,
        "outcome": answer.outcome.value,
        "codes": [{"code": one.code, "score": one.score} for one in answer.codes[:_CANDIDATES]],
        "aspects": [aspect.value for aspect in answer.aspects],
        "reply": "\n\n".join(plain(reply) for reply in answer.replies),
        "ms": round(asking.took * 1000, 3),
    }


class Asking:
    """Puts every question to the dialogue in a chat of its own, and forgets that chat."""

    def __init__(self, app: App) -> None:
        self._app = app
        self.took = 0.0
        self._services = Services(
            library=app.library,
            matcher=Timed(app.matcher, self._note),
            hasher=app.hasher,
            absent=app.services.absent,
        )

    async def answer(self, line: Line) -> Answer:
        """What the dialogue says to a stranger from that province who types this."""
        self.took = 0.0
        home = places.province(line.province) or self._app.settings.home_province
        dialogue = Dialogue(replace(self._services, home=Place(province=home)))
        message = Message(channel=_CHANNEL, chat=uuid4().hex, event_id="1", at=utc_now(), text=line.text)
        async with self._app.database.writing() as session, session.begin_nested() as forgotten:
            answer = await dialogue.answer(session, message)
            await forgotten.rollback()
        return answer

    def _note(self, took: float) -> None:
        """How many seconds the last match took."""
        self.took = took


def _id(line: str) -> str | int | None:
    """The id of a bad line, where at least that can be read."""
    try:
        found = json.loads(line)
    except ValueError:
        return None
    name = found.get("id") if isinstance(found, dict) else None
    return name if isinstance(name, str | int) else None


def _reasons(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(map(str, one['loc']))}: {one['msg']}".lstrip(": ")
        for one in error.errors(include_url=False)
    )
