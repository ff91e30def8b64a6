"""Bahan SK kenaikan pangkat: penetap, pertimbangan teknis, dan data beku petikan.

Keys of ``data_kp`` (read by ``templates/naskah/kp_reguler.html``; the engine adds nomor, tanggal, usulan):

- ``kop`` {pejabat}; ``judul``, ``tentang``, ``tempat``; ``penetap`` (text), ``penandatangan`` (name),
  ``tanda_tangan`` {jabatan, nama, pangkat, nip, atas_nama}
- ``menimbang``, ``mengingat``, ``memperhatikan``: lists of sentences; ``diktum``: [{urutan, isi}]
- ``pegawai`` {nama, nip, tempat_lahir, tanggal_lahir, tempat_tanggal_lahir, jenis_kelamin, status,
  pendidikan, jabatan, unit, opd}
- ``lama`` and ``baru`` {pangkat, golongan, tmt {iso, tulis}, mkg {tahun, bulan, tulis},
  gaji {rupiah, tulis, terbilang}}; ``lama`` also ``dekret`` {pejabat, nomor, tanggal}
- ``tmt`` {iso, tulis}; ``pertek`` {nomor, tanggal {iso, tulis}, pejabat}; ``kgb_berikut`` text or ""
- ``penutup``, ``tembusan`` [text], ``jenis_kp`` text
"""

from datetime import date

from django.utils import timezone

from kepangkatan.aturan import reguler, umum
from kepegawaian.aturan import tulis_tanggal
from layanan import katalog, rute
from layanan.bahan_naskah import dekret, hari, identitas, kop_bupati, masa, mengingat, penanda_tangan, uang
from layanan.galat import DitolakAlur
from layanan.models import LangkahUsulan

MENGINGAT = (
    "UU 20/2023", "PP 7/1977", "PP 5/2024", "PP 99/2000", "PP 12/2002", "PP 11/2017", "PP 17/2020", "Kepka BKN 12/2002",
    "PerBKN 2/2025", "PerBKN 4/2025",
)  # fmt: skip
MENIMBANG = (
    "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini memenuhi syarat dan dipandang cakap "
    "untuk dinaikkan pangkatnya setingkat lebih tinggi;"
)
PENUTUP = (
    "Apabila di kemudian hari ternyata terdapat kekeliruan dalam keputusan ini, akan diadakan perbaikan dan "
    "perhitungan kembali sebagaimana mestinya."
)


def penetap(konteks):
    """Penetap (pejabat, kantor, dicetak) of the new rank on the TMT, or None."""
    baru = umum.golongan_baru(konteks)
    entri = konteks.acuan.penetap_kp(baru.kode, konteks.tanggal) if baru else None
    return entri.nilai if entri else None


def _jawaban(langkah):
    akhir = langkah.filter(kode="pertek", keadaan="selesai", hasil="ms").order_by("-id").first()
    return akhir.isian if akhir else {}


def pertek(pegawai_id, slug):
    """Answers of the pertek step of the running usulan of a person, {} when BKN has not agreed yet."""
    berjalan = LangkahUsulan.objects.filter(
        usulan__pegawai_id=pegawai_id, usulan__layanan=slug, usulan__status="diproses"
    )
    return _jawaban(berjalan)


def pertek_usulan(usulan_id):
    """Answers of the pertek step of one usulan."""
    return _jawaban(LangkahUsulan.objects.filter(usulan_id=usulan_id))


def pejabat_pertek(acuan, golongan, tanggal):
    """Kepka BKN 12/2002 (setelan kp_pejabat_pertek): who gives the pertek for the new rank."""
    for baris in acuan.setelan("kp_pejabat_pertek", tanggal):
        if golongan.urutan <= acuan.golongan(baris["sampai"]).urutan:
            return baris["pejabat"]
    return ""


