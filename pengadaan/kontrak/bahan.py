"""Bahan naskah perpanjangan: keputusan (satu orang atau kolektif) dan perjanjian kerja dengan dua tanda tangan.

Keys of the agreement (read by ``templates/naskah/perjanjian_kerja.html``): those of ``bahan_naskah.surat``, ``pegawai``
(``identitas`` with golongan), ``masa`` {mulai, sampai, lama}, ``lama`` of the running contract, ``upah``, and the parts
``pembuka``, ``ketentuan`` (one article a line), ``penutup``.
"""

from django.utils import timezone

from kepegawaian.aturan import bulan_antara, tulis_masa, tulis_rupiah, tulis_tanggal
from kepegawaian.templatetags.portal import nip
from layanan import bahan_keputusan, bahan_naskah as bahan, katalog, rute
from layanan.katalog import BagianNaskah, SkKolektif, TemplatNaskah, sebut_peraturan
from pengadaan.kontrak.aturan import PARUH, esok

SETELAN = "kontrak_penanda_tangan"
SEBUTAN = "Pegawai Pemerintah dengan Perjanjian Kerja"
MENGINGAT = ("UU 20/2023", "PP 49/2018", "PermenPANRB 70/2020")
POLA = "{klasifikasi}/{urut}/413.207/{tahun}"
JUDUL = "Keputusan Perpanjangan Perjanjian Kerja PPPK"
TENTANG = "PERPANJANGAN MASA HUBUNGAN PERJANJIAN KERJA PEGAWAI PEMERINTAH DENGAN PERJANJIAN KERJA"
NAMA_MASA = (
    ("masa.mulai", "1 Januari 2027"), ("masa.sampai", "31 Desember 2031"), ("masa.lama", "5 tahun"),
    ("masa.iso", "2031-12-31"), ("lama.nomor", "813/45/2022"), ("lama.sampai", "31 Desember 2026"), ("upah.tulis", "Rp1.800.000"),
    ("sebutan", "Pegawai Pemerintah dengan Perjanjian Kerja"),
)  # fmt: skip
NASKAH = bahan_keputusan.templat_keputusan(
    JUDUL, "813",
    "bahwa masa hubungan perjanjian kerja pegawai yang namanya tersebut dalam keputusan ini berakhir pada tanggal "
    "{{ d.lama.sampai }};\n"
    "bahwa berdasarkan pencapaian kinerja, kesesuaian kompetensi, dan kebutuhan instansi masa hubungan perjanjian kerjanya "
    "dapat diperpanjang;",
    MENGINGAT,
    "Memperpanjang masa hubungan perjanjian kerja {{ d.sebutan }} tersebut terhitung mulai tanggal {{ d.masa.mulai }} sampai "
    "dengan tanggal {{ d.masa.sampai }}.\n"
    "Hak dan kewajibannya diatur dalam perjanjian kerja perpanjangan.",
    nama=NAMA_MASA,
)  # fmt: skip


def templat_perjanjian(judul, pembuka, pasal_masa, gaji):
    """An agreement with two signatures and meterai, so on paper: ``pasal_masa`` its first article, ``gaji`` what one with a golongan receives."""
    return TemplatNaskah(
    "perjanjian", "naskah/perjanjian_kerja.html", "813", judul, POLA,
    bagian=(
        BagianNaskah("pembuka", "Pembuka", pembuka),
        BagianNaskah(
            "ketentuan", "Pasal-pasal",
            f"{pasal_masa}\n"
            "Pihak Kedua melaksanakan tugas sebagai {{ d.pegawai.jabatan }} pada {{ d.pegawai.unit }} dan memenuhi target kinerja "
            "yang ditetapkan atasannya.\n"
            "Pihak Kedua menerima {% if d.upah.tulis %}upah {{ d.upah.tulis }} sebulan{% else %}" + gaji + "{% endif %} sesuai peraturan perundang-undangan.\n"
            "Pihak Kedua berhak atas cuti, pelindungan, dan pengembangan kompetensi, serta wajib menaati disiplin, menurut "
            "{{ d.peraturan.pp_49_2018 }}.\n"
            "Perjanjian kerja ini dapat diperpanjang berdasarkan pencapaian kinerja, kesesuaian kompetensi, dan kebutuhan instansi, "
            "dan berakhir karena sebab yang disebut dalam peraturan perundang-undangan.",
            "daftar", peraturan=("PP 49/2018",), keterangan="Satu baris satu pasal; nomor pasal dicetak sendiri.",
        ),
        BagianNaskah(
            "penutup", "Penutup",
            "Perjanjian kerja ini dibuat dalam rangkap dua bermeterai cukup, masing-masing mempunyai kekuatan hukum yang sama.",
        ),
    ),
    nama=(*bahan_keputusan.NAMA, *NAMA_MASA, ("gaji.tulis", "Rp3.203.600")),
    )  # fmt: skip


