"""Kasus disiplin: membuka, tim, berita acara, dan akhirnya. The course of its steps is the engine's (``layanan.alur``).

``buka`` is the door for others (the workspace of presensi, laporan): a draft of ``hukuman-disiplin`` that is submitted at
once. What a step does besides is called from the layanan inside the act of the step.
"""

from datetime import date

from disiplin import akibat, aturan, fakta, kasus_aturan  # noqa: F401 - the last registers functions for cases
from disiplin.models import AnggotaTim, Bap, KasusDisiplin, Laporan, TanyaJawab
from disiplin.tabel import tingkat_kode
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import Pegawai, RiwayatHukuman, RiwayatPemeriksaan
from layanan import alur, katalog, naskah
from layanan.galat import DitolakAlur
from layanan.models import Usulan

SLUG = fakta.SLUG


def dari_absen(hari_absen, kode=""):
    """Answers of the form for a list of days (date) of unexcused absence: the norm, the last day, the level they give.

    ``kode``: what the recap of presensi found (minutes and unbroken runs included); without it the days are counted here,
    by the thresholds of the last of them.
    """
    hari = sorted(hari_absen)
    setahun = sum(h.year == hari[-1].year for h in hari)
    kode = kode or aturan.kode_absen(acuan_kini(), hari[-1], setahun) or "R1"
    return {
        "sumber": "presensi", "kejadian": hari[-1].isoformat(), "dugaan": ["4f"], "perkiraan": tingkat_kode(kode),
        "uraian": f"Tidak masuk kerja tanpa alasan sah {len(hari)} hari, {tulis_tanggal(hari[0])} sampai "
        f"{tulis_tanggal(hari[-1])}, menurut rekap presensi.",
    }  # fmt: skip


def buka(pegawai, *, oleh, isian=None, hari=(), uraian="", laporan=None, jenis="", kode=""):
    """Opens a case and submits it; returns its KasusDisiplin. ``hari``: days (date) of absence, ``laporan``: its Laporan.

    ``uraian`` replaces the sentence about the days, ``kode`` is the penalty the recap of presensi found, ``jenis`` only names
    the kind ("ketidakhadiran"). Effects: draft, case, route, first step and its notice, and the laporan marked as passed on,
    all in one transaction. Raises BukanWewenang, DitolakAlur (a case runs already), IsianSalah.
    """
    layanan = katalog.ambil(SLUG)
    isian = (dari_absen(hari, kode) if hari else {}) | ({"uraian": uraian} if uraian else {}) | (isian or {})
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        pegawai = Pegawai.objects.select_related("kini").get(pk=pegawai.pk)
        usulan = alur.buat_draf(layanan, pegawai, oleh=oleh, isian=isian)
        kasus = KasusDisiplin.objects.create(usulan=usulan, hari_absen=[h.isoformat() for h in sorted(hari)])
        if laporan is not None:
            _teruskan(laporan, usulan, oleh)
        kasus.usulan = alur.ajukan(usulan, oleh=oleh, versi=usulan.versi_baris)
    return kasus


def berjalan(pegawai_ids):
    """{pegawai_id: KasusDisiplin} of the people about whom a case runs."""
    daftar = KasusDisiplin.objects.select_related("usulan").filter(
        usulan__pegawai_id__in=pegawai_ids, usulan__layanan=SLUG, usulan__status__in=Usulan.BERJALAN
    )
    return {k.usulan.pegawai_id: k for k in daftar}


def berkas_kasus(usulan):
    """The KasusDisiplin of a usulan, made when the draft came another way."""
    return KasusDisiplin.objects.get_or_create(usulan=usulan)[0]


# ── laporan ──────────────────────────────────────────────────────────────────────────────────────────


def laporkan(data, *, oleh=None, pada):
    """Keeps a report; ``oleh``: the account that gave its name, None for an anonymous one. Returns the Laporan."""
    with jejak.sebagai(oleh):
        baru = Laporan.objects.create(**data, dari=oleh, pada=pada)
        jejak.catat("kasus_laporan", ("kasusdisiplin", baru.pk), pada=pada)
    return baru


def _teruskan(laporan, usulan, oleh):
    satu = Laporan.objects.select_for_update().get(pk=laporan.pk)
    if satu.status != "baru":
        raise DitolakAlur("Laporan ini sudah ditangani.")
    satu.status, satu.usulan, satu.ditangani_oleh, satu.ditangani_pada = "diteruskan", usulan, oleh.pengguna, oleh.kini
    satu.save(update_fields=["status", "usulan", "ditangani_oleh", "ditangani_pada"])


