"""Fungsi kasus karier: syarat jabatan, arah perpindahan, kompetensi, talenta. The law stands in ``aturan/``."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from karier.aturan import seleksi, talenta
from karier.aturan.kompetensi import Sasaran, rata_celah
from karier.syarat import SEMUA, syarat_untuk
from kepegawaian import aturan_kompetensi as kompetensi
from kepegawaian.aturan_jabatan import arah
from kepegawaian.profil_isi import JabatanLama, UjiKompetensi
from layanan.katalog import Konteks, fungsi_kasus
from layanan.profil_kasus import susun_profil, tanggal_iso


def _profil(isi, tanggal, acuan):
    """Profil of a case; ``jejak_jabatan`` [{jenis, kelompok, jenjang, tmt, dilantik, unit_id}] and ``uji_kompetensi``
    [{tmt, sampai, nilai, kesesuaian, potensi}] are read here."""
    isi = dict(isi)
    jejak, uji = isi.pop("jejak_jabatan", ()), isi.pop("uji_kompetensi", ())
    return replace(
        susun_profil(isi, tanggal, acuan),
        jejak_jabatan=tuple(
            JabatanLama(
                j.get("id", 0), j["jenis"], j.get("eselon", ""), j.get("kelompok", ""), j.get("jenjang", ""), None,
                j.get("unit_id"), tanggal_iso(j["tmt"], "tmt"), tanggal_iso(j.get("dilantik"), "dilantik"),
                j.get("nama", ""),
            )
            for j in jejak
        ),
        uji_kompetensi=tuple(
            UjiKompetensi(
                u.get("tujuan", "pemetaan"), u.get("hasil", "MS"), tanggal_iso(u["tmt"], "tmt"),
                tanggal_iso(u.get("sampai"), "sampai"), _desimal(u.get("kesesuaian")), _desimal(u.get("potensi")),
                tuple(sorted((u.get("nilai") or {}).items())),
            )
            for u in uji
        ),
    )  # fmt: skip


def _desimal(nilai):
    return None if nilai is None else Decimal(str(nilai))


def _jawab(syarat, konteks):
    hasil = {s.kode: s.periksa(konteks) for s in syarat}
    menurut = {j: [k for k, h in hasil.items() if h.jawaban == j] for j in ("ya", "tidak", "perlu_diperiksa")}
    return {
        "boleh": not menurut["tidak"], "gagal": menurut["tidak"], "periksa": menurut["perlu_diperiksa"],
        "ya": menurut["ya"], "kalimat": {k: h.kalimat for k, h in hasil.items()},
    }  # fmt: skip


@fungsi_kasus("syarat_jabatan")
def syarat_jabatan(
    *, acuan, profil: dict, sasaran: dict, tanggal: date | str, isian: dict | None = None, kode: list | None = None
):
    """PP 11/2017 Ps. 54; PP 17/2020 Ps. 107: syarat jabatan yang dituju (JAB-01..10, JPT-01..07).

    sasaran: jenis, kelompok, eselon, jenjang, bup_kode, opd_id, pemangku [nama], kebutuhan, di_peta, standar
    {kode: level}. kode: hanya syarat ini. harapan: boleh, gagal, periksa, ya, kalimat {kode: kalimat}.
    """
    hari = tanggal_iso(tanggal, "tanggal")
    isi = dict(sasaran)
    if isi.get("pemangku") is not None:
        isi["pemangku"] = tuple(isi["pemangku"])
    dituju = Sasaran(**isi)
    konteks = Konteks(_profil(profil, hari, acuan), dict(isian or {}), hari, acuan, {"sasaran": dituju})
    pilih = syarat_untuk(dituju) if kode is None else [SEMUA[k] for k in kode]
    return _jawab(pilih, konteks)


@fungsi_kasus("arah_jabatan")
def arah_jabatan(*, acuan, lama: dict, baru: dict, tanggal: date | str = "2026-11-01"):
    """PermenPANRB 22/2021: horizontal, vertikal, diagonal, turun, atau "" bila tidak diketahui.

    lama, baru: {jenis, kelompok, jenjang}. harapan: kata itu.
    """
    letak = [(x.get("jenis", ""), x.get("kelompok", ""), x.get("jenjang", "")) for x in (lama, baru)]
    return arah(acuan, tanggal_iso(tanggal, "tanggal"), *letak)


@fungsi_kasus("kesenjangan")
def kesenjangan(*, acuan, standar: dict, nilai: dict | None = None, tanggal: date | str = "2026-11-01"):
    """PermenPANRB 38/2017: selisih level tiap kompetensi, rata-ratanya, kesesuaian, dan hasil (MS, MMS, KMS).

    harapan: selisih {kode: n atau null}, rata, kesesuaian, hasil.
    """
    daftar = kompetensi.celah(standar, nilai)
    persen = kompetensi.kesesuaian(standar, nilai)
    batas = acuan.setelan("uji_kompetensi_batas", tanggal_iso(tanggal, "tanggal"))
    return {
        "selisih": {c.kode: c.selisih for c in daftar}, "rata": rata_celah(daftar), "kesesuaian": persen,
        "hasil": kompetensi.hasil_uji(persen, batas),
    }  # fmt: skip


@fungsi_kasus("kotak_talenta")
def kotak_talenta(*, acuan, kinerja: str, potensial: str):
    """PermenPANRB 3/2020: nomor kotak. kinerja atas, sesuai, bawah; potensial rendah, menengah, tinggi."""
    return talenta.kotak(kinerja, potensial)


@fungsi_kasus("talenta")
def nilai_talenta(*, acuan, profil: dict, tanggal: date | str, kotak: int | None = None):
    """PermenPANRB 3/2020: kotak, skor, sebab seseorang; TAL-01..03. kotak: kotaknya bagi TAL-02 (bawaan: hasilnya).

    harapan: kotak, kinerja, potensial, skor, sebab, gagal, periksa, ya, kalimat.
    """
    hari = tanggal_iso(tanggal, "tanggal")
    konteks = Konteks(_profil(profil, hari, acuan), {}, hari, acuan, {})
    hasil = talenta.nilai(konteks)
    konteks.lain["kotak"] = hasil.kotak if kotak is None else kotak
    syarat = [SEMUA[k] for k in ("TAL-01", "TAL-02", "TAL-03")]
    return hasil._asdict() | _jawab(syarat, konteks)


@fungsi_kasus("urutan_suksesi")
def urutan_suksesi(*, acuan, orang: list):
    """PermenPANRB 3/2020 (TAL-02): nama menurut kotak 9, 8, 7, lalu skor. orang: [[kotak, skor, nama]]."""
    return [x[2] for x in talenta.urutan_suksesi([tuple(x) for x in orang])]


TANGGAL_SELEKSI = "2026-11-01"


@fungsi_kasus("panitia_seleksi")
def panitia_seleksi(*, acuan, internal: int, luar: int):
    """PermenPANRB 15/2019: susunan panitia seleksi JPT. harapan: ya atau tidak."""
    batas = acuan.setelan("jpt_pansel", tanggal_iso(TANGGAL_SELEKSI, "tanggal"))
    return seleksi.susunan_pansel(["internal"] * internal + ["akademisi"] * luar, batas).jawaban


@fungsi_kasus("masa_pengumuman_seleksi")
def masa_pengumuman_seleksi(*, acuan, lamanya: int):
    """PermenPANRB 15/2019: lamanya pengumuman dalam hari menurut setelan. harapan: ya atau tidak."""
    hari = tanggal_iso(TANGGAL_SELEKSI, "tanggal")
    satuan, minimal = acuan.setelan("jpt_pengumuman_satuan", hari), acuan.setelan("jpt_pengumuman_hari", hari)
    return seleksi.masa_pengumuman(lamanya, minimal, satuan).jawaban


@fungsi_kasus("calon_seleksi")
def calon_seleksi(*, acuan, lulus: int, belum: int):
    """PermenPANRB 15/2019: cukupkah pelamar yang lulus administrasi. harapan: ya, tidak, atau perlu_diperiksa."""
    minimal = acuan.setelan("jpt_calon_minimal", tanggal_iso(TANGGAL_SELEKSI, "tanggal"))
    return seleksi.cukup_calon(lulus, belum, minimal).jawaban


@fungsi_kasus("hasil_seleksi")
def hasil_seleksi(*, acuan, nilai: dict):
    """PermenPANRB 15/2019: nilai akhir, urutan, dan tiga besar. nilai {nama: {tahap: angka}}.

    harapan: total {nama: teks}, urutan [nama], tiga (ya, tidak, perlu_diperiksa).
    """
    bobot = acuan.setelan("jpt_bobot", tanggal_iso(TANGGAL_SELEKSI, "tanggal"))
    total = {k: seleksi.nilai_akhir(n, bobot) for k, n in nilai.items()}
    urutan = seleksi.peringkat([(k, t) for k, t in total.items() if t is not None])
    return {
        "total": {k: str(t) for k, t in total.items() if t is not None}, "urutan": [u.kunci for u in urutan],
        "tiga": seleksi.tiga_besar(urutan).jawaban,
    }  # fmt: skip
