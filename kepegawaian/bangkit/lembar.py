"""Lembar: an Orang as rows of the import format — the 67 columns of SIASN and one sheet per kind of riwayat.

Cells are what a clerk's file holds: dates as text dd-mm-yyyy, numbers that are codes as text, units as a
path "Subbagian … - Sekretariat - Dinas …".
"""

from datetime import date
from decimal import Decimal

from kepegawaian.impor.format import KOLOM_UTAMA, LEMBAR_RIWAYAT

STATUS = {"CPNS": "C", "PNS": "P", "PPPK": "PPPK", "PPPK_PW": "PPPK PARUH WAKTU"}
JENIS_JABATAN = {"struktural": ("1", "Struktural"), "fungsional": ("2", "Fungsional"), "pelaksana": ("4", "Pelaksana")}
AGAMA = {"1": "Islam", "2": "Kristen", "3": "Katolik", "4": "Hindu", "5": "Buddha", "6": "Konghucu"}
KAWIN = {"1": "Menikah", "2": "Cerai", "3": "Janda atau duda", "4": "Belum kawin"}
KEDUDUKAN = {"01": "Aktif", "P1": "PPPK aktif", "P6": "PPPK paruh waktu aktif", "99": "Pensiun"}
INSTANSI = "Pemerintah Kab. Lamongan"


def sel(nilai):
    """A value as it stands in a cell."""
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return "YA" if nilai else "TIDAK"
    if isinstance(nilai, date):
        return f"{nilai:%d-%m-%Y}"
    return str(nilai) if isinstance(nilai, Decimal) else nilai


def nama_unit(dunia, kode):
    """Name of a unit with the levels above it up to the OPD."""
    return " - ".join(dunia.unit[kode].jalur) if kode else ""


def baris_utama(orang, dunia):
    """The row of "Data ASN" as {column: cell}."""
    p = orang.pegawai
    hasil = dict.fromkeys(KOLOM_UTAMA, "")
    hasil |= {
        "PNS ID": p["pns_id"],
        "NIP BARU": orang.nip,
        "NIP LAMA": p["nip_lama"],
        "NAMA": orang.nama,
        "TEMPAT LAHIR NAMA": p["tempat_lahir"],
        "TANGGAL LAHIR": sel(p["tanggal_lahir"]),
        "JENIS KELAMIN": {"L": "M", "P": "F"}[p["jenis_kelamin"]],
        "AGAMA ID": p["agama"],
        "AGAMA NAMA": AGAMA[p["agama"]],
        "JENIS KAWIN ID": p["jenis_kawin"],
        "JENIS KAWIN NAMA": KAWIN[p["jenis_kawin"]],
        "NIK": p["nik"],
        "NOMOR HP": p["nomor_hp"],
        "EMAIL": p["email"],
        "ALAMAT": p["alamat"],
        "NPWP NOMOR": p["npwp"],
        "BPJS": p["bpjs"],
        "JENIS PEGAWAI ID": p["jenis_pegawai"] or "",
        "JENIS PEGAWAI NAMA": "PNS kabupaten/kota pada pemerintah kabupaten/kota" if p["jenis_pegawai"] else "",
        "KARTU ASN VIRTUAL": p["kartu_asn"],
        "KPKN NAMA": p["kpkn"],
        "LOKASI KERJA NAMA": p["lokasi_kerja"],
        "INSTANSI INDUK NAMA": INSTANSI,
        "INSTANSI KERJA NAMA": INSTANSI,
        "IS VALID NIK": "1",
    }
    for isi in (_nama_dan_status, _pangkat, _jabatan_dan_unit, _pendidikan):
        hasil |= isi(orang, dunia)
    return hasil


