"""Keberatan atas predikat: perbuatan atas SKP dan evaluasinya; the usulan itself runs in the engine.

Law: PP 30/2019 (KIN-5): to the atasan of the pejabat penilai. Called by ``eperformance.layanan.keberatan`` inside its acts.
One that was returned to be mended and is not sent again within the days of the setting is closed at night (asumsi): what was
rated stands, and nothing is kept from being final for ever.
"""

from django.utils import timezone

from eperformance.aturan import RATING
from eperformance.galat import DitolakKinerja
from eperformance.models import Evaluasi, Skp
from eperformance.penilai import BUPATI, kepala_unit, penilai
from eperformance.penilaian import nilai
from eperformance.penilaian.periodik import catat_masa_skp
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.hak import Hak
from kepegawaian.models import Jabatan
from layanan import gerak, pemberitahuan
from layanan.models import LangkahUsulan, Usulan
from layanan.pelaku import Pelaku

SLUG = "keberatan-kinerja"


def yang_terbuka(pegawai_id):
    """Evaluations of the year a pegawai may object to, newest first: those that stand on an SKP dinilai or keberatan."""
    return (
        Evaluasi.objects.filter(
            skp__pegawai_id=pegawai_id, jenis__in=nilai.TAHUNAN, status="sah", skp__status__in=("dinilai", "keberatan")
        )
        .select_related("skp__periode", "skp__penilai__unit", "skp__jabatan", "skp__opd")
        .order_by("-skp__mulai", "-pk")
    )


def kantor_pemutus(skp, tanggal):
    """Code of the office of the atasan of the pejabat penilai on ``tanggal``; over the Bupati there is none but himself."""
    if skp.penilai_id is None:
        return BUPATI
    di_atas = penilai(skp.penilai_id, skp.penilai.unit_id, acuan_kini(), kepala_unit(tanggal))
    if di_atas is None or di_atas.jabatan is None:
        return BUPATI
    return Jabatan.objects.values_list("kode", flat=True).get(pk=di_atas.jabatan)


def mulai(evaluasi_id, *, oleh):
    """The keberatan is submitted: status keberatan, so that nothing becomes final meanwhile."""
    skp, _ = _muat(evaluasi_id)
    if skp.status == "keberatan":  # submitted again after a return
        return
    if skp.status != "dinilai":
        raise DitolakKinerja(f"SKP ini {skp.get_status_display().lower()}; keberatan tidak dapat diajukan.")
    nilai.pindah(skp, "keberatan", oleh, "kinerja_keberatan")


def hentikan(evaluasi_id, *, oleh):
    """It was withdrawn or refused: the predikat stands as it was set."""
    skp, _ = _muat(evaluasi_id)
    if skp.status == "keberatan":
        nilai.pindah(skp, "dinilai", oleh, "kinerja_keberatan_henti")


def putuskan(evaluasi_id, *, hasil, perilaku, pertimbangan, usulan, oleh):
    """The atasan of the penilai decides: a new row with his ratings (the same ones when he confirms), the old ``diganti``.

    Who leads his organisation keeps its capaian as rating hasil. Returns the new Evaluasi; it is not open to keberatan again.
    """
    skp, lama = _muat(evaluasi_id)
    if skp.status != "keberatan" or lama.status != "sah":
        raise DitolakKinerja("Penilaian ini tidak sedang dalam keberatan.")
    organisasi = nilai.hasil_organisasi(skp, 0, oleh.hari_ini)
    if organisasi:
        hasil = organisasi
    if hasil not in RATING or perilaku not in RATING:
        raise DitolakKinerja("Rating hasil kerja dan rating perilaku kerja belum lengkap.")
    baru = nilai.gantikan(
        lama, hasil=hasil, perilaku=perilaku, catatan=lama.catatan, oleh=oleh, keberatan_sampai=lama.keberatan_sampai,
        rincian={"keberatan": {
            "usulan": usulan, "pertimbangan": pertimbangan[:1000], "semula": lama.predikat,
            "atasan": nilai.pejabat_beku(None, oleh),
            "pada": oleh.kini.isoformat(),
        }},
    )  # fmt: skip
    nilai.pindah(skp, "dinilai", oleh, "kinerja_evaluasi", jenis="putusan keberatan")
    catat_masa_skp(skp, baru)
    ubah = "dikuatkan" if baru.predikat == lama.predikat else f"menjadi {baru.predikat}"
    nilai.kabari(skp, baru, "Keberatan Anda diputus", f"Predikat {lama.predikat} {ubah}. {pertimbangan}", oleh)
    return baru


def _muat(evaluasi_id):
    """(locked Skp, Evaluasi as it stands under that lock)."""
    skp = nilai.kunci(Evaluasi.objects.values_list("skp_id", flat=True).get(pk=evaluasi_id))
    return skp, Evaluasi.objects.get(pk=evaluasi_id)


def buka_lagi(skp_id, sebab, *, oleh):
    """A final penilaian whose naskah was annulled is rated anew: its evaluation ``diganti``, the SKP ditetapkan again."""
    skp = nilai.kunci(skp_id)
    if skp.status != "final":
        return
    for lama in skp.evaluasi.filter(jenis__in=nilai.TAHUNAN, status="sah"):
        lama.status, lama.versi = "diganti", lama.versi + 1
        lama.rincian = lama.rincian | {"dibatalkan": sebab}
        lama.save(update_fields=["status", "versi", "rincian", "diubah_pada"])
    nilai.pindah(skp, "ditetapkan", oleh, "kinerja_buka_lagi")


def berjalan(pegawai_id):
    """Is there an SKP of his in keberatan?"""
    return Skp.objects.filter(pegawai_id=pegawai_id, status="keberatan").exists()


def batas_perbaikan(usulan):
    """Last day to send a returned keberatan again (setting kinerja_keberatan_perbaikan_hari, asumsi); None when it is not returned."""
    if usulan is None or usulan.status != "dikembalikan":
        return None
    kembali = LangkahUsulan.objects.filter(usulan=usulan, keadaan="dikembalikan").order_by("-id").first()
    hari, acuan = timezone.localdate(kembali.selesai_pada), acuan_kini()
    return acuan.tambah_hari_kerja(hari, acuan.setelan("kinerja_keberatan_perbaikan_hari", hari))


def tutup_tertinggal(pada):
    """The night: closes returned keberatan whose last day has passed, each in a transaction of its own; returns how many."""
    semua = Usulan.objects.filter(layanan=SLUG, status="dikembalikan").order_by("pk")
    return sum(_tutup(pk, pada) for pk in semua.values_list("pk", flat=True))


def _tutup(pk, pada):
    hari = timezone.localdate(pada)
    with jejak.sebagai(None):
        usulan = gerak.kunci(pk, None)
        batas = batas_perbaikan(usulan)
        if batas is None or hari <= batas or gerak.tertahan(usulan):
            return 0
        sebab = f"Dikembalikan dan tidak diajukan lagi sampai {tulis_tanggal(batas)}; penilaiannya tetap."
        gerak.batalkan(usulan, Pelaku(None, Hak(0, hari, sebutan="Portal"), pada=pada), sebab)
        pemberitahuan.ditutup(usulan, sebab, pada=pada)
    return 1
