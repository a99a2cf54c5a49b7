from bot.channels.telegram.commands import MENU, PRESSES
from handlers.press import decode


def test_the_commands_that_telegram_asks_for_are_there() -> None:
    assert {"start", "help", "settings", "privacy", "cancel"} <= set(PRESSES)


def test_every_command_presses_something_known() -> None:
    assert all(decode(press.encode()) == press for press in PRESSES.values())


def test_names_and_descriptions_fit() -> None:
    assert len(MENU) <= 100
    assert all(one.name.isascii() and one.name == one.name.lower() and len(one.name) <= 32 for one in MENU)
    assert all(1 <= len(one.about) <= 256 for one in MENU)
