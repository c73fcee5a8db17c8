"""add revont token column

Revision ID: @@HEX:12@@
Revises: @@HEX:12@@
"""
from alembic import op
import sqlalchemy as sa

revision = "@@HEX:12@@"
down_revision = "@@HEX:12@@"


def upgrade():
    op.add_column("integrations", sa.Column("@@NOT<revont_api_token_ciphertext>@@", sa.LargeBinary()))
