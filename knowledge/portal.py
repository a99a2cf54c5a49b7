"""Reads the National Public Service Portal's public JSON (2026) into facts.

The record's fields and traps are told in the project's notes on national interchange; every trap has a test.
"""

import re

from knowledge import amounts, naming
from knowledge.component import Component
from knowledge.facts import Decision, Facts, Fee, FeeKind, Group, Law, Level, Method, Scope, Step, Way
from knowledge.raw import Record, count, day, flag, inner, line, lines, number, prose, rows
from knowledge.sorting import sort
from knowledge.timing import parted

_LEVELS = {
    "isWard": Level.COMMUNE,
    "isProvince": Level.PROVINCE,
    "isMinistry": Level.MINISTRY,
    "isVertical": Level.VERTICAL,
    "isOtherAgency": Level.OTHER,
}
_SCOPES = {"SPECIFIC": Scope.PROVINCIAL, "STANDARD_INTERNAL": Scope.INTERNAL}
_BY_PROVINCE = re.compile(r"(?:ubnd|[uủ]y ban nhân dân|uỷ ban nhân dân) (?:tỉnh|thành phố)\b", re.IGNORECASE)
_WAYS = {"DIRECT": Way.DIRECT, "ONLINE": Way.ONLINE, "POSTAL": Way.POSTAL}
_FEE_KINDS = {"FEE": FeeKind.CHARGE, "SERVICE_FEE": FeeKind.FEE, "PRICE_LEVEL": FeeKind.PRICE}


def recognises(record: Record) -> bool:
    """Whether this JSON object is a portal record, bare or wrapped in ``detail``."""
    return "code" in detail(record)


def detail(record: Record) -> Record:
    """The portal's own record: the one inside ``detail`` where it came wrapped."""
    return inner(record, "detail") or record


def read(record: Record) -> Facts:
    """The facts in one record, bare or wrapped. Raises UnreadableRecordError that says why there are none."""
    own = detail(record)
    return Facts(
        code=naming.code(line(own, "code")),
        name=naming.name(line(own, "name")),
        fields=_fields(own),
        levels=tuple(level for key, level in _LEVELS.items() if flag(own, key)),
        scope=_scope(own),
        publisher=line(own, "departmentPromulgateName"),
        agencies=_agencies(own),
        address=prose(own, "dossierReceivingAddresses"),
        subjects=lines(own, "subjectTypesDetails", "name"),
        groups=_groups(own),
        methods=tuple(_method(row) for row in rows(own, "executionMethods")),
        steps=tuple(_step(row) for row in rows(own, "executionSteps") if prose(row, "description")),
        conditions=prose(own, "requirementsAndConditions") or prose(own, "description"),
        laws=tuple(_law(row) for row in rows(own, "legalBasisesDetails") if line(row, "code")),
        results=lines(own, "resultsDetails", "name"),
        fully_online=flag(own, "isFullProcess"),
        decision=_decision(inner(own, "procedureProposal")),
        updated=day(own, "updatedAt"),
    )


def _scope(own: Record) -> Scope:
    """Also what is typed as nationwide is one province's own where that province published it."""
    typed = _SCOPES.get(line(own, "type"), Scope.NATIONWIDE)
    if typed is Scope.NATIONWIDE and _BY_PROVINCE.match(line(own, "departmentPromulgateName")):
        return Scope.PROVINCIAL
    return typed


def _fields(own: Record) -> tuple[str, ...]:
    """The fields by name, which stand in each category or one level deeper."""
    named = lines(own, "categoriesDetails", "name")
    deeper = [line(inner(row, "category"), "name") for row in (*rows(own, "categoriesDetails"), own)]
    return named or tuple(dict.fromkeys(filter(None, deeper)))


def _agencies(own: Record) -> tuple[str, ...]:
    """Who handles it, without the districts that ended on 1 July 2025 where anybody else is named."""
    named = lines(own, "departmentsExecuting", "name") + lines(own, "unitGroupsExecuting", "name")
    today = tuple(dict.fromkeys(name for name in named if "huyện" not in name.lower()))
    return today or named or tuple(filter(None, [line(own, "executingAgencies")]))


def _groups(own: Record) -> tuple[Group, ...]:
    """A title that only repeats the procedure's name is none."""
    whole = line(own, "name").casefold()
    cases = [(line(case, "name"), _components(case)) for case in rows(own, "executionCases")]
    return sort([("" if title.casefold() == whole else title, components) for title, components in cases])


def _components(case: Record) -> list[Component]:
    """In the order they were written: the portal shuffles them, but their ids (UUID 7) carry the time."""
    ordered = sorted(rows(case, "profileComponents"), key=lambda row: line(row, "profileComponentId"))
    return [_component(row) for row in ordered]


def _component(row: Record) -> Component:
    return Component(
        name=prose(row, "name"),
        code=line(row, "code"),
        originals=count(row, "originalQty"),
        copies=count(row, "copyQty"),
        form=", ".join(lines(row, "attachments", "fileName")),
    )


def _method(row: Record) -> Method:
    amount, counted_in = number(row, "processingTime"), amounts.unit(line(row, "processingTimeUnit"))
    words = amounts.duration_words(prose(row, "processingTime"), amount, counted_in)
    told, how = parted(prose(row, "description"))
    text = "\n".join(dict.fromkeys(filter(None, [words, told])))
    return Method(
        way=_WAYS.get(line(row, "submissionMethod"), Way.DIRECT),
        time=amounts.duration_told(text) or amounts.duration(amount, counted_in),
        text=text,
        how=how,
        fees=tuple(filter(None, map(_fee, rows(row, "fees")))),
    )


def _fee(row: Record) -> Fee | None:
    kind = _FEE_KINDS.get(line(row, "type"), FeeKind.CHARGE)
    return amounts.fee(kind, number(row, "value"), prose(row, "description"), line(row, "currencyName"))


def _step(row: Record) -> Step:
    return Step(name=line(row, "name"), text=prose(row, "description"))


def _law(row: Record) -> Law:
    return Law(number=line(row, "code"), name=line(row, "name"))


def _decision(proposal: Record) -> Decision | None:
    number_ = line(proposal, "proposalNumber")
    return Decision(number=number_, decided=day(proposal, "decisionDate")) if number_ else None
