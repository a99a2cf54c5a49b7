"""How the bot presents itself: its menu and its descriptions in every language, and where updates go."""

from telegram import BotCommand, MenuButtonCommands

from bot.channels.telegram.api import Api, translated
from bot.channels.telegram.commands import MENU
from bot.channels.telegram.wire import KINDS
from bot.settings import Settings
from handlers.language import DEFAULT, Language, Languages, later

CONNECTIONS = 40
"""Updates that Telegram may bring at once."""

_ABOUT = later(
    "Ask in your own words: which papers, what fee, where and how long. I list the papers of your own case "
    "and tell you where your dossier is. I am an automatic assistant and never need your identity number."
)
_SHORT = later("Public procedures in plain words: papers, fees, places, and where your dossier is.")


async def introduce(api: Api) -> None:
    """Set the commands, both descriptions and the menu button; Vietnamese is for whoever has no other."""
    languages = Languages.shipped()
    with translated():
        for name in languages.names:
            await _introduce_in(api, languages.of(name), "" if name == DEFAULT else name)
        await api.set_chat_menu_button(menu_button=MenuButtonCommands())


async def set_webhook(api: Api, settings: Settings) -> None:
    """Have updates brought to us, or fetched by us: whichever the settings say. None is dropped."""
    with translated():
        if settings.telegram_mode == "poll" or settings.telegram_secret is None:
            await api.delete_webhook()
            return
        await api.set_webhook(
            settings.telegram_webhook_url,
            secret_token=settings.telegram_secret.get_secret_value(),
            allowed_updates=KINDS,
            max_connections=CONNECTIONS,
        )


async def _introduce_in(api: Api, say: Language, code: str) -> None:
    commands = [BotCommand(one.name, say(one.about)) for one in MENU]
    await api.set_my_commands(commands, language_code=code or None)
    await api.set_my_description(say(_ABOUT), language_code=code or None)
    await api.set_my_short_description(say(_SHORT), language_code=code or None)
