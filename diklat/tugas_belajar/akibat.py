"""Akibat SK tugas belajar, perpanjangan, dan penyelesaiannya pada riwayat, dan pada baris pemantauannya.

Runs inside the transaction of signing. While he studies the bond is planned from the end of the SK, so that the Profil
counts it from the first day; at the finish it is written again from the day he really finished.
"""

from datetime import date, timedelta

from django.db.models import F
from django.db.models.functions import Now

from diklat.models import TugasBelajar
from diklat.tugas_belajar import aturan, fakta
from diklat.tugas_belajar.fakta import AKTIF, BELAJAR, TUBEL
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import Jabatan, RiwayatIkatan, RiwayatJabatan, RiwayatKedudukan, RiwayatTinggal
from kepegawaian.models.dasar import Pelaku
from kepegawaian.profil import profil_satu
from layanan import akibat
from layanan.galat import DitolakAlur

SEBELUMNYA = timedelta(days=1)


def mulai(np):
    """TugasBelajar and the planned bond; who is released: RiwayatTinggal, kedudukan 03, and the post of pelaksana."""
    if TugasBelajar.objects.filter(naskah_pegawai=np).exists():
        return
    if TugasBelajar.objects.select_for_update().filter(pegawai_id=np.pegawai_id, keadaan="berjalan").exists():
        raise DitolakAlur("Ia sudah menjalani tugas belajar yang belum selesai.")
    isi, sampai = np.data["isian"], date.fromisoformat(akibat.beku(np, "sampai", "iso"))
    biaya = isi.get("jumlah_biaya")
    t = TugasBelajar.objects.create(
        pegawai_id=np.pegawai_id, naskah_pegawai=np, nomor_sk=np.naskah.nomor, cara=isi["cara"], biaya=isi["biaya"],
        sponsor=isi.get("sponsor") or "", jumlah_biaya=0 if isi["biaya"] == "sendiri" else biaya, jenjang=isi["jenjang"],
        prodi=isi["prodi"], sekolah=isi["sekolah"], luar_negeri=bool(isi.get("luar_negeri")), mulai=np.tmt,
        sampai_awal=sampai, sampai=sampai,
    )  # fmt: skip
    kolom = akibat.kolom_sk(np)
    if t.cara == aturan.DIBEBASKAN:
        RiwayatTinggal.objects.create(**kolom, jenis=TUBEL, sampai=sampai)
        akibat.gantikan(RiwayatKedudukan, np)
        RiwayatKedudukan.objects.create(**kolom, kedudukan_id=BELAJAR)
        _lepas_jabatan(np, kolom, isi.get("jabatan_selama"))
    _rencanakan_ikatan(t, np, kolom)


def _lepas_jabatan(np, kolom, kode):
    """The post of pelaksana he stands on while released from a structural or functional one."""
    if not kode:
        return
    jabatan = Jabatan.objects.filter(kode=kode, jenis="pelaksana").first()
    profil = profil_satu(np.pegawai_id, per=np.tmt, bagian=("unit",))
    if jabatan is None or profil.unit_id is None:
        raise DitolakAlur("Jabatan pelaksana atau unit kerjanya tidak ada lagi; kembalikan usulannya.")
    RiwayatJabatan.objects.filter(
        pegawai_id=np.pegawai_id, tmt=np.tmt, penugasan="D", dibatalkan_pada__isnull=True
    ).update(**_batal(np, f"Digantikan {np.naskah.perihal} {np.naskah.nomor}"))
    RiwayatJabatan.objects.create(**kolom, jabatan=jabatan, unit_id=profil.unit_id)


def _batal(np, sebab):
    return {
        "dibatalkan_pada": Now(),
        "dibatalkan_oleh_id": Pelaku(),
        "dibatalkan_naskah": np,
        "dibatalkan_sebab": sebab[:200],
    }


def _rencanakan_ikatan(t, np, kolom):
    """The bond as the agreement foresees it; it runs from the first day of study, so that nobody moves meanwhile."""
    ikatan = aturan.ikatan(acuan_kini(), cara=t.cara, mulai=t.mulai, selesai=t.sampai, luar_negeri=t.luar_negeri)
    _cabut_ikatan(np, t.mulai)
    RiwayatIkatan.objects.create(
        **kolom | {"tmt": t.mulai}, jenis=TUBEL, sampai=ikatan.sampai, keterangan=f"Rencana menurut SK: {t}"[:200]
    )


def _cabut_ikatan(np, sejak):
    """What stood of this bond gives way to the naskah ``np``; older bonds stay."""
    RiwayatIkatan.objects.filter(
        pegawai_id=np.pegawai_id, jenis=TUBEL, tmt__gte=sejak, dibatalkan_pada__isnull=True
    ).update(**_batal(np, f"Dihitung kembali menurut {np.naskah.perihal} {np.naskah.nomor}"))


def _kunci(np):
    """The running TugasBelajar under lock, or None when only the riwayat knows it."""
    return TugasBelajar.objects.select_for_update().filter(pegawai_id=np.pegawai_id, keadaan="berjalan").first()


