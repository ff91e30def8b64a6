"""Akibat naskah mutasi pada riwayat: jabatan dengan arahnya, unit, Plt/Plh, penugasan luar, dan kedudukan.

Rows follow ``layanan.akibat``: they rest on the NaskahPegawai, bear its TMT, and never overwrite. Runs inside the act.
"""

from django.db.models.functions import Now

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan_jabatan import arah
from kepegawaian.models import RiwayatJabatan, RiwayatKedudukan, RiwayatTinggal, RiwayatUnit
from kepegawaian.models.dasar import Pelaku
from kepegawaian.profil import profil_satu
from layanan import akibat
from layanan.galat import DitolakAlur
from mutasi import fakta

PINDAH, AKTIF = "M1", "01"
TUGAS = "TUGAS"


def arah_profil(profil, jabatan):
    """Direction of the move from the post of a profile into a Jabatan; "" when the old one is not known."""
    lama = (profil.jenis_jabatan or "", profil.kelompok_jabatan or "", profil.jenjang or "")
    baru = (jabatan.jenis, jabatan.eselon.kelompok if jabatan.eselon else "", jabatan.jenjang)
    return arah(acuan_kini(), profil.per, lama, baru)


def jabatan_dan_unit(np, *, dilantik=False):
    """One RiwayatJabatan, and a RiwayatUnit where the unit changes, dated TMT; nothing the second time."""
    if akibat.sudah_diterapkan(np, RiwayatJabatan):
        return
    isian = np.data["isian"]
    jabatan = fakta.cari_jabatan(isian.get("jabatan_tujuan"))
    unit = fakta.unit_tujuan(jabatan, isian.get("unit_tujuan")) if jabatan else None
    if jabatan is None or unit is None:
        raise DitolakAlur("Jabatan atau unit tujuan tidak ada lagi; kembalikan usulannya untuk dipilih kembali.")
    profil = profil_satu(np.pegawai_id, per=np.tmt, bagian=("jabatan", "unit"))
    _gantikan_definitif(np)
    RiwayatJabatan.objects.create(
        **akibat.kolom_sk(np), jabatan=jabatan, unit=unit, arah=arah_profil(profil, jabatan),
        tmt_pelantikan=np.tmt if dilantik else None,
    )  # fmt: skip
    if profil.unit_id != unit.pk:
        akibat.gantikan(RiwayatUnit, np)
        RiwayatUnit.objects.create(**akibat.kolom_sk(np), unit=unit)


def _gantikan_definitif(np):
    """Marks a standing definitive row of the same TMT batal; Plt and Plh of that day stay."""
    lama = RiwayatJabatan.objects.filter(
        pegawai_id=np.pegawai_id, tmt=np.tmt, penugasan="D", dibatalkan_pada__isnull=True
    ).exclude(naskah_pegawai=np)
    lama.update(
        dibatalkan_pada=Now(), dibatalkan_oleh_id=Pelaku(), dibatalkan_naskah=np,
        dibatalkan_sebab=f"Digantikan {np.naskah.perihal} {np.naskah.nomor}"[:200],
    )  # fmt: skip


def penugasan(np):
    """One RiwayatJabatan PLT or PLH with its period; his own post stays."""
    if akibat.sudah_diterapkan(np, RiwayatJabatan):
        return
    isian = np.data["isian"]
    jabatan = fakta.cari_jabatan(isian["jabatan"])
    bentrok = RiwayatJabatan.objects.filter(
        jabatan=jabatan, penugasan="PLT", dibatalkan_pada__isnull=True, tmt__lte=isian["sampai"], sampai__gte=np.tmt
    )
    if isian["sifat"] == "PLT" and bentrok.exists():
        raise DitolakAlur("Jabatan itu sudah mempunyai Plt pada masa ini.")
    RiwayatJabatan.objects.create(
        **akibat.kolom_sk(np), penugasan=isian["sifat"], jabatan=jabatan, unit=jabatan.unit, sampai=isian["sampai"]
    )


def penugasan_luar(np):
    """One RiwayatTinggal TUGAS with its period; who gives up a post stands on the chosen one of pelaksana, in his unit."""
    if akibat.sudah_diterapkan(np, RiwayatTinggal):
        return
    isian = np.data["isian"]
    bentrok = RiwayatTinggal.objects.filter(
        pegawai_id=np.pegawai_id, jenis=TUGAS, dibatalkan_pada__isnull=True, tmt__lte=isian["sampai"]
    ).exclude(sampai__lt=np.tmt)
    if bentrok.exists():
        raise DitolakAlur("Ia sudah bertugas pada instansi lain di dalam masa ini.")
    RiwayatTinggal.objects.create(**akibat.kolom_sk(np), jenis=TUGAS, sampai=isian["sampai"])
    if not isian.get("jabatan_selama"):
        return
    jabatan = fakta.cari_jabatan(isian["jabatan_selama"])
    profil = profil_satu(np.pegawai_id, per=np.tmt, bagian=("jabatan", "unit"))
    if jabatan is None or profil.unit_id is None:
        raise DitolakAlur(
            "Jabatan pelaksana atau unit kerjanya tidak ada lagi; kembalikan usulannya untuk dipilih kembali."
        )
    _gantikan_definitif(np)
    RiwayatJabatan.objects.create(
        **akibat.kolom_sk(np), jabatan=jabatan, unit_id=profil.unit_id, arah=arah_profil(profil, jabatan)
    )


def kedudukan(np, kode):
    """One RiwayatKedudukan dated TMT (M1: pindah instansi; 01: aktif)."""
    if akibat.sudah_diterapkan(np, RiwayatKedudukan):
        return
    akibat.gantikan(RiwayatKedudukan, np)
    RiwayatKedudukan.objects.create(**akibat.kolom_sk(np), kedudukan_id=kode)