PERJANJIAN = templat_perjanjian(
    "Perjanjian Kerja Perpanjangan",
    "Para pihak sepakat memperpanjang perjanjian kerja yang berakhir pada tanggal {{ d.lama.sampai }} dengan ketentuan sebagai berikut:",
    "Pihak Pertama memperpanjang perjanjian kerja dengan Pihak Kedua terhitung mulai tanggal {{ d.masa.mulai }} sampai dengan tanggal "
    "{{ d.masa.sampai }} ({{ d.masa.lama }}).",
    "gaji dan tunjangan menurut golongan {{ d.pegawai.golongan }}",
)
PERTAMA = templat_perjanjian(
    "Perjanjian Kerja",
    "Para pihak sepakat mengadakan perjanjian kerja menurut {{ d.peraturan.pp_49_2018 }} dengan ketentuan sebagai berikut:",
    "Pihak Pertama mempekerjakan Pihak Kedua sebagai {{ d.sebutan }} terhitung mulai tanggal {{ d.masa.mulai }} sampai dengan tanggal "
    "{{ d.masa.sampai }} ({{ d.masa.lama }}).",
    "gaji {{ d.gaji.tulis }} sebulan dan tunjangan menurut golongan {{ d.pegawai.golongan }}",
)
KOLEKTIF = SkKolektif(
    naskah=TemplatNaskah(
        "sk", "naskah/kolektif.html", "813", f"{JUDUL} (kolektif)", POLA,
        bagian=(
            BagianNaskah(
                "menimbang", "Menimbang",
                "bahwa masa hubungan perjanjian kerja para pegawai yang namanya tersebut dalam lampiran keputusan ini akan berakhir "
                "dan memenuhi syarat untuk diperpanjang;", "daftar",
            ),
            BagianNaskah("mengingat", "Mengingat", sebut_peraturan(*MENGINGAT), "daftar", peraturan=MENGINGAT),
            BagianNaskah(
                "diktum", "Diktum",
                "Memperpanjang masa hubungan perjanjian kerja para pegawai yang namanya tersebut dalam lampiran keputusan ini, "
                "masing-masing untuk masa pada lampiran itu.\n"
                "Hak dan kewajibannya diatur dalam perjanjian kerja perpanjangan masing-masing.\n"
                "Keputusan ini mulai berlaku pada tanggal ditetapkan.", "diktum",
            ),
            BagianNaskah("tembusan", "Tembusan", bentuk="daftar", setelan="tembusan_sk_kp"),
        ),
        nama=(("penetap", "Bupati Lamongan"), ("tempat", "Lamongan"), ("banyak_orang", 12)),
    ),
    umum=lambda d: {k: d[k] for k in ("tentang", "tempat", "penetap", "penandatangan", "tanda_tangan", "peraturan", "judul", "paraf")
                    if k in d} | {"kop": {"pejabat": d["pejabat"]}},
    kolom=(
        ("Nama, NIP", lambda d: [d["pegawai"]["nama"], nip(d["pegawai"]["nip"])]),
        ("Golongan", lambda d: [d["pegawai"]["golongan"]]),
        ("Jabatan, unit kerja", lambda d: [d["pegawai"]["jabatan"], d["pegawai"]["unit"]]),
        ("Perjanjian lama", lambda d: [f"sampai {d['lama']['sampai']}", d["lama"]["nomor"]]),
        ("Diperpanjang", lambda d: [d["masa"]["mulai"], f"s.d. {d['masa']['sampai']}"]),
    ),
)  # fmt: skip


