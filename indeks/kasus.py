"""Fungsi kasus "ip_asn": the input and output of ``regulasi/ip-asn.md`` section 4, for files of cases.

Read ``setelan.py`` and ``aturan.py`` first: this file only turns the form of section 4 into a Profil and the
hundredths of the answer into numbers.
"""

from datetime import date
from decimal import Decimal

from indeks import aturan, setelan
from indeks.tabel import TABEL_KOMPETENSI
from kepegawaian.profil import Diklat, Hukuman, Kinerja, Profil
from layanan.katalog import fungsi_kasus

# Older and other names of the structural trainings (section 2.3 rule 1).
NAMA_LAMA = {
    "PIM IV": "PKP", "ADUM": "PKP", "DIKLATPIM IV": "PKP", "SEPALA": "PKP",
    "PIM III": "PKA", "SPAMA": "PKA", "DIKLATPIM III": "PKA", "SEPADYA": "PKA",
    "PIM II": "PKN II", "SPAMEN": "PKN II", "DIKLATPIM II": "PKN II",
    "PIM I": "PKN I", "SPATI": "PKN I", "DIKLATPIM I": "PKN I",
}  # fmt: skip
INDIKATOR_UJI = {
    "pimpinan": "diklat_jenjang_atau_fungsional",
    "fungsional": "diklat_jenjang_atau_fungsional",
    "teknis": "diklat_teknis_20jp",
    "seminar": "seminar",
}


@fungsi_kasus("ip_asn")
def ip_asn(
    *, acuan, generasi=None, tahun_pengukuran=None, uji="", opd=(), jenis_jabatan=None, setelan_lain=None, **masukan
):
    """IP ASN seorang pegawai (bagian 4 ip-asn.md); ``uji``: agregasi_opd atau bobot_indikator.

    masukan: generasi, tahun_pengukuran, status, jenis_jabatan, jenjang, nama_jf, pendidikan,
    diklat_kepemimpinan, diklat_fungsional, diklat_teknis, seminar, kinerja, hukuman, berjalan;
    ``setelan_lain`` mengganti setelan ip_* bagi kasus itu. harapan: dihitung, kualifikasi, kompetensi,
    kinerja, disiplin, total, kategori, keadaan {indikator: keadaan}, peningkatan [[indikator, poin]].
    """
    tahun = tahun_pengukuran or 2019
    a = _aturan(acuan, tahun, generasi, bool(masukan.pop("berjalan", False)), setelan_lain or {})
    if uji == "bobot_indikator":
        return _bobot(jenis_jabatan)
    if uji == "agregasi_opd":
        rata, kategori = aturan.rata_gabungan([(o["jumlah"], o["rata_total"]) for o in opd], a)
        return {"rata_total": rata, "kategori": kategori}
    return _keluaran(aturan.ukur(_profil(tahun, jenis_jabatan, **masukan), a))


def _aturan(acuan, tahun, generasi, berjalan, lain):
    dasar = setelan.susun(acuan, tahun, generasi=generasi, berjalan=berjalan)
    return setelan.dari_potret(dasar.potret | lain, tahun, generasi=dasar.generasi, berjalan=berjalan)


def _bobot(jenis_jabatan):
    """Table 2.3 of the kinds of post named, which must agree."""
    hasil = [{INDIKATOR_UJI[i]: n for i, n in TABEL_KOMPETENSI[j].items()} for j in jenis_jabatan]
    hasil = hasil[0] if all(h == hasil[0] for h in hasil) else {}
    return hasil | {"jumlah": sum(hasil.values())}


def _keluaran(u):
    """The answer of section 4; nothing but ``dihitung`` outside the population."""
    if not u.terukur:
        return {"dihitung": False, "sebab": u.sebab}
    nilai = {k: setelan.pecahan(getattr(u, k)) for k in ("kualifikasi", "kompetensi", "kinerja", "disiplin", "total")}
    return {
        "dihitung": True,
        **nilai,
        "kategori": u.kategori,
        "keadaan": {b.kode: b.keadaan for b in u.butir},
        "perkiraan": u.perkiraan,
    }


def _profil(
    tahun, jenis_jabatan, *, status="PNS", jenjang=None, nama_jf=None, pendidikan=None, kinerja=(), hukuman=(),
    hasil_penyetaraan=None, berhenti=False, **diklat,
):  # fmt: skip
    """The Profil of section 4 on 31 December of the year; what it does not name stays unknown."""
    return Profil(
        per=date(tahun, 12, 31),
        status=status,
        berhenti=berhenti,
        jenis_jabatan=jenis_jabatan,
        kelompok_jabatan=jenjang,
        nama_jf=nama_jf,
        hasil_penyetaraan=hasil_penyetaraan,
        pendidikan=pendidikan,
        kinerja=tuple(_kinerja(i, k) for i, k in enumerate(kinerja, 1)),
        hukuman=tuple(
            Hukuman(h.get("kode", ""), h["tingkat"], _tanggal(h["tmt"]), None, False, False, i)
            for i, h in enumerate(hukuman, 1)
        ),
        diklat=tuple(_diklat(**diklat)),
    )


def _kinerja(i, k):
    nilai = None if k.get("nilai") is None else Decimal(str(k["nilai"]))
    return Kinerja(int(k["tahun"]), k.get("predikat") or "", nilai, i)


def _diklat(*, diklat_kepemimpinan=(), diklat_fungsional=(), diklat_teknis=(), seminar=()):
    i = 0
    for d in diklat_kepemimpinan:
        i += 1
        jenjang = d["jenjang"].upper()
        yield Diklat("struktural", date(int(d["tahun"]), 12, 31), None, NAMA_LAMA.get(jenjang, jenjang), None, i, jenjang)
    for kelompok, daftar in (("fungsional", diklat_fungsional), ("teknis", diklat_teknis), ("seminar", seminar)):
        for d in daftar:
            i += 1
            yield Diklat(kelompok, _tanggal(d["tanggal_selesai"]), d.get("jp"), "", d.get("sesuai"), i, d.get("nama", ""))


def _tanggal(nilai):
    return nilai if isinstance(nilai, date) else date.fromisoformat(nilai)
