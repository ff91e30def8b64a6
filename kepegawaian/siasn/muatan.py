"""Muatan: satu baris riwayat kita dalam bentuk yang diminta SIASN, atau kalimat mengapa belum dapat dikirim.

Field names are SIASN's own, letter for letter, misspellings included. Dates go out as dd-mm-yyyy. Nothing is guessed: a code
that SIASN must have and we do not (unor, jabatan, PNS ID) refuses the row by name.
"""

from django.conf import settings

from kepegawaian.impor.padanan import JENIS_JABATAN_EKSPOR, PREDIKAT_SIASN, RATING_SIASN
from kepegawaian.models import JENIS_RIWAYAT
from kepegawaian.siasn import banding
from kepegawaian.siasn.galat import TerimaDitolak
from kepegawaian.uraian import URAIAN


def _tanggal(nilai):
    return f"{nilai:%d-%m-%Y}" if nilai else ""


def _wajib(nilai, kalimat):
    if nilai in (None, ""):
        raise TerimaDitolak(kalimat)
    return str(nilai)


def _orang(pegawai):
    return _wajib(pegawai.pns_id, "PNS ID pegawai ini belum tercatat; ambil data utamanya dari SIASN dahulu.")


def _kode_terbalik(peta):
    """Our word -> SIASN's digit."""
    return {nama: kode for kode, nama in peta.items() if kode.isdigit()}


def _jabatan(pegawai, b):
    j, unit = b.jabatan, b.unit
    siasn = _wajib(j.siasn_id, f"Jabatan {j.nama} belum berpadanan dengan kode jabatan SIASN.") if j.jenis != "struktural" else j.siasn_id  # fmt: skip
    _wajib(unit, "Baris jabatan ini tidak menyebut unit.")
    unor = _wajib(unit.siasn_id, f"Unit {unit.nama} belum berpadanan dengan unor SIASN.")
    instansi = _wajib(settings.SIASN["instansi_id"], "SIASN_INSTANSI_ID belum diisi pada pemasangan ini.")
    return {
        "pnsId": _orang(pegawai), "instansiId": instansi, "instansiIndukId": instansi,
        "satuanKerjaId": _wajib(settings.SIASN["satker_id"], "SIASN_SATKER_ID belum diisi pada pemasangan ini."),
        "unorId": unor, "jenisJabatan": JENIS_JABATAN_EKSPOR[j.jenis], "eselonId": j.eselon.siasn_id if j.eselon else "",
        "jabatanFungsionalId": siasn if j.jenis == "fungsional" else "",
        "jabatanFungsionalUmumId": siasn if j.jenis == "pelaksana" else "",
        "jenisPenugasanId": b.penugasan, "jenisMutasiId": "MJ",
        "nomorSk": _wajib(b.nomor_sk, "Nomor SK jabatan ini belum tercatat."),
        "tanggalSk": _tanggal(_tgl(b.tanggal_sk, "Tanggal SK jabatan ini belum tercatat.")),
        "tmtJabatan": _tanggal(b.tmt), "tmtPelantikan": _tanggal(b.tmt_pelantikan or b.tmt), "tmtMutasi": _tanggal(b.tmt),
    }  # fmt: skip


def _tgl(nilai, kalimat):
    if nilai is None:
        raise TerimaDitolak(kalimat)
    return nilai


def _diklat(pegawai, b):
    struktural = b.latihan_struktural_id
    return {
        "pnsOrangId": _orang(pegawai),
        "latihanStrukturalId": _wajib(struktural, "Jenjang diklat struktural ini belum tercatat."),
        "nomor": b.nomor_sertifikat, "tanggal": _tanggal(b.tanggal_mulai or b.tmt), "tanggalSelesai": _tanggal(b.tmt),
        "tahun": str(b.tmt.year), "jumlahJam": _wajib(b.jp, "JP diklat ini belum tercatat."),
        "institusiPenyelenggara": b.penyelenggara,
    }  # fmt: skip


def _kursus(pegawai, b):
    return {
        "pnsOrangId": _orang(pegawai), "instansiId": settings.SIASN["instansi_id"], "jenisDiklatId": b.jenis_id,
        "namaKursus": b.nama, "institusiPenyelenggara": b.penyelenggara, "nomorSertipikat": b.nomor_sertifikat,
        "jumlahJam": _wajib(b.jp, "JP pelatihan ini belum tercatat."), "tahunKursus": str(b.tmt.year),
        "tanggalKursus": _tanggal(b.tanggal_mulai or b.tmt), "tanggalSelesaiKursus": _tanggal(b.tmt),
    }  # fmt: skip


