"""Kerja: hasil kinerja, diklat, angka kredit, ujian, penghargaan."""

from datetime import date, timedelta
from decimal import Decimal

from kepegawaian.bangkit import kata_kerja
from kepegawaian.bangkit.waktu import hari_acak, tambah_tahun, tanggal

PREDIKAT = ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang", None)
BOBOT = (12, 80.4, 4, 1, 0.1, 2.5)
KUADRAN = {
    "Sangat Baik": ("Di atas ekspektasi", "Di atas ekspektasi"),
    "Baik": ("Sesuai ekspektasi", "Sesuai ekspektasi"),
    "Butuh Perbaikan": ("Di bawah ekspektasi", "Sesuai ekspektasi"),
    "Kurang": ("Sesuai ekspektasi", "Di bawah ekspektasi"),
    "Sangat Kurang": ("Di bawah ekspektasi", "Di bawah ekspektasi"),
}
PERSEN = {"Sangat Baik": 150, "Baik": 100, "Butuh Perbaikan": 75, "Kurang": 50, "Sangat Kurang": 25}
# Angka kredit (Permen PANRB 1/2023, PerBKN 3/2023): yearly coefficient and basic credit per rank index.
KOEFISIEN = {
    "pemula": 3.75,
    "terampil": 5,
    "mahir": 12.5,
    "penyelia": 25,
    "ahli_pertama": 12.5,
    "ahli_muda": 25,
    "ahli_madya": 37.5,
    "ahli_utama": 50,
}
AK_DASAR = {
    "terampil": {7: 20, 8: 40},
    "mahir": {10: 50},
    "penyelia": {12: 100},
    "ahli_pertama": {10: 50},
    "ahli_muda": {12: 100},
    "ahli_madya": {14: 150, 15: 300},
}
JF_BEBAS_DIKLAT = ("JF-DOKTER", "JF-DOKTER-GIGI", "JF-GURU", "JF-APOTEKER", "JF-PERAWAT", "JF-BIDAN", "JF-ASESOR-SDMA")


def kinerja(acak, r, per, akhir):
    """Yearly results of the last five years, most of them Baik; a few are missing."""
    hasil = []
    paksa = r.pilihan.get("skp", {})
    for tahun in range(max(per.year - 5, r.masuk.year), per.year):
        if date(tahun, 7, 1) < r.masuk or date(tahun, 12, 31) > akhir:
            continue
        predikat = acak.choices(PREDIKAT, BOBOT)[0]
        if r.skenario and r.skenario != "staf":
            predikat = "Baik"
        predikat = paksa.get(tahun, predikat)
        # Assessed in January; an invented office is done with last year by the day it is looked at.
        tmt = min(date(tahun + 1, 1, acak.randrange(5, 29)), per)
        if predikat is None:
            continue
        kerja_, perilaku = KUADRAN[predikat]
        hasil.append(
            {
                "tahun": tahun,
                "predikat": predikat,
                "nilai": _nilai(acak, predikat) if tahun <= 2021 else None,
                "hasil_kerja": kerja_,
                "perilaku": perilaku,
                "penilai_nama": r.penilai,
                "tmt": tmt,
            }
        )
    return hasil


def _nilai(acak, predikat):
    """Score of PP 30/2019 (2021 only)."""
    dasar = {"Sangat Baik": 110, "Baik": 92, "Butuh Perbaikan": 72, "Kurang": 55}.get(predikat, 40)
    return Decimal(dasar * 100 + acak.randrange(0, 900)) / 100


def diklat(acak, r, per, akhir, eselon, keluarga_jf, dunia):
    """Latsar, leadership by eselon, functional, technical and seminars."""
    hasil = []
    if r.status in ("PNS", "CPNS") and r.masuk < per - timedelta(days=200):
        selesai = r.masuk + timedelta(days=acak.randrange(90, 190))
        nama = "Pelatihan Dasar CPNS" if r.masuk.year >= 2015 else "Diklat Prajabatan"
        hasil.append(_diklat(acak, "13", nama, selesai, 80, "BPSDM Provinsi Jawa Timur"))
    for jenjang, tmt in eselon:
        if acak.random() < 0.86:
            kode, nama = kata_kerja.LATIHAN[jenjang]
            selesai = min(tmt + timedelta(days=acak.randrange(-200, 500)), per)
            hasil.append(_diklat(acak, "1", nama, selesai, 300, "BPSDM Provinsi Jawa Timur", latihan_struktural=kode))
    if keluarga_jf and keluarga_jf not in JF_BEBAS_DIKLAT and acak.random() < 0.82:
        sebutan = dunia.jabatan[next(iter(dunia.jf[keluarga_jf].values()))].nama_jf
        selesai = hari_acak(acak, min(r.masuk + timedelta(days=300), akhir), akhir)
        hasil.append(
            _diklat(acak, "2", f"Diklat Fungsional {sebutan}", selesai, 120, sesuai_jabatan=acak.random() < 0.93)
        )
    return hasil + _pengembangan(acak, r, akhir)


def _pengembangan(acak, r, akhir):
    """Technical training and seminars; a quarter of the people hardly have any."""
    khas = {"guru": kata_kerja.DIKLAT_GURU, "nakes": kata_kerja.DIKLAT_NAKES}.get(r.rumpun, ())
    rajin = acak.choices((0, 1, 2, 4), (22, 34, 30, 14))[0]
    hasil = []
    tiga_tahun = max(r.masuk, akhir - timedelta(days=1095))
    for _ in range(rajin * 2 + acak.randrange(3, 13)):
        nama, jenis, jp = acak.choice((*khas, *khas, *kata_kerja.DIKLAT_TEKNIS))
        sejak = tiga_tahun if acak.random() < 0.15 * rajin + 0.1 else r.masuk
        hasil.append(_diklat(acak, jenis, nama, hari_acak(acak, sejak, akhir), jp if acak.random() < 0.95 else None))
    for _ in range(rajin + acak.randrange(0, 4)):
        nama, jenis, jp = acak.choice(kata_kerja.SEMINAR)
        sejak = tiga_tahun if acak.random() < 0.25 * rajin else r.masuk
        hasil.append(_diklat(acak, jenis, nama, hari_acak(acak, sejak, akhir), jp))
    return hasil


