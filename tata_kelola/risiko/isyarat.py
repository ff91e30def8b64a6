"""Isyarat risiko dari data portal: gelombang pensiun, layanan terlambat, jabatan kosong, regulasi usang, serapan anggaran.

An isyarat is a figure past its setting; it becomes a risk only when a person records it. Its key stays on the risk, so that the register
shows the figure of today beside what was judged then.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, Q
from django.urls import reverse

from kepangkatan.peta.kosong import jabatan_kosong
from kepegawaian.aturan import tambah_bulan
from kepegawaian.hitung import Hitung, Larik, tanya
from kepegawaian.models import Jabatan, ProfilKini
from kepegawaian.ukuran import bagi
from tata_kelola import anggaran, kepatuhan, tinjauan
from tata_kelola.pimpinan import tulis

PENSIUN, KOSONG, SLA = "tata_isyarat_pensiun_persen", "tata_isyarat_kosong_persen", kepatuhan.TARGET
# A unit smaller than this swings too much to speak of a wave.
PALING_SEDIKIT = 10


@dataclass(frozen=True, slots=True)
class Isyarat:
    """One figure: what it says today, whether it is past its bound, the list behind it, and words for a new risk."""

    kunci: str
    judul: str
    kalimat: str
    lampau: bool
    url: str
    sasaran: str
    sebab: str
    akibat: str
    unit: str
    kemungkinan: int
    dampak: int


def semua(pengguna_id, acuan, hari_ini, tertutup=()):
    """[Isyarat] of today, those past their bound first; five queries. ``pengguna_id``: from whose row ``tanya`` asks."""
    n = tanya(pengguna_id, _angka(hari_ini))
    hasil = [buat(n, acuan, hari_ini, tertutup) for buat in HITUNG.values()]
    return sorted((i for i in hasil if i is not None), key=lambda i: not i.lampau)


def satu(kunci, pengguna_id, acuan, hari_ini, tertutup=()):
    """The Isyarat ``kunci`` of today, None when there is none; three queries."""
    return HITUNG[kunci](tanya(pengguna_id, _angka(hari_ini)), acuan, hari_ini, tertutup) if kunci in HITUNG else None


def _angka(hari_ini):
    akan = Q(tmt_pensiun__gte=hari_ini, tmt_pensiun__lt=tambah_bulan(hari_ini, 12))
    orang = ProfilKini.objects.filter(aktif=True).order_by().values(uid=F("opd_id"))
    kursi = Jabatan.objects.filter(jenis="struktural", berlaku_sejak__lte=hari_ini, berlaku_sampai=None)
    tahun = {"simpul__pohon__tahun": hari_ini.year, "simpul__pohon__status": "berlaku"}
    return {
        "isyarat_orang": Larik(orang.annotate(n=Count("pk"), p=Count("pk", filter=akan))),
        "isyarat_kursi": Hitung(kursi),
        "isyarat_lewat": kepatuhan.ekspresi_lewat(hari_ini),
        **anggaran.ekspresi(**tahun),
    }


def _pensiun(angka, acuan, hari_ini, _tertutup):
    """Share of active people who retire within twelve months, whole and where it is highest."""
    baris = [(b["uid"], b["n"], b["p"]) for b in angka["isyarat_orang"]]
    n, p = sum(b[1] for b in baris), sum(b[2] for b in baris)
    if not n:
        return None
    persen, batas = bagi(p, n, 100), acuan.setelan(PENSIUN, hari_ini)
    besar = [(bagi(b[2], b[1], 100), b) for b in baris if b[1] >= PALING_SEDIKIT and b[0] in acuan.unit]
    puncak = max(besar, default=None, key=lambda x: x[0])
    tambahan = (
        f" Tertinggi pada {acuan.unit[puncak[1][0]].nama}: {tulis(puncak[0], 1)}%." if puncak and puncak[1][2] else ""
    )
    lampau = persen >= batas or bool(puncak and puncak[0] >= 2 * batas)
    return Isyarat(
        "pensiun", "Gelombang pensiun",
        f"{tulis(p)} dari {tulis(n)} pegawai aktif ({tulis(persen, 1)}%) pensiun dalam 12 bulan; batas isyarat {tulis(batas, 1)}%.{tambahan}",
        lampau, reverse("pensiun:proyeksi_list"), "Penataan ASN sesuai kompetensi dan disiplin",
        "Banyak pegawai mencapai batas usia pensiun pada waktu yang berdekatan, sedangkan penggantinya belum diusulkan.",
        "Jabatan kosong, beban kerja menumpuk, layanan melambat.", "SUB43", 4, 3,
    )  # fmt: skip


def _terlambat(angka, acuan, hari_ini, tertutup):
    semua_, baris = kepatuhan.menurut_layanan(hari_ini, 3, tertutup, angka["isyarat_lewat"])
    target = acuan.setelan(SLA, hari_ini)
    buruk = [b for b in baris if b.jumlah.langkah and b.jumlah.persen < target]
    persen = "–" if semua_.jumlah.persen is None else f"{tulis(semua_.jumlah.persen, 1)}%"
    nama = (
        f" Di bawah target: {', '.join(b.nama for b in buruk[:3])}{' dan lainnya' if len(buruk) > 3 else ''}."
        if buruk
        else ""
    )
    return Isyarat(
        "terlambat", "Layanan melewati batas waktu",
        f"{persen} langkah tepat waktu tiga bulan terakhir (target {target}%); {tulis(semua_.menunggu_lewat)} usulan lewat waktu hari ini.{nama}",
        bool(buruk), reverse("tata_kelola:kepatuhan_list") + "?bulan=3", "Penataan ASN sesuai kompetensi dan disiplin",
        "Langkah usulan menunggu melebihi batas waktunya pada satu atau beberapa meja.",
        "Hak pegawai terlambat diterima; batas waktu peraturan terlampaui.", "SEKRET", 3, 4,
    )  # fmt: skip


def _kosong(angka, acuan, hari_ini, _tertutup):
    kosong, kursi = sum(k.kosong for k in jabatan_kosong(hari_ini)), angka["isyarat_kursi"]
    if not kursi:
        return None
    persen, batas = bagi(kosong, kursi, 100), acuan.setelan(KOSONG, hari_ini)
    return Isyarat(
        "kosong", "Jabatan struktural kosong",
        f"{tulis(kosong)} dari {tulis(kursi)} jabatan struktural ({tulis(persen, 1)}%) tanpa pejabat definitif; batas isyarat {tulis(batas, 1)}%.",
        persen >= batas, reverse("jabatan:kosong_list"), "Penataan ASN sesuai kompetensi dan disiplin",
        "Pengisian jabatan tertunda atau calon yang memenuhi syarat belum ada.",
        "Keputusan strategis tertunda karena pelaksana tugas tidak boleh mengambilnya.", "SUB11", 4, 4,
    )  # fmt: skip


def _regulasi(_angka_, _acuan, hari_ini, _tertutup):
    hitung, berubah = tinjauan.ringkas(tinjauan.daftar(hari_ini))
    return Isyarat(
        "regulasi", "Aturan bersandar pada regulasi usang",
        f"{tulis(berubah)} aturan, setelan, dan baris tabel bersandar pada {tulis(hitung['tidak_berlaku'])} peraturan yang tidak berlaku lagi; "
        f"{tulis(hitung['jatuh_tempo'])} peraturan perlu ditinjau lagi.",
        bool(berubah or hitung["jatuh_tempo"]), reverse("tata_kelola:tinjauan_list") + "?keadaan=tidak_berlaku",
        "Meningkatkan Profesionalitas ASN Pemerintah Daerah", "Peraturan berganti dan rujukannya belum disesuaikan.",
        "Keputusan dapat dibatalkan karena salah dasar.", "SEKRET", 3, 4,
    )  # fmt: skip


def _serapan(angka, acuan, hari_ini, _tertutup):
    kini = anggaran.jumlah(anggaran.baca_dana(angka))
    if not kini.pagu:
        return None
    triwulan = anggaran.triwulan_berakhir(hari_ini.year, hari_ini)
    rencana, nyata = kini.rencana_sampai(triwulan), kini.realisasi_sampai(triwulan)
    selisih, batas = bagi(rencana - nyata, kini.pagu, 100), Decimal(acuan.setelan(anggaran.SELISIH, hari_ini))
    return Isyarat(
        "serapan", "Serapan anggaran di bawah rencana",
        f"Realisasi sampai triwulan {triwulan}: {tulis(bagi(nyata, kini.pagu, 100), 1)}% pagu, rencana {tulis(bagi(rencana, kini.pagu, 100), 1)}%; "
        f"batas selisih {tulis(batas, 0)}%.",
        selisih >= batas, reverse("tata_kelola:anggaran_list"), "Meningkatkan Profesionalitas ASN Pemerintah Daerah",
        "Kegiatan mundur dari jadwalnya atau pengadaannya terlambat.", "Keluaran kegiatan tidak tercapai dan sisa anggaran besar.",
        "SEKRET", 3, 3,
    )  # fmt: skip


HITUNG = {"pensiun": _pensiun, "terlambat": _terlambat, "kosong": _kosong, "regulasi": _regulasi, "serapan": _serapan}
