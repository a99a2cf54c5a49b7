"""Ways around: the menu, help, a language, and the ways in to a procedure."""

from handlers.press import OptionalSlug, Page, Press, Slug


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


class Tongues(Press, prefix="vl"):
    """The languages to choose from."""


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


class Often(Press, prefix="th"):
    """What people around here ask for most."""


class Nearby(Press, prefix="gn"):
    """The one-stop desk around here."""


class AtCommune(Press, prefix="gl"):
    """This commune of today is mine; ``commune`` is a digest of its name and its province's."""

    commune: Slug
