"""Tabel halaman kepegawaian: daftar dan halaman pegawai, riwayat, dosir, unit, impor, kamus, akun.

A new page of kepegawaian: one ``L`` line here, or one entry of ``BUKAN_HALAMAN`` with its reason.
"""

from kepegawaian.models import BatchImpor, KamusReferensi, Penugasan, RiwayatPangkat
from tests.e2e.cari import nip, unit
from tests.e2e.halaman_mesin import PERBUATAN, TAMU, UNDUHAN, L, _berkeluarga
from tests.e2e.panggung_mesin import ADMIN, ASN, DIKEMBALIKAN, KABID, OPERATOR, STAF


def _batch(p):
    return (BatchImpor.objects.filter(jenis="siasn", status="diterapkan").latest("pk").pk,)


def _berpangkat(p):
    """Somebody with a long history, and the kind of rows to see."""
    return (*_berkeluarga(p), "pangkat") if RiwayatPangkat.objects.exists() else ()


def _kamus(p):
    return (KamusReferensi.objects.latest("pk").pk,)


def _akun(p):
    return (p.pengguna(OPERATOR).pk,)


def _penugasan(p):
    return (Penugasan.objects.filter(pengguna=p.pengguna(OPERATOR)).latest("pk").pk,)


HALAMAN = (
    L("kepegawaian:masuk", TAMU, kata="Masuk"),
    L("kepegawaian:lupa_sandi", TAMU),
    L("kepegawaian:aktivasi", TAMU),
    L("kepegawaian:ganti_sandi", ASN),
    L("kepegawaian:keamanan", KABID, kata="Langkah kedua"),
    L("kepegawaian:faktor_pasang", KABID, kata="autentikator"),
    L("kepegawaian:saya", ASN, kata="Kepegawaian"),
    L("kepegawaian:saya_riwayat", ASN),
    L("kepegawaian:saya_dosir", ASN),
    L("kepegawaian:saya_drh", ASN),
    L("kepegawaian:pegawai_list", STAF, kueri="q=wahyu"),
    L("kepegawaian:pegawai_list", OPERATOR),
    L("kepegawaian:pegawai_detail", STAF, _berkeluarga, kata="Identitas"),
    L("kepegawaian:pegawai_detail", OPERATOR, nip(OPERATOR), kueri="per=2024-01-01", kata="2024"),
    L("kepegawaian:riwayat_list", STAF, _berpangkat),
    L("kepegawaian:dosir_list", STAF, nip(DIKEMBALIKAN)),
    L("kepegawaian:dosir_create", STAF, nip(DIKEMBALIKAN)),
    L("kepegawaian:drh_detail", STAF, _berkeluarga),
    L("kepegawaian:unit_list", ASN),
    L("kepegawaian:unit_detail", KABID, unit, kata="Dinas Pendidikan"),
    L("kepegawaian:impor_list", STAF),
    L("kepegawaian:impor_create", STAF),
    L("kepegawaian:impor_detail", STAF, _batch),
    L("kepegawaian:impor_batalkan", STAF, _batch),
    L("kepegawaian:tidak_ada_list", STAF, _batch),
    L("kepegawaian:kamus_list", STAF),
    L("kepegawaian:kamus_jawab", STAF, _kamus, kueri="q=dinas"),
    L("kepegawaian:slip_create", OPERATOR),
    L("kepegawaian:akun_list", ADMIN),
    L("kepegawaian:akun_detail", ADMIN, _akun, kata="Operator"),
    L("kepegawaian:penugasan_akhiri", ADMIN, _penugasan),
)

BUKAN_HALAMAN = {
    **dict.fromkeys(
        [f"kepegawaian:{kata}" for kata in (
            "keluar", "akun_tutup", "akun_buka", "akun_kode", "pegawai_kode", "penugasan_create", "impor_baca",
            "impor_terapkan", "sesi_akhiri", "faktor_lepas", "faktor_pulih", "faktor_atur_ulang",
        )],
        PERBUATAN,
    ),
    **dict.fromkeys(
        [f"kepegawaian:{kata}" for kata in (
            "dosir_download", "drh_download", "saya_drh_download", "pegawai_ekspor", "pegawai_ekspor_siasn",
            "galat_download",
        )],
        UNDUHAN,
    ),
    "kepegawaian:nik_tampil": "halaman pegawai sesudah NIK-nya dibuka dengan POST",
    "kepegawaian:saya_nik": "halaman pegawai sesudah NIK-nya dibuka dengan POST",
    "kepegawaian:impor_kemajuan": "potongan htmx",
    "kepegawaian:masuk_kode": "hanya sesudah kata sandi akun berlangkah kedua, tests/kepegawaian/test_masuk_aman.py",
    "kepegawaian:oidc_mulai": "alihan ke penyedia identitas, tests/kepegawaian/test_oidc.py",
    "kepegawaian:oidc_balik": "alihan dari penyedia identitas, tests/kepegawaian/test_oidc.py",
}  # fmt: skip
# Seen elsewhere: on the table of the engine.
DI_MESIN = {"kabar_saya", "kiriman_list", "kiriman_ulangi", "saringan_list", "saringan_create", "saringan_update",
            "saringan_delete"}  # fmt: skip
