"""Akibat naskah cuti: RiwayatCuti, Halangan pejabat, catatan penangguhan, CLTN dan pengaktifan kembali.

Rows rest on the NaskahPegawai and never overwrite (``layanan.akibat``). Runs inside the transaction of signing.
"""

from datetime import date, timedelta

from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.antrean import antrekan
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import (
    Halangan,
    Jabatan,
    RiwayatCuti,
    RiwayatJabatan,
    RiwayatKedudukan,
    RiwayatTinggal,
)
from kepegawaian.models.dasar import Pelaku
from kepegawaian.profil import profil_satu
from kesejahteraan.cuti import fakta
from kesejahteraan.cuti.aturan import hari
from kesejahteraan.cuti.models import CatatanCuti
from layanan import akibat
from layanan.galat import DitolakAlur
from layanan.models import Usulan

AKTIF, CLTN, PERPANJANGAN = "01", "02", "13"
DIBERI = ("", "disetujui", "diubah")  # "": a decree that only grants (SK)


def cuti(np, jenis):
    """One RiwayatCuti of what was granted; a postponed cuti tahunan is noted, a refused one leaves nothing."""
    if akibat.sudah_diterapkan(np, RiwayatCuti) or CatatanCuti.objects.filter(naskah_pegawai=np).exists():
        return
    beku = akibat.beku(np, "cuti")
    if beku["hasil"] == "ditangguhkan" and jenis == "CT":
        _tangguhkan(np, beku)
    if beku["hasil"] not in DIBERI:
        return
    sampai = date.fromisoformat(beku["sampai"]["iso"])
    harus_lapang(np.pegawai_id, np.tmt, sampai)
    baris = RiwayatCuti.objects.create(
        **akibat.kolom_sk(np), jenis=jenis, sampai=sampai, hari_kerja=beku["hari_kerja"], hari_kerja_lanjut=beku["lanjut"],
        luar_negeri=beku["luar_negeri"],
    )  # fmt: skip
    catat_halangan(baris, np)


def _tangguhkan(np, beku):
    """PP 11/2017 Ps. 313-314: the days put off, in the year whose right they are; the ledger carries them to the next."""
    tahun = date.fromisoformat(beku["mulai"]["iso"]).year
    for t, hari_kerja in ((tahun, beku["hari_kerja"] - beku["lanjut"]), (tahun + 1, beku["lanjut"])):
        if hari_kerja:
            CatatanCuti.objects.create(
                pegawai_id=np.pegawai_id, tahun=t, jenis=CatatanCuti.TANGGUH, hari=min(24, hari_kerja),
                sumber=f"{np.naskah.perihal} {np.naskah.nomor}"[:200], naskah_pegawai=np, dicatat_pada=timezone.now(),
            )  # fmt: skip


def harus_lapang(pegawai_id, mulai, sampai):
    """Refuses the signature when another leave was granted for these days meanwhile."""
    lain = RiwayatCuti.objects.filter(
        pegawai_id=pegawai_id, dibatalkan_pada__isnull=True, tmt__lte=sampai, sampai__gte=mulai
    ).first()
    if lain:
        raise DitolakAlur(
            f"Tanggal bertumpuk dengan {lain.get_jenis_display().lower()} nomor {lain.nomor_sk or '-'}, "
            f"{tulis_tanggal(lain.tmt)} sampai {tulis_tanggal(lain.sampai)}."
        )


# ── cut short ────────────────────────────────────────────────────────────────────────────────────────


