"""Aturan pelaksana tugas dan pelaksana harian: PLT-01..PLT-07. Pure.

Law: SE BKN 1/SE/I/2021; UU 30/2014 Ps. 14. Ids follow ``regulasi/mutasi-dan-penempatan.md`` §6.

``Konteks.lain`` (``mutasi/fakta.py``): ``tujuan`` the office, ``pemangku`` names of its definitive holders on the start,
``lalu`` [(tmt, sampai)] of his earlier orders for this office of the same kind.
"""

from datetime import date

from kepegawaian.aturan import bulan_antara, tambah_bulan, tulis_masa, tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya

PLT, PLH = "PLT", "PLH"
JENJANG = {
    "pelaksana": "Pelaksana", "pengawas": "Pengawas", "administrator": "Administrator", "jpt_pratama": "JPT Pratama",
    "ahli_pertama": "JF Ahli Pertama", "ahli_muda": "JF Ahli Muda", "ahli_madya": "JF Ahli Madya",
    "ahli_utama": "JF Ahli Utama", "pemula": "JF Pemula", "terampil": "JF Terampil", "mahir": "JF Mahir",
    "penyelia": "JF Penyelia",
}  # fmt: skip
# What an order may give (PLT-06) and what no Plt or Plh may decide (PLT-05).
BOLEH = (
    ("skp", "Menetapkan SKP dan menilai kinerja"),
    ("kgb", "Menandatangani surat kenaikan gaji berkala"),
    ("cuti", "Memberikan cuti, selain cuti di luar tanggungan negara"),
    ("surat_tugas", "Menerbitkan surat tugas"),
    ("hukdis_ringan", "Menjatuhkan hukuman disiplin ringan"),
    ("usul", "Mengusulkan mutasi dan kenaikan pangkat"),
)
STRATEGIS = (
    ("organisasi", "Mengubah organisasi"),
    ("kepegawaian", "Mengangkat, memindahkan, atau memberhentikan pegawai"),
    ("anggaran", "Mengubah alokasi anggaran"),
)
LAIN = (("cltn", "Memberikan cuti di luar tanggungan negara"),)


def jenjang_pegawai(profil):
    """Level of the person by his definitive post: kelompok of the eselon, jenjang of a JF, or pelaksana; None unknown."""
    if profil.jenis_jabatan == "struktural":
        return profil.kelompok_jabatan
    return profil.jenjang if profil.jenis_jabatan == "fungsional" else profil.jenis_jabatan


def p01_berhalangan(k):
    """SE BKN 1/SE/I/2021: a Plh acts for an official who is away, a Plt in an empty post."""
    if k.lain.get("tujuan") is None:
        return perlu_diperiksa("Jabatan yang diisi belum dipilih.")
    pemangku = k.lain.get("pemangku") or ()
    lain = k.lain.get("plt_lain") or ()
    if k.isian.get("sifat") == PLT and lain:
        return tidak(f"Jabatan sudah mempunyai Plt, {lain[0]}.")
    if k.isian.get("sifat") == PLT and pemangku:
        return tidak("Jabatan masih terisi; gunakan Plh.", f"dipangku {pemangku[0]}")
    if k.isian.get("sifat") == PLH and not pemangku:
        return tidak("Jabatan kosong; gunakan Plt.")
    return ya("Jabatan kosong." if not pemangku else f"{pemangku[0]} berhalangan sementara.")


def p02_masa(k):
    """SE BKN 1/SE/I/2021: at most three months, extended once by three months."""
    mulai, sampai = k.isian.get("tmt"), k.isian.get("sampai")
    if mulai is None or sampai is None:
        return perlu_diperiksa("Masa penugasan belum diisi.")
    maks = k.acuan.setelan("plt_maks_bulan", mulai)
    nama = k.profil.nama or "ini"
    if date.fromordinal(sampai.toordinal() + 1) > tambah_bulan(mulai, maks):
        return tidak(
            f"Satu surat perintah paling lama {maks} bulan.", f"{tulis_tanggal(mulai)} – {tulis_tanggal(sampai)}"
        )
    lalu = sorted(k.lain.get("lalu") or ())
    if not lalu:
        return ya(f"Penugasan pertama, sampai {tulis_tanggal(sampai)}.")
    jumlah = sum(bulan_antara(_hari(a), date.fromordinal(_hari(b).toordinal() + 1)) for a, b in lalu)
    if len(lalu) > k.acuan.setelan("plt_perpanjangan", mulai):
        return tidak(f"Plt {nama} sudah {jumlah} bulan; batas {2 * maks} bulan.", f"{len(lalu)} surat perintah")
    return ya(f"Perpanjangan pertama, sampai {tulis_tanggal(sampai)}.", f"sebelumnya {tulis_masa(jumlah)}")