def _skp(pegawai, b):
    rating, predikat = _kode_terbalik(RATING_SIASN), _kode_terbalik(PREDIKAT_SIASN)
    hasil = _wajib(rating.get(b.hasil_kerja), "Rating hasil kerja tahun ini belum tercatat.")
    perilaku = _wajib(rating.get(b.perilaku), "Rating perilaku tahun ini belum tercatat.")
    return {
        "pnsDinilaiOrang": _orang(pegawai), "tahun": str(b.tahun), "hasilKinerjaNilai": hasil, "perilakuKerjaNilai": perilaku,
        "kuadranKinerjaNilai": predikat[b.predikat], "penilaiNama": b.penilai_nama,
    }  # fmt: skip


def _angka_kredit(pegawai, b):
    if b.jenis == "dasar":
        raise TerimaDitolak("AK dasar dihitung portal dan tidak dikirim.")
    sampai = _tgl(b.sampai, "Akhir masa penilaian angka kredit ini belum tercatat.")
    return {
        "pnsId": _orang(pegawai), "nomorSk": _wajib(b.nomor_sk, "Nomor PAK belum tercatat."),
        "tanggalSk": _tanggal(_tgl(b.tanggal_sk, "Tanggal PAK belum tercatat.")),
        "bulanMulaiPenailan": str(b.tmt.month), "tahunMulaiPenailan": str(b.tmt.year),
        "bulanSelesaiPenailan": str(sampai.month), "tahunSelesaiPenailan": str(sampai.year), "kreditBaruTotal": str(b.jumlah),
        "isAngkaKreditPertama": str(int(b.jenis == "pertama")), "isIntegrasi": str(int(b.jenis == "integrasi")),
        "isKonversi": str(int(b.jenis == "konversi")),
    }  # fmt: skip


def _hukdis(pegawai, b):
    tingkat = {"ringan": "R", "sedang": "S", "berat": "B"}[b.jenis.tingkat]
    # B3C has no id of its own at SIASN: it goes as B3 (kepegawaian/data/jenis_hukuman.csv).
    kode = b.jenis.siasn_id or ("10" if b.jenis_id == "B3C" else "")
    return {
        "pnsOrangId": _orang(pegawai), "jenisHukumanId": _wajib(kode, f"{b.jenis.nama} belum berkode SIASN."),
        "jenisTingkatHukumanId": tingkat, "hukumanTanggal": _tanggal(b.tmt), "akhirHukumanTanggal": _tanggal(b.sampai),
        "skNomor": _wajib(b.nomor_sk, "Nomor SK hukuman belum tercatat."), "skTanggal": _tanggal(b.tanggal_sk),
    }  # fmt: skip


def _penghargaan(pegawai, b):
    return {
        "pnsOrangId": _orang(pegawai), "hargaId": b.jenis_id, "tahun": str(b.tmt.year),
        "skNomor": _wajib(b.nomor_sk, "Nomor keputusan penghargaan belum tercatat."),
        "skDate": _tanggal(b.tanggal_sk or b.tmt),
    }  # fmt: skip


UTAMA = frozenset({"alamat", "email", "email_gov", "nomor_hp", "npwp", "bpjs"})  # columns of Pegawai that may be sent


def _utama(pegawai, _b):
    isi = {
        "pns_orang_id": _orang(pegawai), "alamat": pegawai.alamat, "email": pegawai.email, "email_gov": pegawai.email_gov,
        "nomor_hp": pegawai.nomor_hp, "npwp_nomor": pegawai.npwp, "nomor_bpjs": pegawai.bpjs,
    }  # fmt: skip
    return {k: v for k, v in isi.items() if v}  # an empty field of ours must not empty theirs


SUSUN = {
    "data-utama": _utama, "jabatan": _jabatan, "diklat": _diklat, "kursus": _kursus, "skp": _skp, "angka-kredit": _angka_kredit,
    "hukdis": _hukdis, "penghargaan": _penghargaan,
}  # fmt: skip


def susun(pegawai, jenis, kunci):
    """(payload without ``id``, words for lists) of our row ``kunci``. Raises TerimaDitolak with a sentence."""
    if jenis.kode not in SUSUN or not jenis.tulis:
        raise TerimaDitolak(jenis.catatan or "Jenis data ini tidak dapat dikirim ke SIASN.")
    if jenis.kode == "data-utama":
        return _utama(pegawai, None), "Data pribadi: alamat, surel, telepon, NPWP, BPJS"
    b = next((x for x in banding.lokal(pegawai.pk, jenis) if x.pk == kunci), None)
    if b is None:
        raise TerimaDitolak("Baris portal ini sudah dibatalkan atau digantikan; tinjau lagi.")
    if jenis.kode == "jabatan" and b.jabatan.eselon_id:
        b = JENIS_RIWAYAT["jabatan"].objects.select_related("jabatan__eselon", "unit").get(pk=b.pk)
    return SUSUN[jenis.kode](pegawai, b), URAIAN[jenis.riwayat].judul(b)[:200]
