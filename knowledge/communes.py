"""Where a place is since the reform of 1 July 2025, which left 34 provinces, no districts and 3,321 communes.

Former provinces, districts and communes and the communes of today are understood as people write them:
without marks, with a letter wrong, with the district or province beside them or without.
"""

from collections.abc import Callable
from dataclasses import replace

from knowledge.gazetteer import Tier, Unit, kind, shipped
from knowledge.model import Line, Value
from knowledge.place_names import Named, Reading, read


class Today(Value):
    """One place, and where it is today.

    ``former`` is how it was called with what it lay in ("xã Tam Hải, huyện Núi Thành, Quảng Nam"), empty for
    a name that is in use today. ``province`` is today's, as ``knowledge.places`` names it. ``communes`` are
    today's: of a district all it became part of, what took most of it first; of a former commune more than
    one where it was divided; none for a whole province.
    """

    tier: Tier
    former: Line = ""
    province: Line
    communes: tuple[Line, ...] = ()


def today(text: str, province: str = "") -> tuple[Today, ...]:
    """Where the places of a sentence are today; several where a name is of several, none where none is named.

    Of several those in ``province`` (today's name) are meant, unless the sentence names another.
    """
    gazetteer = shipped()
    reading = read(text, gazetteer)
    around = [gazetteer.provinces[name] for name in reading.provinces if name in gazetteer.provinces]
    units = _units(reading, {one.today for one in around} or {province}) or around
    return tuple(sorted({_told(unit): None for unit in units}, key=lambda one: (one.province, one.former)))


def _units(reading: Reading, around: set[str]) -> list[Unit]:
    """The communes of the sentence, within its districts where it names some; else the districts."""
    districts = [one for one in reading.named if one.tier is Tier.DISTRICT]
    communes = [one for one in reading.named if one.tier is Tier.COMMUNE]
    inside = {(unit.province, unit.name) for one in districts for unit in one.units}
    within = [_within(one, inside) for one in communes] if districts else communes
    meant = [one for one in within if one.units] or districts
    return _once([unit for one in meant for unit in _narrowed(one, reading, around)])


def _within(named: Named, districts: set[tuple[str, str]]) -> Named:
    units = tuple(one for one in named.units if (one.province, one.district) in districts)
    return replace(named, units=units)


def _narrowed(named: Named, reading: Reading, around: set[str]) -> list[Unit]:
    """What is meant of all that bears a name: each hint in its turn, unless it leaves nothing."""
    units = list(named.units)
    hints: list[Callable[[Unit], bool]] = [
        lambda unit: reading.former and not unit.current,
        lambda unit: unit.today in around,
        lambda unit: unit.tier is named.tier,
        lambda unit: unit.province in reading.provinces,
        lambda unit: unit.spelt == named.spelt,
        lambda unit: kind(unit.name) == named.kind,
    ]
    for hint in hints:
        units = list(filter(hint, units)) or units
    return units


def _once(units: list[Unit]) -> list[Unit]:
    """Without the communes of today that are just what a former one of the same name was."""
    whole = {(one.today, *one.communes) for one in units if not one.current and len(one.communes) == 1}
    return [one for one in units if not one.current or (one.today, *one.communes) not in whole]


def _told(unit: Unit) -> Today:
    names = dict.fromkeys(filter(None, (unit.name, unit.district, unit.province)))
    return Today(
        tier=unit.tier,
        former="" if unit.current else ", ".join(map(_in_sentence, names)),
        province=unit.today,
        communes=tuple(map(_in_sentence, unit.communes)),
    )


def _in_sentence(name: str) -> str:
    """A name with its kind in small letters; a province stays as it is."""
    said = kind(name)
    return said + name[len(said) :]
