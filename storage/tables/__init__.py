"""Every table, as SQLAlchemy Core sees it. A change here needs a migration; a test compares the two."""

from storage.tables.base import metadata
from storage.tables.channels import grants, presences
from storage.tables.conversations import chats, checklists, drawn, feedback, inbox, outbox, papers
from storage.tables.dossiers import dossier_changes, dossier_steps, dossiers
from storage.tables.followers import consents, erasures, follows, links, notices, wrong_tries
from storage.tables.procedures import procedures
from storage.tables.questions import asked
from storage.tables.sources import intakes, sources

__all__ = [
    "asked",
    "chats",
    "checklists",
    "consents",
    "dossier_changes",
    "dossier_steps",
    "dossiers",
    "drawn",
    "erasures",
    "feedback",
    "follows",
    "grants",
    "inbox",
    "intakes",
    "links",
    "metadata",
    "notices",
    "outbox",
    "papers",
    "presences",
    "procedures",
    "sources",
    "wrong_tries",
]
