"""Fungsi kasus "ip_asn" dan "ip_asn_a": the input and output of ``regulasi/ip-asn.md`` section 4, for files of cases.

Read ``setelan.py`` and ``aturan.py`` first: this file only turns the form of section 4 into a Profil and the
hundredths of the answer into numbers.
"""

from datetime import date
from decimal import Decimal

from indeks import aturan, penjelasan, setelan
from indeks.generasi_a import aturan as rumus_a
from indeks.tabel import TABEL_KOMPETENSI
from kepegawaian.profil import Diklat, Hukuman, Kinerja, Profil
from layanan.katalog import fungsi_kasus
from layanan.profil_kasus import tanggal_iso

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
    *, acuan, generasi: str | None = None, tahun_pengukuran: int = 2019, status: str = "PNS", jenis_jabatan=None,
    jenjang: str | None = None, nama_jf: str | None = None, pendidikan: str | None = None, diklat_kepemimpinan=(),
    diklat_fungsional=(), diklat_teknis=(), seminar=(), kinerja=(), hukuman=(), hasil_penyetaraan: bool | None = None,
    berhenti: bool = False, berjalan: bool = False, uji: str = "", opd=(),
):  # fmt: skip
    """IP ASN seorang pegawai per 31 Desember tahun_pengukuran (ip-asn.md bagian 2-4), generasi B atau C.

    berjalan: tahun itu belum berakhir. uji: agregasi_opd (dengan opd) atau bobot_indikator (jenis_jabatan
    berupa daftar). Isian lain seperti bagian 4 ip-asn.md.
    harapan: dihitung, sebab, kualifikasi, kompetensi, kinerja, disiplin, total, kategori, perkiraan (tahun
    predikat sementara), keadaan {indikator: keadaan}, peningkatan [[indikator, poin]].
    """
    a = setelan.susun(acuan, tahun_pengukuran, generasi=generasi, berjalan=berjalan)
    if uji == "bobot_indikator":
        return _bobot(jenis_jabatan)
    if uji == "agregasi_opd":
        rata, kategori = aturan.rata_gabungan([(o["jumlah"], o["rata_total"]) for o in opd], a)
        return {"rata_total": rata, "kategori": kategori}
    profil = Profil(
        per=date(tahun_pengukuran, 12, 31),
        status=status,
        berhenti=berhenti,
        jenis_jabatan=jenis_jabatan,
        kelompok_jabatan=jenjang,
        nama_jf=nama_jf,
        hasil_penyetaraan=hasil_penyetaraan,
        pendidikan=pendidikan,
        kinerja=tuple(_kinerja(i, k) for i, k in enumerate(kinerja, 1)),
        hukuman=tuple(_hukuman(i, h) for i, h in enumerate(hukuman, 1)),
        diklat=tuple(_diklat(diklat_kepemimpinan, diklat_fungsional, diklat_teknis, seminar)),
    )
    return _keluaran(aturan.ukur(profil, a), a, profil)


@fungsi_kasus("ip_asn_a")
def ip_asn_a(
    *, acuan, koefisien: dict | None = None, jumlah_pegawai: int, tidak_kompeten: int, diketahui: int | None = None,
    rata_ppk=None, kompensasi=(), pembanding: dict | None = None, pelanggaran: dict | None = None,
    belum_tidak_kompeten: bool = False, tahun_pengukuran: int = 2018,
):  # fmt: skip
    """Indeks generasi A satu unit atau instansi (ip-asn.md bagian 1); koefisien bawaan menurut setelan ip_koefisien_a.

    kompensasi: [{kelompok, jumlah, tertinggi, terendah, total}]; pembanding: {kelompok: rata-rata}; diketahui: banyaknya
    yang kompetensinya diketahui. harapan: gaps, kj, delta_si, indiscpl, idxpro (4 desimal), idxpro_persen, bawah, atas.
    """
    k = koefisien or acuan.setelan("ip_koefisien_a", date(tahun_pengukuran, 12, 31))
    ppk = None if rata_ppk is None else Decimal(str(rata_ppk))
    lembar = tuple(
        rumus_a.Kelompok(str(x["kelompok"]), x["jumlah"], x["tertinggi"], x["terendah"], x.get("total"))
        for x in kompensasi
    )
    masukan = rumus_a.Masukan(
        jumlah_pegawai, tidak_kompeten, diketahui, ppk or Decimal(0), 0 if ppk is None else 1, lembar,
        sum((pelanggaran or {}).values()),
    )  # fmt: skip
    h = rumus_a.hitung(
        masukan, {s: Decimal(str(k[s])) for s in rumus_a.SUKU}, {str(x): n for x, n in (pembanding or {}).items()},
        belum_tidak_kompeten=belum_tidak_kompeten,
    )  # fmt: skip
    hasil = {s: rumus_a.bulat(getattr(h, s)) for s in ("gaps", "kj", "delta_si", "indiscpl", "idxpro")}
    persen = rumus_a.persen
    return hasil | {"idxpro_persen": persen(h.idxpro), "bawah": persen(h.bawah), "atas": persen(h.atas)}


def _bobot(jenis_jabatan):
    """Table 2.3 of the kinds of post named, which must agree."""
    hasil = [{INDIKATOR_UJI[i]: n for i, n in TABEL_KOMPETENSI[j].items()} for j in jenis_jabatan]
    hasil = hasil[0] if all(h == hasil[0] for h in hasil) else {}
    return hasil | {"jumlah": sum(hasil.values())}


def _keluaran(u, a, profil):
    """The answer of section 4; nothing but ``dihitung`` and why outside the population."""
    if not u.terukur:
        return {"dihitung": False, "sebab": u.sebab}
    nilai = {k: setelan.pecahan(getattr(u, k)) for k in ("kualifikasi", "kompetensi", "kinerja", "disiplin", "total")}
    return {
        "dihitung": True,
        **nilai,
        "kategori": u.kategori,
        "keadaan": {b.kode: b.keadaan for b in u.butir},
        "perkiraan": u.perkiraan,
        "peningkatan": [[s.kode, s.poin] for s in penjelasan.peningkatan(u.butir, a, profil.jenis_jabatan, profil)],
    }


def _hukuman(i, h):
    return Hukuman(h.get("kode", ""), h["tingkat"], tanggal_iso(h["tmt"], "tmt"), None, False, False, i)


def _kinerja(i, k):
    nilai = None if k.get("nilai") is None else Decimal(str(k["nilai"]))
    return Kinerja(int(k["tahun"]), k.get("predikat") or "", nilai, i)


def _diklat(kepemimpinan, *lain):
    """Trainings numbered from 1 in the order of the form."""
    i = 0
    for d in kepemimpinan:
        i += 1
        jenjang = d["jenjang"].upper()
        selesai = date(int(d["tahun"]), 12, 31)
        yield Diklat("struktural", selesai, None, NAMA_LAMA.get(jenjang, jenjang), None, i, jenjang)
    for kelompok, daftar in zip(("fungsional", "teknis", "seminar"), lain, strict=True):
        for d in daftar:
            i += 1
            selesai = tanggal_iso(d["tanggal_selesai"], "tanggal_selesai")
            yield Diklat(kelompok, selesai, d.get("jp"), "", d.get("sesuai"), i, d.get("nama", ""))