def _hari(nilai):
    return date.fromisoformat(nilai) if isinstance(nilai, str) else nilai


def p03_jenjang(k):
    """SE BKN 1/SE/I/2021 (setelan plt_jenjang): from the equal level or one below; JF as the table has them."""
    tujuan, dari = k.lain.get("tujuan") or {}, jenjang_pegawai(k.profil)
    ke = tujuan.get("kelompok")
    boleh = k.acuan.setelan("plt_jenjang", k.tanggal).get(ke)
    if dari is None or boleh is None:
        return perlu_diperiksa("Jenjang pegawai atau jabatan yang diisi belum diketahui.")
    a, b = JENJANG.get(dari, dari), JENJANG.get(ke, ke)
    if dari not in boleh:
        return tidak(f"Jenjang {a} tidak dapat menjadi Plt {b}.")
    return ya(f"Jenjang {a} dapat menjadi Plt/Plh {b}.", k.profil.jabatan or "")


def p04_tetap_pada_jabatannya(k):
    """SE BKN 1/SE/I/2021: he keeps his own post; no pelantikan and no jabatan allowance come with the order."""
    p = k.profil
    if p.jabatan_id is None and p.jabatan is None:
        return perlu_diperiksa("Jabatan definitifnya belum tercatat.")
    if p.aktif is False or p.tinggal in ("CLTN", "TUBEL", "MPP", "TUGAS"):
        return tidak("Tidak sedang melaksanakan tugas jabatannya.", p.kedudukan_nama or p.tinggal or "")
    if p.tmt_pensiun and k.isian.get("sampai") and k.isian["sampai"] >= p.tmt_pensiun:
        return tidak(f"Pensiun {tulis_tanggal(p.tmt_pensiun)}, sebelum penugasan berakhir.")
    return ya("Tetap pada jabatannya, tanpa pelantikan dan tanpa tunjangan jabatan.", p.jabatan or "")


def _kewenangan(k):
    nilai = k.isian.get("kewenangan")
    return [nilai] if isinstance(nilai, str) else list(nilai or ())


def p05_bukan_strategis(k):
    """UU 30/2014 Ps. 14: no strategic decision on organisation, personnel or budget."""
    salah = [nama for kode, nama in STRATEGIS if kode in _kewenangan(k)]
    if salah:
        return tidak("Kewenangan ini tidak ada pada Plt/Plh.", *salah)
    if not _kewenangan(k):
        return perlu_diperiksa("Kewenangan yang diperintahkan belum dipilih.")
    return ya("Tidak memuat keputusan strategis.")


def p06_kewenangan(k):
    """SE BKN 1/SE/I/2021: what a Plt or Plh may sign; cuti but not CLTN."""
    nama = dict(BOLEH)
    pilihan = _kewenangan(k)
    if not pilihan:
        return perlu_diperiksa("Kewenangan yang diperintahkan belum dipilih.")
    if "cltn" in pilihan:
        return tidak("Cuti di luar tanggungan negara tidak dapat diberikan Plt/Plh.")
    return ya("Kewenangannya menurut surat edaran.", *[nama[x] for x in pilihan if x in nama])


def p07_masa_plh(k):
    """Practice of other agencies (asumsi, setelan plh_hari_min, plh_hari_maks): a Plh acts 3 to 30 days."""
    mulai, sampai = k.isian.get("tmt"), k.isian.get("sampai")
    if mulai is None or sampai is None:
        return perlu_diperiksa("Masa penugasan belum diisi.")
    hari = (sampai - mulai).days + 1
    paling, minimal = k.acuan.setelan("plh_hari_maks", mulai), k.acuan.setelan("plh_hari_min", mulai)
    if hari > paling:
        return tidak(f"Plh {hari} hari; lazimnya paling lama {paling} hari.")
    if hari < minimal:
        return perlu_diperiksa(f"Plh {hari} hari; lazimnya mulai {minimal} hari.")
    return ya(f"Plh {hari} hari.")
