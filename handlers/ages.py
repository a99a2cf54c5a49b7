"""“Con 16 tuổi thì sao”: which procedure is for somebody of that age, by what their names say."""

import re
from collections.abc import Sequence

from handlers.words import plain

_UNDER = re.compile(r"(?:duoi|chua du) ([0-9]+) tuoi")
_FROM = re.compile(r"(?<!chua )(?:tu du|tu|du) ([0-9]+) tuoi")


def admits(name: str, age: int) -> bool | None:
    """Whether a procedure of this name is for somebody so old; None where the name tells no age."""
    under, begin = _UNDER.search(plain(name)), _FROM.search(plain(name))
    if under is None and begin is None:
        return None
    return (under is None or age < int(under[1])) and (begin is None or age >= int(begin[1]))


def for_age(named: Sequence[tuple[str, str]], age: int) -> str:
    """The code of the only one for somebody so old, of codes with their names; empty where age is no help.

    The likeliest comes first: where its own name tells no age, age is not what the others differ in.
    """
    fitting = {code: admits(name, age) for code, name in named}
    fit = [code for code, fits in fitting.items() if fits]
    told_apart = False in fitting.values() and next(iter(fitting.values())) is not None
    return fit[0] if told_apart and len(fit) == 1 else ""
