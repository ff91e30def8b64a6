"""Gaji demo: presensi dua bulan satu OPD lewat impor sesungguhnya, konfigurasi TPP contoh, satu bulan ditetapkan, satu draf.

The figures of the configuration are invented and say so on every row; no regent's regulation stands behind them.
"""

import random
from datetime import date, timedelta
from decimal import Decimal

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.impor import presensi, tulis_daftar
from kepegawaian.models import Pengguna, ProfilKini
from penggajian import tpp
from penggajian.models import AturanTpp, PaguTpp, PotonganTpp

OPD = "BKPSDM"
CONTOH = "Contoh, bukan Perbup"
# (kind, from minute, to minute, percent each time)
POTONGAN = (
    ("terlambat", 1, 30, "0.5"), ("terlambat", 31, 60, "1"), ("terlambat", 61, None, "1.5"),
    ("pulang_cepat", 1, 30, "0.5"), ("pulang_cepat", 31, None, "1.5"), ("tanpa_keterangan", 0, None, "4"),
    ("izin", 0, None, "2"), ("sakit", 0, None, "0"), ("cuti", 0, None, "0"),
)  # fmt: skip
PREDIKAT = {"Sangat Baik": 100, "Baik": 100, "Butuh Perbaikan": 80, "Kurang": 60, "Sangat Kurang": 40}


def isi_gaji(hari_ini, tokoh):
    """Configuration, two months of presensi of one OPD and of the demo accounts, one more file with mistakes, two runs."""
    kini = hari_ini.replace(day=1)
    lama, lalu = tambah_bulan(kini, -2), tambah_bulan(kini, -1)
    kepala = Pengguna.objects.filter(pegawai__kini__jabatan__kode="KEPALA-SUB41").first()
    _konfigurasi(date(lama.year, 1, 1), kepala)
    orang = ProfilKini.objects.filter(aktif=True)
    orang = list((orang.filter(opd__kode=OPD) | orang.filter(nip__in=tokoh)).select_related("unit").order_by("nip"))
    acak = random.Random(2026)
    for bulan in (lama, lalu):
        _impor(f"presensi-{OPD.lower()}-{bulan:%Y-%m}.xlsx", _baris(orang, bulan, acak), bulan, terapkan=True)
    salah = [(o.nip[:-3] + "000", "07-13-2026", "7.30", "16:00", "", 0, 0) for o in orang[:3]]
    salah += [(o.nip, f"{lalu:%d-%m-%Y}", "", "", "bolos", "", "") for o in orang[3:6]]
    _impor(f"presensi-perlu-diperbaiki-{lalu:%Y-%m}.xlsx", salah, lalu)
    for bulan in (lama, lalu):
        satu = tpp.minta(bulan, oleh=kepala)
        tpp.hitung(satu.pk, oleh=kepala)
        if bulan == lama:
            tpp.tetapkan(satu.pk, oleh=kepala)


def _konfigurasi(sejak, kepala):
    dasar = {"berlaku_sejak": sejak, "dasar": CONTOH, "keyakinan": "asumsi"}
    pagu = [PaguTpp(kriteria="beban_kerja", kelas=k, rupiah=600_000 + 250_000 * k, **dasar) for k in range(1, 16)]
    pagu += [PaguTpp(kriteria="prestasi_kerja", kelas=k, rupiah=100_000 * k, **dasar) for k in range(1, 16)]
    potongan = [
        PotonganTpp(jenis=j, menit_dari=d, menit_sampai=s, persen=Decimal(p), **dasar) for j, d, s, p in POTONGAN
    ]
    aturan = AturanTpp(
        bobot_kinerja=60, bobot_disiplin=40, predikat=PREDIKAT, plt_persen=20, hari_tutup=5, **dasar
    )  # fmt: skip
    for baris, apa in (
        (pagu, "pagu per kelas jabatan"),
        (potongan, "potongan kehadiran"),
        ([aturan], "bobot dan capaian"),
    ):
        tpp.simpan_aturan(baris, oleh=kepala, apa=apa)


def _baris(orang, bulan, acak):
    """One row a person and working day: mostly present, sometimes late, now and then away."""
    acuan, akhir = acuan_kini(), tambah_bulan(bulan, 1)
    hari = [bulan + timedelta(days=i) for i in range((akhir - bulan).days)]
    for o in orang:
        pola = o.unit.pola_kerja if o.unit and o.unit.pola_kerja in ("5", "6") else "5"
        for h in hari:
            if acuan.hari_kerja(h, pola):
                yield (o.nip, f"{h:%d-%m-%Y}", *_sehari(acak))


def _sehari(acak):
    """(masuk, pulang, keadaan, minutes late, minutes early) of one day."""
    undian = acak.random()
    for batas, keadaan in ((0.01, "TK"), (0.025, "Sakit"), (0.04, "Izin"), (0.06, "Cuti"), (0.09, "Dinas Luar")):
        if undian < batas:
            return ("", "", keadaan, "", "")
    telat = acak.choice((4, 12, 25, 38, 70)) if undian < 0.2 else 0
    cepat = acak.choice((10, 45)) if undian > 0.97 else 0
    masuk, pulang = (
        7 * 60 + 30 + (telat or -acak.randrange(3, 25)),
        16 * 60 - cepat + (0 if cepat else acak.randrange(20)),
    )
    return (f"{masuk // 60:02d}:{masuk % 60:02d}", f"{pulang // 60:02d}:{pulang % 60:02d}", "Hadir", telat, cepat)


def _impor(nama, baris, per_tanggal, *, terapkan=False):
    """The same door as the page: upload, read, and apply when asked."""
    staf = Pengguna.objects.filter(pegawai__kini__unit__kode="SUB13", is_active=True).order_by("pk").first()
    batch = presensi.unggah(tulis_daftar("Presensi", presensi.KOLOM, baris), nama, per_tanggal, staf)
    presensi.IMPOR.baca(batch.pk)
    if terapkan:
        presensi.IMPOR.terapkan(batch.pk, oleh=staf)
