"""Sertifikat pelatihan demo: pada tiap langkah dan keadaan, tepat waktu dan terlambat; STTPL dari luar direkam sebagian.

``sertifikat`` (weeks ago): one late at each step, one sent back, one withdrawn. ``sertifikat baru``: one on time at each
step, one refused by Kepala BKD, one withdrawn and drafted again. ``selesai``: one decision signed for all.
"""

from diklat.pelatihan import hasil
from layanan import alur, katalog, naskah
from layanan.models import Usulan
from tata_kelola.demo.pindaian import pindaian

# What becomes of the first, second, … certificate; the rest wait at ``penetapan``.
LAKON = {
    "sertifikat": ("periksa", "penetapan", "tanda_tangan", "kembalikan", "batalkan"),
    "sertifikat baru": ("periksa", "penetapan", "tanda_tangan", "tolak", "draf"),
}
KEMBALI = "Nilai pada lembar berbeda dengan daftar nilai yang ditandatangani; cocokkan dahulu."
TOLAK = ("Daftar hadir sesi praktik tidak memuat namanya, jadi belum dapat dinyatakan lulus.", "PerLAN 10/2018")
BATAL = "Nama pada sertifikat akan dibetulkan lebih dahulu."


def segar(pk):
    """The usulan as it stands now."""
    return Usulan.objects.select_related("langkah_kini__jabatan", "pegawai__kini__opd").get(pk=pk)


def mainkan_sertifikat(main, k, hari, sampai, lewati):
    """From the scores to the certificates; yields the moment before each act. ``lewati``: finishes a step of the kegiatan."""
    yield main.pada(hari)
    hasil.ajukan_sertifikat(k.pk, oleh=main.siapa("staf", k.pelatihan.kelompok, hari))
    usulan = list(k.peserta.exclude(usulan=None).order_by("pk").values_list("usulan_id", flat=True))
    if sampai in LAKON:
        yield from _tiap_langkah(main, k, hari, usulan, LAKON[sampai])
    elif sampai == "sttpl":
        yield from _dari_luar(main, k, hari, usulan)
    else:
        yield from _semua(main, k, hari, usulan, lewati)


def _setujui(main, k, hari, usulan):
    for pk in usulan:
        u = segar(pk)
        alur.setujui(u, oleh=main.siapa("kasubbid", k.pelatihan.kelompok, hari), versi=u.versi_baris)


def _tiap_langkah(main, k, hari, usulan, lakon):
    """One usulan for each word of ``lakon``."""
    kelompok, menurut = k.pelatihan.kelompok, dict(zip(lakon, usulan, strict=False))
    yield main.pada(hari + 1)
    _akhiri(main, k, hari + 1, menurut, "kembalikan", "kasubbid")
    _akhiri(main, k, hari + 1, menurut, "batalkan", "staf")
    if "draf" in menurut:
        _akhiri(main, k, hari + 1, menurut | {"batalkan": menurut["draf"]}, "batalkan", "staf")
        u = segar(menurut["draf"])
        alur.buat_draf(
            katalog.ambil(hasil.SLUG), u.pegawai, oleh=main.siapa("staf", kelompok, hari + 1), isian=u.isian
        )
    berhenti = {menurut.get(kata) for kata in ("periksa", "kembalikan", "batalkan", "draf")}
    _setujui(main, k, hari + 1, [pk for pk in usulan if pk not in berhenti])
    yield main.pada(hari + 1, 13)
    for kata in ("tanda_tangan", "tolak"):
        if kata in menurut:
            u = segar(menurut[kata])
            u = alur.tetapkan(u, oleh=main.siapa("staf", kelompok, hari + 1, 13), versi=u.versi_baris)
            if main.p.cetak:
                naskah.cetak(u.naskah.get(surat=False).naskah_id)
    yield main.pada(hari + 1, 16)
    _akhiri(main, k, hari + 1, menurut, "tolak", "kaban", 16)


def _akhiri(main, k, hari, menurut, kata, pemegang, jam=10):
    """Sends back, withdraws or refuses the usulan of that word, if there is one."""
    if kata not in menurut:
        return
    u, oleh = segar(menurut[kata]), main.siapa(pemegang, k.pelatihan.kelompok, hari, jam)
    if kata == "kembalikan":
        alur.kembalikan(u, oleh=oleh, versi=u.versi_baris, alasan=KEMBALI)
    elif kata == "batalkan":
        alur.batalkan(u, oleh=oleh, versi=u.versi_baris, alasan=BATAL)
    else:
        alur.tolak(u, oleh=oleh, versi=u.versi_baris, alasan=TOLAK[0], pasal=TOLAK[1])


def _dari_luar(main, k, hari, usulan):
    """Half of the STTPL have come and are recorded; the others wait for the organiser."""
    yield main.pada(hari + 1)
    _setujui(main, k, hari + 1, usulan)
    yield main.pada(hari + 2)
    for n, pk in enumerate(usulan[: len(usulan) // 2]):
        u, pejabat = segar(pk), f"Kepala {k.penyelenggara}"
        data = {
            "nomor_sk": f"STTPL/{k.pk}{n + 41}/{k.selesai.year}",
            "tanggal_sk": k.selesai.isoformat(),
            "pejabat": pejabat,
        }
        file = pindaian("STTPL", k.nama, tanda_tangan=pejabat)
        alur.rekam(u, data, oleh=main.siapa("staf", k.pelatihan.kelompok, hari + 2), versi=u.versi_baris, file=file)


def _semua(main, k, hari, usulan, lewati):
    """One decision for all, signed; the kegiatan is reported and over."""
    kelompok = k.pelatihan.kelompok
    yield main.pada(hari + 1)
    _setujui(main, k, hari + 1, usulan)
    yield main.pada(hari + 2)
    daftar = [(u, u.versi_baris) for u in map(segar, usulan)]
    sk, _ = alur.tetapkan_kolektif(daftar, oleh=main.siapa("staf", kelompok, hari + 2))
    if sk is None or not main.p.cetak:
        return
    naskah.cetak(sk.pk)
    yield main.pada(hari + 3)
    u = segar(usulan[0])
    file = pindaian(sk.perihal, sk.nomor, k.nama, tanda_tangan=sk.penandatangan)
    alur.sahkan(u, oleh=main.siapa("kaban", kelompok, hari + 3), versi=u.versi_baris, file=file)
    for kode in ("riwayat", "pasca"):
        lewati(main, k, kode, hari + 4)
    lewati(main, k, "laporan", hari + 5, catatan="Laporan 800.2/77/413.207")