def tutup_laporan(laporan, catatan, *, oleh):
    """Closes a report that does not become a case, with the reason."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = Laporan.objects.select_for_update().get(pk=laporan.pk)
        if satu.status != "baru":
            raise DitolakAlur("Laporan ini sudah ditangani.")
        satu.status, satu.catatan, satu.ditangani_oleh, satu.ditangani_pada = (
            "ditutup",
            catatan,
            oleh.pengguna,
            oleh.kini,
        )
        satu.save(update_fields=["status", "catatan", "ditangani_oleh", "ditangani_pada"])
    return satu


# ── examination ──────────────────────────────────────────────────────────────────────────────────────


def bentuk_tim(kasus, anggota, ketua, *, oleh):
    """Replaces the members: ``anggota`` {unsur: nip}, ``ketua`` the unsur that presides. Inside the act of the step."""
    kasus.tim.all().delete()
    orang = dict(Pegawai.objects.filter(nip__in=anggota.values()).values_list("nip", "pk"))
    for unsur, nip in anggota.items():
        AnggotaTim.objects.create(kasus=kasus, pegawai_id=orang[nip], unsur="ketua" if unsur == ketua else unsur)
    kasus.tim_sejak = oleh.hari_ini
    kasus.save(update_fields=["tim_sejak"])
    jejak.catat("kasus_tim", ("kasusdisiplin", kasus.pk), pada=oleh.kini)


def ketua_tim(kasus):
    """The address of the one who presides over the tim, or None while there is no tim."""
    ketua = kasus.tim.filter(unsur="ketua").select_related("pegawai__kini").first()
    return ketua and {"penerima": ketua.pegawai_id, "nama": f"Ketua tim pemeriksa, {ketua.pegawai.kini.nama_lengkap}"}


def _kunci_bap(bap_id):
    bap = Bap.objects.select_for_update().select_related("kasus__usulan").get(pk=bap_id)
    if bap.ditutup_pada is not None:
        raise DitolakAlur("Berita acara ini sudah ditutup dan tidak dapat diubah.")
    return bap


def buat_bap(kasus, data, *, oleh):
    """A new BAP of the examinee or of somebody else; returns it."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        bap = Bap.objects.create(kasus=kasus, **data, dibuat_oleh=oleh.pengguna)
        jejak.catat("kasus_bap", ("kasusdisiplin", kasus.pk), pada=oleh.kini)
    return bap


def isi_bap(bap, tanya_jawab, *, oleh):
    """Writes the questions and answers [(question, answer)] of an open BAP anew, in their order."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        bap = _kunci_bap(bap.pk)
        bap.tanya.all().delete()
        TanyaJawab.objects.bulk_create(
            TanyaJawab(bap=bap, urut=i, pertanyaan=t, jawaban=j) for i, (t, j) in enumerate(tanya_jawab, 1)
        )
        jejak.catat("kasus_bap", ("kasusdisiplin", bap.kasus_id), pada=oleh.kini)
    return bap


def tutup_bap(bap, *, oleh):
    """Closes a BAP: from now on it is evidence; refuses an empty one."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        bap = _kunci_bap(bap.pk)
        if not bap.tanya.exists():
            raise DitolakAlur("Berita acara belum berisi tanya jawab.")
        bap.ditutup_pada = oleh.kini
        bap.save(update_fields=["ditutup_pada"])
        jejak.catat("kasus_bap", ("kasusdisiplin", bap.kasus_id), pada=oleh.kini)
    return bap


def mulai_diperiksa(usulan, oleh):
    """From the first summons on he is under examination: one open row that rests on that letter; other services see it."""
    if RiwayatPemeriksaan.objects.filter(
        pegawai_id=usulan.pegawai_id, dibatalkan_pada__isnull=True, sampai__isnull=True
    ).exists():
        return
    surat = usulan.naskah.filter(langkah="panggilan_1", surat=True).order_by("-pk").first()
    akibat.buka_pemeriksaan(surat.naskah.isi.get(pegawai_id=usulan.pegawai_id), oleh.hari_ini)


# ── the end ──────────────────────────────────────────────────────────────────────────────────────────


def akhiri(usulan, kasus, akhir, oleh):
    """Ends a case without a penalty: the examination ends yesterday, so that he is free today."""
    kasus.akhir = akhir
    kasus.save(update_fields=["akhir"])
    akibat.tutup_pemeriksaan(usulan.pegawai_id, oleh.hari_ini)


def jatuhkan(usulan, kasus, tmt, *, acuan, tanggal_sk, oleh):
    """The penalty comes into force on ``tmt``, later where a heavier one still runs (T-05); its rows are written."""
    kode = aturan.dijatuhkan(kasus.jenis, acuan.setelan("rezim_hukuman_sedang", tanggal_sk))
    for b in RiwayatHukuman.objects.filter(pegawai_id=usulan.pegawai_id, dibatalkan_pada__isnull=True).order_by("tmt"):
        tmt, _ = aturan.pengganti((b.jenis_id, b.tmt, b.sampai), kode, tmt)
    kasus.tmt, kasus.sampai, kasus.akhir = tmt, aturan.akhir_hukuman(kode, tmt), "dijatuhi"
    kasus.jenis = kode
    kasus.save(update_fields=["tmt", "sampai", "akhir", "jenis"])
    kasus.naskah_pegawai = naskah.berlakukan_menyusul(usulan, tmt, oleh)
    kasus.save(update_fields=["naskah_pegawai"])


def tandai_dibatalkan(naskah_pegawai):
    """The case of an SK that was annulled after it came into force."""
    KasusDisiplin.objects.filter(naskah_pegawai=naskah_pegawai).update(akhir="dibatalkan")


def hari_berlaku(acuan, diterima, hari_ini):
    """T-03 with the office's reading of holidays on ``hari_ini``."""
    return aturan.hari_berlaku(diterima, acuan, acuan.setelan("dis_berlaku_kurangi_libur", hari_ini))


def tanggal(teks):
    """A date of an answer (ISO text), or None."""
    return date.fromisoformat(teks) if teks else None