def lama_masa(mulai, sampai):
    """``5 tahun``, ``1 tahun 3 bulan``: the whole of a contract, its last day counted in."""
    if not sampai or sampai < mulai:
        return bahan.BELUM
    return tulis_masa(bulan_antara(mulai, esok(sampai))).removesuffix(" 0 bulan")


def isi_bersama(konteks):
    """What decree and agreement share: the period, the running contract, pay of a paruh waktu."""
    p, mulai, sampai = konteks.profil, konteks.tanggal, konteks.isian.get("sampai")
    lama = konteks.lain.get("kontrak") or {}
    upah = (konteks.isian.get("upah") or p.upah) if p.status == PARUH else None
    return {
        "masa": {
            "mulai": tulis_tanggal(mulai), "sampai": tulis_tanggal(sampai), "iso": sampai.isoformat() if sampai else "",
            "lama": lama_masa(mulai, sampai),
        },
        "lama": {"nomor": lama.get("nomor", ""), "sampai": tulis_tanggal(p.kontrak_sampai)},
        "upah": {"rupiah": upah, "tulis": tulis_rupiah(upah) if upah else ""},
        "sebutan": SEBUTAN + (" Paruh Waktu" if p.status == PARUH else ""),
    }  # fmt: skip


def data_sk(layanan, konteks):
    """Every value of the decree; keys in ``layanan/bahan_keputusan.py`` and ``isi_bersama``."""
    isi = isi_bersama(konteks)
    rincian = [("Masa perpanjangan", f"{isi['masa']['mulai']} sampai dengan {isi['masa']['sampai']}")]
    if isi["upah"]["tulis"]:
        rincian.append(("Upah sebulan", isi["upah"]["tulis"]))
    return bahan_keputusan.data(layanan, konteks, tentang=TENTANG, setelan=SETELAN, rincian=rincian, lain=isi)


def data_pertama(layanan, konteks, c, gaji):
    """The same of the first agreement: post, unit and golongan are those of the formasi (``c``); ``gaji`` as ``uang``."""
    paruh = c.get("jenis") == PARUH
    mulai, sampai = konteks.tanggal, konteks.isian.get("sampai")
    data = data_perjanjian(layanan, konteks, "Perjanjian Kerja", "")
    data["pegawai"] |= {
        "jabatan": c.get("jabatan") or "",
        "unit": c.get("unit") or "",
        "golongan": c.get("golongan") or "",
    }
    if c.get("pendidikan"):
        data["pegawai"]["pendidikan"] = bahan.sebut_pendidikan(c["tingkat"], c["pendidikan"])
    if c.get("opd") not in (None, c.get("unit")):
        data["pegawai"]["unit"] += f", {c['opd']}"
    return data | {
        "masa": {"mulai": tulis_tanggal(mulai), "sampai": tulis_tanggal(sampai), "iso": sampai.isoformat() if sampai else "",
                 "lama": lama_masa(mulai, sampai)},
        "gaji": gaji or {"tulis": bahan.BELUM}, "upah": gaji if paruh and gaji else {"rupiah": None, "tulis": ""},
        "sebutan": SEBUTAN + (" Paruh Waktu" if paruh else ""),
    }  # fmt: skip


def data_perjanjian(layanan, konteks, perihal="Perjanjian Kerja Perpanjangan", setelan=SETELAN):
    """Every value of the agreement without its parts: who signs for the government, and the person himself."""
    acuan, kini, p = konteks.acuan, timezone.localdate(), konteks.profil
    alamat = rute.pejabat(katalog.penandatangan(setelan), layanan, konteks, acuan, kini)
    tanda = bahan.penanda_tangan(alamat, kini)
    kop = bahan.kop_bupati(acuan, kini) if "Bupati" in tanda["jabatan"] else bahan.kop_kantor(acuan, kini, None)
    return bahan.surat(
        perihal, kop=kop, tempat=acuan.setelan("kop_tempat", kini), tanda_tangan=tanda,
    ) | isi_bersama(konteks) | {
        "pegawai": bahan.identitas(p) | {"pangkat": p.pangkat or "", "golongan": p.golongan or ""},
        "peraturan": bahan.peraturan(*MENGINGAT), "tmt": bahan.hari(konteks.tanggal),
    }  # fmt: skip