def data_kp(layanan, konteks, jawaban):
    """Every value of the petikan, JSON-able. Raises DitolakAlur when the pertek, the MKG or the pay is missing."""
    p, acuan, tmt = konteks.profil, konteks.acuan, konteks.tanggal
    hari_ini = timezone.localdate()
    baru = umum.golongan_baru(konteks)
    efek = reguler.efek_kp(p, baru, tmt, acuan)
    _lengkap(jawaban, efek)
    siapa = penetap(konteks)
    alamat = rute.pejabat(katalog.penandatangan(""), layanan, konteks, acuan, hari_ini)
    tanda = penanda_tangan(alamat, hari_ini)
    kop = kop_bupati(acuan, hari_ini)
    tanggal_pertek = date.fromisoformat(jawaban["tanggal_pertek"])
    pemberi = pejabat_pertek(acuan, baru, tmt)
    return {
        "kop": kop,
        "judul": f"PETIKAN KEPUTUSAN {kop['pejabat']}",
        "tentang": "KENAIKAN PANGKAT PEGAWAI NEGERI SIPIL",
        "tempat": acuan.setelan("kop_tempat", hari_ini),
        "penetap": siapa.pejabat,
        "penandatangan": tanda["nama"],
        "tanda_tangan": tanda,
        "menimbang": [MENIMBANG],
        "mengingat": mengingat(*MENGINGAT),
        "memperhatikan": [
            f"Pertimbangan teknis {pemberi} Nomor {jawaban['nomor_pertek']} tanggal {tulis_tanggal(tanggal_pertek)}.",
        ],
        "jenis_kp": layanan.nama,
        "pegawai": identitas(p),
        "lama": _lama(p, efek),
        "baru": {"pangkat": baru.pangkat, "golongan": baru.kode, "tmt": hari(tmt), "mkg": masa(efek.mkg_baru),
                 "gaji": uang(efek.gaji.rupiah)},
        "tmt": hari(tmt),
        "pertek": {"nomor": jawaban["nomor_pertek"], "tanggal": hari(tanggal_pertek), "pejabat": pemberi},
        "diktum": _diktum(p, baru, efek, tmt),
        "penutup": PENUTUP,
        "kgb_berikut": next((nanti for label, _, nanti in layanan.akibat(konteks) if label == "KGB berikutnya"), ""),
        "tembusan": list(acuan.setelan("tembusan_sk_kp", hari_ini)),
    }  # fmt: skip


def _lengkap(jawaban, efek):
    """Never an SK without pertek, nor with a pay nobody can compute (kenaikan-pangkat §7)."""
    if not jawaban.get("nomor_pertek") or not jawaban.get("tanggal_pertek"):
        raise DitolakAlur("Nomor pertek BKN belum diisi.")
    if efek.mkg_baru is None:
        raise DitolakAlur("Masa kerja golongan belum tercatat; lengkapi riwayat pangkat atau gaji lebih dulu.")
    if efek.gaji.rupiah is None:
        raise DitolakAlur(efek.gaji.kalimat)


def _lama(p, efek):
    return {
        "pangkat": p.pangkat, "golongan": p.golongan, "tmt": hari(p.tmt_pangkat), "mkg": masa(efek.mkg_lama),
        "gaji": uang(p.gaji_pokok),
        "dekret": dekret(p.sk_pangkat_pejabat, p.sk_pangkat_nomor, p.sk_pangkat_tanggal),
    }  # fmt: skip


def _diktum(p, baru, efek, tmt):
    mkg, gaji = masa(efek.mkg_baru), uang(efek.gaji.rupiah)
    return [
        {
            "urutan": "KESATU",
            "isi": f"Terhitung mulai tanggal {tulis_tanggal(tmt)} dinaikkan pangkatnya dari {p.pangkat} golongan ruang "
            f"{p.golongan} menjadi {baru.pangkat} golongan ruang {baru.kode}, dengan masa kerja golongan "
            f"{mkg['tulis']}, dan diberikan gaji pokok sebesar {gaji['tulis']} ({gaji['terbilang']}).",
        },
        {"urutan": "KEDUA", "isi": PENUTUP},
    ]
