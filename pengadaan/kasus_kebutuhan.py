"""Fungsi kasus kebutuhan dan kontrak: ABK, rencana, akhir perjanjian. The law stands in ``kebutuhan/aturan*`` and ``kontrak/aturan``."""

from datetime import date

from layanan.katalog import TIDAK, YA, Konteks, fungsi_kasus
from layanan.profil_kasus import tanggal_iso
from pengadaan import kumpulan  # noqa: F401 - registers the rules of the pages
from pengadaan.kebutuhan import aturan, aturan_rencana as rencana, proyeksi
from pengadaan.kontrak import aturan as kontrak


def _menurut(hasil):
    isi = {"kalimat": {s.kode: h.kalimat for s, h in hasil}}
    return isi | {j: [s.kode for s, h in hasil if h.jawaban == k] for j, k in (("ya", YA), ("gagal", TIDAK))} | {
        "periksa": [s.kode for s, h in hasil if h.jawaban not in (YA, TIDAK)]
    }  # fmt: skip


@fungsi_kasus("abk")
def abk(
    *, acuan, tugas: list = (), tahun: int = 2026, wke: int | None = None, jenis: str = "pelaksana", ada: int | None = 0,
    berasio: bool = False, rasio: str = "", isian: dict | None = None, tercatat: int | None = None,
):  # fmt: skip
    """ABK-1 … ABK-5: ``tugas`` [[volume, norma]] or ``rasio`` with its ``isian``; harapan {beban, hasil, kebutuhan, ej, huruf, gagal, periksa, ya, kalimat}."""
    wke_tahun = acuan.setelan("abk_wke_menit", date(tahun, 1, 1))
    a = aturan.Abk(
        tahun, jenis, berasio, aturan.RASIO if rasio else aturan.TUGAS, tuple(aturan.Tugas(v, n) for v, n in tugas),
        wke_tahun if wke is None else wke, wke_tahun, rasio, isian or {}, ada, tercatat,
    )  # fmt: skip
    hasil, orang = aturan.hitung(a)
    ej = aturan.efektivitas(hasil, ada)
    angka = lambda n: None if n is None else float(n)  # noqa: E731 - one word for three numbers
    return {
        "beban": angka(aturan.beban(a.tugas)), "hasil": angka(hasil), "kebutuhan": orang, "ej": angka(ej and ej[0]),
        "huruf": ej and ej[1],
    } | _menurut(aturan.periksa(a))  # fmt: skip


@fungsi_kasus("rencana_kebutuhan")
def rencana_kebutuhan(
    *, acuan, baris: list = (), tahun: int = 2027, hari_ini: date | str = date(2026, 3, 1), renstra: bool = True,
    renstra_mulai: int | None = 2025, renstra_sampai: int | None = 2029, terkirim: bool = False, disampaikan: date | str | None = None,
):  # fmt: skip
    """KBT-1 … KBT-7: ``baris`` [{jabatan, unit, jenis, jenis_jabatan, jpt, abk, jumlah, kebutuhan, ada, bup, penetapan}]; harapan {gagal, periksa, ya, kalimat}."""
    bawaan = {"jabatan": "Arsiparis Ahli Pertama", "unit": "Dinas", "jenis": "CPNS", "jenis_jabatan": "fungsional", "jpt": False,
              "abk": "sah", "jumlah": [1, 1, 1, 1, 1], "kebutuhan": 10, "ada": 4, "bup": [0, 0, 0, 0, 0], "penetapan": ""}  # fmt: skip
    isi = [bawaan | b for b in baris]
    r = rencana.Rencana(
        tahun, tuple(rencana.Baris(**b | {"jumlah": tuple(b["jumlah"]), "bup": tuple(b["bup"])}) for b in isi), renstra, renstra_mulai,
        renstra_sampai, terkirim, tanggal_iso(disampaikan, "disampaikan"), tanggal_iso(hari_ini, "hari_ini"),
    )  # fmt: skip
    semua = rencana.periksa(r)
    return {
        "gagal": [s.kode for s, j, _ in semua if j == TIDAK], "ya": [s.kode for s, j, _ in semua if j == YA],
        "periksa": [s.kode for s, j, _ in semua if j not in (YA, TIDAK)], "kalimat": {s.kode: h[0].kalimat for s, _, h in semua},
    }  # fmt: skip


@fungsi_kasus("proyeksi_kebutuhan")
def proyeksi_kebutuhan(*, acuan, kebutuhan: int | None, pns: int, pppk: int = 0, bup: list = (0, 0, 0, 0, 0)):
    """§1.3: selisih and the shortage of each of five years; harapan {selisih, kekurangan, lampu, prioritas}."""
    p = proyeksi.Pos(1, 1, "Jabatan", "pelaksana", "", "", None, kebutuhan, pns, pppk, tuple(bup))
    return {"selisih": p.selisih, "kekurangan": list(p.proyeksi), "lampu": p.lampu, "prioritas": p.prioritas}


def _jawab(kode, lain):
    s = next(s for s in kontrak.HALAMAN if s.kode == kode)
    h = s.periksa(Konteks(None, {}, None, None, lain))
    return {"jawaban": h.jawaban, "kalimat": h.kalimat}


@fungsi_kasus("kontrak_tembusan")
def kontrak_tembusan(*, acuan, sah: bool, tembusan: date | str | None = None):
    """PPK-6: ``tembusan``: date sent, null not yet, "" not known; harapan {jawaban, kalimat}."""
    return _jawab("PPK-6", {"sah": sah, "tembusan": "" if tembusan == "" else tanggal_iso(tembusan, "tembusan")})


@fungsi_kasus("akhir_hubungan_pppk")
def akhir_hubungan_pppk(*, acuan, sebab: str = ""):
    """PPK-9: PP 49/2018 Ps. 53; harapan {jawaban, kalimat}."""
    return _jawab("PPK-9", {"sebab": sebab})


@fungsi_kasus("kontrak_tahap")
def kontrak_tahap(*, acuan, akhir: date | str, tanggal: date | str):
    """The reminder stage (days) of a contract on a day, or null."""
    from pengadaan.kontrak.pantauan import tahap_jatuh  # noqa: PLC0415 - the models it imports are loaded later

    hari = tanggal_iso(tanggal, "tanggal")
    return tahap_jatuh(tanggal_iso(akhir, "akhir"), hari, acuan.setelan("kontrak_pengingat_hari", hari))
