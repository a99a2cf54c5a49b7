"""``motcua chat``: the conversation in a terminal, or as JSON lines for programs."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Final, TextIO
from uuid import uuid4

import click
from pydantic import BaseModel, StringConstraints, ValidationError, model_validator

from bot.channels.text import numbered, plain, rows
from bot.cli.common import with_app
from bot.desk import Desk
from handlers.answer import Answer
from handlers.language import Language, Languages
from handlers.message import Message
from handlers.presses import Start
from handlers.reply import File, Reply
from motcua.clock import utc_now

TERMINAL: Final = "terminal"
JSON_LINES: Final = "jsonl"
"""The names of the two channels, under which their chats are remembered."""

_Chat = Annotated[str, StringConstraints(min_length=1, max_length=128)]


class Line(BaseModel):
    """One line of input: a text, or the data of a button."""

    chat: _Chat
    text: str | None = None
    press: str | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> "Line":
        if (self.text is None) == (self.press is None):
            raise ValueError("give a text or a press, one of both")
        return self


@click.command()
@click.option("--jsonl", is_flag=True, help="Read and write JSON, one object a line.")
@click.option("--chat", "name", default="me", show_default=True, help="Which conversation to go on with.")
@click.option(
    "--files", "folder", type=click.Path(file_okay=False, path_type=Path), help="Save files into this folder."
)
@click.argument("source", type=click.File(encoding="utf-8", errors="replace"), default="-")
def chat(jsonl: bool, name: str, folder: Path | None, source: TextIO) -> None:
    """Talk to the assistant here, or let it read SOURCE. Type a choice's number to press it; Ctrl-D ends.

    With --jsonl: {"chat", "text"} or {"chat", "press"} in, the answer out, line by line and in order.
    """
    if jsonl:
        with_app(lambda app: answer_lines(app.desk, source))
    else:
        say = Languages.shipped()
        with_app(lambda app: talk(app.desk, source, name, say.of(app.settings.language), folder))


async def answer_lines(desk: Desk, lines: TextIO) -> None:
    """Answer every line; one that cannot be read is told so, and the next one is read."""
    for text in lines:
        try:
            line = Line.model_validate_json(text)
        except ValidationError as error:
            _print({"error": _reasons(error)})
            continue
        _print(_face(line.chat, await _said(desk, JSON_LINES, line)))


async def talk(desk: Desk, lines: TextIO, name: str, say: Language, folder: Path | None = None) -> None:
    """A conversation that ends with the input; files are named, or saved where there is a folder for them."""
    for line in _typed(lines, name):
        answer = await _said(desk, TERMINAL, line)
        for reply in answer.replies:
            click.echo(f"\n{numbered(reply)}\n")
            for file in reply.files:
                click.echo(f"📎 {_saved(file, folder) if folder else file.name}\n")
    click.echo("\n" + say("Goodbye! Your lists are kept here for you."))


def _typed(lines: TextIO, name: str) -> Iterator[Line]:
    """The first words, then every line that is not empty."""
    yield Line(chat=name, press=Start().encode())
    prompt = "› " if lines.isatty() else ""
    while True:
        click.echo(prompt, nl=False)
        text = lines.readline()
        if not text:
            return
        if text.strip():
            yield Line(chat=name, text=text)


async def _said(desk: Desk, channel: str, line: Line) -> Answer:
    """Every line is a new event; an event that was claimed before is none of ours, so another is made."""
    while True:
        message = Message(
            channel=channel,
            chat=line.chat,
            event_id=uuid4().hex,
            at=utc_now(),
            text=line.text or "",
            press=line.press or "",
        )
        answer = await desk.converse(message)
        if answer is not None:
            return answer


def _saved(file: File, folder: Path) -> Path:
    """Where a file lies now; one of the same name is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / Path(file.name).name
    path.write_bytes(file.content)
    return path


def _face(chat: str, answer: Answer) -> dict[str, Any]:
    return {
        "chat": chat,
        "outcome": answer.outcome.value,
        "code": answer.code,
        "codes": [{"code": one.code, "score": round(one.score, 4)} for one in answer.codes],
        "aspects": [aspect.value for aspect in answer.aspects],
        "replies": [_reply(reply) for reply in answer.replies],
    }


def _reply(reply: Reply) -> dict[str, Any]:
    buttons = [[button.model_dump(include={"label", "press"}) for button in row] for row in rows(reply)]
    files = {"files": [file.name for file in reply.files]} if reply.files else {}
    return {"text": plain(reply), "buttons": buttons, **files}


def _reasons(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(map(str, one['loc']))}: {one['msg']}".lstrip(": ")
        for one in error.errors(include_url=False)
    )


def _print(face: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(face, ensure_ascii=False) + "\n")
    sys.stdout.flush()
