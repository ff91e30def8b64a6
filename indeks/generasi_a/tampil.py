"""Bahan halaman generasi A: suku dengan angkanya, lembar kompensasi, yang belum diketahui, asumsi. No query is made here."""

from decimal import Decimal
from typing import NamedTuple

from indeks.generasi_a import aturan as rumus
from indeks.generasi_a.setelan import dari_potret

NAMA = {"kompetensi": "Kompetensi", "kinerja": "Kinerja", "kompensasi": "Kompensasi", "disiplin": "Disiplin"}
LAMBANG = {"kompetensi": "1 − gaps", "kinerja": "Kj", "kompensasi": "1 − δSI", "disiplin": "1 − inDiscpl"}
KATA_SYARAT = {"pendidikan": "pendidikan", "diklat": "diklat jabatan", "jabatan": "jabatan belum tercatat"}
KOLOM = ("UNIT", "PEGAWAI", "KOMPETEN", "TIDAK KOMPETEN", "BELUM DIKETAHUI", "GAPS", "KJ", "DELTA SI", "INDISCPL", "IDXPRO (%)",
         "PALING RENDAH (%)", "PALING TINGGI (%)", "KOEFISIEN")  # fmt: skip


class Suku(NamedTuple):
    """One term as shown: ``nilai`` what enters the sum, ``sumbangan`` times its coefficient in points; None unknown."""

    kode: str
    nama: str
    lambang: str
    nilai: Decimal | None
    koefisien: Decimal
    sumbangan: Decimal | None
    kalimat: str
    daftar: str


def aturan_putaran(putaran):
    """The AturanA a run was measured with."""
    return dari_potret(putaran.setelan, putaran.tahun, berjalan=putaran.berjalan)


def _angka(n):
    return f"{n:,.0f}".replace(",", ".")


def suku(h, a):
    """The four terms of a HasilUnitA, each with where it comes from and the list behind it."""
    nilai = {
        "kompetensi": None if h.gaps is None else 1 - h.gaps,
        "kinerja": h.kj,
        "kompensasi": None if h.delta_si is None else 1 - h.delta_si,
        "disiplin": None if h.indiscpl is None else 1 - h.indiscpl,
    }
    kata = {
        "kompetensi": (_kompetensi(h, a), "keadaan=tidak"),
        "kinerja": (_kinerja(h), ""),
        "kompensasi": (_kompensasi(h, a), ""),
        "disiplin": (_disiplin(h, a), ""),
    }  # fmt: skip
    return [
        Suku(s, NAMA[s], LAMBANG[s], nilai[s], a.koefisien[s],
             None if nilai[s] is None else rumus.persen(nilai[s] * a.koefisien[s]), *kata[s])
        for s in rumus.SUKU
    ]  # fmt: skip


def _disiplin(h, a):
    rinci = f"{_angka(h.ringan)} ringan, {_angka(h.sedang)} sedang, {_angka(h.berat)} berat"
    awal = f"{_angka(h.pelanggaran)} hukuman sejak {a.disiplin_sejak.year}"
    return f"{awal}{f': {rinci}' if h.pelanggaran else ''}, dibagi {_angka(h.jumlah)} pegawai."


def _kompetensi(h, a):
    pembagi = h.jumlah if a.belum_tidak_kompeten else h.jumlah - h.belum_kompeten
    tidak = h.tidak_kompeten + (h.belum_kompeten if a.belum_tidak_kompeten else 0)
    belum = f" {_angka(h.belum_kompeten)} belum diketahui" if h.belum_kompeten else ""
    akhir = f";{belum}{', ikut dihitung tidak kompeten' if a.belum_tidak_kompeten else ', tidak ikut dibagi'}." if belum else "."  # fmt: skip
    return f"{_angka(tidak)} dari {_angka(pembagi)} pegawai tidak kompeten{akhir}"


def _kinerja(h):
    if not h.ppk_orang:
        return "Belum ada nilai kinerja tahun yang dipakai."
    rata = (h.ppk_jumlah / h.ppk_orang).quantize(Decimal("0.01"), "ROUND_HALF_UP")
    kurang = h.jumlah - h.ppk_orang
    return f"Rata-rata nilai {str(rata).replace('.', ',')} dari {_angka(h.ppk_orang)} pegawai" + (
        f"; {_angka(kurang)} belum dinilai." if kurang else "."
    )


def _kompensasi(h, a):
    if h.galat:
        return h.galat
    if h.delta_int is None:
        return "Belum ada TPP yang ditetapkan bagi pegawai unit ini."
    tahu = sum(k["jumlah"] for k in h.kompensasi)
    dalam = f"Selisih internal {_koma(h.delta_int)}"
    luar = f", eksternal {_koma(h.delta_ext)}" if h.delta_ext is not None else ", eksternal belum ada pembanding"
    return f"{dalam}{luar}; tunjangan {_angka(tahu)} dari {_angka(h.jumlah)} pegawai diketahui."


