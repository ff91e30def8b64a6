"""Uraian: satu baris riwayat sebagai kalimat bagi halaman dan DRH.

``URAIAN`` names each kind of ``JENIS_RIWAYAT``, the relations its sentence needs (so that a list is one
query), and two functions: the headline and the details. Nothing here decides who may read it (``hak.py``).
"""

from collections.abc import Callable
from typing import NamedTuple

from kepegawaian.aturan import tulis_masa, tulis_rupiah, tulis_tanggal
from kepegawaian.models import JENIS_RIWAYAT


class Uraian(NamedTuple):
    """How a kind of riwayat is shown. ``berdiri``: a standing fact, ended by the next row."""

    nama: str
    judul: Callable
    rinci: Callable
    relasi: tuple[str, ...] = ()
    berdiri: bool = True
    kata_tmt: str = "TMT"


def _mk(tahun, bulan):
    return "" if tahun is None else f"masa kerja golongan {tulis_masa(tahun * 12 + (bulan or 0))}"


def _masa(b):
    if b.sampai:
        return f"sampai {tulis_tanggal(b.sampai)}"
    return "belum ada tanggal selesai"


def _nama(b):
    depan = f"{b.gelar_depan} " if b.gelar_depan else ""
    return f"{depan}{b.nama}" + (f", {b.gelar_belakang}" if b.gelar_belakang else "")


def _jabatan(b):
    return {"PLT": "Plt. ", "PLH": "Plh. "}.get(b.penugasan, "") + b.jabatan.nama


def _jabatan_rinci(b):
    yield b.unit.nama if b.unit else ""
    yield f"eselon {b.jabatan.eselon_id}" if b.jabatan.eselon_id else b.jabatan.get_jenis_display().lower()
    yield _masa(b) if b.penugasan != "D" else ""
    yield f"dilantik {tulis_tanggal(b.tmt_pelantikan)}" if b.tmt_pelantikan else ""
    yield f"melaksanakan tugas {tulis_tanggal(b.tanggal_spmt)}" if b.tanggal_spmt else ""
    yield f"arah {b.get_arah_display().lower()}" if b.arah else ""


def _pangkat_rinci(b):
    yield _mk(b.mkg_tahun, b.mkg_bulan)
    yield b.jenis_kp.nama if b.jenis_kp else ""
    yield f"angka kredit {_angka(b.angka_kredit)}" if b.angka_kredit is not None else ""
    yield f"pertek {b.nomor_pertek}" if b.nomor_pertek else ""


def _cuti(b):
    """Why somebody was ill is nobody's business on a list."""
    return "Cuti sakit" if b.jenis.startswith("CS") else b.get_jenis_display()


def _cuti_rinci(b):
    yield _masa(b)
    yield f"{b.hari_kerja} hari kerja" if b.jenis == "CT" else ""
    yield "di luar negeri" if b.luar_negeri else ""


def _pendidikan_rinci(b):
    yield b.sekolah
    yield f"lulus {b.tahun_lulus}" if b.tahun_lulus else ""
    yield f"ijazah {b.nomor_ijazah}" if b.nomor_ijazah else ""
    yield "pendidikan saat pengangkatan" if b.saat_pengangkatan else ""


def _kinerja_rinci(b):
    yield f"nilai {_angka(b.nilai)}" if b.nilai is not None else ""
    yield f"hasil kerja {b.hasil_kerja.lower()}" if b.hasil_kerja else ""
    yield f"perilaku {b.perilaku.lower()}" if b.perilaku else ""
    yield f"penilai {b.penilai_nama}" if b.penilai_nama else ""


def _diklat_rinci(b):
    yield b.jenis.nama
    yield f"{b.jp} JP" if b.jp is not None else "JP belum tercatat"
    yield b.penyelenggara
    yield f"sertifikat {b.nomor_sertifikat}" if b.nomor_sertifikat else ""


def _keluarga_rinci(b):
    yield b.get_hubungan_display() + (f" ke-{b.istri_ke}" if b.istri_ke else "")
    yield f"lahir {tulis_tanggal(b.tanggal_lahir)}" if b.tanggal_lahir else ""
    yield b.get_keadaan_display().lower() if b.keadaan != "hidup" else ""
    yield "masuk daftar gaji" if b.tertanggung else "tidak masuk daftar gaji"
    yield b.pekerjaan
    yield f"akta {b.nomor_akta}" if b.nomor_akta else ""
    yield f"bersekolah sampai {tulis_tanggal(b.sekolah_sampai)}" if b.sekolah_sampai else ""
    yield "sudah kawin" if b.kawin and b.hubungan == "anak" else ""
    yield "berpenghasilan sendiri" if b.berpenghasilan and b.hubungan == "anak" else ""


