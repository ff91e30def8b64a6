"""Tata kelola demo: pagu dan realisasi tahun ini, risiko, tinjauan regulasi, sarana, laporan bulan lalu; all through the acts.

Amounts are invented, in proportion to an agency that serves some ten thousand ASN; none is of a real APBD.
"""

import datetime as dt
from decimal import Decimal

from django.utils import timezone

from eperformance.models import Pohon, Simpul
from indeks import malam
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Pengguna, ProfilKini, Regulasi, UnitKerja
from layanan.pelaku import Pelaku
from tata_kelola import anggaran, laporan, potret, tinjauan
from tata_kelola.demo.sarana import isi_sarana
from tata_kelola.hak import SEKRETARIAT
from tata_kelola.models import LaporanBulanan, PaguAnggaran, Risiko
from tata_kelola.risiko import isyarat, perbuatan

DPA = "DPA-SKPD contoh 914/{n}/413.204/{tahun}"
# Millions of rupiah a kegiatan, by turns, and how the year is planned; the third kegiatan lags behind its plan.
PAGU = (145, 90, 260, 75, 120, 310, 85, 640, 180, 95, 60, 110, 130, 55, 480, 720, 890, 240, 205, 150, 175, 260)
RENCANA = (("0.15", "0.30", "0.30", "0.25"), ("0.20", "0.25", "0.30", "0.25"), ("0.10", "0.35", "0.35", "0.20"))
BANYAK_POTRET = 12
SERAPAN = ("0.98", "0.94", "0.61", "1.00", "0.89", "0.96")
DITINJAU = (
    ("PP 11/2017", "diubah", "Diubah PP 17/2020; syarat yang terpengaruh sudah memakai bunyi yang baru.", 4),
    ("PP 94/2021", "berlaku", "", 3), ("PP 30/2019", "berlaku", "", 3), ("PP 49/2018", "berlaku", "", 5),
    ("PP 99/2000", "berlaku", "Masih dirujuk bagi kenaikan pangkat; PerBKN menyesuaikan periodenya.", 13),
    ("UU 20/2023", "berlaku", "Peraturan pelaksananya belum lengkap; ditinjau lagi lebih cepat.", 2),
    ("PerBKN 4/2023", "diganti", "Periode kenaikan pangkat mengikuti peraturan penggantinya.", 2),
)  # fmt: skip
MITIGASI = {
    "pensiun": (
        "Menyusun usul formasi pengganti sebelum TMT pensiun.",
        "SUB21",
        "Daftar jabatan yang akan kosong sudah disusun per OPD.",
    ),
    "terlambat": (
        "Rapat mingguan usulan lewat waktu dengan subbidang pemilik layanan.",
        "SEKRET",
        "Rapat pertama sudah dilaksanakan.",
    ),
    "kosong": ("Mengusulkan pengisian jabatan melalui rancangan pelantikan.", "SUB11", ""),
}


def isi_tata(hari_ini, *, cetak):
    """Plays all of it; nothing in a regency without the Sekretariat of the BKPSDM, nothing twice."""
    akun = _akun()
    if akun is None or LaporanBulanan.objects.exists() or PaguAnggaran.objects.exists():
        return
    hak = hitung_hak(akun, per=hari_ini, acuan=acuan_kini())

    def oleh(hari, jam=9):
        return Pelaku(
            akun, hak, "127.0.0.1", timezone.make_aware(dt.datetime.combine(min(hari, hari_ini), dt.time(jam, 15)))
        )

    _anggaran(hari_ini, oleh)
    _tinjauan(hari_ini, oleh)
    _risiko(hari_ini, oleh)
    isi_sarana(hari_ini, oleh, lambda kode: _pengusul(kode, hari_ini))
    _bulan_lalu(hari_ini)
    satu = laporan.minta(tambah_bulan(hari_ini.replace(day=1), -1), oleh=oleh(hari_ini))
    if cetak:
        laporan.cetak(satu.pk)


def _akun():
    """Whoever heads the Subbagian Program dan Evaluasi, else anybody of the Sekretariat."""
    orang = ProfilKini.objects.filter(unit__kode__in=("SUBBAG3", "SUBBAG2", SEKRETARIAT), aktif=True).order_by(
        "-unit__kode", "pk"
    )
    semua = Pengguna.objects.filter(pegawai__in=orang.values("pegawai_id"), is_active=True)
    return semua.order_by("-pegawai__kini__unit__kode", "-pegawai__kini__jabatan__kepala_unit", "pk").first()


def _pengusul(kode, hari_ini):
    """Somebody of a unit, as he was on the day; None when nobody with an account works there."""
    akun = (
        Pengguna.objects.filter(pegawai__kini__unit__kode=kode, pegawai__kini__aktif=True, is_active=True)
        .order_by("pk")
        .first()
    )
    if akun is None:
        return None
    pada = timezone.make_aware(dt.datetime.combine(hari_ini - dt.timedelta(days=12), dt.time(10, 5)))
    return Pelaku(akun, hitung_hak(akun, per=hari_ini, acuan=acuan_kini()), "127.0.0.1", pada)


def _bulan_lalu(hari_ini):
    """What the nights of the past year would have left: a potret of every month, and the index of the last one.

    With that index come the due dates as of that night, which the report of the month reads too.
    """
    bulan = potret.bulan_lalu(hari_ini)
    for n in range(BANYAK_POTRET):
        potret.buat(tambah_bulan(bulan, -n), acuan_kini(), hari_ini)
    malam.hitung(potret.hari_akhir(bulan), hari_ini=hari_ini, sekarang=timezone.now, bertempo=True)


