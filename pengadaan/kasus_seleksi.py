"""Fungsi kasus seleksi: ambang, tiga kali formasi, integrasi, urutan, formasi kosong, syarat pelamar. The law stands in ``seleksi``."""

from datetime import date
from decimal import Decimal

from layanan.katalog import Konteks, fungsi_kasus
from layanan.profil_kasus import susun_profil, tanggal_iso
from pengadaan.seleksi import aturan, aturan_angkat, aturan_pengganti, aturan_syarat, kumpulan  # noqa: F401 - kumpulan registers the rules
from pengadaan.seleksi.aturan import Kotak, Peserta, Skd, ketentuan

TANGGAL = date(2024, 9, 1)
SEMUA = aturan_syarat.SEMUA | aturan_angkat.SEMUA


def _skd(isi):
    return None if isi is None else Skd(**isi)


def _desimal(nilai):
    return None if nilai is None else Decimal(str(nilai))


@fungsi_kasus("ambang_skd")
def ambang_skd(*, acuan, jalur: str, peserta: list, tanggal: date | str = TANGGAL):
    """Kepmen PANRB 321/2024 (CPN-8 sampai CPN-10): lulus ambang batas menurut jalur.

    peserta: daftar {twk, tiu, tkp}. harapan: lulus (daftar), kalimat (daftar).
    """
    ambang = acuan.setelan("skd_ambang", tanggal_iso(tanggal, "tanggal")).get(jalur)
    hasil = [aturan.ambang_skd(_skd(p), ambang) for p in peserta]
    return {"lulus": [h.terpenuhi for h in hasil], "kalimat": [h.kalimat for h in hasil]}


@fungsi_kasus("ikut_skb")
def ikut_skb(*, acuan, formasi: int, peserta: dict, tanggal: date | str = TANGGAL):
    """PermenPANRB 27/2021 (CPN-11): peringkat SKD dan siapa ikut SKB. peserta: {nama: {twk, tiu, tkp}}. harapan: peringkat, ikut."""
    nilai = {k: _skd(v) for k, v in peserta.items()}
    kali = acuan.setelan("cpns_skb_kali", tanggal_iso(tanggal, "tanggal"))
    return {"peringkat": aturan.peringkat_skd(nilai), "ikut": sorted(aturan.ikut_skb(nilai, formasi, kali))}


@fungsi_kasus("nilai_cpns")
def nilai_cpns(*, acuan, skd: int, skb: float, tanggal: date | str = TANGGAL):
    """PermenPANRB 27/2021; 6/2024 (CPN-12): nilai akhir 40% SKD dan 60% SKB. harapan: teks berdesimal tiga."""
    k = ketentuan(acuan, tanggal_iso(tanggal, "tanggal"))
    hasil = aturan.nilai_akhir(
        skd, _desimal(skb), bobot=k["bobot"], skd_maks=k["skd_maks"], skb_maks=k["skb_maks"], desimal=k["desimal"]
    )
    return str(hasil)


def _peserta(isi):
    isi = dict(isi)
    for nama in ("skb", "ipk", "nilai"):
        isi[nama] = _desimal(isi.get(nama))
    isi["skd"] = _skd(isi.get("skd"))
    isi["lahir"] = tanggal_iso(isi.get("lahir"), "lahir")
    isi["rincian"] = tuple((isi.get("rincian") or {}).items())
    return Peserta(**isi)


def _bahan(acuan, formasi, peserta, jenis, tanggal, pindah):
    """(kotak, peserta, ketentuan) of one selection."""
    k = ketentuan(acuan, tanggal_iso(tanggal, "tanggal"), jenis)
    k["optimalisasi"] = k["optimalisasi"] | (pindah or {})
    kotak = [Kotak(**({"jabatan": "J", "unit": "U", "jalur": "umum", "pendidikan": "S-1"} | f)) for f in formasi]
    return kotak, [_peserta(p) for p in peserta], k


@fungsi_kasus("hasil_seleksi_asn")
def hasil_seleksi_asn(
    *,
    acuan,
    formasi: list,
    peserta: list,
    jenis: str = "CPNS",
    tanggal: date | str = TANGGAL,
    pindah: dict | None = None,
):
    """CPN-8 sampai CPN-13 atas satu seleksi, termasuk pengisian formasi kosong; PPPK menurut jumlah nilainya.

    formasi: daftar {kunci, jumlah, jabatan, unit, jalur, pendidikan}; peserta: daftar {kunci, formasi, jalur, skd {…}, skb, ipk,
    lahir, …}; pindah: ganti setelan cpns_optimalisasi. harapan: kode, isi (formasi yang diisi), akhir, peringkat {nama: …}, masalah.
    """
    hasil, masalah = aturan.hitung(*_bahan(acuan, formasi, peserta, jenis, tanggal, pindah))
    return {
        "kode": {p.kunci: p.kode for p in hasil}, "isi": {p.kunci: p.formasi for p in hasil if p.formasi},
        "akhir": {p.kunci: str(p.akhir) for p in hasil if p.akhir is not None},
        "peringkat": {p.kunci: p.peringkat for p in hasil if p.peringkat}, "masalah": masalah,
    }  # fmt: skip


@fungsi_kasus("pengganti_seleksi")
def pengganti_seleksi(
    *, acuan, formasi: list, peserta: list, gugur: list, jenis: str = "CPNS", tanggal: date | str = TANGGAL, pindah: dict | None = None,
    terisi: dict | None = None,
):  # fmt: skip
    """PermenPANRB 6/2024 Ps. 54: siapa menggantikan yang kelulusannya dibatalkan.

    formasi, peserta, jenis, pindah: seperti hasil_seleksi_asn; gugur: yang dibatalkan; terisi {nama: formasi} bila sudah berubah dari hasil.
    harapan: ganti {nama: formasi}, masalah.
    """
    bahan = _bahan(acuan, formasi, peserta, jenis, tanggal, pindah)
    ganti, masalah = aturan_pengganti.pengganti(*bahan, set(gugur), terisi)
    return {"ganti": ganti, "masalah": masalah}


@fungsi_kasus("syarat_seleksi")
def syarat_seleksi(
    *, acuan, kode: str, isian: dict | None = None, lain: dict | None = None, tanggal: date | str = TANGGAL,
    profil: dict | None = None,
):  # fmt: skip
    """Satu syarat seleksi atau pengangkatan (CPN-1 sampai CPN-17, PPK-1). harapan: jawaban, kalimat."""
    pada, isi = tanggal_iso(tanggal, "tanggal"), dict(isian or {})
    isi["skd"] = _skd(isi.get("skd"))
    isi["skb"] = _desimal(isi.get("skb"))
    isi["tanggal_lahir"] = tanggal_iso(isi.get("tanggal_lahir"), "tanggal_lahir")
    for nama in ("di_atas", "di_bawah"):
        if satu := isi.get(nama):
            satu = dict(satu)
            akhir = _desimal(satu.pop("akhir"))
            isi[nama] = (_peserta({"kunci": nama, "formasi": "F"} | satu), akhir)
    orang = susun_profil(profil, pada, acuan) if profil is not None else None
    hasil = SEMUA[kode].periksa(Konteks(orang, isi, pada, acuan, lain or {}))
    return {"jawaban": hasil.jawaban, "kalimat": hasil.kalimat}