def _uji_kompetensi_rinci(b):
    yield f"untuk {b.get_tujuan_display().lower()}"
    yield b.metode
    yield f"kesesuaian dengan jabatan {_angka(b.kesesuaian)} %" if b.kesesuaian is not None else ""
    yield f"potensi {_angka(b.potensi)} %" if b.potensi is not None else ""
    yield _masa(b)


def _kontrak_rinci(b):
    yield _masa(b)
    yield f"upah {tulis_rupiah(b.upah)} sebulan" if b.upah else ""


def _angka(nilai):
    return f"{nilai.normalize():f}".replace(".", ",")


def _satu(*nilai):
    return lambda b: [n(b) if callable(n) else n for n in nilai]


URAIAN = {
    "pangkat": Uraian("Pangkat", lambda b: str(b.golongan), _pangkat_rinci, ("golongan", "jenis_kp")),
    "jabatan": Uraian("Jabatan", _jabatan, _jabatan_rinci, ("jabatan", "unit")),
    "unit": Uraian("Unit kerja", lambda b: b.unit.nama, _satu(), ("unit",)),
    "gaji": Uraian(
        "Gaji pokok dan KGB",
        lambda b: f"{tulis_rupiah(b.gaji_pokok)} sebulan",
        _satu(
            lambda b: b.get_jenis_display(),
            lambda b: f"golongan {b.golongan_id}",
            lambda b: _mk(b.mkg_tahun, b.mkg_bulan),
        ),
    ),
    "pendidikan": Uraian(
        "Pendidikan", lambda b: f"{b.tingkat.nama}, {b.nama}", _pendidikan_rinci, ("tingkat",), False, "Lulus"
    ),
    "kinerja": Uraian(
        "Kinerja (SKP)",
        lambda b: f"{b.predikat}, tahun {b.tahun}",
        _kinerja_rinci,
        berdiri=False,
        kata_tmt="Ditetapkan",
    ),
    "diklat": Uraian(
        "Diklat dan seminar", lambda b: b.nama, _diklat_rinci, ("jenis", "latihan_struktural"), False, "Selesai"
    ),
    "angka_kredit": Uraian(
        "Angka kredit",
        lambda b: f"{_angka(b.jumlah)}, {b.get_jenis_display().lower()}",
        _satu(lambda b: b.get_jenjang_display(), _masa),
        berdiri=False,
        kata_tmt="Mulai",
    ),
    "penghargaan": Uraian(
        "Penghargaan",
        lambda b: b.nama or b.jenis.nama,
        _satu(
            lambda b: b.jenis.nama if b.nama and b.nama != b.jenis.nama else "",
            lambda b: f"piagam {b.nomor_piagam}" if b.nomor_piagam else "",
        ),
        ("jenis",),
        False,
        "Tanggal",
    ),
    "ujian": Uraian("Ujian", lambda b: f"Lulus {b.get_jenis_display()}", _satu(), berdiri=False, kata_tmt="Lulus"),
    "kontrak": Uraian(
        "Perjanjian kerja",
        lambda b: (
            ("PPPK paruh waktu" if b.paruh_waktu else "PPPK") + (f" golongan {b.golongan_id}" if b.golongan_id else "")
        ),
        _kontrak_rinci,
        berdiri=False,
    ),
    "masa_kerja": Uraian(
        "Peninjauan masa kerja",
        lambda b: f"Diakui {tulis_masa(b.bulan)}",
        _satu(lambda b: b.pengalaman),
        berdiri=False,
    ),
    "tunda_kgb": Uraian(
        "Penundaan kenaikan gaji berkala",
        lambda b: f"KGB TMT {tulis_tanggal(b.tmt)} ditunda",
        _satu(_masa),
        berdiri=False,
        kata_tmt="Sejak",
    ),
    "uji_kompetensi": Uraian(
        "Uji kompetensi",
        lambda b: b.get_hasil_display(),
        _uji_kompetensi_rinci,
        berdiri=False,
        kata_tmt="Tanggal",
    ),
    "ikatan": Uraian(
        "Ikatan dinas",
        lambda b: b.get_jenis_display(),
        _satu(_masa, lambda b: b.keterangan),
        berdiri=False,
        kata_tmt="Mulai",
    ),
    "kartu": Uraian(
        "Kartu pegawai, istri, dan suami",
        lambda b: f"{b.get_jenis_display()} nomor {b.nomor}",
        _satu(lambda b: _masa(b) if b.sampai else ""),
        berdiri=False,
        kata_tmt="Terbit",
    ),
    "pemberhentian": Uraian(
        "Pemberhentian",
        lambda b: b.nama,
        _satu(lambda b: "dengan hak pensiun" if b.hak_pensiun else "tanpa hak pensiun"),
        berdiri=False,
    ),
    "tinggal": Uraian(
        "CLTN, tugas belajar, dan penugasan", lambda b: b.get_jenis_display(), _satu(_masa), berdiri=False
    ),
    "cuti": Uraian("Cuti", _cuti, _cuti_rinci, berdiri=False, kata_tmt="Mulai"),
    "kedudukan": Uraian("Kedudukan hukum", lambda b: b.kedudukan.nama, _satu(), ("kedudukan",)),
    "status": Uraian("Status kepegawaian", lambda b: b.get_status_display(), _satu()),
    "identitas": Uraian("Nama dan gelar", _nama, _satu()),
    "klaim": Uraian(
        "Klaim JKK dan JKM",
        lambda b: f"{b.get_program_display()}, {tulis_rupiah(b.nilai)}",
        _satu(
            lambda b: b.peristiwa,
            lambda b: f"dibayar {tulis_tanggal(b.tanggal_bayar)}",
            lambda b: f"kepada {b.penerima}",
        ),
        berdiri=False,
        kata_tmt="Kejadian",
    ),
    "keluarga": Uraian("Keluarga", lambda b: b.nama, _keluarga_rinci, berdiri=False),
    "hukuman": Uraian(
        "Hukuman disiplin",
        lambda b: b.jenis.nama,
        _satu(lambda b: f"tingkat {b.jenis.tingkat}", _masa, lambda b: b.pasal),
        ("jenis",),
        False,
    ),
    "pemeriksaan": Uraian("Pemeriksaan disiplin", lambda b: "Dalam pemeriksaan", _satu(_masa), berdiri=False),
}
if URAIAN.keys() != JENIS_RIWAYAT.keys():
    raise RuntimeError(f"Jenis riwayat tanpa uraian: {URAIAN.keys() ^ JENIS_RIWAYAT.keys()}")


