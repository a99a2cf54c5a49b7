"""The conversation: one message in, one answer out, whatever came before."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from handlers import (
    deep_links,
    digits,
    dossier,
    feedback,
    filing,
    manners,
    miss,
    nearby,
    often,
    phone,
    picture,
    residence,
    whereabouts,
)
from handlers.answer import Answer
from handlers.ask import ask
from handlers.choosing import chosen_in_words
from handlers.company import apart
from handlers.correction import corrected
from handlers.draft import Counted, Draft
from handlers.errors import UnknownPressError
from handlers.language import Language, Languages
from handlers.menu import disclosure
from handlers.message import Kind, Message
from handlers.options import anew, hinted, last_options, typed
from handlers.press import decode
from handlers.presses import Home, NotThis, Track
from handlers.reply import Paragraph
from handlers.routes import pressed
from handlers.screen import back_label
from handlers.services import Services
from handlers.state import Awaits, State
from handlers.turn import Turn
from handlers.unread import unread
from handlers.words import asks_where_a_dossier_is, means_back, menu_word, ordinal
from knowledge.dossier_code import find
from motcua.text import clean_line
from storage.chats import load_state, save_state
from storage.session import Session

LONGEST = 1000
"""Characters of a line that are read: nobody asks for a procedure in more."""

Way = Callable[[Turn], Awaitable[Answer | None]]


class Dialogue:
    """Answers messages; everything it remembers lies in the session's database."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def answer(self, session: Session, message: Message) -> Answer:
        """Answer one message and keep the chat's new state, both within this session's transaction."""
        turn = self._turn(session, message, await load_state(session, message.channel, message.chat))
        answer, counted = await self._worked_out(turn)
        await self._keep(session, message, answer.state.dump(), counted)
        return answer

    async def draft(self, session: Session, message: Message) -> Draft:
        """Work an answer out and keep nothing of it; a session that cannot write is enough.

        Raises whatever the database says where answering this message has to write.
        """
        before = await load_state(session, message.channel, message.chat)
        turn = self._turn(session, message, before)
        answer, counted = await self._worked_out(turn)
        return Draft(
            before=before,
            state=answer.state.dump(),
            replies=tuple(reply.model_dump_json() for reply in answer.replies),
            outcome=answer.outcome,
            counted=counted,
            redact=answer.redact,
            kept=answer.kept,
        )

    async def keep(self, session: Session, message: Message, draft: Draft) -> bool:
        """Keep what a draft leaves behind; False, and nothing is kept, where the chat has moved on since."""
        if await load_state(session, message.channel, message.chat) != draft.before:
            return False
        await self._keep(session, message, draft.state, draft.counted)
        return True

    async def apologise(self, session: Session, message: Message) -> Answer:
        """What is said when answering failed; the chat's state stays as it was."""
        before = await load_state(session, message.channel, message.chat)
        answer = miss.apology(self._turn(session, message, before))
        kept = digits.masked(message.text)
        return replace(answer, kept=kept if kept != message.text else None)

    async def _worked_out(self, turn: Turn) -> tuple[Answer, Counted | None]:
        answer = await _discreetly(turn)
        answer = _introduced(answer, self._language(answer.state))
        counted = often.counted(turn, answer)
        state = answer.state.model_copy(update={"options": last_options(answer.replies)})
        return replace(answer, state=state, code=replace(turn, state=state).at_hand or None), counted

    async def _keep(self, session: Session, message: Message, state: str, counted: Counted | None) -> None:
        now = self._services.clock()
        if counted is not None:
            await often.note(session, message, counted, now)
        await save_state(session, message.channel, message.chat, state, now)

    def _turn(self, session: Session, message: Message, before: str | None) -> Turn:
        state = State.load(before)
        return Turn(
            message=replace(message, text=clean_line(message.text)[:LONGEST]),
            state=state,
            services=self._services,
            session=session,
            say=self._language(state),
            now=self._services.clock(),
        )

    def _language(self, state: State) -> Language:
        languages = Languages.shipped()
        chosen = state.language if state.language in languages.names else self._services.language
        return languages.of(chosen)


