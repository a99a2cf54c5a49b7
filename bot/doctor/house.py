"""What can be seen without asking anybody: settings, files, knowledge and letters."""

import os
from collections.abc import Iterator

from bot.doctor.finding import Finding, Grade
from bot.papers import letters
from bot.settings import Settings
from handlers.language import Language
from knowledge.errors import KnowledgeError
from knowledge.shelf import Shelf

SAMPLE = "Giấy chứng nhận quyền sử dụng đất, hộ tịch, lệ phí 50.000 ₫"
"""Letters that a font without Vietnamese lacks."""


def look(settings: Settings, say: Language) -> Iterator[Finding]:
    """All of it."""
    yield from _settings(settings, say)
    yield _folder(settings, say)
    yield _knowledge(say)
    yield _letters(say)


def _settings(settings: Settings, say: Language) -> Iterator[Finding]:
    about = say("Settings")
    yield _key(settings, say, about)
    if not settings.home_province:
        yield Finding(
            about=about,
            grade=Grade.WORTH_A_LOOK,
            told=say("no province is set, so the provinces' own procedures come last"),
            mend=say("Set {name} to the province this deployment serves.", name="MOTCUA_HOME_PROVINCE"),
        )
    if settings.production and not settings.origin:
        yield Finding(
            about=about,
            grade=Grade.WORTH_A_LOOK,
            told=say("the public address of the web chat is not set"),
            mend=say("Behind a proxy set {name} to https://…", name="MOTCUA_ORIGIN"),
        )


def _key(settings: Settings, say: Language, about: str) -> Finding:
    if settings.secret_key is not None:
        return Finding(about=about, told=say("the key of the hashes is set"))
    mend = say("Set {name} to 32 or more random characters, and keep a copy.", name="MOTCUA_SECRET_KEY")
    if settings.production:
        told = say("production has no key of its own")
        return Finding(about=about, told=told, mend=mend, grade=Grade.BROKEN)
    told = say("the key of the hashes is made by itself, which is fine for a laptop")
    return Finding(about=about, told=told, mend=mend, grade=Grade.WORTH_A_LOOK)


def _folder(settings: Settings, say: Language) -> Finding:
    about, folder = say("Data folder"), settings.data_dir.resolve()
    nearest = next(one for one in (folder, *folder.parents) if one.exists())
    if nearest.is_dir() and os.access(nearest, os.W_OK):
        return Finding(about=about, told=str(folder))
    told = say("{folder} cannot be written to", folder=folder)
    mend = say("Let the service write there, or set {name} to another folder.", name="MOTCUA_DATA_DIR")
    return Finding(about=about, told=told, mend=mend, grade=Grade.BROKEN)


def _knowledge(say: Language) -> Finding:
    about = say("Shipped knowledge")
    try:
        held = len(Shelf.load().procedures)
    except (KnowledgeError, OSError) as error:
        told = say.error(error) if isinstance(error, KnowledgeError) else str(error)
        return Finding(about=about, told=told, mend=_again(say), grade=Grade.BROKEN)
    return Finding(about=about, told=say("{count} procedures with a guide", count=held))


def _letters(say: Language) -> Finding:
    about = say("Letters")
    try:
        whole = letters.fit(SAMPLE) == SAMPLE and letters.BOLD.is_file()
    except OSError:
        whole = False
    if whole:
        return Finding(about=about, told=say("pictures and PDF have every Vietnamese letter"))
    told = say("the font of pictures and PDF cannot be read")
    return Finding(about=about, told=told, mend=_again(say), grade=Grade.BROKEN)


def _again(say: Language) -> str:
    return say("Install the program again: its files are damaged.")
