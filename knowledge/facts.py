"""Facts of a procedure, as the national catalogue publishes them: official and complete."""

from datetime import date
from enum import StrEnum

from knowledge.model import Code, Line, Prose, Value


class Level(StrEnum):
    """Who handles it since the two-tier reform of 1 July 2025: there is no district."""

    COMMUNE = "commune"
    PROVINCE = "province"
    MINISTRY = "ministry"
    VERTICAL = "vertical"
    OTHER = "other"


class Scope(StrEnum):
    """For whom it stands: all of Vietnam, one province, or officers among themselves."""

    NATIONWIDE = "nationwide"
    PROVINCIAL = "provincial"
    INTERNAL = "internal"


class Way(StrEnum):
    """How papers are handed in."""

    DIRECT = "direct"
    ONLINE = "online"
    POSTAL = "postal"


class Unit(StrEnum):
    """What a processing time is counted in."""

    HOUR = "hour"
    WORKING_DAY = "working_day"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class FeeKind(StrEnum):
    """Phí pays for a service, lệ phí for an act of the state, a price list for all else."""

    CHARGE = "charge"
    FEE = "fee"
    PRICE = "price"


class Duration(Value):
    """A processing time that means something; the portal's ``1 OTHER`` is no duration."""

    amount: int
    unit: Unit


class Fee(Value):
    """One fee: an amount in đồng, or words where the amount is said in words. A bare 0 is neither."""

    kind: FeeKind
    amount: int | None = None
    text: Prose = ""


class Method(Value):
    """One way of handing in, with its own time and fees.

    ``text`` is what the catalogue says of the time beside it, ``how`` what it says of where and how.
    """

    way: Way
    time: Duration | None = None
    text: Prose = ""
    how: Prose = ""
    fees: tuple[Fee, ...] = ()


class Paper(Value):
    """One official component that really is a paper, with how many originals and copies of it.

    ``note`` holds the conditions that were written into its name ("Trường hợp trẻ em bị bỏ rơi"): whoever
    shows the paper shows them too. ``show_only`` means it is shown at the desk and taken home again.
    """

    name: Prose
    code: Line = ""
    originals: int = 0
    copies: int = 0
    form: Line = ""
    note: Prose = ""
    show_only: bool = False


class Note(Value):
    """One official component that is no paper but a sentence about them."""

    text: Prose
    code: Line = ""


class Group(Value):
    """The papers and notes of one real case; without a name, those for everybody. A heading is no case.

    ``code`` is that of the component which names the case, where it is one among the papers.
    """

    name: Prose = ""
    code: Line = ""
    papers: tuple[Paper, ...] = ()
    notes: tuple[Note, ...] = ()


class Step(Value):
    """One step, in the catalogue's order."""

    name: Line = ""
    text: Prose


class Law(Value):
    """A legal document by number and name."""

    number: Line
    name: Line = ""


class Decision(Value):
    """The decision that published the procedure."""

    number: Line
    decided: date | None = None


class Facts(Value):
    """All that the catalogue says of one procedure that a citizen or an officer may want to read."""

    code: Code
    name: Line
    fields: tuple[Line, ...] = ()
    levels: tuple[Level, ...] = ()
    scope: Scope = Scope.NATIONWIDE
    publisher: Line = ""
    agencies: tuple[Line, ...] = ()
    address: Prose = ""
    subjects: tuple[Line, ...] = ()
    groups: tuple[Group, ...] = ()
    methods: tuple[Method, ...] = ()
    steps: tuple[Step, ...] = ()
    conditions: Prose = ""
    laws: tuple[Law, ...] = ()
    results: tuple[Line, ...] = ()
    fully_online: bool = False
    decision: Decision | None = None
    updated: date | None = None
    related: tuple[Code, ...] = ()
