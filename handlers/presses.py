"""Every kind of press there is. A prefix, once shipped, never changes its meaning."""

from enum import StrEnum

from handlers.handout import Form
from handlers.press import Code, Codes, Flag, Number, OptionalSlug, Page, Press, Quartet, Slug
from knowledge.matching.match import Aspect


class Home(Press, prefix="m"):
    """The menu."""


class Start(Press, prefix="s"):
    """The first words again: who this is and what it can do."""


class Help(Press, prefix="h"):
    """How to use it."""


class Person(Press, prefix="o"):
    """How to reach a human being."""


class Speak(Press, prefix="v"):
    """Go on in another language."""

    language: Slug


class Browse(Press, prefix="b"):
    """What people ask for most, by field; ``field`` is a digest of the field's name."""

    field: OptionalSlug = ""
    page: Page = 0


class Events(Press, prefix="g"):
    """What happens in a life, to choose from."""

    page: Page = 0


class Event(Press, prefix="j"):
    """The procedures of one life event, in order."""

    event: Slug
    page: Page = 0


class Card(Press, prefix="c"):
    """The answer card of a procedure; ``others`` may have been meant instead."""

    code: Code
    others: Codes = ()


class FactOf(Press, prefix="f"):
    """One aspect of a procedure in full."""

    code: Code
    aspect: Aspect
    page: Page = 0


class More(Press, prefix="x"):
    """The aspects that the card does not show first."""

    code: Code


class NotThis(Press, prefix="n"):
    """The card was not what was meant."""

    code: Code
    others: Codes = ()


class Choices(Press, prefix="y"):
    """A few procedures to choose from."""

    codes: Quartet


class Neither(Press, prefix="z"):
    """None of the procedures offered was the right one."""


class Walk(Press, prefix="w"):
    """The papers of one's own case: the next open question, or the checklist."""

    code: Code


class Question(Press, prefix="q"):
    """One case question, to be answered or answered anew."""

    code: Code
    question: Slug


class Choose(Press, prefix="a"):
    """An answer to a case question."""

    code: Code
    question: Slug
    choice: Slug


class Lists(Press, prefix="l"):
    """All checklists of the chat."""


class OpenList(Press, prefix="k"):
    """One checklist."""

    checklist: Number
    page: Page = 0


class Tick(Press, prefix="t"):
    """Have a paper, or have it not: it says which, so pressing twice harms nothing."""

    checklist: Number
    paper: Slug
    have: Flag


class Change(Press, prefix="e"):
    """Which earlier answer to change."""

    checklist: Number


class Restart(Press, prefix="r"):
    """The checklist from the beginning: no answers, no ticks."""

    checklist: Number


class TakeAlong(Press, prefix="kt"):
    """The ways to take a checklist along."""

    checklist: Number


class Printed(Press, prefix="kp"):
    """The checklist as a picture or as a document."""

    checklist: Number
    form: Form


class SharedCase(Press, prefix="kc"):
    """The checklist of a case that somebody shared: the answers, in short, and nothing of whose they are."""

    code: Code
    case: Slug


class TakeCase(Press, prefix="ku"):
    """The same, in the place of one's own answers and ticks."""

    code: Code
    case: Slug


class Often(Press, prefix="th"):
    """What people around here ask for most."""


class Nearby(Press, prefix="gn"):
    """The one-stop desk around here."""


class AtCommune(Press, prefix="gl"):
    """This commune of today is mine; ``commune`` is a digest of its name and its province's."""

    commune: Slug


class ResultDay(Press, prefix="fc"):
    """The day of the result for one's calendar, if it is handed in on this ``day`` (as ``20261122``)."""

    code: Code
    day: Number


class DueDay(Press, prefix="dc"):
    """The day a dossier is due, for one's calendar."""

    follow: Number


class Track(Press, prefix="d"):
    """Look up a dossier."""


class Dossiers(Press, prefix="dl"):
    """The dossiers that the chat proved."""


class ShowDossier(Press, prefix="ds"):
    """One of them, as it stands now."""

    follow: Number


class Follow(Press, prefix="df"):
    """Tell me when it moves."""

    follow: Number


class Agree(Press, prefix="da"):
    """The same, agreeing to what is kept for it."""

    follow: Number


class Unfollow(Press, prefix="du"):
    """Tell me no more."""

    follow: Number


class Share(Press, prefix="di"):
    """Let somebody else see and follow it."""

    follow: Number


class EndHelpers(Press, prefix="de"):
    """Nobody else is to see or follow it by my leave."""

    follow: Number


class MyHome(Press, prefix="pw"):
    """Where I live: what is kept of it, and the wish to change it."""


class ForgetHome(Press, prefix="pf"):
    """Keep no longer where I live."""


class MyData(Press, prefix="pe"):
    """What is kept of this chat."""


class Erase(Press, prefix="px"):
    """Ask whether all of it is to be erased."""


class EraseNow(Press, prefix="py"):
    """Erase it."""


class Privacy(Press, prefix="pp"):
    """What is kept of people, and why, in plain words."""


class Tongues(Press, prefix="vl"):
    """The languages to choose from."""


class KeepPapers(Press, prefix="ph"):
    """Remember the papers ticked here for other lists, too."""

    checklist: Number


class MyPapers(Press, prefix="pg"):
    """The papers that are remembered."""


class ForgetPapers(Press, prefix="pk"):
    """Remember no papers any more."""


class Judge(Press, prefix="fb"):
    """The answer was good, or was not."""

    code: Code
    good: Flag


class Why(StrEnum):
    """Why an answer was no good."""

    OTHER_PROCEDURE = "other"
    UNCLEAR = "unclear"
    WRONG = "wrong"
    MISSING = "missing"


class Because(Press, prefix="fw"):
    """Why the answer was no good."""

    code: Code
    why: Why
