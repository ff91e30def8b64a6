"""DUK: the rows of PP 15/1979 Pasal 4 in the customary columns, and the list of exceptions (DUK-06)."""

from kepangkatan.aturan import duk as aturan
from kepangkatan.daftar.bentuk import Bagian, Baris, Kolom, hari, masa
from kepangkatan.daftar.orang import orang, tetap, usia

DUK = Bagian(
    "duk",
    "Daftar urut kepangkatan",
    (
        Kolom("Nama, NIP", ("Nama", "NIP"), 52, umum=True),
        Kolom("Tempat, tanggal lahir", ("Tempat lahir", "Tanggal lahir"), 29),
        Kolom("Pangkat", ("Pangkat, golongan ruang", "TMT pangkat"), 38, umum=True),
        Kolom("Jabatan", ("Jabatan", "Eselon atau jenjang", "TMT jabatan"), None, umum=True),
        Kolom("Masa kerja", ("Tahun", "Bulan"), 17, angka=True),
        Kolom("Latihan jabatan", ("Nama latihan", "Tahun lulus latihan", "Jumlah jam"), 36),
        Kolom("Pendidikan", ("Pendidikan", "Tahun lulus", "Tingkat"), 44),
        Kolom("Usia", ("Usia",), 13, angka=True),
        Kolom("Catatan mutasi", ("Catatan mutasi",), 34),
    ),
)
PENGECUALIAN = Bagian(
    "pengecualian",
    "Belum dapat diurutkan",
    (
        Kolom("Nama, NIP", ("Nama", "NIP"), 60),
        Kolom("Unit kerja", (), 110),
        Kolom("Data yang kosong", ()),
    ),
    "Data kuncinya kosong (DUK-06); lengkapi riwayatnya, lalu buat koreksi.",
)
JENJANG = {
    "ahli_pertama": "Ahli Pertama", "ahli_muda": "Ahli Muda", "ahli_madya": "Ahli Madya", "ahli_utama": "Ahli Utama",
}  # fmt: skip


def susun(per, *, unit_id=None, sepengetahuan=None, maju=None):
    """(parts, rows) of the DUK on ``per``: PNS only, highest first; exceptions after them by name."""
    semua = [
        o for o in orang(per, unit_id=unit_id, sepengetahuan=sepengetahuan, maju=maju) if aturan.termasuk(o.profil)
    ]
    terurut = sorted((o for o in semua if not o.kunci.kurang), key=lambda o: o.kunci.nilai)
    kurang = sorted((o for o in semua if o.kunci.kurang), key=lambda o: (o.profil.nama or "", o.profil.nip))
    lahir = tetap(None if unit_id is None else [o.profil.pegawai_id for o in semua])
    baris, atas = [], None
    for nomor, o in enumerate(terurut, 1):
        beda = aturan.pembeda(atas.kunci.nilai, o.kunci.nilai) if atas else ""
        baris.append(_baris(nomor, o, per, lahir[o.profil.pegawai_id].tempat_lahir, beda))
        atas = o
    baris += [_kurang(nomor, o) for nomor, o in enumerate(kurang, 1)]
    return ([DUK, PENGECUALIAN] if kurang else [DUK]), baris


def _baris(nomor, o, per, tempat, beda):
    p, k = o.profil, o.kunci
    sel = [
        [p.nama_lengkap, p.nip],
        [tempat, hari(p.tanggal_lahir)],
        [f"{p.pangkat}, {p.golongan}", hari(p.tmt_pangkat)],
        [p.jabatan or "", tingkat(p), hari(k.sejak_jabatan)],
        masa(k.masa_kerja),
        _latihan(k.latihan),
        [pendidikan(p), p.tahun_lulus or "", p.pendidikan or ""],
        [usia(p, per)],
        [catatan(p)],
    ]
    return Baris("duk", nomor, sel, p.pegawai_id, p.unit_id, p.nip, p.nama_lengkap, lain={"beda": beda})


def _kurang(nomor, o):
    p = o.profil
    nama = p.nama_lengkap or p.nip
    sel = [[nama, p.nip], [p.unit or ""], [aturan.pesan_kurang(o.kunci.kurang)]]
    return Baris("pengecualian", nomor, sel, p.pegawai_id, p.unit_id, p.nip, nama)


def _latihan(d):
    return [d.nama or d.jenjang, d.tanggal_selesai.year, d.jp or ""] if d else ["", "", ""]


def tingkat(p):
    """Eselon, or jenjang in words."""
    return p.eselon or JENJANG.get(p.jenjang, (p.jenjang or "").capitalize())


def pendidikan(p):
    """Name of the education, else its level."""
    return p.pendidikan_nama or p.pendidikan or ""


def catatan(p):
    """DUK-03: why he is listed without being at work; and what the order could not look at."""
    isi = [p.kedudukan_nama] if p.kedudukan not in (None, "01") and p.kedudukan_nama else []
    if p.pendidikan and p.tahun_lulus is None:
        isi.append("Tahun lulus belum tercatat")
    return "; ".join(isi)
