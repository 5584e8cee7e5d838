"""The tables of the record as SQLAlchemy sees them; ``migrations/`` builds them.

Rows carry a short number (``pk``) for the joins and the content hash (``id``) for the world.  Nothing is
deleted or overwritten: ``recorded_at`` and ``superseded_at`` (ISO 8601, UTC, microseconds) bound the time
in which the record held a row to be true.  One projection exists: the publication fields of ``reports``
follow the sighting with the firmest date; every sighting, the first included, stays in ``sightings``.

The ``day`` of a claim is the first possible day of the act; where that is not known, the day its report was
published, else recorded.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData()

# Only INTEGER PRIMARY KEY is the rowid in SQLite, and full-text search hangs on the rowid.
_PK = BigInteger().with_variant(Integer(), "sqlite")
# Hashes, codes and days compare byte by byte, whatever the collation of the database.
_CODE = Text().with_variant(Text(collation="C"), "postgresql")


def _pk() -> Column[int]:
    return Column("pk", _PK, primary_key=True)


def _link(name: str, to: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, _PK, ForeignKey(f"{to}.pk"), nullable=nullable)


def _coder(*, nullable: bool = False) -> Column[str]:
    return Column("coder", _CODE, ForeignKey("coders.id"), nullable=nullable)


def _publication() -> list[Column[str]]:
    return [
        Column("title", Text),
        Column("publisher", Text),
        Column("url", Text),
        Column("published_on", _CODE),
        Column("published_basis", Text, nullable=False),
        Column("published_reason", Text),
    ]


def _recorded() -> Column[str]:
    return Column("recorded_at", _CODE, nullable=False)


reports = Table(
    "reports",
    metadata,
    _pk(),
    Column("id", _CODE, nullable=False),
    *_publication(),
    Column("language", Text, nullable=False),
    _recorded(),
    Column("text", Text, nullable=False),
    UniqueConstraint("id", name="uq_reports_id"),
)

sightings = Table(
    "sightings",
    metadata,
    _pk(),
    _link("report", "reports"),
    *_publication(),
    _recorded(),
    Index("ix_sightings_report", "report"),
)

coders = Table(
    "coders",
    metadata,
    Column("id", _CODE, primary_key=True),
    Column("name", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("model", Text),
    Column("ontology", Text, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("id", _CODE, primary_key=True),
    Column("started", _CODE, nullable=False),
    Column("finished", _CODE),
    Column("command", Text, nullable=False),
    _coder(),
    Column("counts", Text),
)

readings = Table(
    "readings",
    metadata,
    _pk(),
    _link("report", "reports"),
    _coder(),
    Column("run", _CODE, ForeignKey("runs.id")),
    Column("published_on", _CODE),
    _recorded(),
    Index("ix_readings_report", "report"),
)

passages = Table(
    "passages",
    metadata,
    _pk(),
    _link("report", "reports"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", Text, nullable=False),
    UniqueConstraint("report", "start", "end", name="uq_passages_span"),
)

_CURRENT = text("superseded_at IS NULL")
_SUPERSEDED = text("superseded_at IS NOT NULL")

claims = Table(
    "claims",
    metadata,
    _pk(),
    Column("id", _CODE, nullable=False),
    _link("report", "reports"),
    _link("reading", "readings"),
    _link("passage", "passages"),
    _coder(),
    Column("kind", _CODE, nullable=False),
    Column("event_type", _CODE),
    Column("mode", _CODE),
    Column("quad_class", SmallInteger),
    Column("modality", _CODE, nullable=False),
    Column("status", _CODE),
    Column("day", _CODE, nullable=False),
    Column("when_start", _CODE),
    Column("when_end", _CODE),
    Column("precision", _CODE, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    _recorded(),
    Column("superseded_at", _CODE),
    Column("body", Text, nullable=False),
    Column("review", _PK),
    Index("uq_claims_current", "id", unique=True, sqlite_where=_CURRENT, postgresql_where=_CURRENT),
    Index("ix_claims_superseded", "id", sqlite_where=_SUPERSEDED, postgresql_where=_SUPERSEDED),
    Index("ix_claims_report", "report"),
    Index("ix_claims_passage", "passage"),
    Index("ix_claims_day", "day"),
    Index("ix_claims_kind", "kind", "day"),
    Index(
        "ix_claims_review",
        "review",
        sqlite_where=text("review IS NOT NULL"),
        postgresql_where=text("review IS NOT NULL"),
    ),
)

claim_actors = Table(
    "claim_actors",
    metadata,
    _link("claim", "claims"),
    Column("role", _CODE, nullable=False),
    Column("position", SmallInteger, nullable=False),
    Column("entity", _CODE),
    Column("country", _CODE),
    Column("sector", _CODE),
    Column("name", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("ix_claim_actors_claim", "claim"),
)

# What dyads are looked up by: a row for every code (country or entity) among the actors and recipients of a
# claim, in the order of days.  Two codes are intersected by walking one and probing the other, and a query
# with a limit stops there, however large the dyad.
claim_parties = Table(
    "claim_parties",
    metadata,
    Column("code", _CODE, primary_key=True),
    Column("day", _CODE, primary_key=True),
    Column("claim", _PK, ForeignKey("claims.pk"), primary_key=True, autoincrement=False),
    Column("last_day", _CODE),
    Column("acts", Boolean, nullable=False),
    Column("receives", Boolean, nullable=False),
    Index("ix_claim_parties_claim", "claim"),
    sqlite_with_rowid=False,
)

rejections = Table(
    "rejections",
    metadata,
    _pk(),
    _link("report", "reports", nullable=True),
    Column("source", Text),
    _coder(nullable=True),
    Column("stage", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("exact", Text),
    _recorded(),
    Column("superseded_at", _CODE),
    Index("ix_rejections_report", "report"),
)


def _held() -> list[Column[str]]:
    return [_recorded(), Column("superseded_at", _CODE)]


# A claim that a decision ended, or keeps from being said again, names it in ``claims.review``.
reviews = Table(
    "reviews",
    metadata,
    _pk(),
    _link("report", "reports"),
    Column("action", _CODE, nullable=False),
    Column("claim", _CODE, nullable=False),
    Column("kind", _CODE, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("result", _CODE),
    Column("by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("changes", Text),
    Column("undoes", _PK),
    *_held(),
    Index("ix_reviews_report", "report"),
    Index("ix_reviews_claim", "claim"),
    Index("ix_reviews_recorded", "recorded_at"),
)

judgements = Table(
    "judgements",
    metadata,
    _pk(),
    Column("bond", _CODE, nullable=False),
    Column("left", _CODE, nullable=False),
    Column("right", _CODE, nullable=False),
    Column("verdict", _CODE, nullable=False),
    Column("by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("score", Float),
    Column("features", Text),
    *_held(),
    Index(
        "uq_judgements_in_force",
        "left",
        "right",
        "bond",
        "by",
        unique=True,
        sqlite_where=_CURRENT,
        postgresql_where=_CURRENT,
    ),
    Index("ix_judgements_right", "right"),
    Index("ix_judgements_verdict", "verdict", "bond", sqlite_where=_CURRENT, postgresql_where=_CURRENT),
)

assessments = Table(
    "assessments",
    metadata,
    _pk(),
    Column("subject", _CODE, nullable=False),
    Column("field", _CODE, nullable=False),
    Column("value", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    *_held(),
    Index("ix_assessments_subject", "subject", "field"),
)

snapshots = Table(
    "snapshots",
    metadata,
    _pk(),
    Column("name", _CODE, nullable=False),
    _recorded(),
    Column("digest", _CODE, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("judgements", Integer, nullable=False),
    Column("by", Text, nullable=False),
    Column("note", Text, nullable=False),
    UniqueConstraint("name", name="uq_snapshots_name"),
)

# What reprints are found by: the agencies that a report credits, and a sample of its runs of words.
credits_ = Table(
    "credits",
    metadata,
    Column("report", _PK, ForeignKey("reports.pk"), primary_key=True, autoincrement=False),
    Column("agency", _CODE, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

shingles = Table(
    "shingles",
    metadata,
    Column("shingle", BigInteger, primary_key=True, autoincrement=False),
    Column("report", _PK, ForeignKey("reports.pk"), primary_key=True, autoincrement=False),
    Index("ix_shingles_report", "report"),
    sqlite_with_rowid=False,
)

# Which readings a linker has compared with the rest: a run that was killed goes on where it stopped.
linkings = Table(
    "linkings",
    metadata,
    Column("reading", _PK, ForeignKey("readings.pk"), primary_key=True, autoincrement=False),
    Column("linker", _CODE, primary_key=True),
    _recorded(),
)

# Who may enter the desk, and what they follow: settings of people, no part of what the record says.
accounts = Table(
    "accounts",
    metadata,
    Column("name", _CODE, primary_key=True),
    Column("role", _CODE, nullable=False),
    Column("password", Text, nullable=False),
    _recorded(),
)

logins = Table(
    "logins",
    metadata,
    Column("token", _CODE, primary_key=True),
    Column("account", _CODE, ForeignKey("accounts.name"), nullable=False),
    Column("expires_at", _CODE, nullable=False),
)

saved = Table(
    "saved",
    metadata,
    _pk(),
    Column("by", _CODE, nullable=False),
    Column("kind", _CODE, nullable=False),
    Column("value", Text, nullable=False),
    Column("title", Text, nullable=False),
    _recorded(),
    UniqueConstraint("by", "kind", "value", name="uq_saved_value"),
)
