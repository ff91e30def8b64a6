"""Ekspor bagi e-Kinerja BKN: keadaan SKP, predikat tahunan, predikat periodik, dengan nama kolom dan kode layanan BKN.

Names as BKN's web service saves them (skp22, kinerjaperiodik); codes: rating 1–3, predikat (kuadran) 1–5, periodik 1 bulanan, 2
triwulan. NIP and NAMA stand in front so that people can read the file; the importer takes the same columns back.
"""

from django.utils import timezone

from eperformance.aturan import RATING, SIASN_PREDIKAT, SIASN_RATING
from eperformance.models import Skp
from eperformance.pantau.daftar import skp_pada
from kepegawaian.impor.padanan import RATING_SIASN
from kepegawaian.impor.rujukan import baku
from kepegawaian.models import KinerjaPeriodik, RiwayatKinerja

SIASN_PERIODIK = {"bulanan": "1", "triwulan": "2"}
KOLOM_SKP = (
    "NIP", "NAMA", "pnsDinilaiId", "tahun", "pendekatan", "tanggalMulai", "tanggalSelesai", "status", "tanggalDitetapkan",
    "penilaiJabatanNama", "penilaiNama", "penilaiNipNrp", "unorNama",
)  # fmt: skip
_PENILAI = ("penilaiNipNrp", "penilaiNama", "penilaiJabatan", "penilaiGolongan", "penilaiUnorNama", "statusPenilai")
KOLOM_TAHUNAN = (
    "NIP", "NAMA", "pnsDinilaiOrang", "tahun", "hasilKinerjaNilai", "perilakuKerjaNilai", "kuadranKinerjaNilai", *_PENILAI,
)  # fmt: skip
KOLOM_PERIODIK = (
    "NIP", "NAMA", "pnsDinilaiId", "tahun", "periodikId", "bulanMulaiPenilaian", "bulanSelesaiPenilaian",
    "tahunMulaiPenilaian", "tahunSelesaiPenilaian", "hasilKinerjaNilai", "perilakuKerjaNilai", "kuadranKinerjaNilai",
    "koefisienId", "penilaiGolongan", "penilaiJabatanNama", "penilaiNama", "penilaiNipNrp", "penilaiUnorNama",
    "statusPenilai",
)  # fmt: skip
_KODE = {RATING[k]: n for k, n in SIASN_RATING.items()}


def kode_rating(teks):
    """SIASN's code of a rating, whether the row holds our code, its words, or those of a file; None when it holds none."""
    if teks in SIASN_RATING:
        return SIASN_RATING[teks]
    return _KODE.get(RATING_SIASN.get(baku(teks or "")))


def _golongan(pangkat):
    """ "Penata (III/c)" -> "III/c"."""
    return pangkat.rsplit("(", 1)[1].rstrip(")") if "(" in (pangkat or "") else pangkat or ""


def _penilai(beku, nama="", nip=""):
    """(NIP, name, post, golongan, unit, status) of the penilai as frozen with the SKP, else as the row names him."""
    p = (beku or {}).get("penilai") or {}
    nip = p.get("nip") or nip
    return (
        nip, p.get("nama") or nama, p.get("jabatan", ""), _golongan(p.get("pangkat")), p.get("unit", ""),
        "ASN" if nip else "NON ASN" if p or nama else "",
    )  # fmt: skip


def baris_skp(t):
    """Rows of every SKP that counts in the year."""
    daftar = skp_pada(t).filter(pegawai__kini__aktif=True).select_related("pegawai__kini", "unit", "penilai")
    for s in daftar.order_by("pegawai__nip").iterator(chunk_size=2000):
        p = _penilai(s.beku)
        yield (
            s.pegawai.nip, s.pegawai.kini.nama, s.pegawai.pns_id or "", t.periode.tahun, s.pendekatan, s.mulai, s.sampai,
            s.get_status_display(), timezone.localdate(s.ditetapkan_pada) if s.ditetapkan_pada else None,
            p[2] or (s.penilai.nama if s.penilai else "Bupati"), p[1], p[0], s.unit.nama,
        )  # fmt: skip


def baris_tahunan(tahun):
    """Rows of every yearly predikat in force, ours and imported."""
    beku = dict(Skp.objects.filter(periode__tahun=tahun, status__in=Skp.SAH).order_by("mulai").values_list("pegawai_id", "beku"))  # fmt: skip
    daftar = RiwayatKinerja.objects.filter(tahun=tahun, dibatalkan_pada=None).select_related("pegawai__kini")
    for r in daftar.order_by("pegawai__nip").iterator(chunk_size=2000):
        yield (
            r.pegawai.nip, _nama(r.pegawai), r.pegawai.pns_id or "", r.tahun, kode_rating(r.hasil_kerja),
            kode_rating(r.perilaku), SIASN_PREDIKAT[r.predikat], *_penilai(beku.get(r.pegawai_id), r.penilai_nama),
        )  # fmt: skip


def baris_periodik(t):
    """Rows of every predikat of the masa looked at, ours and imported."""
    if t.m is None:
        return
    beku = dict(skp_pada(t).values_list("pk", "beku"))
    daftar = KinerjaPeriodik.objects.filter(
        dibatalkan_pada=None, periodik=SIASN_PERIODIK[t.m.periodik], sampai__gte=t.m.mulai, mulai__lte=t.m.sampai
    ).select_related("pegawai__kini")
    for k in daftar.order_by("pegawai__nip", "mulai").iterator(chunk_size=2000):
        nip, nama, jabatan, golongan, unit, status = _penilai(beku.get(k.skp), k.penilai_nama, k.penilai_nip)
        yield (
            k.pegawai.nip, _nama(k.pegawai), k.pegawai.pns_id or "", k.tahun, k.periodik, k.mulai.month, k.sampai.month,
            k.mulai.year, k.sampai.year, kode_rating(k.hasil_kerja), kode_rating(k.perilaku), SIASN_PREDIKAT[k.predikat],
            "", golongan, jabatan, nama, nip, unit, status,
        )  # fmt: skip


def _nama(pegawai):
    return pegawai.kini.nama if hasattr(pegawai, "kini") else ""