def _koma(n):
    return str(n).replace(".", ",")


def lembar(h, a):
    """Rows of the worksheet with their difference, own mean and comparison."""
    hasil = []
    for k in h.kompensasi:
        beda = k["tertinggi"] - k["terendah"]
        delta = rumus.bulat(Decimal(beda) / k["terendah"]) if k["terendah"] else None
        rata = round(Decimal(k["total"]) / k["jumlah"])
        hasil.append(
            k | {"selisih": beda, "delta": delta, "rata": rata, "pembanding": a.pembanding.get(k["kelompok"])}
        )
    return hasil


def status_koefisien(a):
    """(words, kind of tag): how the coefficients were set, printed wherever the index is."""
    if not a.ditetapkan:
        return "koefisien belum ditetapkan", "perhatian"
    return f"koefisien menurut {a.status['dasar']}", "terpenuhi"


def asumsi(a, putaran):
    """Sentences on the readings this result rests on whose source is not certain."""
    pagu = "pagu jabatan" if a.tunjangan == "pagu" else "yang diterima sesudah potongan"
    hasil = [
        "Kompeten berarti kesesuaian jabatan menurut uji kompetensi yang masih berlaku paling sedikit "
        f"{str(a.ambang).replace('.', ',')} persen"
        + (", dan yang sudah diuji dinilai dari uji itu saja; lainnya dari syarat pendidikan dan diklat jabatannya."
           if a.uji_menentukan else ", atau semua syarat pendidikan dan diklat jabatannya terpenuhi."),
        "Syarat pendidikan jabatan: PP 11/2017 Ps. 54 dan PP 17/2020 Ps. 107; bagi jabatan fungsional asumsi.",
        f"Hukuman dihitung menurut TMT sejak {a.disiplin_sejak.year}; satu orang dengan dua hukuman dihitung dua.",
        f"Tunjangan yang dibandingkan: {pagu}, tertimbang banyaknya pegawai tiap kelas jabatan.",
        "Bila selisih tunjangan eksternal ada, ia dirata-rata dengan yang internal.",
        "Unit di atas dihitung dari cacah gabungannya, bukan dari rata-rata indeks unit di bawahnya.",
    ]  # fmt: skip
    if a.dasar.tahun_kinerja > 2020:
        hasil.append("Predikat kinerja dijadikan angka menurut batas bawah pita PP 46/2011 yang senama.")
    if putaran.berjalan:
        hasil.insert(0, f"Nilai sementara: tahun {putaran.tahun} belum berakhir.")
    return hasil


def baris_ekspor(daftar, a):
    """Rows of the xlsx; every row names the status of the coefficients."""
    status = status_koefisien(a)[0]
    for h in daftar:
        yield (
            h.nama, h.jumlah, h.kompeten, h.tidak_kompeten, h.belum_kompeten, h.gaps, h.kj, h.delta_si, h.indiscpl, h.persen,
            h.bawah, h.atas, status,
        )  # fmt: skip


def orang(h, boleh_hukuman):
    """What one HasilIndeks of generation A adds, as words: [(term, sentence, kind of tag)] for the list of people."""
    kunci, nilai, _ids = h.fakta["kompeten"]
    return {
        "kompeten": _kata_kompeten(kunci, nilai),
        "kj": _kata_kinerja(h.fakta["kj"]),
        "kelas": h.fakta.get("tunjangan", [None])[0],
        "hukuman": sum(h.fakta["hukuman"][1]) if "hukuman" in h.fakta and boleh_hukuman else None,
    }


def _kata_kompeten(kunci, nilai):
    if nilai[0] == "uji":
        kata = f"kesesuaian {nilai[1].replace('.', ',')} persen menurut uji kompetensi"
    elif nilai[1]:
        kata = " dan ".join(KATA_SYARAT.get(k, k) for k in nilai[1].split(","))
        kata = kata if "jabatan belum" in kata else f"{kata} {'belum tercatat' if kunci in 'bp' else 'belum memenuhi'}"
    else:
        kata = "syarat pendidikan dan diklat jabatan terpenuhi"
    tanda = {"m": ("kompeten", "terpenuhi"), "t": ("tidak kompeten", "gagal")}.get(
        kunci, ("belum diketahui", "netral")
    )
    return (*tanda, kata)


def _kata_kinerja(isi):
    _, nilai, _ids = isi
    return f"{str(nilai[1] or '–').replace('.', ',')}, {nilai[0]}" if nilai else ""
