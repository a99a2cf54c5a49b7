"""The library: shipped and imported procedures as one, by the merge rule."""

from collections import OrderedDict
from collections.abc import Mapping

from knowledge.facts import Facts, Level, Scope
from knowledge.matching.match import Entry
from knowledge.merge import merge
from knowledge.naming import short
from knowledge.places import province
from knowledge.procedure import Procedure, Source
from knowledge.shelf import Shelf
from motcua.clock import Clock, in_vietnam, utc_now
from storage import procedures
from storage.database import Database

KEPT = 256
"""How many imported procedures stay in memory with all their facts."""


class Library:
    """All procedures but those that agencies keep among themselves, which citizens never see.

    What is imported while a library is open is seen by the next one that is opened.
    """

    def __init__(
        self,
        database: Database,
        shelf: Shelf,
        imported: Mapping[str, procedures.LightRow],
        clock: Clock = utc_now,
    ) -> None:
        self._database = database
        self._clock = clock
        self._shipped = {
            code: one for code, one in shelf.procedures.items() if one.facts.scope is not Scope.INTERNAL
        }
        self._imported = imported
        self._found: OrderedDict[str, Procedure] = OrderedDict()

    @classmethod
    async def open(cls, database: Database, shelf: Shelf, clock: Clock = utc_now) -> "Library":
        """Read what was imported, lightly; the clock tells which of a guide's dated lines hold."""
        async with database.reading() as session:
            rows = await procedures.light(session)
        imported = {row.code: row for row in rows if row.scope != Scope.INTERNAL}
        return cls(database, shelf, imported, clock)

    def entries(self) -> list[Entry]:
        """Everything, shipped first, light enough for a matcher."""
        shipped = [_shipped_entry(one) for one in self._shipped.values()]
        imported = [_imported_entry(row) for row in self._imported.values() if row.code not in self._shipped]
        return shipped + imported

    async def find(self, code: str) -> Procedure | None:
        """The procedure with all its facts as of today, or None where nobody holds it."""
        found = await self._held(code) if code in self._imported else self._shipped.get(code)
        return found.on(in_vietnam(self._clock()).date()) if found else None

    def known(self, code: str) -> bool:
        """Whether ``find`` would find it."""
        return code in self._shipped or code in self._imported

    def label(self, code: str) -> str:
        """A human name of at most 60 characters; the code itself where nobody holds it."""
        shipped = self._shipped.get(code)
        if shipped and shipped.guide:
            return shipped.guide.name
        row = self._imported.get(code)
        official = row.name if row else shipped.facts.name if shipped else code
        return short(official)

    async def _held(self, code: str) -> Procedure | None:
        found = self._found.get(code) or await self._merged(code)
        if found is not None:
            self._remember(code, found)
        return found

    async def _merged(self, code: str) -> Procedure | None:
        async with self._database.reading() as session:
            stored = await procedures.get(session, code)
        if stored is None:
            return self._shipped.get(code)
        imported = in_vietnam(stored.imported_at).date()
        source = Source(published=stored.published or imported, checked=imported)
        return merge(self._shipped.get(code), Facts.model_validate_json(stored.facts), source)

    def _remember(self, code: str, procedure: Procedure) -> None:
        self._found[code] = procedure
        self._found.move_to_end(code)
        if len(self._found) > KEPT:
            self._found.popitem(last=False)


def owner(facts: Facts) -> str:
    """The province whose own procedure it is, by today's name; empty for a nationwide one."""
    return province(facts.publisher) if facts.scope is Scope.PROVINCIAL else ""


def _shipped_entry(procedure: Procedure) -> Entry:
    facts, guide = procedure.facts, procedure.guide
    return Entry(
        code=facts.code,
        name=facts.name,
        fields=facts.fields,
        levels=facts.levels,
        scope=facts.scope,
        province=owner(facts),
        short_name=guide.name if guide else "",
        summary=guide.summary if guide else "",
        says=guide.says if guide else (),
        siblings=tuple((one.code, one.when) for one in guide.siblings) if guide else (),
    )


def _imported_entry(row: procedures.LightRow) -> Entry:
    return Entry(
        code=row.code,
        name=row.name,
        fields=row.fields,
        levels=tuple(Level(level) for level in row.levels),
        scope=Scope(row.scope),
        province=row.province,
    )
