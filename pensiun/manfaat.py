"""Manfaat: apa yang diterima seorang PNS atau keluarganya bila ia berhenti, baris demi baris dengan rumus dan dasarnya.

``manfaat(profil, jenis, tanggal, acuan)`` reads a Profil and gives a frozen ``Manfaat``; its lines are what a page shows
and what an SK prints (``Manfaat.beku()``). Law and figures: ``hitung.py``. Pure: no ORM, no clock. The profile is that
of ``tanggal`` with the sections ``BAGIAN``.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

from kepegawaian.aturan import (
    bulan_antara,
    gaji_pokok,
    kgb_semua,
    mkg_pada,
    mkg_setelah_kp,
    tambah_bulan,
    tulis_masa,
    tulis_rupiah,
    tulis_tanggal,
)
from kepegawaian.aturan_keluarga import anak_ditanggung
from layanan.katalog import TIDAK
from pensiun import hitung
from pensiun.hitung import tulis_persen

BAGIAN = ("pangkat", "jejak_pangkat", "gaji", "unit", "jabatan", "hukuman", "tanggungan", "tinggal")
NAMA = {
    hitung.BUP: "Mencapai batas usia pensiun",
    hitung.APS: "Atas permintaan sendiri",
    hitung.MENINGGAL: "Meninggal dunia",
    hitung.TEWAS: "Tewas",
    hitung.CACAT_DINAS: "Tidak cakap jasmani atau rohani karena dinas",
    hitung.CACAT: "Tidak cakap jasmani atau rohani bukan karena dinas",
    hitung.PERAMPINGAN: "Perampingan organisasi",
}
UU6, UU11, UU17 = "UU 11/1969 Pasal 6", "UU 11/1969 Pasal 11", "UU 11/1969 Pasal 17"
THT = "PMK 128/2016; PMK 23/2023"
MASA, POKOK, TUNJANGAN, WARIS, SEKALIGUS = (
    "Masa kerja dan gaji", "Pensiun pokok", "Tunjangan", "Pensiun keluarga", "Dibayarkan sekaligus",
)  # fmt: skip
BAGIAN_SK = (MASA, POKOK, WARIS)
PP8 = (
    "Perkiraan sebelum penetapan PP 8/2024: angka menurut UU 11/1969. Yang dibayarkan ialah pensiun pokok pada lampiran "
    "PP 8/2024, yang belum dimuat di portal dan umumnya lebih besar."
)
TAKSIR = "Perkiraan, bukan penetapan; Taspen menetapkan yang dibayarkan."
SISA_SUAMI = {"pasangan": "janda/duda", "anak": "anak", "orang_tua": "orang tua"}


class Baris(NamedTuple):
    """One line: ``angka`` in ``satuan`` (rupiah | bulan | persen) or None with ``sebab``; ``bagian`` groups the lines.

    ``keluarga``: rests on the size of the family, which not everybody may read.
    """

    bagian: str
    uraian: str
    rumus: str
    angka: Any
    dasar: str
    satuan: str = "rupiah"
    keyakinan: str = "pasti"
    sebab: str = ""
    keluarga: bool = False


class BarisSk(NamedTuple):
    """A line as an SK prints it; ``angka`` is text."""

    uraian: str
    rumus: str
    angka: str
    dasar: str


class Penerima(NamedTuple):
    """Who receives the pension of one who has died; ``ragu``: a fact of him must be looked at first."""

    nama: str
    hubungan: str
    rupiah: int
    ragu: bool = False


@dataclass(frozen=True, slots=True)
class Andaian:
    """What is supposed beyond the record: KGB still to come, KP pengabdian, another gaji pokok, P1 and P2 of the THT."""

    kgb: bool = False
    pengabdian: bool = False
    gaji_pokok: int | None = None
    p1: int | None = None
    p2: int | None = None


@dataclass(frozen=True, slots=True)
class Manfaat:
    """The whole answer. Amounts a month, but ``tht`` and ``askem`` at once; None: not known, or no right."""

    jenis: str
    tanggal: Any
    hak: Any
    mkp: int | None
    dasar_pensiun: int | None
    persen: Any
    pokok: int | None
    tunjangan: int | None
    jumlah: int | None
    penerima: tuple[Penerima, ...]
    tht: int | None
    askem: int | None
    rinci: tuple[Baris, ...]
    pesan: tuple[str, ...]

    @property
    def nama(self):
        """The kind in words."""
        return NAMA.get(self.jenis, self.jenis)

    @property
    def pensiun_pokok(self):
        """Rupiah a month an SK states, or None."""
        return self.pokok

    @property
    def baris(self):
        """What an SK prints: the lines of the pension itself that have a figure, as BarisSk."""
        return tuple(
            BarisSk(b.uraian, b.rumus, tulis_angka(b), b.dasar)
            for b in self.rinci
            if b.bagian in BAGIAN_SK and b.angka is not None
        )

    @property
    def catatan(self):
        """What must be said beside the figures, as one text."""
        return PP8 if PP8 in self.pesan else ""

    def bagian(self):
        """[(heading, [Baris])] in order."""
        hasil = {}
        for b in self.rinci:
            hasil.setdefault(b.bagian, []).append(b)
        return list(hasil.items())

    def beku(self):
        """JSON-able values for the frozen data of a naskah: sums, and lines with their text."""
        return {
            "jenis": self.jenis, "nama": self.nama, "hak": self.hak.jawaban, "kalimat": self.hak.kalimat,
            "mkp": None if self.mkp is None else {"bulan": self.mkp, "tulis": tulis_masa(self.mkp)},
            "dasar_pensiun": _uang(self.dasar_pensiun), "persen": "" if self.persen is None else tulis_persen(self.persen),
            "pokok": _uang(self.pokok), "tunjangan": _uang(self.tunjangan), "jumlah": _uang(self.jumlah),
            "penerima": [{"nama": p.nama, "hubungan": p.hubungan, **_uang(p.rupiah)} for p in self.penerima],
            "tht": _uang(self.tht), "askem": _uang(self.askem), "catatan": list(self.pesan),
            "baris": [
                {"bagian": b.bagian, "uraian": b.uraian, "rumus": b.rumus, "angka": tulis_angka(b), "dasar": b.dasar,
                 "sebab": b.sebab}
                for b in self.rinci
            ],
        }  # fmt: skip


def _uang(rupiah):
    return None if rupiah is None else {"rupiah": rupiah, "tulis": tulis_rupiah(rupiah)}


def tulis_angka(baris):
    """The figure of a line in words: rupiah, months, percent; "" when there is none."""
    if baris.angka is None:
        return ""
    tulis = {"rupiah": tulis_rupiah, "bulan": tulis_masa, "persen": tulis_persen}
    return tulis[baris.satuan](baris.angka)


def manfaat(profil, jenis, tanggal, acuan, andaian=Andaian()):
    """The Manfaat of a PNS who ends his service by ``jenis`` (kode of jenis pemberhentian) with TMT ``tanggal``."""
    hak = hitung.hak_pensiun(jenis, profil, tanggal, acuan)
    masa = hitung.mkp_profil(profil, tanggal)
    rinci = [_baris_masa(profil, tanggal, masa)]
    dasar, baris_dasar = gaji_terakhir(profil, tanggal, acuan, andaian)
    rinci.append(baris_dasar)
    persen = pokok = tunjangan = jumlah = None
    penerima, pesan = (), []
    if hak.jawaban != TIDAK and dasar is not None and jenis in hitung.KELUARGA:
        hasil, penerima, tambah = _keluarga(profil, jenis, tanggal, acuan, dasar)
        rinci += tambah
        if hasil is not None:
            persen, pokok, jumlah = hasil.persen, hasil.jumlah, hasil.jumlah
            pesan += [] if hasil.lajur3 else [PP8]
            pesan.append("Tunjangan keluarga dan pangan penerima ditambahkan oleh Taspen menurut keadaannya.")
    elif hak.jawaban != TIDAK and dasar is not None and masa is not None:
        hasil, tambah = _sendiri(profil, jenis, tanggal, acuan, dasar, masa, andaian)
        rinci += tambah
        persen, pokok = hasil.persen, hasil.rupiah
        tunjangan, tambah = _tunjangan(profil, pokok, acuan, tanggal)
        rinci += tambah
        jumlah = pokok + tunjangan
        pesan += [] if hasil.lajur3 else [PP8]
    tht, baris_tht = _tht(profil, tanggal, acuan, andaian)
    askem, baris_askem = _askem(jenis, acuan, tanggal)
    rinci += [baris_tht, *baris_askem]
    pesan.append("Pengembalian tabungan perumahan (bila ada) diurus tersendiri; tidak dihitung di sini.")
    return Manfaat(
        jenis, tanggal, hak, masa, dasar, persen, pokok, tunjangan, jumlah, penerima, tht, askem, tuple(rinci),
        tuple(pesan),
    )  # fmt: skip


# ── lines ────────────────────────────────────────────────────────────────────────────────────────────


def _baris_masa(profil, tanggal, masa):
    bagian, uraian = MASA, "Masa kerja pensiun"
    if masa is None:
        return Baris(bagian, uraian, "", None, UU6, "bulan", "sebagian", "TMT CPNS belum tercatat.")
    bulan = bulan_antara(profil.tmt_cpns, tanggal)
    hari = (tanggal - tambah_bulan(profil.tmt_cpns, bulan)).days
    rumus = f"{tulis_tanggal(profil.tmt_cpns)} sampai {tulis_tanggal(tanggal)} = {tulis_masa(bulan)}"
    rumus += f" {hari} hari, dibulatkan ke atas" if hari > 0 else ""
    rumus += f"; ditambah PMK {tulis_masa(profil.pmk_bulan)}" if profil.pmk_bulan else ""
    rumus += f"; dikurangi CLTN {tulis_masa(profil.cltn_bulan)}" if profil.cltn_bulan else ""
    return Baris(bagian, uraian, rumus, masa, UU6, "bulan", "sebagian")


def gaji_terakhir(profil, tanggal, acuan, andaian):
    """(rupiah or None, Baris): UU 11/1969 Ps. 5, 11: the last gaji pokok, as recorded or with what is still to come."""
    baris = Baris(MASA, "Gaji pokok terakhir (dasar pensiun)", "", None, UU11)
    if andaian.gaji_pokok is not None:
        return andaian.gaji_pokok, baris._replace(rumus="diketik", angka=andaian.gaji_pokok)
    if profil.gaji_pokok is None:
        return None, baris._replace(sebab="Golongan, masa kerja golongan, atau tabel gaji tanggal itu belum tercatat.")
    rupiah, rumus, taksir = profil.gaji_pokok, f"{profil.golongan or ''} menurut keputusan terakhir".strip(), False
    if andaian.kgb:
        akan = [k for k in kgb_semua(profil, acuan) if k.tmt < tanggal]
        sel = gaji_pokok(acuan, profil.golongan, akan[-1].mkg, akan[-1].tmt) if akan else None
        if sel is not None and sel.rupiah is not None:
            rupiah, taksir = sel.rupiah, True
            rumus = f"{profil.golongan} MKG {tulis_masa(akan[-1].mkg)}, dengan KGB TMT {tulis_tanggal(akan[-1].tmt)} yang belum tercatat"
    if andaian.pengabdian:
        naik = _pengabdian(profil, tanggal, acuan)
        if naik is None:
            rumus += "; kenaikan pangkat pengabdian tidak dapat dihitung (puncak golongan atau MKG belum tercatat)"
        else:
            rupiah, rumus, taksir = naik[0], naik[1], True
    return rupiah, baris._replace(rumus=rumus, angka=rupiah, keyakinan="sebagian" if taksir else "pasti")


def _pengabdian(profil, tanggal, acuan):
    """(rupiah, formula) one golongan higher a month before the pension (PP 99/2000 Ps. 27), or None."""
    baru, mkg = acuan.golongan_berikut(profil.golongan), mkg_pada(profil, tambah_bulan(tanggal, -1))
    if baru is None or mkg is None:
        return None
    mkg = mkg_setelah_kp(mkg, profil.golongan_urutan, baru.urutan)
    sel = gaji_pokok(acuan, baru.kode, mkg, tambah_bulan(tanggal, -1))
    if sel.rupiah is None:
        return None
    return sel.rupiah, f"{baru.kode} MKG {tulis_masa(mkg)}, seandainya diberi kenaikan pangkat pengabdian"


def _sendiri(profil, jenis, tanggal, acuan, dasar, masa, andaian):
    """(Pokok, lines) of the pension of the PNS himself."""
    cacat = jenis == hitung.CACAT_DINAS
    golongan = "" if andaian.gaji_pokok is not None or andaian.pengabdian else profil.golongan or ""
    hasil = hitung.pensiun_pokok(dasar, masa, acuan, tanggal, cacat_dinas=cacat, golongan=golongan)
    bagian, persen = POKOK, tulis_persen(hasil.persen)
    if cacat:
        rumus, yakin = f"{persen} tanpa melihat masa kerja", "pasti"
    else:
        satu, bawah, atas = (
            hitung.pecahan(acuan.setelan(f"pensiun_persen_{x}", tanggal)) for x in ("per_tahun", "min", "maks")
        )
        mentah = satu * masa / 12
        yakin = "pasti" if mentah >= bawah else "sebagian"
        rumus = f"{tulis_persen(satu)} x {tulis_masa(masa)} = {tulis_persen(mentah)}"
        rumus += f"; paling rendah {tulis_persen(bawah)}, paling tinggi {tulis_persen(atas)}"
    baris = [
        Baris(bagian, "Persen pensiun", rumus, hasil.persen, UU11, "persen", yakin),
        Baris(bagian, "Hitungan", f"{persen} x {tulis_rupiah(dasar)}", hasil.hitung, UU11),
    ]
    if hasil.di_lantai:
        baris.append(Baris(bagian, "Paling rendah", "gaji pokok terendah PNS", hasil.minimum, UU11))
    uraian = "Pensiun pokok sebulan" if hasil.lajur3 else "Pensiun pokok sebulan (sebelum PP 8/2024)"
    rumus = "lampiran PP 8/2024" if hasil.lajur3 else "yang terbesar di antara keduanya" if hasil.di_lantai else ""
    baris.append(Baris(bagian, uraian, rumus, hasil.rupiah, UU11 + "; PP 8/2024", keyakinan="sebagian"))
    return hasil, baris


def _tunjangan(profil, pokok, acuan, tanggal):
    """(sum, lines) of the allowances on the pension, counted from those on the pay list who certainly may."""
    pasangan = sum(t.hubungan == "pasangan" and t.tertanggung for t in profil.tanggungan)
    nilai = [
        anak_ditanggung(t, acuan, tanggal)[0] for t in profil.tanggungan if t.hubungan == "anak" and t.tertanggung
    ]
    anak, ragu = sum(x is True for x in nilai), sum(x is None for x in nilai)
    suami_istri, anak_anak, beras = hitung.tunjangan_keluarga(pokok, acuan, tanggal, pasangan=pasangan, anak=anak)
    bagian, dasar = TUNJANGAN, "PP 7/1977 Pasal 16"
    pas, per_anak = (tulis_persen(acuan.setelan(f"tunjangan_{x}_persen", tanggal)) for x in ("pasangan", "anak"))
    dipakai = min(anak, acuan.setelan("anak_maks", tanggal))
    sebab = f"{ragu} anak lain perlu diperiksa (kawin, bekerja, atau sekolah)." if ragu else ""
    baris = []
    if pasangan:
        baris.append(
            Baris(bagian, "Suami/istri", f"{pas} x {tulis_rupiah(pokok)}", suami_istri, dasar, keyakinan="sebagian", keluarga=True)
        )  # fmt: skip
    if nilai:
        rumus = f"{dipakai} anak x {per_anak} x {tulis_rupiah(pokok)}" if dipakai else "tidak ada yang pasti berhak"
        baris.append(Baris(bagian, "Anak", rumus, anak_anak, dasar, keyakinan="sebagian", sebab=sebab, keluarga=True))
    jiwa = beras // acuan.setelan("beras_per_jiwa", tanggal)
    rumus = f"{jiwa} jiwa x {tulis_rupiah(acuan.setelan('beras_per_jiwa', tanggal))}"
    baris.append(Baris(bagian, "Pangan", rumus, beras, "PER-3/PB/2015", keyakinan="sebagian", keluarga=True))
    return suami_istri + anak_anak + beras, baris


def _keluarga(profil, jenis, tanggal, acuan, dasar):
    """(hitung.Keluarga or None, receivers, lines): spouses, else children, else the parents of a tewas."""
    tewas = jenis == hitung.TEWAS
    bagian, ada = WARIS, {k: [t for t in profil.tanggungan if t.hubungan == k] for k in SISA_SUAMI}
    anak = [(t, hitung.anak_berhak(t, acuan, tanggal)) for t in ada["anak"]]
    anak = [(t, boleh is None) for t, boleh in anak if boleh is not False]
    if ada["pasangan"]:
        orang, hubungan = [(t, False) for t in ada["pasangan"]], "pasangan"
    elif anak:
        orang, hubungan = anak, "anak"
    elif tewas and ada["orang_tua"]:
        orang, hubungan = [(t, False) for t in ada["orang_tua"]], "orang_tua"
    else:
        kalimat = "Tidak ada suami, istri, atau anak yang berhak pada data keluarga; periksa data keluarganya."
        return None, (), [Baris(bagian, "Penerima", "", None, UU17, sebab=kalimat, keluarga=True)]
    banyak = len(orang)
    if hubungan == "orang_tua":
        hasil = hitung.pensiun_orang_tua(dasar, acuan, tanggal, penerima=banyak)
    else:
        hasil = hitung.pensiun_keluarga(
            dasar, acuan, tanggal, tewas=tewas, penerima=banyak, golongan=profil.golongan or ""
        )
    yakin = "pasti" if hubungan == "pasangan" else "sebagian"
    sebut = SISA_SUAMI[hubungan]
    baris = [
        Baris(bagian, f"Pensiun {sebut}, hitungan", f"{tulis_persen(hasil.persen)} x {tulis_rupiah(dasar)}", hasil.hitung,
              UU17, keyakinan=yakin, keluarga=True)
    ]  # fmt: skip
    if hasil.di_lantai:
        rumus = "gaji pokok terendah PNS" if tewas else f"{acuan.setelan('pensiun_janda_min_persen', tanggal)}% x gaji pokok terendah PNS"  # fmt: skip
        baris.append(Baris(bagian, "Paling rendah", rumus, hasil.minimum, UU17, keluarga=True))
    rumus = f"dibagi rata {banyak} penerima: {tulis_rupiah(hasil.bagian[0])}" if banyak > 1 else ""
    baris.append(Baris(bagian, f"Pensiun {sebut} sebulan", rumus, hasil.jumlah, UU17, keyakinan=yakin, keluarga=True))
    penerima = tuple(Penerima(t.nama, sebut, r, ragu) for (t, ragu), r in zip(orang, hasil.bagian, strict=True))
    return hasil, penerima, baris


def _tht(profil, tanggal, acuan, andaian):
    """(rupiah or None, Baris) of the tabungan hari tua."""
    baris = Baris(SEKALIGUS, "Tabungan hari tua (THT)", "", None, THT, keyakinan="sebagian")
    faktor = tulis_persen(acuan.setelan("tht_rumus", tanggal)["faktor"]).rstrip("%")
    baris = baris._replace(rumus=f"{faktor} x MI1 x P1 + {faktor} x MI2 x (P2 - P1)")
    if profil.tmt_cpns is None:
        return None, baris._replace(sebab="Belum dapat dihitung: TMT CPNS belum tercatat.")
    if andaian.p1 is None or andaian.p2 is None:
        kalimat = (
            "Belum dapat dihitung: P1 dan P2 memakai tabel gaji PP 6/1997 dan PP 30/2015, yang tidak dimuat di portal. "
            "Isi keduanya (gaji pokok dan tunjangan keluarga menurut tabel itu) untuk memperkirakan."
        )
        return None, baris._replace(sebab=kalimat)
    hasil = hitung.tht(profil.tmt_cpns, tanggal, andaian.p1, andaian.p2, acuan)
    rumus = hitung.tulis_tht(hasil, andaian.p1, andaian.p2, faktor)
    return hasil.rupiah, baris._replace(rumus=rumus, angka=hasil.rupiah, sebab=TAKSIR)


def _askem(jenis, acuan, tanggal):
    """(rupiah or None, lines) of the asuransi kematian: what a death pays, and what it would pay later."""
    nilai = hitung.asuransi_kematian(acuan, tanggal)
    bagian, dasar = SEKALIGUS, "PMK 23/2023"
    if nilai is None:
        return None, [
            Baris(bagian, "Asuransi kematian", "", None, dasar, sebab="Besarannya belum berlaku pada tanggal itu.")
        ]
    if jenis in hitung.KELUARGA:
        return nilai["peserta"], [Baris(bagian, "Asuransi kematian peserta", "", nilai["peserta"], dasar)]
    lain = f"suami/istri {tulis_rupiah(nilai['pasangan'])}, anak {tulis_rupiah(nilai['anak'])}"
    kalimat = "Dibayarkan bila kelak pensiunan, suami/istri, atau anaknya meninggal."
    return None, [Baris(bagian, "Asuransi kematian pensiunan", lain, nilai["peserta"], dasar, sebab=kalimat)]
