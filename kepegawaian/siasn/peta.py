"""Peta: field SIASN mana ialah field kita yang mana, dan dibaca dengan tabel kode yang mana. Tables only, no logic.

Source: the field names of the web service as ``kanekescom/laravel-siasn-simpeg`` (2024) and two clients in use hold them;
marked in ``bukti``: banyak (several sources agree) or tunggal (one source only). Names are compared without case, blanks and
underscores, so ``tmtGolongan``, ``tmt_golongan`` and ``TMTGOLONGAN`` are one; a field that no name here covers is kept and
shown, a missing one says nothing. ``judul``: the column of the sheet of the import file (``impor.format``) that reads the
value: one set of checks and of references for both doors.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Medan:
    """One column of ours; ``nama``: the names SIASN uses for it, the first that is filled counts."""

    judul: str
    nama: tuple[str, ...]
    acuan: str = ""


@dataclass(frozen=True, slots=True)
class Jenis:
    """One kind of data. ``riwayat``: key of JENIS_RIWAYAT; ``tulis``: path of the write, "" where SIASN has none.

    ``terima``: may a row be taken over; ``tetap``: columns SIASN does not send since the kind itself says them; ``abai``: names
    known to mean nothing for us. ``bagian``: what the reader must be allowed (``hak.boleh_bagian``).
    """

    kode: str
    nama: str
    jalur: str
    riwayat: str = ""
    medan: tuple[Medan, ...] = ()
    tetap: tuple[tuple[str, str], ...] = ()
    tulis: str = ""
    terima: bool = True
    bagian: str = "kontak"
    bukti: str = "banyak"
    catatan: str = ""


def _m(judul, *nama, acuan=""):
    return Medan(judul, nama, acuan)


SK = (_m("NOMOR SK", "skNomor", "nomorSk"), _m("TANGGAL SK", "skTanggal", "tanggalSk"))
LEWAT_LAYANAN = "Pada SIASN data ini berubah lewat layanan SIASN, bukan lewat kiriman portal."
# Names every kind carries that are about the record itself, not about the person.
UMUM = (
    "id", "idPns", "nip", "nipBaru", "nipLama", "nama", "pns", "pnsOrang", "pnsOrangId", "pnsId", "pnsDinilaiId", "path",
    "created_at", "updated_at", "Sumber", "ncsistime", "instansiId", "instansiNama",
)  # fmt: skip

_DIKLAT = (_m("PENYELENGGARA", "institusiPenyelenggara"), _m("JP", "jumlahJam"))
JENIS = (
    Jenis("data-utama", "Data utama", "/pns/data-utama", tulis="/pns/data-utama-update"),
    Jenis(
        "golongan", "Pangkat", "/pns/rw-golongan", "pangkat",
        (
            _m("GOLONGAN", "golonganId", "golongan", acuan="golongan"), _m("TMT GOLONGAN", "tmtGolongan"),
            _m("MK TAHUN", "masaKerjaGolonganTahun"), _m("MK BULAN", "masaKerjaGolonganBulan"),
            _m("JENIS KP ID", "jenisKPId", acuan="jenis_kp"), *SK,
            _m("NOMOR PERTEK", "noPertekBkn"), _m("TANGGAL PERTEK", "tglPertekBkn"),
        ),
        catatan=LEWAT_LAYANAN,
    ),
    Jenis(
        "jabatan", "Jabatan", "/pns/rw-jabatan", "jabatan",
        (
            _m("JENIS PENUGASAN", "jenisPenugasanId"), _m("JENIS JABATAN ID", "jenisJabatan"),
            _m("JABATAN ID", "jabatanFungsionalId", "jabatanFungsionalUmumId", "jabatanStrukturalId", acuan="jabatan"),
            _m("JABATAN NAMA", "namaJabatan", "jabatanFungsionalNama", "jabatanFungsionalUmumNama", acuan="jabatan"),
            _m("UNOR ID", "unorId", acuan="unit"), _m("UNOR NAMA", "unorNama", "namaUnor", acuan="unit"),
            _m("TMT JABATAN", "tmtJabatan"), _m("TMT PELANTIKAN", "tmtPelantikan"), *SK,
        ),
        tulis="/jabatan/unorjabatan/save",
    ),
    Jenis(
        "pendidikan", "Pendidikan", "/pns/rw-pendidikan", "pendidikan",
        (
            _m("TINGKAT PENDIDIKAN ID", "tkPendidikanId", acuan="tingkat_pendidikan"), _m("PENDIDIKAN ID", "pendidikanId"),
            _m("PENDIDIKAN NAMA", "pendidikanNama"), _m("NAMA SEKOLAH", "namaSekolah"),
            _m("TANGGAL LULUS", "tglLulus"), _m("TAHUN LULUS", "tahunLulus"),
            _m("NOMOR IJAZAH", "nomorIjasah", "nomorIjazah"), _m("PENDIDIKAN PERTAMA", "isPendidikanPertama"),
        ),
        catatan=LEWAT_LAYANAN,
    ),
    Jenis(
        "diklat", "Diklat struktural", "/pns/rw-diklat", "diklat",
        (
            _m("LATIHAN STRUKTURAL ID", "latihanStrukturalId", acuan="latihan_struktural"),
            _m("NAMA DIKLAT", "latihanStrukturalNama"), _m("NOMOR SERTIFIKAT", "nomor"), *_DIKLAT,
            _m("TANGGAL MULAI", "tanggal"), _m("TANGGAL SELESAI", "tanggalSelesai", "tanggal"),
        ),
        tetap=(("JENIS DIKLAT ID", "1"),), tulis="/diklat/save",
    ),
    Jenis(
        "kursus", "Kursus dan diklat lain", "/pns/rw-kursus", "diklat",
        (
            _m("JENIS DIKLAT ID", "jenisDiklatId", acuan="jenis_diklat"), _m("NAMA DIKLAT", "namaKursus"),
            _m("NOMOR SERTIFIKAT", "noSertipikat", "nomorSertipikat", "nomorSertifikat"), *_DIKLAT,
            _m("TANGGAL MULAI", "tanggalKursus"), _m("TANGGAL SELESAI", "tanggalSelesaiKursus", "tanggalKursus"),
        ),
        tulis="/kursus/save",
    ),
    Jenis(
        "skp", "SKP sejak 2022", "/pns/rw-skp22", "kinerja",
        (
            _m("TAHUN", "tahun"), _m("PREDIKAT", "KuadranKinerjaNilai", "kuadranKinerja"),
            _m("HASIL KERJA", "hasilKinerjaNilai", "hasilKinerja"),
            _m("PERILAKU", "PerilakuKerjaNilai", "perilakuKerja"), _m("PENILAI NAMA", "namaPenilai", "penilaiNama"),
        ),
        tulis="/skp22/save",
    ),
    Jenis(
        "angka-kredit", "Angka kredit", "/pns/rw-angkakredit", "angka_kredit",
        (
            _m("JENIS", "_jenis"), _m("JENJANG", "_jenjang"), _m("MULAI", "_mulai"), _m("SELESAI", "_selesai"),
            _m("JUMLAH", "kreditBaruTotal"), *SK,
        ),
        tulis="/angkakredit/save",
    ),
    Jenis(
        "hukdis", "Hukuman disiplin", "/pns/rw-hukdis", "hukuman",
        (
            _m("JENIS HUKUMAN", "jenisHukuman", acuan="jenis_hukuman"), _m("TMT HUKUMAN", "hukumanTanggal"),
            _m("SAMPAI", "akhirHukumTanggal", "akhirHukumanTanggal"), *SK,
        ),
        tulis="/hukdis/save", bagian="hukuman",
    ),
    Jenis(
        "penghargaan", "Penghargaan", "/pns/rw-penghargaan", "penghargaan",
        (
            _m("PENGHARGAAN ID", "hargaId", acuan="jenis_penghargaan"), _m("NAMA PENGHARGAAN", "hargaNama"),
            _m("NOMOR SK", "skNomor"), _m("TANGGAL SK", "skDate", "skTanggal"), _m("TANGGAL", "skDate", "skTanggal"),
        ),
        tulis="/penghargaan/save",
    ),
    Jenis(
        "masa-kerja", "Peninjauan masa kerja", "/pns/rw-masakerja", "masa_kerja",
        (
            _m("PENGALAMAN", "pengalaman"), _m("BULAN DIAKUI", "_bulan"), _m("TMT", "tanggalSk"),
            _m("NOMOR SK", "nomorSk"), _m("TANGGAL SK", "tanggalSk"),
        ),
        terima=False,
        catatan="SIASN tidak menyebut TMT peninjauan masa kerja; di sini hanya dibandingkan menurut tanggal SK. " + LEWAT_LAYANAN,
    ),
    Jenis(
        "cltn", "Cuti di luar tanggungan negara", "/pns/rw-cltn", "tinggal",
        (_m("TMT", "tanggalAwal"), _m("SAMPAI", "tanggalAkhir"), *SK),
        tetap=(("JENIS", "CLTN"),), catatan=LEWAT_LAYANAN,
    ),
    Jenis(
        "pasangan", "Suami atau istri", "/pns/data-pasangan", "keluarga",
        (_m("NAMA", "nama"), _m("TANGGAL LAHIR", "tglLahir"), _m("NOMOR AKTA", "noAktaMenikah")),
        terima=False, bagian="keluarga", bukti="tunggal",
        catatan="Keluarga dicatat dari akta lewat layanan Keluarga; di sini hanya dibandingkan.",
    ),
    Jenis(
        "anak", "Anak", "/pns/data-anak", "keluarga",
        (_m("NAMA", "nama"), _m("TANGGAL LAHIR", "tglLahir"), _m("JENIS KELAMIN", "jenisKelamin")),
        terima=False, bagian="keluarga", bukti="tunggal",
        catatan="Keluarga dicatat dari akta lewat layanan Keluarga; di sini hanya dibandingkan.",
    ),
)  # fmt: skip
TABEL = {j.kode: j for j in JENIS}

# Known, but about what another kind says better, or labels of an id that is read already.
ABAI = {
    "data-utama": "nipBaru tempatLahirId noTelp mkTahun mkBulan statusPegawai jenisKelamin jenisIdDokumenId jenisIdDokumenNama "
    "nomorIdDocument noSeriKarpeg tkPendidikanTerakhirId tkPendidikanTerakhir pendidikanTerakhirId "
    "pendidikanTerakhirNama tahunLulus tmtPns bupPensiun tglSkPns tglSkCpns instansiIndukId instansiIndukNama "
    "satuanKerjaIndukId satuanKerjaIndukNama kanregId kanregNama instansiKerjaId instansiKerjaNama "
    "instansiKerjaKodeCepat satuanKerjaKerjaId satuanKerjaKerjaNama unorId unorIndukId unorIndukNama jenisJabatanId "
    "jenisJabatan jabatanStrukturalId jabatanStrukturalNama jabatanFungsionalId jabatanFungsionalNama "
    "jabatanFungsionalUmumId jabatanFungsionalUmumNama lokasiKerjaId golRuangAwalId golRuangAwal masaKerja eselon "
    "eselonId eselonLevel tmtEselon gajiPokok kpknId ktuaId ktuaNama taspenId taspenNama statusHidup "
    "tglSuratKeteranganDokter noSuratKeteranganDokter jumlahIstriSuami jumlahAnak noSuratKeteranganBebasNarkoba "
    "tglSuratKeteranganBebasNarkoba skck tglSkck akteKelahiran akteMeninggal tglMeninggal tglNpwp noAskes kodePos "
    "noSpmt noTaspen bahasa kppnId kppnNama pangkatAkhir tglSttpl nomorSttpl nomorSkCpns nomorSkPns jenjang "
    "jabatanAsn validNik pangkatAwal asnJenjangJabatan levelJabatan tanggal_taspen tabrum2 kelas_jabatan karis_karsu "
    "tglSpmt kode_jenjang_jabatan path genEmailAsn ",
    "golongan": "jumlahKreditUtama jumlahKreditTambahan jenisKPNama pangkat golongan",
    "jabatan": "instansiKerjaId instansiKerjaNama satuanKerjaId satuanKerjaNama unorIndukId unorIndukNama eselon eselonId "
    "jenisMutasiId subJabatanId tmtMutasi",
    "pendidikan": "tkPendidikanNama gelarDepan gelarBelakang",
    "diklat": "tahun bobot jenisKompetensi",
    "kursus": "jenisKursusNama jenisKursusSertifikat jenisKursusId tahunKursus lokasiId",
    "skp": "nipNrpPenilai penilaiNipNrp penilaiGolonganId penilaiJabatanNm penilaiUnorNm statusPenilai",
    "angka-kredit": "bulanMulaiPenailan tahunMulaiPenailan bulanSelesaiPenailan tahunSelesaiPenailan kreditUtamaBaru "
    "bulanMulaiPenilaian tahunMulaiPenilaian bulanSelesaiPenilaian tahunSelesaiPenilaian "
    "kreditPenunjangBaru rwJabatan namaJabatan isAngkaKreditPertama isIntegrasi isKonversi",
    "hukdis": "rwHukumanDisiplin golongan kedudukanHukum masaTahun masaBulan nomorPp golonganLama skPembatalanNomor "
    "skPembatalanTanggal alasanHukumanDisiplin alasanHukumanDisiplinNama jenisHukumanNama keterangan jenisTingkatHukumanId",
    "penghargaan": "tahun",
    "masa-kerja": "tanggalAwal tanggalSelesai nomorBkn tanggalBkn tasaKerjaTahun masaKerjaTahun masaKerjaBulan dinilai",
    "cltn": "cltnId tanggalAktif nomorLetterBkn tanggalLetterBkn",
}

# Data utama: (column of Pegawai or "", words, names at SIASN, list of codes). Without a column it is only compared.
UTAMA = (
    ("pns_id", "PNS ID", ("id",), ""),
    ("nip_lama", "NIP lama", ("nipLama",), ""),
    ("tempat_lahir", "Tempat lahir", ("tempatLahir",), ""),
    ("agama_id", "Agama", ("agamaId", "agama"), "agama"),
    ("jenis_kawin_id", "Status perkawinan", ("jenisKawinId", "statusPerkawinan"), "jenis_kawin"),
    ("jenis_pegawai_id", "Jenis pegawai", ("jenisPegawaiId", "jenisPegawaiNama"), "jenis_pegawai"),
    ("email", "Surel", ("email",), ""),
    ("email_gov", "Surel dinas", ("emailGov",), ""),
    ("nomor_hp", "Nomor telepon genggam", ("noHp", "nomorHp"), ""),
    ("alamat", "Alamat", ("alamat",), ""),
    ("nik", "NIK", ("nik",), ""),
    ("npwp", "NPWP", ("noNpwp", "npwpNomor"), ""),
    ("bpjs", "Nomor BPJS", ("bpjs", "nomorBpjs"), ""),
    ("kartu_asn", "Kartu ASN virtual", ("kartuAsn",), ""),
    ("kpkn", "KPKN", ("kpknNama",), ""),
    ("lokasi_kerja", "Lokasi kerja", ("lokasiKerja",), ""),
)
# Shown beside ours, changed by their own kind only: (words, names at SIASN, attribute of ProfilKini, list of codes).
PROFIL = (
    ("Nama", ("nama",), "nama", ""),
    ("Gelar depan", ("gelarDepan",), "gelar_depan", ""),
    ("Gelar belakang", ("gelarBelakang",), "gelar_belakang", ""),
    ("Tanggal lahir", ("tglLahir",), "tanggal_lahir", ""),
    ("Golongan", ("golRuangAkhirId", "golRuangAkhir"), "golongan_id", "golongan"),
    ("TMT golongan", ("tmtGolAkhir",), "tmt_pangkat", ""),
    ("Jabatan", ("jabatanNama",), "jabatan", ""),
    ("TMT jabatan", ("tmtJabatan",), "tmt_jabatan", ""),
    ("Unit kerja", ("unorNama",), "unit", ""),
    ("Kedudukan hukum", ("kedudukanPnsId", "kedudukanPnsNama"), "kedudukan_id", "kedudukan"),
    ("TMT CPNS", ("tmtCpns",), "tmt_cpns", ""),
    ("TMT pensiun", ("tmtPensiun",), "tmt_pensiun", ""),
)
