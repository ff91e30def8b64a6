"""Final: penilaian yang diterima (atau lewat batas keberatan) menjadi satu naskah dan satu baris riwayat kinerja.

Law: PP 30/2019; Permen PANRB 6/2022. The approvals recorded in the portal are the ground of the naskah; its riwayat is written with
the decision, its file follows (``layanan.naskah.cetak``). KP, the index, TPP, SLKS and talent read the row through the Profil.
"""

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now
from django.utils import timezone

from eperformance.aturan import RATING
from eperformance.galat import DitolakKinerja
from eperformance.models import DistribusiOpd, Evaluasi, MasaPerbaikan, Skp
from eperformance.penilai import mengelola
from eperformance.penilaian import nilai
from eperformance.penilaian.aturan import belum_final, penentu_tahun, perbaikan
from eperformance.penilaian.dokumen import PENILAIAN, data_penilaian, kop_umum, terbitkan
from eperformance.penilaian.keberatan import SLUG
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import Hak
from kepegawaian.models import NaskahPegawai, RiwayatKinerja
from kepegawaian.models.dasar import Pelaku as PelakuDb
from kepegawaian.profil import segarkan
from layanan.pelaku import Pelaku

POTONG = 100


def sistem(pada=None):
    """The nightly job as actor: no account, no office."""
    pada = pada or timezone.now()
    return Pelaku(None, Hak(0, timezone.localdate(pada)), "", pada)


def siap(hari_ini):
    """Skp that may become final on that day: the one query of the night."""
    tahunan = Evaluasi.objects.filter(skp=OuterRef("pk"), jenis__in=nilai.TAHUNAN, status="sah")
    boleh = Q(diterima_pada__isnull=False) | Q(rincian__keberatan__isnull=False) | Q(keberatan_sampai__lt=hari_ini)
    ada = DistribusiOpd.objects.filter(periode=OuterRef("periode"), opd=OuterRef("opd"), nomor=0)
    return Skp.objects.filter(Exists(tahunan.filter(boleh)), Exists(ada), status="dinilai")


def sebab_belum(skp, evaluasi, hari_ini, distribusi_ada=None):
    """Why this SKP is not ready to be final, "" when it is."""
    if distribusi_ada is None:
        distribusi_ada = DistribusiOpd.objects.filter(periode=skp.periode_id, opd=skp.opd_id, nomor=0).exists()
    return belum_final(
        status=skp.status, diterima=bool(evaluasi and evaluasi.diterima_pada),
        keberatan_diputus=bool(evaluasi and evaluasi.rincian.get("keberatan")),
        keberatan_sampai=evaluasi.keberatan_sampai if evaluasi else None, distribusi_ada=distribusi_ada, hari_ini=hari_ini,
    )  # fmt: skip


