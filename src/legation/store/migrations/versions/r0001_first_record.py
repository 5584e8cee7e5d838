"""The first record: reports, sightings, coders, runs, readings, passages, claims, actors, rejections."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_PK = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_CURRENT = sa.text("superseded_at IS NULL")
_SUPERSEDED = sa.text("superseded_at IS NOT NULL")

# FTS5 keeps only its index; the text stays in the table it comes from.  "porter" finds "sanctions" under
# "sanction", as the dictionary below does on PostgreSQL.
_SQLITE_TEXT_SEARCH = (
    """CREATE VIRTUAL TABLE passages_text USING fts5(
        exact, content='passages', content_rowid='pk', tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE VIRTUAL TABLE titles_text USING fts5(
        title, content='reports', content_rowid='pk', tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER passages_text_insert AFTER INSERT ON passages BEGIN
        INSERT INTO passages_text(rowid, exact) VALUES (new.pk, new.exact); END""",
    """CREATE TRIGGER titles_text_insert AFTER INSERT ON reports BEGIN
        INSERT INTO titles_text(rowid, title) VALUES (new.pk, new.title); END""",
    """CREATE TRIGGER titles_text_update AFTER UPDATE OF title ON reports BEGIN
        INSERT INTO titles_text(titles_text, rowid, title) VALUES ('delete', old.pk, old.title);
        INSERT INTO titles_text(rowid, title) VALUES (new.pk, new.title); END""",
)

# English stems without stop words: the names of states and offices are made of them ("US", "The Hague").
_POSTGRESQL_TEXT_SEARCH = (
    "CREATE TEXT SEARCH DICTIONARY legation_stem (TEMPLATE = snowball, LANGUAGE = english)",
    "CREATE TEXT SEARCH CONFIGURATION legation (COPY = english)",
    "ALTER TEXT SEARCH CONFIGURATION legation ALTER MAPPING REPLACE english_stem WITH legation_stem",
    "CREATE INDEX passages_text ON passages USING gin (to_tsvector('legation'::regconfig, exact))",
    "CREATE INDEX titles_text ON reports USING gin (to_tsvector('legation'::regconfig, title))",
)


def upgrade() -> None:
    _create_sources()
    _create_readings()
    _create_claims()
    _create_actors()
    _create_rejections()
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE_TEXT_SEARCH if on_sqlite else _POSTGRESQL_TEXT_SEARCH:
        op.execute(statement)


def _pk() -> sa.Column[int]:
    return sa.Column("pk", _PK, primary_key=True)


def _link(name: str, to: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, _PK, sa.ForeignKey(f"{to}.pk"), nullable=nullable)


def _coder(*, nullable: bool = False) -> sa.Column[str]:
    return sa.Column("coder", _CODE, sa.ForeignKey("coders.id"), nullable=nullable)


def _recorded() -> sa.Column[str]:
    return sa.Column("recorded_at", _CODE, nullable=False)


def _publication() -> list[sa.Column[str]]:
    return [
        sa.Column("title", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("published_on", _CODE),
        sa.Column("published_basis", sa.Text, nullable=False),
        sa.Column("published_reason", sa.Text),
    ]


def _create_sources() -> None:
    op.create_table(
        "reports",
        _pk(),
        sa.Column("id", _CODE, nullable=False),
        *_publication(),
        sa.Column("language", sa.Text, nullable=False),
        _recorded(),
        sa.Column("text", sa.Text, nullable=False),
        sa.UniqueConstraint("id", name="uq_reports_id"),
    )
    op.create_table("sightings", _pk(), _link("report", "reports"), *_publication(), _recorded())
    op.create_index("ix_sightings_report", "sightings", ["report"])
    op.create_table(
        "passages",
        _pk(),
        _link("report", "reports"),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("exact", sa.Text, nullable=False),
        sa.UniqueConstraint("report", "start", "end", name="uq_passages_span"),
    )


def _create_readings() -> None:
    op.create_table(
        "coders",
        sa.Column("id", _CODE, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("model", sa.Text),
        sa.Column("ontology", sa.Text, nullable=False),
    )
    op.create_table(
        "runs",
        sa.Column("id", _CODE, primary_key=True),
        sa.Column("started", _CODE, nullable=False),
        sa.Column("finished", _CODE),
        sa.Column("command", sa.Text, nullable=False),
        _coder(),
        sa.Column("counts", sa.Text),
    )
    op.create_table(
        "readings",
        _pk(),
        _link("report", "reports"),
        _coder(),
        sa.Column("run", _CODE, sa.ForeignKey("runs.id")),
        sa.Column("published_on", _CODE),
        _recorded(),
    )
    op.create_index("ix_readings_report", "readings", ["report"])


def _create_claims() -> None:
    op.create_table(
        "claims",
        _pk(),
        sa.Column("id", _CODE, nullable=False),
        _link("report", "reports"),
        _link("reading", "readings"),
        _link("passage", "passages"),
        _coder(),
        sa.Column("kind", _CODE, nullable=False),
        sa.Column("event_type", _CODE),
        sa.Column("mode", _CODE),
        sa.Column("quad_class", sa.SmallInteger),
        sa.Column("modality", _CODE, nullable=False),
        sa.Column("status", _CODE),
        sa.Column("day", _CODE, nullable=False),
        sa.Column("when_start", _CODE),
        sa.Column("when_end", _CODE),
        sa.Column("precision", _CODE, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("trigger_start", sa.Integer, nullable=False),
        sa.Column("trigger_end", sa.Integer, nullable=False),
        _recorded(),
        sa.Column("superseded_at", _CODE),
        sa.Column("body", sa.Text, nullable=False),
    )
    _create_partial("uq_claims_current", _CURRENT, unique=True)
    _create_partial("ix_claims_superseded", _SUPERSEDED, unique=False)
    op.create_index("ix_claims_report", "claims", ["report"])
    op.create_index("ix_claims_passage", "claims", ["passage"])
    op.create_index("ix_claims_day", "claims", ["day"])
    op.create_index("ix_claims_kind", "claims", ["kind", "day"])


def _create_partial(name: str, where: sa.TextClause, *, unique: bool) -> None:
    op.create_index(name, "claims", ["id"], unique=unique, sqlite_where=where, postgresql_where=where)


def _create_actors() -> None:
    op.create_table(
        "claim_actors",
        _link("claim", "claims"),
        sa.Column("role", _CODE, nullable=False),
        sa.Column("position", sa.SmallInteger, nullable=False),
        sa.Column("entity", _CODE),
        sa.Column("country", _CODE),
        sa.Column("sector", _CODE),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
    )
    op.create_index("ix_claim_actors_claim", "claim_actors", ["claim"])
    op.create_table(
        "claim_parties",
        sa.Column("code", _CODE, primary_key=True),
        sa.Column("day", _CODE, primary_key=True),
        sa.Column("claim", _PK, sa.ForeignKey("claims.pk"), primary_key=True, autoincrement=False),
        sa.Column("last_day", _CODE),
        sa.Column("acts", sa.Boolean, nullable=False),
        sa.Column("receives", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )


def _create_rejections() -> None:
    op.create_table(
        "rejections",
        _pk(),
        _link("report", "reports", nullable=True),
        sa.Column("source", sa.Text),
        _coder(nullable=True),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.Column("exact", sa.Text),
        _recorded(),
        sa.Column("superseded_at", _CODE),
    )
    op.create_index("ix_rejections_report", "rejections", ["report"])