def _nama_dan_status(orang, dunia):
    idn, status, kedudukan = orang.kini("identitas"), orang.riwayat.get("status", ()), orang.kini("kedudukan")
    hasil = {"GELAR DEPAN": idn.get("gelar_depan", ""), "GELAR BELAKANG": idn.get("gelar_belakang", "")}
    if kedudukan:
        kode = kedudukan["kedudukan"]
        hasil |= {"KEDUDUKAN HUKUM ID": kode, "KEDUDUKAN HUKUM NAMA": KEDUDUKAN.get(kode, "")}
    if status:
        hasil["STATUS CPNS PNS"] = STATUS[status[-1]["status"]]
        hasil |= {"TMT CPNS": sel(status[0]["tmt"]), "NOMOR SK CPNS": status[0]["nomor_sk"]}
        hasil["TANGGAL SK CPNS"] = sel(status[0]["tanggal_sk"])
    if len(status) > 1:
        hasil |= {"TMT PNS": sel(status[1]["tmt"]), "NOMOR SK PNS": status[1]["nomor_sk"]}
        hasil["TANGGAL SK PNS"] = sel(status[1]["tanggal_sk"])
    return hasil


def _pangkat(orang, dunia):
    riwayat = orang.riwayat.get("pangkat")
    if not riwayat:
        return {}
    awal, akhir = riwayat[0], riwayat[-1]
    return {
        "GOL AWAL ID": _id_golongan(dunia, awal["golongan"]),
        "GOL AWAL NAMA": awal["golongan"],
        "GOL AKHIR ID": _id_golongan(dunia, akhir["golongan"]),
        "GOL AKHIR NAMA": akhir["golongan"],
        "TMT GOLONGAN": sel(akhir["tmt"]),
        "MK TAHUN": sel(akhir["mkg_tahun"]),
        "MK BULAN": sel(akhir["mkg_bulan"]),
    }


def _id_golongan(dunia, kode):
    """SIASN id 11..45 of a PNS rank; PPPK have none that is known."""
    urutan = dunia.urutan.get(kode)
    if urutan is None:
        return ""
    return str(45 if urutan == 17 else ((urutan - 1) // 4 + 1) * 10 + (urutan - 1) % 4 + 1)


def _jabatan_dan_unit(orang, dunia):
    hasil = {}
    if orang.unit:  # empty for somebody of another instansi who is to come
        unit = dunia.unit[orang.unit]
        opd = dunia.unit[unit.opd or unit.kode].nama
        hasil = {
            "UNOR ID": unit.siasn_id,
            "UNOR NAMA": nama_unit(dunia, unit.kode),
            "SATUAN KERJA INDUK NAMA": opd,
            "SATUAN KERJA KERJA NAMA": opd,
        }
    definitif = [j for j in orang.riwayat.get("jabatan", ()) if j["penugasan"] == "D"]
    if definitif:
        jabatan = dunia.jabatan[definitif[-1]["jabatan"]]
        jenis, nama = JENIS_JABATAN[jabatan.jenis]
        hasil |= {"JENIS JABATAN ID": jenis, "JENIS JABATAN NAMA": nama}
        hasil |= {"JABATAN ID": jabatan.siasn_id, "JABATAN NAMA": jabatan.nama}
        hasil["TMT JABATAN"] = sel(definitif[-1]["tmt"])
    return hasil


def _pendidikan(orang, dunia):
    akhir = orang.kini("pendidikan")
    if not akhir:
        return {}
    return {
        "TINGKAT PENDIDIKAN ID": akhir["tingkat"],
        "PENDIDIKAN NAMA": akhir["nama"],
        "TAHUN LULUS": akhir["tahun_lulus"],
        "NAMA SEKOLAH": akhir["sekolah"],
    }


def baris_riwayat(orang, dunia):
    """Yields (sheet name, cells) for every riwayat row that has a sheet."""
    for lembar in LEMBAR_RIWAYAT:
        for baris in orang.riwayat.get(lembar.kunci, ()):
            if lembar.kunci == "jabatan":
                baris = _jabatan(baris, dunia)
            yield lembar.nama, [orang.nip, *(sel(baris.get(k.medan)) for k in lembar.kolom[1:])]


def _jabatan(baris, dunia):
    jabatan = dunia.jabatan[baris["jabatan"]]
    unit = baris["unit"]
    return {
        **baris,
        "jenis_jabatan": JENIS_JABATAN[jabatan.jenis][0],
        "jabatan_siasn_id": jabatan.siasn_id,
        "jabatan": jabatan.nama,
        "unit_siasn_id": dunia.unit[unit].siasn_id if unit else "",
        "unit": nama_unit(dunia, unit),
    }