def perpanjang(np):
    """A further period beside the first, the end moved, the bond planned anew."""
    if akibat.sudah_diterapkan(np, RiwayatTinggal) or akibat.sudah_diterapkan(np, RiwayatIkatan):
        return
    t, sampai = _kunci(np), date.fromisoformat(akibat.beku(np, "sampai", "iso"))
    kolom = akibat.kolom_sk(np)
    if t is None or t.cara == aturan.DIBEBASKAN:
        RiwayatTinggal.objects.create(**kolom, jenis=TUBEL, sampai=sampai)
    if t is not None:
        t.sampai, t.versi = sampai, t.versi + 1
        t.save(update_fields=["sampai", "versi"])
        _rencanakan_ikatan(t, np, kolom)


def selesaikan(np):
    """Back to work on the TMT: kedudukan 01, what is left of TUBEL cut; the bond from the finish, or none when he stopped."""
    isi, selesai = np.data["isian"], date.fromisoformat(akibat.beku(np, "selesai", "iso"))
    tubel = fakta.berjalan(np.pegawai_id, BELAJAR)
    if not tubel or akibat.sudah_diterapkan(np, RiwayatKedudukan) or akibat.sudah_diterapkan(np, RiwayatIkatan):
        return
    t, kolom, lulus = _kunci(np), akibat.kolom_sk(np), isi["hasil"] == "lulus"
    if tubel["cara"] == aturan.DIBEBASKAN:
        akibat.gantikan(RiwayatKedudukan, np)
        RiwayatKedudukan.objects.create(**kolom, kedudukan_id=AKTIF)
        _potong(np, kolom)
    _cabut_ikatan(np, tubel["mulai"])
    ikatan = aturan.ikatan(
        acuan_kini(), cara=tubel["cara"], mulai=tubel["mulai"], selesai=selesai, luar_negeri=tubel["luar_negeri"]
    )
    if lulus:
        RiwayatIkatan.objects.create(
            **kolom | {"tmt": ikatan.mulai}, jenis=TUBEL, sampai=ikatan.sampai, keterangan=tubel["judul"][:200]
        )
    if t is not None:
        t.keadaan, t.selesai, t.versi = "selesai" if lulus else "berhenti", selesai, t.versi + 1
        t.ikatan_mulai, t.ikatan_sampai = (ikatan.mulai, ikatan.sampai) if lulus else (None, None)
        t.ganti_rugi = None if lulus else akibat.beku(np, "ganti_rugi", "rupiah")
        t.sebab_putus = "" if lulus else (isi.get("alasan") or "")[:300]
        t.save()


def _potong(np, kolom):
    """RiwayatTinggal TUBEL ends the day before the TMT."""
    akhir = np.tmt - SEBELUMNYA
    sisa = RiwayatTinggal.objects.filter(
        pegawai_id=np.pegawai_id, jenis=TUBEL, dibatalkan_pada__isnull=True, sampai__gte=np.tmt
    )
    for baris in list(sisa):
        RiwayatTinggal.objects.filter(pk=baris.pk).update(**_batal(np, f"Aktif kembali {tulis_tanggal(np.tmt)}"))
        if baris.tmt <= akhir:
            RiwayatTinggal.objects.create(**kolom | {"tmt": baris.tmt}, jenis=TUBEL, sampai=akhir)


# ── counter-effects: a SK that is revoked ────────────────────────────────────────────────────────────


def balik_mulai(np, *, cara, tmt):
    """The monitoring row of a SK that fell: as if never, or ended the day before ``tmt``."""
    t = TugasBelajar.objects.select_for_update().filter(naskah_pegawai=np, keadaan="berjalan")
    if cara == "surut":
        t.update(keadaan="batal", versi=F("versi") + 1)
    else:
        t.update(keadaan="berhenti", selesai=tmt - SEBELUMNYA, versi=F("versi") + 1)


def balik_perpanjang(np):
    """The end before the extension stands again."""
    lama = akibat.beku(np, "semula", "iso")
    t = TugasBelajar.objects.select_for_update().filter(pegawai_id=np.pegawai_id, keadaan="berjalan")
    if lama:
        t.update(sampai=date.fromisoformat(lama), versi=F("versi") + 1)


def balik_selesai(np):
    """He studies again, unless another tugas belajar has begun meanwhile."""
    if TugasBelajar.objects.filter(pegawai_id=np.pegawai_id, keadaan="berjalan").exists():
        return
    t = TugasBelajar.objects.select_for_update().filter(pegawai_id=np.pegawai_id, keadaan__in=("selesai", "berhenti"))
    satu = t.order_by("-selesai").first()
    if satu is not None:
        TugasBelajar.objects.filter(pk=satu.pk).update(
            keadaan="berjalan", selesai=None, ikatan_mulai=None, ikatan_sampai=None, ganti_rugi=None, sebab_putus="",
            versi=F("versi") + 1,
        )  # fmt: skip
