"""The whole ``motcua`` command, only unhurried: Telegram's pace is not what is measured."""

from dataclasses import replace

from bot.channels.base import unhurried
from bot.channels.telegram.channel import TelegramChannel
from bot.cli.main import main


def hasten() -> None:
    """Let Telegram be written to as fast as it goes."""
    TelegramChannel.abilities = replace(TelegramChannel.abilities, rate=None, chat_rate=unhurried)


if __name__ == "__main__":
    hasten()
    main()