def pendekkan(baris, np, kembali):
    """The leave ends the day before ``kembali``: the row is marked batal and a shorter one written, or none at all.

    The days not taken come back by themselves: the ledger counts what stands.
    """
    RiwayatCuti.objects.filter(pk=baris.pk).update(
        dibatalkan_pada=Now(), dibatalkan_oleh_id=Pelaku(), dibatalkan_naskah=np,
        dibatalkan_sebab=f"Kembali bekerja {tulis_tanggal(kembali)}: {np.naskah.perihal} {np.naskah.nomor}"[:200],
    )  # fmt: skip
    lepas_halangan(baris, kembali)
    if kembali <= baris.tmt:
        return None
    profil = profil_satu(baris.pegawai_id, per=baris.tmt, bagian=("unit",))
    acuan, sampai = acuan_kini(), kembali - timedelta(days=1)
    hari_kerja = hari.hari_kerja(acuan, baris.tmt, sampai, fakta.pola(profil, acuan, baris.tmt))
    return RiwayatCuti.objects.create(
        pegawai_id=baris.pegawai_id, tmt=baris.tmt, naskah_pegawai=np, nomor_sk=np.naskah.nomor,
        tanggal_sk=np.naskah.tanggal, pejabat=np.naskah.penetap, jenis=baris.jenis, sampai=sampai,
        hari_kerja=sum(hari_kerja.values()), luar_negeri=baris.luar_negeri,
        hari_kerja_lanjut=sum(n for t, n in hari_kerja.items() if t > baris.tmt.year),
    )  # fmt: skip


def pendekkan_naskah(np_lama, np_baru, kembali):
    """Every standing row of a revoked letter ends the day before; one that has ended already stays."""
    for baris in RiwayatCuti.objects.filter(naskah_pegawai=np_lama, dibatalkan_pada__isnull=True, sampai__gte=kembali):
        pendekkan(baris, np_baru, kembali)


def lepas_naskah(np):
    """What hangs on a letter that falls as if it had never been: absence of the official, and the note of a postponement."""
    for baris in RiwayatCuti.objects.filter(naskah_pegawai=np, dibatalkan_pada__isnull=True):
        lepas_halangan(baris, baris.tmt)
    CatatanCuti.objects.filter(naskah_pegawai=np, dibatalkan_pada__isnull=True).update(dibatalkan_pada=timezone.now())


def panggil(np):
    """The letter of recall or cancellation: ``cuti`` of the answers ends the day before its TMT; nothing the second time."""
    isian = np.data["isian"]
    baris = RiwayatCuti.objects.select_for_update().filter(pk=isian["cuti"], pegawai_id=np.pegawai_id).first()
    if baris is None or baris.dibatalkan_naskah_id == np.pk:
        return
    if baris.dibatalkan_pada is not None:
        raise DitolakAlur("Cuti itu sudah diubah atau dibatalkan naskah lain.")
    pendekkan(baris, np, np.tmt)


# ── absence of an official ───────────────────────────────────────────────────────────────────────────


def pejabat(pegawai_id, mulai, sampai):
    """Does he hold an office (struktural, head of a unit, Plt or Plh) within these days?"""
    berlaku = RiwayatJabatan.objects.filter(pegawai_id=pegawai_id, dibatalkan_pada__isnull=True, tmt__lte=sampai)
    definitif = berlaku.filter(penugasan="D").order_by("-tmt").select_related("jabatan").first()
    if definitif and (definitif.jabatan.jenis == "struktural" or definitif.jabatan.kepala_unit):
        return True
    return berlaku.exclude(penugasan="D").filter(Q(sampai__isnull=True) | Q(sampai__gte=mulai)).exists()


def catat_halangan(baris, np):
    """The leave of an official is his absence, so that Plh and escalation see it; one already recorded stays."""
    if not pejabat(baris.pegawai_id, baris.tmt, baris.sampai):
        return
    tumpang = Halangan.objects.filter(
        pegawai_id=baris.pegawai_id, dibatalkan_pada__isnull=True, sejak__lte=baris.sampai, sampai__gte=baris.tmt
    )
    oleh = _pencatat(np)
    if oleh is None or tumpang.exists():
        return
    kini = timezone.now()
    halangan = Halangan.objects.create(
        pegawai_id=baris.pegawai_id, sejak=baris.tmt, sampai=baris.sampai, dicatat_oleh_id=oleh, dicatat_pada=kini,
        sebab="sakit" if baris.jenis.startswith("CS") else "cuti", keterangan=f"Surat cuti nomor {baris.nomor_sk}"[:200],
    )  # fmt: skip
    jejak.catat(
        "halangan_catat", halangan, pegawai=baris.pegawai_id, pada=kini, sejak=f"{baris.tmt}", sampai=f"{baris.sampai}"
    )
    from layanan.tasks import alihkan_langkah  # noqa: PLC0415 - the task module imports the acts

    antrekan(alihkan_langkah)


