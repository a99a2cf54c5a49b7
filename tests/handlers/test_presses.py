from handlers import presses
from handlers.press import Press


def test_a_prefix_once_shipped_keeps_its_meaning() -> None:
    assert {prefix: kind.__name__ for prefix, kind in Press.kinds.items()} == {
        "a": "Choose",
        "b": "Browse",
        "c": "Card",
        "d": "Track",
        "da": "Agree",
        "dc": "DueDay",
        "de": "EndHelpers",
        "df": "Follow",
        "di": "Share",
        "dl": "Dossiers",
        "ds": "ShowDossier",
        "du": "Unfollow",
        "e": "Change",
        "f": "FactOf",
        "fc": "ResultDay",
        "fb": "Judge",
        "fw": "Because",
        "g": "Events",
        "gl": "AtCommune",
        "gn": "Nearby",
        "h": "Help",
        "j": "Event",
        "k": "OpenList",
        "kc": "SharedCase",
        "kp": "Printed",
        "kt": "TakeAlong",
        "ku": "TakeCase",
        "l": "Lists",
        "m": "Home",
        "n": "NotThis",
        "o": "Person",
        "pe": "MyData",
        "pf": "ForgetHome",
        "pg": "MyPapers",
        "ph": "KeepPapers",
        "pk": "ForgetPapers",
        "pp": "Privacy",
        "pw": "MyHome",
        "px": "Erase",
        "py": "EraseNow",
        "q": "Question",
        "r": "Restart",
        "s": "Start",
        "t": "Tick",
        "th": "Often",
        "v": "Speak",
        "vl": "Tongues",
        "w": "Walk",
        "x": "More",
        "y": "Choices",
        "z": "Neither",
    }


def test_the_candidates_travel_inside_the_press() -> None:
    others = ("1.004884", "2.000635", "1.000001")

    assert presses.NotThis(code="1.001193", others=others).encode() == (
        "n:1.001193:1.004884,2.000635,1.000001"
    )
