"""Hak cuti dan kewajiban yang menyertainya. Pure but for the registry.

Law: PP 11/2017 Ps. 309-341; PerBKN 24/2017 jo. PerBKN 7/2021; for PPPK PerBKN 7/2022, whose figures the portal does not hold.
"""

from kepegawaian.aturan import PPPK, masa_kerja_seluruhnya, tambah_bulan, tulis_masa, tulis_tanggal
from kepegawaian.hak_kewajiban import Butir, butir, lama
from kesejahteraan.cuti.aturan.saldo import aturan_pada
from kesejahteraan.cuti.aturan.syarat import sejak_masa

PP11 = "PP 11/2017"
CLTN = ("02", "13")
# The pages of cuti; a link shows as soon as they are there.
SALDO = {
    "url_name": "kesejahteraan:cuti_saya", "url_lain": "kesejahteraan:cuti_saldo_detail", "tautan": "Saldo dan permohonan",
}  # fmt: skip


def _masa(p):
    masa = masa_kerja_seluruhnya(p, p.per)
    return () if masa is None else (("Masa kerja", tulis_masa(masa)),)


@butir("cuti")
def cuti_pppk(p, acuan):
    """PerBKN 7/2022: PPPK have rules of their own."""
    if p.status not in PPPK:
        return None
    return Butir(
        "Cuti PPPK",
        "Cuti PPPK diatur tersendiri. Lamanya belum dimuat pada halaman ini; tanyakan kepada operator kepegawaian "
        "perangkat daerah Anda.",
        (("PerBKN 7/2022", ""),), keyakinan="sebagian",
    )  # fmt: skip


@butir("cuti", "pangkat")
def cuti_tahunan(p, acuan):
    """PP 11/2017 Ps. 311-314; T-11: working days a year after the first year, and what is carried over."""
    if p.status not in ("PNS", "CPNS"):
        return None
    a, bulan = aturan_pada(acuan, p.per), acuan.setelan("cuti_ct_masa_kerja_bulan", p.per)
    mulai = sejak_masa(p, bulan)
    if mulai is None:
        milik, tanggal = "TMT CPNS Anda belum tercatat, jadi awal haknya belum dapat dihitung.", None
    elif mulai > p.per:
        milik, tanggal = f"Anda berhak atas cuti tahunan mulai {tulis_tanggal(mulai)}.", mulai
    else:
        milik, tanggal = (
            f"Anda berhak atas {a.hak} hari kerja tahun {p.per.year}, ditambah sisa yang boleh dibawa.",
            None,
        )
    return Butir(
        "Cuti tahunan",
        f"Sesudah bekerja {lama(bulan)} terus-menerus Anda berhak atas {a.hak} hari kerja setahun. Sisa tahun lalu dibawa "
        f"paling banyak {a.bawa_maks} hari, sehingga menjadi paling banyak {a.hak + a.bawa_maks}; bila {a.beruntun} tahun atau "
        f"lebih tidak dipakai sama sekali, atau ditangguhkan pejabat karena kepentingan dinas, paling banyak {a.total_maks} "
        "termasuk tahun berjalan.",
        ((PP11, "Pasal 311 sampai 314"),), milik=milik, tanggal=tanggal, peristiwa="Hak cuti tahunan mulai", **SALDO,
    )  # fmt: skip


@butir("cuti", "pangkat")
def cuti_besar(p, acuan):
    """PP 11/2017 Ps. 316-317: after years of service; the first haj and a fourth child are free of them; put off a year at most."""
    if p.status != "PNS":
        return None
    maks, masa, jeda, tunda = (
        acuan.setelan(f"cuti_cb_{x}_bulan" if x else "cuti_cb_bulan", p.per)
        for x in ("", "masa_kerja", "jeda", "tunda")
    )
    mulai = sejak_masa(p, masa)
    if mulai is None:
        milik, tanggal = "Masa kerja Anda belum dapat dihitung.", None
    elif mulai > p.per:
        milik, tanggal = f"Masa kerja {lama(masa)} Anda genap {tulis_tanggal(mulai)}.", mulai
    else:
        milik, tanggal = f"Masa kerja Anda sudah {lama(masa)} atau lebih.", None
    hak_ct = "memakai" if acuan.setelan("cuti_cb_hak_ct", p.per) == "hapus" else "mengurangi"
    return Butir(
        "Cuti besar",
        f"Paling lama {lama(maks)} sesudah bekerja {lama(masa)} terus-menerus, dan lagi tiap {lama(jeda)}. Haji pertama dan "
        "kelahiran anak keempat dan seterusnya tidak terikat masa itu. Karena kepentingan dinas mendesak dapat ditangguhkan, "
        f"seluruhnya paling lama {lama(tunda)} sejak pertama diminta; bagi kewajiban agama dan kelahiran tidak. Cuti besar "
        f"{hak_ct} hak cuti tahunan tahun itu.",
        ((PP11, "Pasal 316"), (PP11, "Pasal 317"), ("PerBKN 24/2017", "")), milik=milik, fakta=_masa(p), tanggal=tanggal,
        peristiwa="Hak cuti besar mulai", **SALDO,
    )  # fmt: skip