def _pencatat(np):
    """Account id that stands for the record: who made the request, or who closed its last step."""
    usulan = Usulan.objects.filter(pk=np.data.get("usulan")).first()
    if usulan is None:
        return None
    langkah = usulan.langkah.exclude(oleh=None).order_by("-id").values_list("oleh_id", flat=True).first()
    return usulan.dibuat_oleh_id or langkah


def lepas_halangan(baris, kembali):
    """The absence a letter recorded ends with the leave."""
    for h in Halangan.objects.filter(
        pegawai_id=baris.pegawai_id, sejak=baris.tmt, sampai=baris.sampai, dibatalkan_pada__isnull=True,
        keterangan__startswith="Surat cuti nomor",
    ):  # fmt: skip
        if kembali <= h.sejak:
            h.dibatalkan_pada = timezone.now()
            jejak.catat("halangan_batal", h, pegawai=h.pegawai_id, sejak=f"{h.sejak}")
        else:
            h.sampai = kembali - timedelta(days=1)
        h.save(update_fields=["dibatalkan_pada", "sampai"])


# ── CLTN ─────────────────────────────────────────────────────────────────────────────────────────────


def cltn(np):
    """RiwayatTinggal CLTN, kedudukan 02 (extension: 13) and RiwayatCuti; the post is released by the kedudukan."""
    if akibat.sudah_diterapkan(np, RiwayatTinggal):
        return
    isian, beku = np.data["isian"], akibat.beku(np, "cuti")
    sampai = date.fromisoformat(beku["sampai"]["iso"])
    harus_lapang(np.pegawai_id, np.tmt, sampai)
    kolom = akibat.kolom_sk(np)
    RiwayatTinggal.objects.create(**kolom, jenis="CLTN", sampai=sampai)
    akibat.gantikan(RiwayatKedudukan, np)
    RiwayatKedudukan.objects.create(
        **kolom, kedudukan_id=PERPANJANGAN if isian.get("jenis") == "perpanjangan" else CLTN
    )
    RiwayatCuti.objects.create(**kolom, jenis="CLTN", sampai=sampai, luar_negeri=beku["luar_negeri"])


def aktifkan(np):
    """Back to work on the TMT: kedudukan 01, what is left of CLTN cut, and the post he is put on where he gave one up."""
    if akibat.sudah_diterapkan(np, RiwayatKedudukan):
        return
    kolom, sebelum = akibat.kolom_sk(np), np.tmt - timedelta(days=1)
    akibat.gantikan(RiwayatKedudukan, np)
    RiwayatKedudukan.objects.create(**kolom, kedudukan_id=AKTIF)
    for model in (RiwayatTinggal, RiwayatCuti):
        sisa = model.objects.filter(
            pegawai_id=np.pegawai_id, jenis="CLTN", dibatalkan_pada__isnull=True, sampai__gte=np.tmt
        )
        for baris in sisa:
            model.objects.filter(pk=baris.pk).update(
                dibatalkan_pada=Now(), dibatalkan_oleh_id=Pelaku(), dibatalkan_naskah=np,
                dibatalkan_sebab=f"Aktif kembali {tulis_tanggal(np.tmt)}",
            )  # fmt: skip
            if baris.tmt <= sebelum:
                model.objects.create(
                    **kolom | {"tmt": baris.tmt}, jenis="CLTN", sampai=sebelum,
                )  # fmt: skip
    if kode := np.data["isian"].get("jabatan"):
        jabatan = Jabatan.objects.filter(kode=kode, jenis="pelaksana").first()
        profil = profil_satu(np.pegawai_id, per=np.tmt, bagian=("unit",))
        if jabatan is None or profil.unit_id is None:
            raise DitolakAlur("Jabatan pelaksana atau unit kerjanya tidak ada lagi; kembalikan usulannya.")
        RiwayatJabatan.objects.create(**kolom, jabatan=jabatan, unit_id=profil.unit_id)
