"""Fungsi kasus dari ``kepegawaian``: registered here, since ``kepegawaian`` may not know this app.

Dates may be written as 2026-03-01 or as text; MKG as {tahun, bulan}. Each function only turns the form of a
case into arguments of ``kepegawaian.aturan`` and its answer into words; the law stands there.
"""

from datetime import date, timedelta

from kepegawaian import aturan, nip as pemeriksa_nip
from layanan.katalog import fungsi_kasus
from layanan.profil_kasus import bulan, tanggal_iso


def _masa(banyak):
    return {"tahun": banyak // 12, "bulan": banyak % 12}


def _urutan(acuan, golongan):
    gol = acuan.golongan(golongan)
    if gol is None:
        raise ValueError(f"Golongan {golongan!r} tidak dikenal.")
    return gol.urutan


@fungsi_kasus("nip")
def nip(
    *, acuan, nomor: str, jenis: str = "", hari_ini: date | str = "2026-11-01", tanggal_lahir: date | str | None = None,
    jenis_kelamin: str | None = None, tmt_cpns: date | str | None = None, pemilik: str | None = None,
):  # fmt: skip
    """Perka BKN 22/2007 dan 43/2007 (NIP-01..NIP-10): nomor induk dan data pegawai di sampingnya.

    jenis: PNS, CPNS, PPPK, PPPK_PW, atau kosong (dibaca dari nomornya); jenis_kelamin L atau P; pemilik: nama
    orang lain yang sudah memakai nomor itu.
    harapan: sah (tidak ada yang menolak), gagal [kode yang menolak], peringatan [kode lain], pesan {kode: kalimat}.
    """
    temuan = pemeriksa_nip.periksa(
        str(nomor),
        hari_ini=tanggal_iso(hari_ini, "hari_ini"),
        pppk=jenis.startswith("PPPK") if jenis else None,
        tanggal_lahir=tanggal_iso(tanggal_lahir, "tanggal_lahir"),
        jenis_kelamin=jenis_kelamin,
        tmt_cpns=tanggal_iso(tmt_cpns, "tmt_cpns"),
        pemilik=pemilik,
    )
    gagal = sorted(t.kode for t in temuan if t.berat == pemeriksa_nip.TOLAK)
    return {
        "sah": not gagal,
        "gagal": gagal,
        "peringatan": sorted(t.kode for t in temuan if t.berat != pemeriksa_nip.TOLAK),
        "pesan": {t.kode: t.pesan for t in temuan},
    }


@fungsi_kasus("gaji")
def gaji(
    *, acuan, golongan: str, mkg_tahun: int, tanggal: date | str, mkg_bulan: int = 0, status: str = "", jenis: str = ""
):
    """PP 5/2024, Perpres 11/2024 (GAJI-01..04): gaji pokok golongan menurut MKG pada tanggal.

    status CPNS menerima 80%; jenis (PNS atau PPPK) hanya keterangan.
    harapan: gaji_pokok, baris_mkg, puncak, kode, pesan, dibayar.
    """
    tanggal = tanggal_iso(tanggal, "tanggal")
    kenal = acuan.golongan(golongan)
    if jenis and kenal and kenal.jenis != jenis:
        raise ValueError(f"Golongan {golongan} bukan golongan {jenis}.")
    hasil = aturan.gaji_pokok(acuan, golongan, mkg_tahun * 12 + mkg_bulan, tanggal)
    return {
        "gaji_pokok": hasil.rupiah,
        "baris_mkg": hasil.baris,
        "puncak": hasil.puncak,
        "kode": hasil.kode,
        "pesan": hasil.kalimat,
        "dibayar": aturan.gaji_dibayar(status, hasil.rupiah, acuan, tanggal),
    }


@fungsi_kasus("mkg_kp")
def mkg_kp(
    *, acuan, golongan_lama: str, golongan_baru: str, mkg_lama: dict, tanggal: date | str | None = None,
    pmk_bulan: int = 0,
):  # fmt: skip
    """PP 99/2000: MKG sesudah kenaikan pangkat (I ke II kurang 6 tahun, II ke III kurang 5 tahun); PMK dijumlah dulu.

    tanggal: TMT untuk tabel gaji (bawaan 2026-11-01). harapan: mkg_baru {tahun, bulan}, gaji_pokok, baris_mkg.
    """
    lama = bulan(mkg_lama) + pmk_bulan
    baru = aturan.mkg_setelah_kp(lama, _urutan(acuan, golongan_lama), _urutan(acuan, golongan_baru))
    hasil = aturan.gaji_pokok(acuan, golongan_baru, baru, tanggal_iso(tanggal or "2026-11-01", "tanggal"))
    return {"mkg_baru": _masa(baru), "gaji_pokok": hasil.rupiah, "baris_mkg": hasil.baris, "kode": hasil.kode}


@fungsi_kasus("mkg")
def mkg(*, acuan, tmt_dekret: date | str, mkg_dekret: dict, tanggal: date | str, cltn_bulan: int = 0):
    """PP 7/1977: MKG pada tanggal, dihitung dari SK terakhir yang memuat MKG, dikurangi CLTN sesudahnya.

    harapan: mkg {tahun, bulan}, tmt_mkg_nol.
    """
    nol = aturan.tambah_bulan(tanggal_iso(tmt_dekret, "tmt_dekret"), cltn_bulan - bulan(mkg_dekret))
    return {"mkg": _masa(max(0, aturan.bulan_antara(nol, tanggal_iso(tanggal, "tanggal")))), "tmt_mkg_nol": nol}


@fungsi_kasus("masa_kerja")
def masa_kerja(*, acuan, tmt_cpns: date | str, tanggal: date | str, pmk_bulan: int = 0, cltn_bulan: int = 0):
    """PP 98/2000 jo. PP 11/2002: masa kerja seluruhnya sejak TMT CPNS, ditambah PMK, dikurangi CLTN.

    harapan: {tahun, bulan}.
    """
    return _masa(
        aturan.masa_kerja(tanggal_iso(tmt_cpns, "tmt_cpns"), tanggal_iso(tanggal, "tanggal"), pmk_bulan, cltn_bulan)
    )


@fungsi_kasus("bulan_antara")
def bulan_antara(*, acuan, dari: date | str, sampai: date | str):
    """Bulan kalender penuh di antara dua tanggal. harapan: bilangan."""
    return aturan.bulan_antara(tanggal_iso(dari, "dari"), tanggal_iso(sampai, "sampai"))


@fungsi_kasus("tambah_bulan")
def tambah_bulan(*, acuan, tanggal: date | str, bulan: int):
    """Tanggal ditambah sekian bulan kalender. harapan: tanggal."""
    return aturan.tambah_bulan(tanggal_iso(tanggal, "tanggal"), bulan)


@fungsi_kasus("bup")
def bup(
    *, acuan, tanggal_lahir: date | str, kode: str = "", jabatan: str = "", tanggal: date | str = "2026-01-01",
    mulai: date | str | None = None,
):  # fmt: skip
    """UU 20/2023 Ps. 55; PP 11/2017 Ps. 239-240: BUP kelompok jabatan dan TMT pensiun.

    kode (atau jabatan, huruf kecil pun boleh): kode tabel BUP, mis. JF_AHLI_MADYA; tanggal: untuk tabel BUP;
    mulai: TMT jabatan yang diperiksa terhadap BUP-nya.
    harapan: bup_tahun, capai_bup, tanggal_terakhir_bekerja, tmt_pensiun, penetap_sk, terlampaui (kalimat atau null).
    """
    kode = (kode or jabatan).upper()
    lahir = tanggal_iso(tanggal_lahir, "tanggal_lahir")
    tahun = acuan.bup_tahun(kode, tanggal_iso(tanggal, "tanggal"))
    if tahun is None:
        raise ValueError(f"BUP {kode!r} tidak ada pada tabel.")
    pensiun = aturan.tmt_pensiun(lahir, tahun)
    mulai = tanggal_iso(mulai, "mulai")
    return {
        "bup_tahun": tahun,
        "capai_bup": aturan.capai_bup(lahir, tahun),
        "tanggal_terakhir_bekerja": pensiun - timedelta(days=1),
        "tmt_pensiun": pensiun,
        "penetap_sk": "Presiden" if kode == "JF_AHLI_UTAMA" else "Bupati",
        "terlampaui": aturan.bup_terlampaui(lahir, tahun, mulai, kode) if mulai else None,
    }
