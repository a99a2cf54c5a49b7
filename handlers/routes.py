"""Which handler answers which press, after what the press speaks of was looked up."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from handlers import (
    browse,
    calendar_day,
    card,
    checklist,
    choosing,
    dossier,
    fact,
    feedback,
    follow,
    life,
    lists,
    menu,
    miss,
    nearby,
    often,
    own_papers,
    personal,
    privacy,
    residence,
    shared_case,
    sharing,
    take_along,
    walk,
)
from handlers.answer import Answer
from handlers.press import Press
from handlers.presses import (
    Agree,
    AtCommune,
    Because,
    Browse,
    Card,
    Change,
    Choices,
    Choose,
    Dossiers,
    DueDay,
    EndHelpers,
    Erase,
    EraseNow,
    Event,
    Events,
    FactOf,
    Follow,
    ForgetHome,
    ForgetPapers,
    Help,
    Home,
    Judge,
    KeepPapers,
    Lists,
    More,
    MyData,
    MyHome,
    MyPapers,
    Nearby,
    Neither,
    NotThis,
    Often,
    OpenList,
    Person,
    Printed,
    Privacy,
    Question,
    Restart,
    ResultDay,
    Share,
    SharedCase,
    ShowDossier,
    Speak,
    Start,
    TakeAlong,
    TakeCase,
    Tick,
    Tongues,
    Track,
    Unfollow,
    Walk,
)
from handlers.turn import Turn
from storage import checklists

Handler = Callable[..., Awaitable[Answer]]

PLAIN: Mapping[type[Press], Handler] = {
    Start: menu.start,
    Home: menu.home,
    Help: menu.help_,
    Person: menu.person,
    Speak: menu.speak,
    Browse: browse.show,
    Events: life.choose,
    Event: life.show,
    Choices: choosing.again,
    Neither: miss.neither,
    Lists: lists.show,
    Often: often.show,
    Nearby: nearby.ask,
    AtCommune: nearby.at,
    DueDay: calendar_day.due,
    Track: dossier.track,
    Dossiers: follow.mine,
    ShowDossier: follow.show,
    Follow: follow.follow,
    Agree: follow.agree,
    Unfollow: follow.unfollow,
    Share: sharing.share,
    EndHelpers: follow.end_helpers,
    MyHome: residence.show,
    ForgetHome: residence.forget,
    MyData: personal.export,
    Privacy: privacy.show,
    Tongues: menu.tongues,
    MyPapers: own_papers.show,
    ForgetPapers: own_papers.forget,
    Erase: personal.erase,
    EraseNow: personal.erase_now,
}
"""Presses that speak of nothing in particular: ``(turn, press)``."""

OF_PROCEDURE: Mapping[type[Press], Handler] = {
    Card: card.show,
    FactOf: fact.show,
    More: card.more,
    NotThis: choosing.not_this,
    Walk: walk.start,
    Question: walk.ask,
    Choose: walk.choose,
    Judge: feedback.judge,
    Because: feedback.because,
    SharedCase: shared_case.opened,
    TakeCase: shared_case.take,
    ResultDay: calendar_day.result,
}
"""Presses that name a procedure: ``(turn, press, procedure)``."""

OF_CHECKLIST: Mapping[type[Press], Handler] = {
    OpenList: checklist.open_list,
    Tick: checklist.tick,
    Change: checklist.change,
    Restart: walk.restart,
    KeepPapers: own_papers.keep,
    TakeAlong: take_along.offer,
    Printed: take_along.printed,
}
"""Presses that name a checklist: ``(turn, press, checklist, procedure)``."""


async def pressed(turn: Turn, press: Press) -> Answer:
    """Answer a press from any state: all it needs is in it."""
    kind = type(press)
    if kind in OF_PROCEDURE:
        return await _of_procedure(turn, press, OF_PROCEDURE[kind])
    if kind in OF_CHECKLIST:
        return await _of_checklist(turn, press, OF_CHECKLIST[kind])
    return await PLAIN[kind](turn, press)


async def _of_procedure(turn: Turn, press: Any, handler: Handler) -> Answer:
    procedure = await turn.services.library.find(press.code)
    if procedure is None:
        return miss.gone_procedure(turn)
    return await handler(turn, press, procedure)


async def _of_checklist(turn: Turn, press: Any, handler: Handler) -> Answer:
    channel, chat = turn.message.channel, turn.message.chat
    kept = await checklists.get(turn.session, channel, chat, press.checklist)
    if kept is None:
        return miss.gone_checklist(turn)
    procedure = await turn.services.library.find(kept.procedure)
    if procedure is None:
        return miss.gone_procedure(turn)
    return await handler(turn, press, kept, procedure)
