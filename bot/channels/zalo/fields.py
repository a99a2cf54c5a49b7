"""What a template can say of a dossier, in few words: Zalo's parameters are short."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.channels.zalo.settings import ANY, Template
from handlers.language import Language, later
from handlers.screen import clip
from handlers.telling.history import SHORT
from storage.dossiers import Dossier
from storage.notices import News

MOST = 100
"""Characters of one parameter."""

_NEWS: Mapping[News, str] = {
    News.STATUS: later("New status"),
    News.NEEDS: later("Something is asked of you"),
    News.DUE_MOVED: later("New due date"),
    News.DUE_NEAR: later("Due soon"),
    News.DUE_PASSED: later("Past its due date"),
}

_NOTHING = "–"
"""Stands where nothing is known: Zalo takes no empty parameter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A template with its parameters, as it is sent."""

    id: str
    data: Mapping[str, str]


def filled(templates: Mapping[str, Template], say: Language, dossier: Dossier, news: News) -> Filled | None:
    """The template for this kind of news with what it says of the dossier; None where none is set."""
    template = templates.get(news.value) or templates.get(ANY)
    if template is None:
        return None
    said = {name: text or _NOTHING for name, text in _fields(say, dossier, news).items()}
    data = {name: clip(text.format(**said), MOST) for name, text in template.data.items()}
    return Filled(id=template.id, data=data)


def _fields(say: Language, dossier: Dossier, news: News) -> dict[str, str]:
    return {
        "code": dossier.code,
        "status": say(SHORT[dossier.status]),
        "procedure": dossier.procedure_name,
        "office": dossier.office,
        "due": say.moment(dossier.due_at) if dossier.due_at else "",
        "news": say(_NEWS[news]),
    }
