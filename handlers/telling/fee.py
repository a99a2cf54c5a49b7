"""What it costs. The catalogue's bare 0 is no promise: only words can say that something is free."""

from collections.abc import Iterator

from handlers.language import Language, later
from handlers.telling.told import Told
from handlers.telling.ways import by_way
from knowledge.facts import Fee, FeeKind, Method
from knowledge.procedure import Procedure

_KINDS = {FeeKind.CHARGE: later("Charge"), FeeKind.FEE: later("State fee"), FeeKind.PRICE: later("Price")}


def fee(say: Language, procedure: Procedure) -> Told:
    """The guide's words, or the catalogue's amounts by way of handing in."""
    if procedure.guide:
        return Told(text=procedure.guide.fee)

    def lines(method: Method) -> Iterator[str]:
        return (_line(say, one) for one in method.fees if one.amount or one.text)

    items = by_way(say, procedure.facts.methods, lines)
    if items:
        return Told(items=items)
    return Told.nothing(
        say("The national catalogue names no fee here. Please ask the one-stop desk before you pay.")
    )


def _line(say: Language, one: Fee) -> str:
    if not one.amount:
        return one.text
    money = say("{kind} {amount}", kind=say(_KINDS[one.kind]), amount=say.money(one.amount))
    return f"{money} ({one.text})" if one.text else money
