"""Ringkasan: fakta-fakta dalam Profil sebagai pasangan nama dan nilai bagi halaman pegawai.

Pure presentation over a Profil: no query, no right. An unknown fact stays ``None``; the page says so.
"""

from kepegawaian import aturan
from kepegawaian.aturan import tulis_masa, tulis_rupiah, tulis_tanggal
from kepegawaian.models import Jabatan, RiwayatStatus, RiwayatTinggal

STATUS = dict(RiwayatStatus.STATUS)
JENJANG = dict(Jabatan.JENJANG)
JENIS = dict(Jabatan.JENIS)
TINGGAL = dict(RiwayatTinggal.JENIS)


def susun_ringkasan(profil, pegawai, acuan, per):
    """{"kepala", "kerja", "gaji", "identitas", "kontak"}: lists of (label, value, note)."""
    return {
        "kepala": kepala(profil, per),
        "kerja": kerja(profil, per),
        "gaji": gaji(profil, acuan, per),
        "identitas": identitas(pegawai, per),
        "kontak": kontak(pegawai),
    }


def _sejak(tanggal):
    return f"sejak {tulis_tanggal(tanggal)}" if tanggal else ""


def pangkat(profil):
    """``Penata, III/c``; a PPPK has a golongan and no pangkat."""
    if profil.golongan is None:
        return None
    return f"{profil.pangkat}, {profil.golongan}" if profil.pangkat else f"Golongan {profil.golongan}"


def kepala(profil, per):
    """Head card: pangkat, jabatan, unit, masa kerja."""
    masa = aturan.masa_kerja_seluruhnya(profil, per)
    return [
        (
            "Pangkat" if profil.status in ("CPNS", "PNS", None) else "Golongan",
            pangkat(profil) if profil.pangkat else profil.golongan,
            _sejak(profil.tmt_pangkat),
        ),
        ("Jabatan", profil.jabatan, _sejak(profil.tmt_jabatan)),
        ("Unit kerja", profil.unit, profil.opd if profil.opd != profil.unit else _sejak(profil.tmt_unit)),
        (
            "Masa kerja",
            None if masa is None else tulis_masa(masa),
            f"sejak {tulis_tanggal(profil.tmt_cpns)}" if profil.tmt_cpns else "",
        ),
    ]


def kerja(profil, per):
    """Employment facts."""
    butir = [
        ("Status", STATUS.get(profil.status), _sejak(profil.tmt_status)),
        ("Kedudukan hukum", profil.kedudukan_nama, _sejak(profil.tmt_kedudukan)),
        ("Jenis jabatan", JENIS.get(profil.jenis_jabatan), _jenjang(profil)),
        ("Kelas jabatan", profil.kelas),
        ("Pendidikan", profil.pendidikan_nama, " ".join(str(x) for x in (profil.pendidikan, profil.tahun_lulus) if x)),
    ]
    if profil.kontrak_mulai:
        sampai = f"sampai {tulis_tanggal(profil.kontrak_sampai)}" if profil.kontrak_sampai else ""
        butir.append(("Perjanjian kerja", f"mulai {tulis_tanggal(profil.kontrak_mulai)}", sampai))
    if profil.tinggal:
        butir.append(
            (
                "Sedang",
                TINGGAL.get(profil.tinggal, profil.tinggal),
                _sejak(profil.tinggal_sejak),
            )
        )
    if profil.berhenti:
        return butir
    usia = (
        aturan.usia_tahun(profil.tanggal_lahir, per) if profil.tanggal_lahir and profil.tanggal_lahir <= per else None
    )
    butir.append(
        (
            "Usia",
            None if usia is None else f"{usia} tahun",
            f"batas usia pensiun {profil.bup} tahun" if profil.bup else "",
        )
    )
    butir.append(("TMT pensiun", tulis_tanggal(profil.tmt_pensiun) if profil.tmt_pensiun else None))
    return butir


def _jenjang(profil):
    if profil.eselon:
        return f"eselon {profil.eselon}"
    return JENJANG.get(profil.jenjang, "")


def gaji(profil, acuan, per):
    """Pay facts: gaji pokok of the table or of the decree, MKG today, last decree."""
    mkg = aturan.mkg_pada(profil, per)
    if profil.status == "PPPK_PW" and profil.upah:
        return [("Upah", tulis_rupiah(profil.upah), "sebulan, menurut perjanjian kerja")]
    pokok = tulis_rupiah(profil.gaji_pokok) if profil.gaji_pokok else None
    dibayar = aturan.gaji_dibayar(profil.status, profil.gaji_pokok, acuan, per) if profil.gaji_pokok else None
    catatan = f"dibayar {tulis_rupiah(dibayar)} (CPNS)" if dibayar != profil.gaji_pokok else "sebulan"
    nomor = profil.sk_gaji_nomor if profil.tmt_gaji == profil.tmt_dekret else profil.sk_pangkat_nomor
    return [
        ("Gaji pokok", pokok, catatan if pokok else ""),
        ("Masa kerja golongan", None if mkg is None else tulis_masa(mkg)),
        ("Keputusan terakhir", nomor or None, _sejak(profil.tmt_dekret)),
    ]


def identitas(pegawai, per):
    """Who he is; NIK stands apart."""
    return [
        (
            "Tempat, tanggal lahir",
            ", ".join(x for x in (pegawai.tempat_lahir, tulis_tanggal(pegawai.tanggal_lahir)) if x),
        ),
        ("Jenis kelamin", pegawai.get_jenis_kelamin_display()),
        ("Agama", pegawai.agama and pegawai.agama.nama),
        ("Status perkawinan", pegawai.jenis_kawin and pegawai.jenis_kawin.nama),
        ("Jenis pegawai", pegawai.jenis_pegawai and pegawai.jenis_pegawai.nama),
        ("NPWP", pegawai.npwp),
        ("BPJS", pegawai.bpjs),
        ("NIP lama", pegawai.nip_lama),
        ("Kartu ASN", pegawai.kartu_asn),
    ]


def kontak(pegawai):
    """How to reach him."""
    return [
        ("Nomor HP", pegawai.nomor_hp),
        ("Surel dinas", pegawai.email_gov),
        ("Surel pribadi", pegawai.email),
        ("Alamat", pegawai.alamat),
        ("Lokasi kerja", pegawai.lokasi_kerja),
    ]
