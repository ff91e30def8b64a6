"""Extensions and the two functions that tell triggers and defaults who acts, and from where."""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension
from django.db import migrations

FUNGSI = """
CREATE FUNCTION portal_pelaku() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('portal.pelaku', true), '')::bigint $$;
CREATE FUNCTION portal_alamat() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT coalesce(current_setting('portal.alamat', true), '') $$;
"""
HAPUS = "DROP FUNCTION portal_alamat(); DROP FUNCTION portal_pelaku();"


class Migration(migrations.Migration):
    dependencies = []
    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        migrations.RunSQL(FUNGSI, HAPUS),
    ]
