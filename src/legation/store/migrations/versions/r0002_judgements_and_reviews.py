"""What people and linkers decide: reviews, judgements, assessments, snapshots; and what they need of reports."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_PK = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_IN_FORCE = sa.text("superseded_at IS NULL")


def upgrade() -> None:
    _create_reviews()
    _create_judgements()
    _create_assessments()
    _create_snapshots()
    _create_marks()


def _pk() -> sa.Column[int]:
    return sa.Column("pk", _PK, primary_key=True)


def _report() -> sa.Column[int]:
    return sa.Column("report", _PK, sa.ForeignKey("reports.pk"), nullable=False)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _code(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, _CODE, nullable=nullable)


def _held() -> list[sa.Column[str]]:
    return [_code("recorded_at"), _code("superseded_at", nullable=True)]


def _create_reviews() -> None:
    op.create_table(
        "reviews",
        _pk(),
        _report(),
        _code("action"),
        _code("claim"),
        _code("kind"),
        sa.Column("trigger_start", sa.Integer, nullable=False),
        sa.Column("trigger_end", sa.Integer, nullable=False),
        _code("result", nullable=True),
        _text("by"),
        _text("reason"),
        _text("changes", nullable=True),
        sa.Column("undoes", _PK, nullable=True),
        *_held(),
    )
    op.create_index("ix_reviews_report", "reviews", ["report"])
    op.create_index("ix_reviews_claim", "reviews", ["claim"])
    op.create_index("ix_reviews_recorded", "reviews", ["recorded_at"])
    op.add_column("claims", sa.Column("review", _PK, nullable=True))
    held = sa.text("review IS NOT NULL")
    op.create_index("ix_claims_review", "claims", ["review"], sqlite_where=held, postgresql_where=held)


def _create_judgements() -> None:
    op.create_table(
        "judgements",
        _pk(),
        _code("bond"),
        _code("left"),
        _code("right"),
        _code("verdict"),
        _text("by"),
        _text("reason"),
        sa.Column("score", sa.Float, nullable=True),
        _text("features", nullable=True),
        *_held(),
    )
    columns = ["left", "right", "bond", "by"]
    _create_in_force("uq_judgements_in_force", columns, unique=True)
    op.create_index("ix_judgements_right", "judgements", ["right"])
    _create_in_force("ix_judgements_verdict", ["verdict", "bond"], unique=False)


def _create_in_force(name: str, columns: list[str], *, unique: bool) -> None:
    where = _IN_FORCE
    op.create_index(name, "judgements", columns, unique=unique, sqlite_where=where, postgresql_where=where)


def _create_assessments() -> None:
    op.create_table(
        "assessments",
        _pk(),
        _code("subject"),
        _code("field"),
        _text("value"),
        _text("by"),
        _text("reason"),
        *_held(),
    )
    op.create_index("ix_assessments_subject", "assessments", ["subject", "field"])


def _create_snapshots() -> None:
    op.create_table(
        "snapshots",
        _pk(),
        _code("name"),
        _code("recorded_at"),
        _code("digest"),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("reports", sa.Integer, nullable=False),
        sa.Column("judgements", sa.Integer, nullable=False),
        _text("by"),
        _text("note"),
        sa.UniqueConstraint("name", name="uq_snapshots_name"),
    )


def _create_marks() -> None:
    op.create_table(
        "credits",
        sa.Column("report", _PK, sa.ForeignKey("reports.pk"), primary_key=True, autoincrement=False),
        sa.Column("agency", _CODE, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
    )
    op.create_table(
        "shingles",
        sa.Column("shingle", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("report", _PK, sa.ForeignKey("reports.pk"), primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_shingles_report", "shingles", ["report"])
    op.create_table(
        "linkings",
        sa.Column("reading", _PK, sa.ForeignKey("readings.pk"), primary_key=True, autoincrement=False),
        sa.Column("linker", _CODE, primary_key=True),
        _code("recorded_at"),
    )