def _diklat(
    acak,
    jenis,
    nama,
    selesai,
    jp,
    penyelenggara="BKPSDM Kabupaten Lamongan",
    latihan_struktural=None,
    sesuai_jabatan=None,
):
    return {
        "jenis": jenis,
        "latihan_struktural": latihan_struktural,
        "nama": nama,
        "penyelenggara": penyelenggara,
        "nomor_sertifikat": f"{acak.randrange(10000, 99999)}/{selesai:%m/%Y}",
        "tanggal_mulai": selesai - timedelta(days=max(0, (jp or 8) // 8 - 1)),
        "tmt": selesai,
        "jp": jp,
        "sesuai_jabatan": sesuai_jabatan,
    }


def angka_kredit(acak, dunia, jenjang, langkah, kinerja_, akhir, seri):
    """AK of the present and former jenjang: base at entry, integration of 2022, yearly conversion since 2023.

    ``jenjang``: [(since, post code)] as from ``Penempatan.jf``.
    """
    hasil = []
    predikat = {k["tahun"]: k["predikat"] for k in kinerja_}
    ujung = [*(m for m, _ in jenjang[1:]), akhir + timedelta(days=1)]
    terhitung = akhir.year - (akhir.month < 4)  # last year is converted in the first quarter
    for (mulai, kode), sampai in zip(jenjang, ujung, strict=True):
        nama = dunia.jabatan[kode].jenjang
        awal = max(mulai, date(2023, 1, 1))
        if sampai <= awal:
            continue
        urutan = [s.urutan for s in langkah if tanggal(s.indeks) <= awal][-1]
        sejak = tanggal([s.indeks for s in langkah if tanggal(s.indeks) <= awal][-1])
        dasar = Decimal(str(AK_DASAR.get(nama, {}).get(urutan, 0)))
        if mulai < awal:
            lama = Decimal(str(round(max(0, (awal - max(sejak, mulai)).days) / 365.25 * KOEFISIEN[nama], 2)))
            hasil.append(_ak("integrasi", nama, date(2022, 1, 1), date(2022, 12, 31), dasar + lama, seri))
        elif dasar:
            hasil.append(_ak("dasar", nama, mulai, mulai, dasar, seri))
        for tahun in range(awal.year, terhitung):
            a, s = max(awal, date(tahun, 1, 1)), min(sampai - timedelta(days=1), date(tahun, 12, 31))
            if a <= s and tahun in predikat:
                bulan_ = (s.year - a.year) * 12 + s.month - a.month + 1
                nilai = Decimal(str(round(KOEFISIEN[nama] * PERSEN[predikat[tahun]] / 100 * bulan_ / 12, 2)))
                hasil.append(_ak("konversi", nama, a, s, nilai, seri))
    return [b for b in hasil if b["sampai"] <= akhir]


def _ak(jenis, jenjang, tmt, sampai, jumlah, seri):
    return {
        "jenis": jenis,
        "jenjang": jenjang,
        "tmt": tmt,
        "sampai": sampai,
        "jumlah": jumlah,
        "nomor_sk": f"PAK/{seri:05d}/413.204/{sampai.year}",
        "tanggal_sk": sampai,
        "pejabat": "",
    }


def ujian(acak, r, langkah, dunia, ijazah):
    """Ujian dinas and ujian penyesuaian ijazah that the steps of rank needed."""
    if "ujian" in r.pilihan:
        return [{"jenis": j, "tmt": t} for j, t in r.pilihan["ujian"]]
    hasil = []
    for s in langkah[1:]:
        sebelum = tanggal(s.indeks - acak.randrange(3, 15))
        setara = [didik for diakui, didik in ijazah if diakui <= s.indeks]
        if s.jenis == "203":
            hasil.append({"jenis": "UPKP", "tmt": tanggal(s.indeks - acak.randrange(2, 6))})
        elif s.urutan == 9 and s.jenis in ("101", "201") and not any(dunia.didik[x].bebas_1 for x in setara):
            hasil.append({"jenis": "UD1", "tmt": sebelum})
        elif s.urutan == 13 and s.jenis in ("101", "201") and not any(dunia.didik[x].bebas_2 for x in setara):
            hasil.append({"jenis": "UD2", "tmt": sebelum})
    return hasil


def penghargaan(acak, r, per, akhir, pernah_berat):
    """Satyalancana Karya Satya after 10, 20, 30 years, given on 17 August; a rare prize besides."""
    hasil = []
    if r.status == "PNS" and not pernah_berat:
        for tahun, kode in ((10, "201"), (20, "202"), (30, "203")):
            genap = tambah_tahun(r.masuk, tahun)
            terima = date(genap.year + acak.choice((0, 1, 1, 2)), 8, 17)
            if genap <= terima <= akhir and terima.year >= 2000 and acak.random() < 0.82:
                hasil.append({"jenis": kode, "nama": f"Satyalancana Karya Satya {tahun} Tahun", "tmt": terima})
    if acak.random() < 0.01:
        hasil.append(
            {"jenis": "306", "nama": "PNS berprestasi tingkat kabupaten", "tmt": date(akhir.year - 1, 11, 29)}
        )
    return [h for h in hasil if r.masuk < h["tmt"] <= akhir]