def rinci(jenis, baris):
    """The details of a row that are known, as texts."""
    return [teks for teks in URAIAN[jenis].rinci(baris) if teks]


def sumber(baris):
    """On what a row rests, in words: the SK as written on it, else its naskah, else the import batch.

    A naskah that was changed or revoked since says by which one (``naskah_pegawai__naskah__digantikan_oleh``).
    """
    akhir = nasib(baris.naskah_pegawai.naskah) if baris.naskah_pegawai else ""
    if nomor := getattr(baris, "nomor_sk", ""):
        teks = f"SK {nomor}"
        if baris.tanggal_sk:
            teks += f", {tulis_tanggal(baris.tanggal_sk)}"
        return teks + (f", {baris.pejabat}" if baris.pejabat else "") + akhir
    if baris.naskah_pegawai:
        naskah = baris.naskah_pegawai.naskah
        return f"{naskah.perihal} nomor {naskah.nomor}, {tulis_tanggal(naskah.tanggal)}{akhir}"
    if baris.batch.jenis == "ws":
        return f"{baris.batch.nama_berkas}, diambil {tulis_tanggal(baris.batch.per_tanggal)}"
    return f"Impor {baris.batch.nama_berkas}, keadaan {tulis_tanggal(baris.batch.per_tanggal)}"


def nasib(naskah):
    """``; dicabut oleh nomor …``, or nothing for a naskah that stands as it was made."""
    if naskah.status not in ("diubah", "dicabut", "dibatalkan"):
        return ""
    oleh = f" oleh nomor {naskah.digantikan_oleh.nomor}" if naskah.digantikan_oleh else ""
    return f"; {naskah.status}{oleh}"
