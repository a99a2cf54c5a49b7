"""What is kept of a person: where they live, their data, and having it erased."""

from handlers.press import Press


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
