"""Bahan halaman kualitas data: baris indikator, temuan dengan tenggat dan tempat membetulkannya."""

from collections import Counter
from datetime import timedelta

from django.urls import reverse

from indeks.kualitas import tabel
from kepegawaian.aturan import tulis_tanggal
from layanan import katalog

TAHUN_BULAN = 366
AMBANG = ((95, "terpenuhi"), (85, "perhatian"))  # per cent sound; shape and word first, colour second


SEBUTAN_SUMBER = 28  # how many indicators the BKD was told there are; the table it has holds fewer


def sebut_susunan(indikator):
    """How many indicators the table holds by dimension, and why one that is spoken of is not counted."""
    n = Counter(i.dimensi for i in indikator.values())
    rinci = ", ".join(f"{n[k]} {nama.lower()}" for k, nama in tabel.DIMENSI.items() if n[k])
    kata = f"Dihitung {len(indikator)} indikator: {rinci}; yaitu semua baris tabel indikator BKN yang ada pada portal."
    if len(indikator) < SEBUTAN_SUMBER:
        kata += (
            f" Yang disebut {SEBUTAN_SUMBER} indikator tidak dapat dilengkapi: bobot tiap dimensi pada tabel itu sudah berjumlah 100,"
            " jadi tidak ada baris yang hilang untuk dihitung. Bila BKN menerbitkannya, barisnya ditambahkan dengan tanggal berlakunya."
        )
    return kata


def _jenis(persen):
    if persen is None:
        return "netral"
    return next((j for batas, j in AMBANG if persen >= batas), "gagal")


def nama_layanan(slug):
    """Name of a layanan; "" for one this portal does not have."""
    return katalog.ambil(slug).nama if slug in katalog_slug() else ""


def katalog_slug():
    """Slugs of every layanan."""
    return {s.slug for s in katalog.semua()}


def baris_tampil(hasil, acuan, lewat, kueri):
    """The rows of the table of indicators: dicts for the template, in the table's order."""
    unit = acuan.unit_kode
    ekor = f"&{kueri}" if kueri else ""
    return [
        {
            "i": b.i, "populasi": b.populasi, "salah": b.salah, "persen": b.persen, "kurang": b.kurang,
            "jenis": _jenis(b.persen), "lewat": lewat.get(b.i.kode, 0),
            "pemilik": unit[b.i.pemilik].nama if b.i.pemilik in unit else "",
            "url": f"{reverse('indeks:temuan_list')}?kode={b.i.kode}{ekor}" if b.salah else "",
            "layanan": [n for n in map(nama_layanan, b.i.layanan) if n],
        }
        for b in hasil.baris
    ]  # fmt: skip


def berhias(daftar, request):
    """Findings with words: ``i`` its Indikator, ``tenggat``, ``lewat``, ``unit_nama``, ``pemilik``, ``betulkan`` (url, words)."""
    indikator, unit, kode = tabel.indikator(request.hari_ini), request.acuan.unit, request.acuan.unit_kode
    ada = katalog_slug()
    for t in daftar:
        kini = t.pegawai.kini
        t.i = indikator[t.kode]
        t.tenggat = t.sejak + timedelta(days=t.i.tenggat_hari)
        t.lewat = t.tenggat < request.hari_ini
        t.unit_nama = unit[kini.unit_id].nama if kini.unit_id in unit else ""
        t.pemilik = kode[t.i.pemilik].nama if t.i.pemilik in kode else ""
        t.betulkan = betulkan(t.i, kini.nip, ada)
        yield t


def betulkan(i, nip, ada, saya=False):
    """(url, words) of the screen where it is mended."""
    if i.usul in ada:
        return reverse("layanan:katalog_detail", args=[i.usul]), f"Usulkan: {katalog.ambil(i.usul).nama}"
    if i.riwayat:
        nama = "kepegawaian:saya_riwayat" if saya else "kepegawaian:riwayat_list"
        return reverse(nama, args=[i.riwayat] if saya else [nip, i.riwayat]), "Lihat riwayatnya"
    if saya:
        return "", ""
    return reverse("kepegawaian:pegawai_detail", args=[nip]), "Lihat datanya"


def grafik_tren(tren):
    """The line of a year for ``komponen/_grafik.html``; None while there is one night only."""
    if len(tren) < 2:
        return None
    return {
        "jenis": "line", "label": [tulis_tanggal(h) for h, _ in tren], "maks": 100,
        "deret": [{"nama": "Indeks kualitas data", "nilai": [float(n) for _, n in tren]}],
    }  # fmt: skip