def finalkan(skp_id, *, oleh):
    """SUB41 makes one SKP final. Raises DitolakKinerja with the reason when it is not ready."""
    if not mengelola(oleh.hak, acuan_kini()):
        raise DitolakKinerja("Penilaian difinalkan Subbidang Evaluasi Kinerja.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = nilai.kunci(skp_id)
        evaluasi = skp.evaluasi.filter(jenis__in=nilai.TAHUNAN, status="sah").first()
        if sebab := sebab_belum(skp, evaluasi, oleh.hari_ini):
            raise DitolakKinerja(sebab)
        np = _finalkan(skp, evaluasi, oleh)
        segarkan([skp.pegawai_id], per=timezone.localdate())
    return np


def finalkan_semua(pada=None, *, potong=POTONG):
    """All that are ready, in chunks of ``potong``, each in one transaction; returns how many. Run again it finds none."""
    oleh, banyak, sesudah = sistem(pada), 0, 0
    while True:
        with jejak.sebagai(None):
            skp = list(
                siap(oleh.hari_ini).filter(pk__gt=sesudah)
                .select_for_update(of=("self",), skip_locked=True)
                .select_related("periode", "pegawai__kini", "penilai__unit", "jabatan", "opd").order_by("pk")[:potong]
            )  # fmt: skip
            if not skp:
                return banyak
            sesudah = skp[-1].pk
            milik = Evaluasi.objects.filter(skp__in=skp, jenis__in=nilai.TAHUNAN, status="sah")
            evaluasi = {e.skp_id: e for e in milik}
            jadi = [s for s in skp if not sebab_belum(s, evaluasi.get(s.pk), oleh.hari_ini, True)]
            for s in jadi:
                _finalkan(s, evaluasi[s.pk], oleh)
            segarkan([s.pegawai_id for s in jadi], per=timezone.localdate())
            banyak += len(jadi)


def _finalkan(skp, evaluasi, oleh):
    """Inside the act, the row locked: naskah, riwayat of the year, time to improve, status. Returns the NaskahPegawai."""
    data = data_penilaian(skp, evaluasi, oleh.hari_ini, kop_umum(acuan_kini(), oleh.hari_ini, skp.opd.nama))
    naskah = terbitkan(PENILAIAN, data, oleh, perihal=f"{PENILAIAN.judul} {skp.periode.tahun}")
    np = NaskahPegawai.objects.create(
        naskah=naskah, pegawai_id=skp.pegawai_id, tmt=oleh.hari_ini, data={"layanan": SLUG, "isian": {}, "skp": skp.pk}
    )
    Evaluasi.objects.filter(pk=evaluasi.pk).update(naskah_pegawai=np)
    if menentukan(skp):
        _tulis_riwayat(skp, evaluasi, np, oleh)
        _masa_perbaikan(skp, evaluasi, oleh)
    NaskahPegawai.objects.filter(pk=np.pk).update(diterapkan_pada=oleh.kini)
    nilai.pindah(skp, "final", oleh, "kinerja_final")
    nilai.kabari(
        skp, evaluasi, f"Penilaian kinerja {skp.periode.tahun} Anda final", f"Predikat {evaluasi.predikat}.", oleh
    )
    return np


def menentukan(skp):
    """Does the predikat of this SKP give that of the year? The last one of the pegawai does (asumsi, kinerja_predikat_tahun)."""
    semua = Skp.objects.filter(periode=skp.periode_id, pegawai=skp.pegawai_id).exclude(status="batal")
    return penentu_tahun(list(semua.values_list("pk", "sampai"))) == skp.pk


def _tulis_riwayat(skp, evaluasi, np, oleh):
    """The row of the year; one that stands (imported) gives way to the new naskah."""
    RiwayatKinerja.objects.filter(pegawai_id=skp.pegawai_id, tahun=skp.periode.tahun, dibatalkan_pada=None).update(
        dibatalkan_pada=Now(), dibatalkan_oleh_id=PelakuDb(), dibatalkan_naskah=np,
        dibatalkan_sebab=f"Digantikan {np.naskah.perihal} {np.naskah.nomor}"[:200],
    )  # fmt: skip
    RiwayatKinerja.objects.create(
        pegawai_id=skp.pegawai_id, tmt=oleh.hari_ini, tahun=skp.periode.tahun, predikat=evaluasi.predikat,
        hasil_kerja=RATING[evaluasi.hasil], perilaku=RATING[evaluasi.perilaku], naskah_pegawai=np,
        penilai_nama=evaluasi.rincian.get("penilai", {}).get("nama", "")[:160],
    )  # fmt: skip


def _masa_perbaikan(skp, evaluasi, oleh):
    """KIN-3, KIN-4: the months to improve begin with the final predikat."""
    bulan = acuan_kini().setelan("kinerja_perbaikan_bulan", oleh.hari_ini)
    satu = perbaikan(evaluasi.predikat, skp.jenjang, oleh.hari_ini, bulan)
    if satu is None:
        return
    baris, baru = MasaPerbaikan.objects.get_or_create(
        evaluasi=evaluasi,
        defaults={
            "pegawai_id": skp.pegawai_id,
            "mulai": satu.mulai,
            "sampai": satu.sampai,
            "oleh": oleh.pengguna,
            "pada": oleh.kini,
        },
    )
    if baru:
        jejak.catat("kinerja_perbaikan", baris, pegawai=skp.pegawai_id, pada=oleh.kini, hasil=satu.kalimat)
        nilai.kabari(skp, evaluasi, "Masa perbaikan kinerja", satu.kalimat, oleh)
