"""Kenaikan pangkat (KP) reguler. Dasar: PP 99/2000 Pasal 6-8 jo. PP 12/2002; PerBKN 2/2025; PerBKN 4/2025.

Rules: ``kepangkatan/aturan/``; documents, route, SK and effect: ``kepangkatan/dasar_kp.py``. Up to III/d the SK is
printed here and signed by the Bupati; from IV/a the SK of Gubernur or Presiden is recorded.
"""

from datetime import date

from django.db.models import Q

from kepangkatan import bahan_sk
from kepangkatan.aturan import reguler
from kepangkatan.dasar_kp import (
    PERIODE_BARU,
    PP12,
    PP99,
    STLUD,
    LayananKP,
    alur_kp,
    dokumen_kp,
    dua_tingkat,
    kolektif_kp,
    syarat_umum,
    templat_sk,
)
from kepangkatan.forms import KpRegulerForm
from kepegawaian import akses
from kepegawaian.aturan import tambah_bulan
from kepegawaian.hak import KODE_SEKDA
from kepegawaian.models import Jabatan
from kepegawaian.profil import profil_satu
from layanan.katalog import Dasar, Syarat, daftarkan
from layanan.sensus import Skenario

PBKN25 = "PerBKN 2/2025"
TERIKAT_ATASAN_SAMPAI = date(2025, 5, 31)
JUDUL = "Keputusan Kenaikan Pangkat"


@daftarkan
class KenaikanPangkatReguler(LayananKP):
    """KP reguler for a PNS without struktural or fungsional post."""

    slug = "kp-reguler"
    nama = "Kenaikan Pangkat Reguler"
    uraian = "Kenaikan pangkat setingkat bagi PNS pelaksana yang sudah empat tahun dalam pangkatnya."
    dasar = (Dasar(PP99, "Pasal 6-8"), Dasar(PP12), Dasar(PBKN25), PERIODE_BARU)
    jenis_kp = "101"
    form = KpRegulerForm
    naskah = templat_sk(JUDUL, bahan_sk.bagian_kp(bahan_sk.menimbang()))
    kolektif = kolektif_kp(JUDUL)
    syarat = (
        *syarat_umum(),
        Syarat(
            "KP-R01", "Tidak memangku jabatan struktural atau fungsional", Dasar(PP99, "Pasal 6"),
            reguler.r01_tanpa_jabatan,
        ),
        Syarat(
            "KP-R02", "Paling singkat 4 tahun dalam pangkat terakhir", Dasar(PP99, "Pasal 7"), reguler.r02_empat_tahun
        ),
        Syarat(
            "KP-R03", "Tidak melampaui pangkat tertinggi menurut pendidikan", Dasar(PP99, "Pasal 8"),
            reguler.r03_puncak_pendidikan, dasar_lain=(Dasar(PP12),),
        ),
        Syarat(
            "KP-R05", "Lulus ujian dinas bila pindah golongan ke III/a atau IV/a, kecuali dibebaskan",
            Dasar(PP99, "Pasal 30-31"), reguler.r05_ujian_dinas,
        ),
        Syarat(
            "KP-R06", "Tidak melampaui pangkat atasan langsung", Dasar(PP12, "Pasal 6"), reguler.r06_pangkat_atasan,
            keyakinan="sebagian", berlaku_sampai=TERIKAT_ATASAN_SAMPAI, dasar_lain=(Dasar(PBKN25),),
        ),
    )  # fmt: skip
    dokumen = dokumen_kp(STLUD)
    alur = alur_kp(naskah)

    def siapkan(self, profil, isian):
        """Golongan of the direct superior, only where KP-R06 still asks for it."""
        tmt = isian.get("tmt")
        return {"golongan_atasan": golongan_atasan(profil)} if tmt and tmt <= TERIKAT_ATASAN_SAMPAI else {}

    def tmt_pertama(self, profil, acuan):
        """Four years in rank."""
        return reguler.tmt_reguler(profil, acuan)

    def jatuh_tempo(self, profil, acuan, tanggal):
        """The next TMT on which KP reguler is possible by time, post and education."""
        return reguler.jatuh_tempo(profil, acuan, tanggal)

    def skenario_sensus(self, tanggal):
        """Next period, mid-month, two steps up, and a TMT under KP-R06."""
        berikut = tambah_bulan(tanggal.replace(day=1), 1)
        return [
            Skenario("periode berikut", berikut),
            Skenario("tengah bulan", berikut.replace(day=15)),
            Skenario("dua tingkat", berikut, isian=dua_tingkat),
            Skenario("masih terikat pangkat atasan", date(2025, 4, 1), siapkan=True, maks=300),
        ]


def golongan_atasan(profil):
    """Golongan of the direct superior on the date of the profile: head of the unit or of the one above, then Sekda."""
    jalur = list(reversed(profil.jalur_unit or ()))
    kepala = Jabatan.objects.filter(kepala_unit=True, berlaku_sampai__isnull=True)
    calon = kepala.filter(Q(unit_id__in=jalur) | Q(kode=KODE_SEKDA)).values_list("unit_id", "pk")
    urut = sorted(calon, key=lambda j: jalur.index(j[0]) if j[0] in jalur else len(jalur))
    urut = [pk for _, pk in urut if pk != profil.jabatan_id]
    pemangku = akses.pemangku(profil.per, urut)
    for jabatan in urut:
        for p in pemangku.get(jabatan, ()):
            if p.pegawai_id != profil.pegawai_id:
                return profil_satu(p.pegawai_id, per=profil.per, bagian=("pangkat",)).golongan
    return None