@butir("cuti")
def cuti_sakit(p, acuan):
    """PP 11/2017 Ps. 320."""
    if p.status not in ("PNS", "CPNS"):
        return None
    hari, bulan, tambah = (acuan.setelan(f"cuti_cs_{x}", p.per) for x in ("dokter_hari", "bulan", "tambah_bulan"))
    gugur = acuan.setelan("cuti_gugur", p.per)
    return Butir(
        "Cuti sakit",
        f"Sakit 1 sampai {hari} hari cukup dengan surat dokter; lebih dari {hari} hari dengan surat dokter pemerintah, paling "
        f"lama {lama(bulan)} dan dapat ditambah {lama(tambah)} sesudah uji kesehatan. Kecelakaan kerja sampai sembuh; gugur "
        f"kandungan paling lama {gugur['bulan']} bulan {gugur['hari']} hari.",
        ((PP11, "Pasal 320"),), **SALDO,
    )  # fmt: skip


@butir("cuti", "tanggungan")
def cuti_melahirkan(p, acuan):
    """PP 11/2017 Ps. 325: three months for the first three children, the fourth onward by cuti besar."""
    if p.status not in ("PNS", "CPNS") or p.jenis_kelamin != "P":
        return None
    anak, maks = sum(t.hubungan == "anak" for t in p.tanggungan), acuan.setelan("cuti_cm_anak_maks", p.per)
    bulan = acuan.setelan("cuti_cm_bulan", p.per)
    milik = (
        "Kelahiran berikutnya memakai cuti besar." if anak >= maks
        else f"Tercatat {anak} anak; kelahiran berikutnya ialah anak ke-{anak + 1}."
    )  # fmt: skip
    return Butir(
        "Cuti melahirkan",
        f"Paling lama {lama(bulan)} bagi kelahiran anak ke-1 sampai ke-{maks}; kelahiran berikutnya memakai cuti besar.",
        ((PP11, "Pasal 325"),), milik=milik, bagian="keluarga", keyakinan="sebagian", **SALDO,
    )  # fmt: skip


@butir("cuti")
def cuti_alasan_penting(p, acuan):
    """PerBKN 24/2017: at most one month, with evidence."""
    if p.status not in ("PNS", "CPNS"):
        return None
    istri = " Juga bila istri melahirkan, dengan surat rawat inap." if p.jenis_kelamin == "L" else ""
    return Butir(
        "Cuti karena alasan penting",
        f"Paling lama {lama(acuan.setelan('cuti_cap_bulan', p.per))}, dengan buktinya: orang tua, mertua, suami atau istri, anak, menantu, atau saudara kandung "
        f"sakit keras atau meninggal, perkawinan Anda sendiri, atau musibah.{istri}",
        (("PerBKN 24/2017", ""),), **SALDO,
    )  # fmt: skip


@butir("cuti", "pangkat", "tinggal")
def cuti_di_luar_tanggungan_negara(p, acuan):
    """PP 11/2017 Ps. 334: by the PPK only; who comes back reports within one month."""
    if p.status != "PNS":
        return None
    maks, panjang, masa, batas = (
        acuan.setelan(f"cuti_cltn_{x}", p.per)
        for x in ("bulan", "perpanjang_bulan", "masa_kerja_bulan", "lapor_bulan")
    )
    kalimat = (
        f"Paling lama {lama(maks)} dan dapat diperpanjang {lama(panjang)}, sesudah bekerja {lama(masa)}, karena alasan pribadi "
        "yang mendesak, diberikan PPK dengan persetujuan BKN. Selama itu jabatan dilepas, gaji tidak dibayar, dan masa kerja "
        f"tidak dihitung. Paling lambat {lama(batas)} sesudah berakhir Anda wajib melapor; bila tidak, Anda diberhentikan."
    )
    dasar = ((PP11, "Pasal 334"),)
    if (p.tinggal == "CLTN" or p.kedudukan in CLTN) and p.tinggal_sampai:
        lapor = tambah_bulan(p.tinggal_sampai, batas)
        return Butir(
            "Melapor sesudah cuti di luar tanggungan negara", kalimat, dasar, jenis="kewajiban",
            milik=f"CLTN Anda berakhir {tulis_tanggal(p.tinggal_sampai)}; lapor paling lambat {tulis_tanggal(lapor)}.",
            tanggal=lapor, peristiwa="Batas melapor sesudah CLTN", keyakinan="sebagian",
        )  # fmt: skip
    return Butir("Cuti di luar tanggungan negara", kalimat, dasar, keyakinan="sebagian", layanan="cltn")
