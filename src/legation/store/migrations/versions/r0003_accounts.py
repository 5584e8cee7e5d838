"""Who may enter the desk, and what they follow: accounts, logins, saved things; parties by their claim."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_PK = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("name", _CODE, primary_key=True),
        sa.Column("role", _CODE, nullable=False),
        sa.Column("password", sa.Text, nullable=False),
        sa.Column("recorded_at", _CODE, nullable=False),
    )
    op.create_table(
        "logins",
        sa.Column("token", _CODE, primary_key=True),
        sa.Column("account", _CODE, sa.ForeignKey("accounts.name"), nullable=False),
        sa.Column("expires_at", _CODE, nullable=False),
    )
    op.create_table(
        "saved",
        sa.Column("pk", _PK, primary_key=True),
        sa.Column("by", _CODE, nullable=False),
        sa.Column("kind", _CODE, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("recorded_at", _CODE, nullable=False),
        sa.UniqueConstraint("by", "kind", "value", name="uq_saved_value"),
    )
    op.create_index("ix_claim_parties_claim", "claim_parties", ["claim"])
