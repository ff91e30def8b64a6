"""KP prestasi kerja luar biasa baiknya (PLB) dan penemuan baru (PB). Dasar: PP 99/2000 Pasal 15-16; PerBKN 4/2025.

Both are exempt from ujian dinas (Pasal 30-31). Rules: ``aturan/prestasi.py``.
"""

from kepangkatan import bahan_sk
from kepangkatan.aturan import prestasi
from kepangkatan.dasar_kp import (
    PERIODE_BARU,
    PP99,
    LayananKP,
    alur_kp,
    dokumen_kp,
    dua_tingkat,
    syarat_umum,
    templat_sk,
)
from kepangkatan.forms_khusus import KpPenemuanForm, KpPrestasiForm
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from layanan.katalog import Dasar, DokumenSyarat, Syarat, daftarkan
from layanan.sensus import Skenario

PASAL15, PASAL16 = Dasar(PP99, "Pasal 15"), Dasar(PP99, "Pasal 16")
MENGINGAT = (*bahan_sk.DASAR, "PerBKN 4/2025")
NAMA = (("penetapan.nomor", "800/12/2026"), ("penetapan.tanggal", "2 Mei 2026"))
PLB = bahan_sk.menimbang("Pasal 15 Peraturan Pemerintah Nomor 99 Tahun 2000 karena menunjukkan prestasi kerja luar biasa "
                         "baiknya yang ditetapkan dengan {{ d.penetapan.nomor }} tanggal {{ d.penetapan.tanggal }}")  # fmt: skip
PB = bahan_sk.menimbang("Pasal 16 Peraturan Pemerintah Nomor 99 Tahun 2000 karena menemukan penemuan baru yang bermanfaat "
                        "bagi negara menurut {{ d.penetapan.nomor }} tanggal {{ d.penetapan.tanggal }}")  # fmt: skip


class _Penetapan(LayananKP):
    """A kind that rests on a recognition: its number and date stand on the form and in the decree."""

    mengingat = MENGINGAT

    def data_khusus(self, konteks, *, konsep=False):
        """The recognition the decree names."""
        nomor, tanggal = konteks.isian.get("nomor_penetapan"), konteks.isian.get("tanggal_penetapan")
        return {"penetapan": {"nomor": nomor or "", "tanggal": tulis_tanggal(tanggal) if tanggal else ""}}

    def skenario_sensus(self, tanggal):
        """Recognised, recognised too late, mid-month, two steps."""
        berikut = tambah_bulan(tanggal.replace(day=1), 1)
        tengah = berikut.replace(day=15)
        return [
            Skenario("periode berikut", berikut, isian=_penetapan(tanggal)),
            Skenario("tengah bulan", tengah, isian=_penetapan(tambah_bulan(tengah, 2))),
            Skenario("dua tingkat", berikut, isian=lambda p, a: _penetapan(tanggal)(p, a) | dua_tingkat(p, a)),
        ]


def _penetapan(tanggal):
    return lambda profil, acuan: {"nomor_penetapan": "800/1/2026", "tanggal_penetapan": tanggal}


@daftarkan
class KenaikanPangkatPrestasi(_Penetapan):
    """KP for prestasi kerja luar biasa baiknya."""

    slug = "kp-prestasi"
    nama = "Kenaikan Pangkat Prestasi Kerja Luar Biasa"
    uraian = "Kenaikan pangkat setingkat bagi PNS yang ditetapkan berprestasi kerja luar biasa baiknya."
    dasar = (PASAL15, PERIODE_BARU)
    jenis_kp = "208"
    form = KpPrestasiForm
    naskah = templat_sk(
        "Keputusan Kenaikan Pangkat Prestasi Kerja Luar Biasa", bahan_sk.bagian_kp(PLB, MENGINGAT), NAMA
    )
    syarat = (
        *syarat_umum(kinerja="kp_tahun_kinerja_prestasi", minimal=prestasi.ISTIMEWA, keyakinan="sebagian"),
        Syarat("PLB", "Paling singkat 1 tahun dalam pangkat terakhir", PASAL15, prestasi.plb_satu_tahun,
               keyakinan="sebagian"),
    )  # fmt: skip
    dokumen = dokumen_kp(DokumenSyarat("penetapan_prestasi", "Penetapan prestasi kerja luar biasa baiknya"), kinerja=1)
    alur = alur_kp(naskah)

    def tmt_pertama(self, profil, acuan):
        """One year in rank."""
        return prestasi.tmt_prestasi(profil, acuan)


@daftarkan
class KenaikanPangkatPenemuan(_Penetapan):
    """KP for a discovery useful to the state."""

    slug = "kp-penemuan"
    nama = "Kenaikan Pangkat Penemuan Baru"
    uraian = "Kenaikan pangkat setingkat bagi PNS yang menemukan penemuan baru yang bermanfaat bagi negara."
    dasar = (PASAL16, PERIODE_BARU)
    jenis_kp = "207"
    form = KpPenemuanForm
    naskah = templat_sk("Keputusan Kenaikan Pangkat Penemuan Baru", bahan_sk.bagian_kp(PB, MENGINGAT), NAMA)
    syarat = (
        *syarat_umum(kinerja="kp_tahun_kinerja_prestasi", keyakinan="sebagian"),
        Syarat("PB", "Penemuan baru yang bermanfaat bagi negara sudah ditetapkan", PASAL16, prestasi.pb_penetapan,
               keyakinan="sebagian"),
    )  # fmt: skip
    dokumen = dokumen_kp(DokumenSyarat("penetapan_penemuan", "Penetapan penemuan baru"), kinerja=1)
    alur = alur_kp(naskah)
