"""Fungsi kasus DUK: a few PNS in any order in, the list out. The law stands in ``kepangkatan/aturan/duk.py``."""

from datetime import date
from itertools import pairwise

from kepangkatan.aturan import duk as aturan
from layanan.katalog import fungsi_kasus
from layanan.profil_kasus import susun_profil, tanggal_iso


@fungsi_kasus("duk")
def duk(*, acuan, per: date | str, orang: list):
    """PP 15/1979 Pasal 4, SE BAKN 03/SE/1980: urutan PNS pada tanggal per.

    orang: daftar profil, tiap satu dengan nama; jejak_jabatan: daftar {jenis, eselon, jenjang, tmt}. harapan: urutan [nama], pembeda [kode kunci yang membedakan tiap dua
    orang berurutan], tidak_masuk [nama], pengecualian {nama: [data yang kosong]}.
    """
    tanggal = tanggal_iso(per, "per")
    urut = aturan.urutan(acuan, tanggal)
    semua = [susun_profil(satu, tanggal, acuan) for satu in orang]
    masuk = [(aturan.kunci(p, tanggal, urut), p) for p in semua if aturan.termasuk(p)]
    terurut = sorted(((k, p) for k, p in masuk if not k.kurang), key=lambda x: x[0].nilai)
    return {
        "urutan": [p.nama for _, p in terurut],
        "pembeda": [aturan.pembeda(a.nilai, b.nilai) for (a, _), (b, _) in pairwise(terurut)],
        "tidak_masuk": [p.nama for p in semua if not aturan.termasuk(p)],
        "pengecualian": {p.nama: list(k.kurang) for k, p in masuk if k.kurang},
    }
