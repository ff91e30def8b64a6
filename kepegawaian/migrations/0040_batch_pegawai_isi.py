"""The person of every value of SIASN taken over so far: the answer it rests on names him."""

from django.db import migrations

ISI = """
    UPDATE kepegawaian_batchimpor b SET pegawai_id = j.pegawai_id FROM kepegawaian_jawabansiasn j
    WHERE b.jenis = 'ws' AND b.pegawai_id IS NULL AND j.id = (b.ringkasan ->> 'jawaban')::bigint
"""


class Migration(migrations.Migration):
    dependencies = [
        ("kepegawaian", "0039_batch_pegawai"),
    ]

    operations = [migrations.RunSQL(ISI, migrations.RunSQL.noop)]
