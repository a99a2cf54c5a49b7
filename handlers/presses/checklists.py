"""The papers of one's own case: the questions, the list, its ticks, and taking it along."""

from handlers.handout import Form
from handlers.press import Code, Flag, Number, Page, Press, Slug


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


class KeepPapers(Press, prefix="ph"):
    """Remember the papers ticked here for other lists, too."""

    checklist: Number


class MyPapers(Press, prefix="pg"):
    """The papers that are remembered."""


class ForgetPapers(Press, prefix="pk"):
    """Remember no papers any more."""
