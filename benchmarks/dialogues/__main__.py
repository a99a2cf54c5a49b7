"""Measure: ``python -m benchmarks.dialogues [--json]``, over the database that the settings name."""

from pathlib import Path
from uuid import uuid4

import click

from benchmarks.dialogues.measuring import Figures, load, measure
from bot.app import App
from bot.cli.common import with_app
from handlers.answer import Answer
from handlers.message import Message
from motcua.clock import utc_now

FILES = sorted(Path(__file__).parent.glob("*.yaml"))


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines for machines.")
def main(as_json: bool) -> None:
    """Count the turns with the right procedure and aspect, file by file."""
    for one in with_app(_measured):
        share = 100 * (1 - len(one.missed) / one.turns)
        click.echo(one.json() if as_json else f"{one.name}: {share:.1f} % of {one.turns} turns")


async def _measured(app: App) -> list[Figures]:
    run = uuid4().hex

    async def say(chat: str, text: str) -> Answer:
        message = Message(
            channel="dialogues", chat=f"{run} {chat}", event_id=uuid4().hex, at=utc_now(), text=text
        )
        async with app.database.writing() as session:
            return await app.dialogue.answer(session, message)

    return [await measure(path.stem, load(path), say) for path in FILES]


if __name__ == "__main__":
    main()
