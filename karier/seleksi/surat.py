"""Surat panitia seleksi kepada PPK: tiga calon terbaik tiap jabatan. Printed by ``templates/naskah/tiga_calon.html``.

Keys of its data: those of ``bahan_naskah.surat``, and ``jabatan`` [{nama, opd, calon: [{peringkat, nama, nip, pangkat,
jabatan, nilai}]}]. PermenPANRB 15/2019: the panitia brings three names to the PPK, who picks one. The ketua signs as such, holding
no office for it and perhaps from outside, so on paper.
"""

from karier.aturan.seleksi import TIGA
from karier.models import PelamarJpt
from kepegawaian.acuan import acuan_kini
from layanan.bahan_naskah import baris_tanda_tangan, kop_kantor, pejabat_luar, surat
from layanan.katalog import TemplatNaskah

PERIHAL = "Penyampaian Tiga Calon Terbaik Seleksi Terbuka JPT Pratama"
TEMPLAT = TemplatNaskah(
    "surat_seleksi", "naskah/tiga_calon.html", "800", PERIHAL, "{klasifikasi}/{urut}/413.207/{tahun}"
)
KOP = "Panitia Seleksi Terbuka JPT Pratama"


def data_surat(s, tanggal):
    """The frozen data of the letter for the announced seleksi ``s``; signed by the ketua, who may be from outside."""
    acuan = acuan_kini()
    tempat = acuan.setelan("kop_tempat", tanggal)
    ppk = pejabat_luar("BUPATI", tanggal).get("jabatan", "Bupati")
    isi = (
        f"Berdasarkan hasil {s.nama} menurut Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 15 "
        "Tahun 2019, bersama ini disampaikan tiga calon terbaik bagi tiap jabatan berikut untuk dipilih dan ditetapkan satu "
        "orang oleh Pejabat Pembina Kepegawaian."
    )
    return surat(
        PERIHAL, kop=kop_kantor(acuan, tanggal, KOP), tempat=tempat, sifat="Rahasia",
        kepada=[ppk, "selaku Pejabat Pembina Kepegawaian", f"di {tempat}"], isi=[isi],
        penutup="Demikian disampaikan untuk menjadi pertimbangan.", tanda_tangan=_ketua(s),
    ) | {"jabatan": _jabatan(s, acuan)}  # fmt: skip


def _ketua(s):
    ketua = s.pansel.select_related("pegawai__kini__golongan").filter(peran="ketua").first()
    kini = ketua and ketua.pegawai and ketua.pegawai.kini
    return {
        "jabatan": "Ketua Panitia Seleksi", "nama": ketua.nama if ketua else "", "nip": ketua.pegawai.nip if kini else "",
        "pangkat": kini.golongan.pangkat if kini and kini.golongan else "", "sifat": "", "kantor_luar": "", "atas_nama": "",
        "baris": baris_tanda_tangan(["Ketua Panitia Seleksi"], [""]),
    }  # fmt: skip


def _jabatan(s, acuan):
    semua = PelamarJpt.objects.filter(lowongan__seleksi=s, peringkat__lte=TIGA).order_by("peringkat")
    menurut = {}
    for p in semua.select_related("pegawai__kini__golongan", "pegawai__kini__jabatan"):
        kini = p.pegawai.kini
        menurut.setdefault(p.lowongan_id, []).append({
            "peringkat": p.peringkat, "nama": kini.nama_lengkap, "nip": p.pegawai.nip,
            "pangkat": f"{kini.golongan.pangkat}, {kini.golongan_id}" if kini.golongan else "-",
            "jabatan": kini.jabatan.nama if kini.jabatan else "-", "nilai": f"{p.total:.2f}".replace(".", ","),
        })  # fmt: skip
    hasil = []
    for lo in s.lowongan.select_related("jabatan"):
        unit = acuan.unit.get(lo.jabatan.unit_id)
        opd = acuan.unit.get(unit.opd_id) if unit else None
        hasil.append({"nama": lo.jabatan.nama, "opd": opd.nama if opd else "", "calon": menurut.get(lo.pk, [])})
    return hasil