async def _discreetly(turn: Turn) -> Answer:
    """Answer without the identity or phone numbers of the line, unless they may prove a dossier."""
    if turn.message.kind is Kind.PICTURE:
        return await _answer(turn)
    kept = digits.masked(turn.text)
    proof = turn.state.awaits is Awaits.PROOF or find(turn.text)
    if kept == turn.text or proof:
        return await _answer(turn)
    bare = replace(turn, message=replace(turn.message, text=digits.without(turn.text)))
    answer = manners.only_number(bare) or await _answer(bare)
    note = turn.say("I masked the number you typed: I never need it, so please do not send it.")
    first, *others = answer.replies
    first = first.model_copy(update={"blocks": (*first.blocks, Paragraph(text=note))})
    return replace(answer, replies=(first, *others), kept=kept)


async def _answer(turn: Turn) -> Answer:
    for shared in (apart, picture.seen, nearby.shared, phone.shared, unread):
        away = await shared(turn)
        if away is not None:
            return away
    if turn.message.press:
        return await _press(turn, turn.message.press)
    for way in _WAYS:
        answer = await way(turn)
        if answer is not None:
            return answer
    return await feedback.noted(turn, await ask(turn))


async def _press(turn: Turn, data: str) -> Answer:
    try:
        press = decode(data)
    except UnknownPressError:
        return miss.old_press(turn)
    return await pressed(turn, press)


async def _started(turn: Turn) -> Answer | None:
    """What a link asks for, typed as a link would say it: "/start tt_1-001193"."""
    payload = deep_links.said(turn.text)
    if not payload:
        return None
    opening = deep_links.read_of_a_stranger(payload)
    return await _answer(replace(turn, message=replace(turn.message, text=opening.text, press=opening.press)))


async def _word(turn: Turn) -> Answer | None:
    """A menu word or "back", wherever the conversation stands."""
    if means_back(turn.text):
        return await _press(turn, typed(turn.state.options, back_label(turn.say)) or Home().encode())
    press = menu_word(turn.text)
    return await pressed(turn, press) if press else None


async def _option(turn: Turn) -> Answer | None:
    """The number or the label of a button of the last reply, or enough of a label to know which."""
    shown, line = turn.state.options, turn.text
    press = typed(shown, line) or anew(shown, line) or hinted(shown, line)
    return await _press(turn, press) if press else None


async def _dossier_sought(turn: Turn) -> Answer | None:
    """The wish to know where a dossier is, without its code."""
    return await dossier.track(turn, Track()) if asks_where_a_dossier_is(turn.text) else None


async def _counted(turn: Turn) -> Answer | None:
    """One counted out where nothing is listed: what else the answer at hand may have been meant for."""
    if ordinal(turn.text) is None or not turn.at_hand:
        return None
    return await pressed(turn, NotThis(code=turn.at_hand, others=turn.others(turn.at_hand)))


async def _choice(turn: Turn) -> Answer | None:
    """One of the procedures last offered, by the words that tell it apart."""
    press = await chosen_in_words(turn)
    return await pressed(turn, press) if press else None


_WAYS: tuple[Way, ...] = (
    _started,
    manners.danger,
    manners.despair,
    _word,
    _option,
    _counted,
    corrected,
    _choice,
    dossier.code_given,
    dossier.awaited,
    _dossier_sought,
    manners.insult,
    manners.command,
    filing.asked,
    whereabouts.asked,
    residence.told,
    whereabouts.awaited,
    residence.awaited,
    nearby.awaited,
)


def _introduced(answer: Answer, say: Language) -> Answer:
    """A chat that begins with a question gets its answer first, and then learns who gave it."""
    if answer.state.met:
        return answer
    first, *others = answer.replies
    first = first.model_copy(update={"blocks": (*first.blocks, disclosure(say))})
    state = answer.state.model_copy(update={"met": True})
    return replace(answer, replies=(first, *others), state=state)
