"""Nominatif: every ASN of a unit on a date, by unit, inside it as the DUK orders; nobody is left out."""

from kepangkatan.daftar.bentuk import Bagian, Baris, Kolom, hari
from kepangkatan.daftar.duk import pendidikan, tingkat
from kepangkatan.daftar.orang import aktif, orang, tetap, usia
from kepegawaian.acuan import acuan_kini

STATUS = {"PNS": "PNS", "CPNS": "CPNS", "PPPK": "PPPK", "PPPK_PW": "PPPK paruh waktu"}
URUT_STATUS = {kode: i for i, kode in enumerate(STATUS)}
NOMINATIF = Bagian(
    "nominatif",
    "Daftar nominatif",
    (
        Kolom("Nama, NIP", ("Nama", "NIP"), 58),
        Kolom("Tempat, tanggal lahir", ("Tempat lahir", "Tanggal lahir"), 32),
        Kolom("L/P", ("L/P",), 11),
        Kolom("Golongan", ("Golongan ruang", "TMT golongan"), 24),
        Kolom("Pendidikan", ("Pendidikan", "Tahun lulus", "Diklat terakhir"), 62),
        Kolom("Jabatan", ("Jabatan", "Eselon atau jenjang", "TMT jabatan")),
        Kolom("Usia", ("Usia",), 13, angka=True),
        Kolom("Status", ("Status", "Kedudukan"), 30),
    ),
)


def urut_unit(acuan):
    """{unit id: sort key} of the tree: names along the path, so that a unit stands before what is below it."""
    nama = {u.id: u.nama for u in acuan.unit.values()}
    return {u.id: tuple(nama.get(i, "") for i in u.jalur) for u in acuan.unit.values()}


def susun(per, *, unit_id=None, sepengetahuan=None, maju=None):
    """(parts, rows) of all active ASN on ``per``."""
    acuan = acuan_kini()
    letak = urut_unit(acuan)
    semua = [o for o in orang(per, unit_id=unit_id, sepengetahuan=sepengetahuan, maju=maju) if aktif(o.profil)]
    semua.sort(key=lambda o: (letak.get(o.profil.unit_id, ("~",)), URUT_STATUS.get(o.profil.status, 9), o.kunci.nilai))
    lahir = tetap(None if unit_id is None else [o.profil.pegawai_id for o in semua])
    return [NOMINATIF], [
        _baris(nomor, o.profil, per, lahir[o.profil.pegawai_id].tempat_lahir) for nomor, o in enumerate(semua, 1)
    ]


def _baris(nomor, p, per, tempat):
    latihan = max(p.diklat, key=lambda d: d.tanggal_selesai, default=None)
    sel = [
        [p.nama_lengkap or p.nip, p.nip],
        [tempat, hari(p.tanggal_lahir)],
        [p.jenis_kelamin or ""],
        [p.golongan or "", hari(p.tmt_pangkat)],
        [pendidikan(p), p.tahun_lulus or "", latihan.nama if latihan else ""],
        [p.jabatan or "", tingkat(p), hari(p.tmt_jabatan)],
        [usia(p, per)],
        [
            STATUS.get(p.status, p.status or ""),
            p.kedudukan_nama if p.kedudukan not in (None, "01", "P1", "P6") else "",
        ],
    ]
    kelompok = " · ".join(dict.fromkeys(x for x in (p.opd, p.unit) if x)) or "Unit kerja belum tercatat"
    return Baris("nominatif", nomor, sel, p.pegawai_id, p.unit_id, p.nip, p.nama_lengkap, kelompok)
