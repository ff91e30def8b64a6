"""Kabar kepada yang diperiksa: bahwa ada surat baginya, tanpa menyebut apa; isinya ia baca pada halamannya sendiri."""

from django.urls import reverse

from disiplin.hak import SURAT_TERPERIKSA
from kepegawaian import jejak
from kepegawaian.models import Pengguna


def beri_tahu_terperiksa(usulan, kode, *, oleh):
    """Tells the person that a letter of the step ``kode`` is there for him; nothing at other steps."""
    if kode not in SURAT_TERPERIKSA:
        return
    putaran = usulan.langkah.filter(kode=kode).count()
    jejak.beri_tahu(
        list(Pengguna.objects.filter(pegawai_id=usulan.pegawai_id, is_active=True).values_list("pk", flat=True)),
        kunci=f"kasus:{usulan.pk}:{kode}:{putaran}", judul="Ada surat dinas rahasia bagi Anda",
        isi="Buka halaman Surat dinas rahasia saya.", url=reverse("disiplin:saya"), pada=oleh.kini, rahasia=True,
        peristiwa="naskah_terbit",
    )  # fmt: skip