def _anggaran(hari_ini, oleh):
    pohon = Pohon.objects.filter(tahun=hari_ini.year, status="berlaku").first()
    if pohon is None:
        return
    awal = dt.date(hari_ini.year, 1, 6)
    for i, simpul in enumerate(
        Simpul.objects.filter(pohon=pohon, jenis="kegiatan", berakhir=None).order_by("urutan", "pk")
    ):
        nilai = Decimal(PAGU[i % len(PAGU)] * 1_000_000)
        bagian = [nilai * Decimal(b) for b in RENCANA[i % len(RENCANA)]]
        tw = dict(zip(anggaran.TRIWULAN, bagian, strict=True))
        anggaran.catat_pagu(
            simpul.pk, nilai=nilai, tw=tw, dasar=DPA.format(n=i + 1, tahun=hari_ini.year), oleh=oleh(awal)
        )
        for t in anggaran.TRIWULAN:
            tutup = tambah_bulan(dt.date(hari_ini.year, 3 * t - 2, 1), 3)
            if tutup <= hari_ini:
                nyata = (tw[t] * Decimal(SERAPAN[(i + t) % len(SERAPAN)])).quantize(Decimal(1))
                anggaran.catat_realisasi(simpul.pk, triwulan=t, nilai=nyata, oleh=oleh(tutup + dt.timedelta(days=4)))


def _tinjauan(hari_ini, oleh):
    ada = Regulasi.objects.in_bulk([k for k, *_ in DITINJAU] + ["PerBKN 4/2025"])
    for kode, hasil, catatan, bulan_lalu in DITINJAU:
        hari = tambah_bulan(hari_ini, -bulan_lalu)
        ganti = ada.get("PerBKN 4/2025") if hasil == "diganti" else None
        if kode in ada and (hasil != "diganti" or ganti):
            tinjauan.tinjau(
                ada[kode],
                hasil=hasil,
                tanggal=hari,
                tinjau_lagi=tambah_bulan(hari, 12),
                catatan=catatan,
                pengganti=ganti,
                oleh=oleh(hari),
            )


def _risiko(hari_ini, oleh):
    unit = {u.kode: u for u in UnitKerja.objects.filter(berlaku_sampai=None, kode__startswith="S")}
    mulai = hari_ini - dt.timedelta(days=40)
    for i in isyarat.semua(oleh(hari_ini).pengguna.pk, acuan_kini(), hari_ini):
        if i.kunci not in MITIGASI or i.unit not in unit:
            continue
        apa, siapa, kabar = MITIGASI[i.kunci]
        data = {"sasaran": i.sasaran, "uraian": i.judul, "sebab": i.sebab, "akibat": i.akibat, "unit": unit[i.unit]}
        satu = perbuatan.buat(
            data,
            kemungkinan=i.kemungkinan,
            dampak=i.dampak,
            catatan=i.kalimat[:300],
            isyarat=i.kunci,
            oleh=oleh(mulai),
        )
        m = perbuatan.tambah_mitigasi(
            satu.pk,
            uraian=apa,
            unit=unit.get(siapa, unit[i.unit]),
            tenggat=hari_ini + dt.timedelta(days=45),
            versi=None,
            oleh=oleh(mulai, 10),
        )
        if kabar:
            perbuatan.tindak_lanjut(m, keadaan="berjalan", uraian=kabar, oleh=oleh(hari_ini - dt.timedelta(days=8)))
    _risiko_tik(unit, hari_ini, oleh)


def _risiko_tik(unit, hari_ini, oleh):
    """A risk a person saw, judged lower after its mitigation, and one that is closed."""
    if "SUB13" not in unit or Risiko.objects.filter(isyarat="").exists():
        return
    data = {
        "sasaran": "Penataan ASN sesuai kompetensi dan disiplin", "uraian": "Data kepegawaian tidak dapat dipakai karena peladen padam",
        "sebab": "Listrik dan jaringan kantor terputus; salinan cadangan belum diuji.", "akibat": "Layanan berhenti lebih dari satu hari kerja.",
        "unit": unit["SUB13"],
    }  # fmt: skip
    awal = hari_ini - dt.timedelta(days=90)
    satu = perbuatan.buat(data, kemungkinan=3, dampak=5, catatan="Dua kali padam dalam setahun.", oleh=oleh(awal))
    m = perbuatan.tambah_mitigasi(satu.pk, uraian="Menguji pemulihan salinan cadangan tiap triwulan.", unit=unit["SUB13"],
                                  tenggat=hari_ini, versi=None, oleh=oleh(awal, 10))  # fmt: skip
    perbuatan.tindak_lanjut(
        m,
        keadaan="selesai",
        uraian="Pemulihan diuji, selesai dalam dua jam.",
        oleh=oleh(hari_ini - dt.timedelta(days=20)),
    )
    perbuatan.nilai(
        satu.pk,
        kemungkinan=2,
        dampak=4,
        catatan="Pemulihan sudah diuji.",
        versi=None,
        oleh=oleh(hari_ini - dt.timedelta(days=19)),
    )
    data |= {
        "uraian": "Formulir kertas tertukar saat pemindahan ruang arsip",
        "sebab": "Ruang arsip dipindah.",
        "akibat": "Berkas hilang.",
    }
    lain = perbuatan.buat(data, kemungkinan=2, dampak=3, oleh=oleh(awal))
    perbuatan.tutup(
        lain.pk,
        alasan="Pemindahan selesai dan berkas sudah dihitung ulang.",
        versi=None,
        oleh=oleh(hari_ini - dt.timedelta(days=30)),
    )
