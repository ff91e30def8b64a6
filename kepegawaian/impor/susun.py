"""Susun: dari baris satu orang (Data ASN dan lembar riwayat) ke rencana riwayatnya.

Riwayat sheets come first, kedudukan before all, then the main row, so that a date without its own row in a
riwayat sheet is filled by what the main row says.
"""

from kepegawaian.impor.padanan import AKTIF
from kepegawaian.impor.rencana import BARU, GALAT, SAMA, SELISIH, UBAH, Penyusun, kosong, serupa, tanggal_id

# What the main row calls the fields of riwayat.
JUDUL = {
    ("identitas", "nama"): "NAMA",
    ("identitas", "gelar_depan"): "GELAR DEPAN",
    ("identitas", "gelar_belakang"): "GELAR BELAKANG",
    ("status", "status"): "STATUS CPNS PNS",
    ("kedudukan", "kedudukan_id"): "KEDUDUKAN HUKUM NAMA",
    ("pangkat", "golongan_id"): "GOL AKHIR NAMA",
    ("pangkat", "mkg_tahun"): "MK TAHUN",
    ("pangkat", "mkg_bulan"): "MK BULAN",
    ("pangkat", "tmt"): "TMT GOLONGAN",
    ("jabatan", "jabatan_id"): "JABATAN NAMA",
    ("jabatan", "unit_id"): "UNOR NAMA",
    ("jabatan", "tmt"): "TMT JABATAN",
    ("unit", "unit_id"): "UNOR NAMA",
    ("pendidikan", "tingkat_id"): "TINGKAT PENDIDIKAN NAMA",
    ("pendidikan", "nama"): "PENDIDIKAN NAMA",
    ("pendidikan", "siasn_id"): "PENDIDIKAN ID",
    ("pendidikan", "sekolah"): "NAMA SEKOLAH",
    ("pendidikan", "tahun_lulus"): "TAHUN LULUS",
}
# Field of Pegawai -> column of the file.
JUDUL_PEGAWAI = {
    "pns_id": "PNS ID",
    "nip_lama": "NIP LAMA",
    "tempat_lahir": "TEMPAT LAHIR NAMA",
    "agama_id": "AGAMA NAMA",
    "jenis_kawin_id": "JENIS KAWIN NAMA",
    "jenis_pegawai_id": "JENIS PEGAWAI NAMA",
    "nik": "NIK",
    "nomor_hp": "NOMOR HP",
    "email": "EMAIL",
    "email_gov": "EMAIL GOV",
    "alamat": "ALAMAT",
    "npwp": "NPWP NOMOR",
    "bpjs": "BPJS",
    "kartu_asn": "KARTU ASN VIRTUAL",
    "kpkn": "KPKN NAMA",
    "lokasi_kerja": "LOKASI KERJA NAMA",
}
# Once a text is known, what was kept of it in ``tambahan`` is no longer needed.
_TERSIMPAN = {
    "unit": ("UNOR ID", "UNOR NAMA"),
    "jabatan": ("JABATAN ID", "JABATAN NAMA"),
    "kedudukan": ("KEDUDUKAN HUKUM ID", "KEDUDUKAN HUKUM NAMA"),
    "pangkat": ("GOL AKHIR ID", "GOL AKHIR NAMA"),
    "gol_awal": ("GOL AWAL ID", "GOL AWAL NAMA"),
    "pendidikan": (
        "TINGKAT PENDIDIKAN ID",
        "TINGKAT PENDIDIKAN NAMA",
        "PENDIDIKAN ID",
        "PENDIDIKAN NAMA",
        "NAMA SEKOLAH",
    ),
    "agama_id": ("AGAMA ID", "AGAMA NAMA"),
    "jenis_kawin_id": ("JENIS KAWIN ID", "JENIS KAWIN NAMA"),
    "jenis_pegawai_id": ("JENIS PEGAWAI ID", "JENIS PEGAWAI NAMA"),
}
_BELUM_ADA = "Sertakan baris pegawai ini pada lembar Data ASN, atau impor Data ASN-nya lebih dahulu."


def susun(orang, utama, riwayat, konteks):
    """Plans all rows of one person and sets ``hasil``, ``perubahan``, ``galat`` of each Baris; returns Penyusun."""
    p = Penyusun(orang, konteks)
    sah = utama is not None and not utama.galat
    riwayat = [b for b in riwayat if not b.galat]
    if orang.id is None and not sah:
        _tolak_riwayat(riwayat, utama)
        return _tuntas(p, utama, riwayat)
    for b in sorted(riwayat, key=lambda b: (b.jenis != "kedudukan", b.jenis, b.nilai.get("tmt", ""))):
        susun_riwayat(p, b)
    if sah:
        p.mulai(utama, dict(JUDUL))
        Utama(p, utama).susun()
        utama.hasil = BARU if orang.baru_awal else UBAH if utama.perubahan else SAMA
        if utama.galat:
            p.mundur()
            if orang.id is None:
                p.mundur_semua()
                _tolak_riwayat(riwayat, utama)
    return _tuntas(p, utama, riwayat)


def _tolak_riwayat(riwayat, utama):
    for b in riwayat:
        sebab = "pegawai dengan NIP ini belum ada di portal"
        b.galat = []
        if utama is not None:
            sebab += f", dan {utama.di} ditolak"
        b.tolak("NIP", sebab, "Perbaiki baris Data ASN-nya, lalu kirim lagi keduanya." if utama else _BELUM_ADA)


def _tuntas(p, utama, riwayat):
    for b in (*riwayat, *([utama] if utama is not None else ())):
        if b.galat:
            b.hasil, b.perubahan = GALAT, []
    return p


def susun_riwayat(p, b):
    """Plans one row of a riwayat sheet."""
    if b.lewati:
        b.hasil = SAMA
        return
    p.mulai(b, {("unit", "unit_id"): "UNOR NAMA"})
    kunci, tmt = b.jenis, b.nilai["tmt"]
    isi = {n: v for n, v in b.nilai.items() if n != "tmt" and not kosong(v)}
    hasil = p.bertanggal(kunci, tmt, isi, catat_baru=False)
    b.hasil = SAMA if hasil == SELISIH else hasil
    if hasil == GALAT:
        p.mundur()
        return
    kolom = f"{kunci} {tmt}"
    if hasil == SELISIH:
        rec = p.orang.riwayat[kunci][p.letak(kunci, tmt, isi)]
        beda = {n: v for n, v in isi.items() if not kosong(rec.nilai.get(n)) and not serupa(rec.nilai[n], v)}
        teks = lambda nilai: ", ".join(p.konteks.tampil(kunci, n, nilai[n]) for n in beda)  # noqa: E731 - used twice
        p.catat_selisih(kolom, teks(isi), teks(rec.nilai))
    else:
        p.cabut_selisih(kolom)
    if kunci == "jabatan" and b.nilai["penugasan"] == "D" and "unit_id" in isi and hasil in (BARU, UBAH):
        _turunkan_unit(p, tmt, isi["unit_id"])


def _turunkan_unit(p, tmt, unit_id):
    """A definitive post names the unit: it is the unit of work from that TMT, unless it already is."""
    pada = p.pada("unit", tmt)
    if pada is None or (pada.nilai["unit_id"] != unit_id and not (pada.naskah and pada.tmt == tmt)):
        p.bertanggal("unit", tmt, {"unit_id": unit_id}, catat_baru=False)


class Utama:
    """Plans one row of the main sheet; a fact a method."""

    def __init__(self, p, baris):
        self.p, self.nilai, self.orang = p, baris.nilai, p.orang
        self.baru = self.orang.baru_awal
        self.mulai = self._tmt_mulai()

    def susun(self):
        """All facts, in an order that the checks of the database allow."""
        self.data_pegawai()
        self.status()
        self.kedudukan()
        self.identitas()
        self.pangkat()
        self.jabatan()
        self.unit()
        self.pendidikan()

    def _tmt_mulai(self):
        """First day of service, as far as file, riwayat or number tell; else the stated date."""
        n, status = self.nilai, self.p.urut("status")
        calon = n.get("tmt_cpns") or (status[0].tmt if status else None) or n.get("tmt_nip")
        calon = calon or n.get("pangkat", {}).get("tmt") or n.get("tmt_jabatan")
        return min(calon, self.p.konteks.per) if calon else self.p.konteks.per

    def _selisih(self, kunci, hasil, siasn, rec, nama):
        """Notes or clears the selisih of a fact, after what ``hasil`` has come of it."""
        if hasil == SELISIH:
            self.p.catat_selisih(kunci, siasn, self.p.konteks.tampil_rec(kunci, rec, nama) if rec else "")
        elif hasil != GALAT:
            self.p.cabut_selisih(kunci)

    def data_pegawai(self):
        """Contact and identity columns: changed in place; an empty cell leaves them."""
        p, orang, data = self.p, self.orang, self.orang.data
        isi = dict(self.nilai["pegawai"])
        if orang.id is None:
            p.pegawai = {
                "tanggal_lahir": self.nilai["lahir_nip"], "jenis_kelamin": self.nilai["kelamin_nip"], **isi
            }  # fmt: skip
        else:
            for medan, nilai in isi.items():
                if data.get(medan) != nilai and not kosong(nilai):
                    p.pegawai[medan] = nilai
                    self._catat(JUDUL_PEGAWAI[medan], medan, data.get(medan), nilai)
        lama = data.get("tambahan", {})
        baru = lama | {k: v for k, v in self.nilai["tambahan"].items() if not kosong(v)}
        for nama in _TERSIMPAN.keys() & (self.nilai.keys() | isi.keys()):
            for kolom in _TERSIMPAN[nama]:
                baru.pop(kolom, None)
        if baru != lama or orang.id is None:
            p.pegawai["tambahan"] = baru
            if orang.id is not None:
                for kolom in sorted({k for k in baru | lama if baru.get(k) != lama.get(k)}):
                    self._catat(kolom, f"tambahan.{kolom}", lama.get(kolom), baru.get(kolom))

    def _catat(self, kolom, medan, lama, baru):
        """A change in place: shown by ``lama``/``baru``, undone by ``dari``/``ke``."""
        jenis = {"agama_id": "agama", "jenis_kawin_id": "jenis_kawin", "jenis_pegawai_id": "jenis_pegawai"}.get(medan)
        tampil = (
            (lambda v: self.p.konteks.rujukan.tampil(jenis, v)) if jenis else (lambda v: "" if kosong(v) else str(v))
        )
        if not self.baru:
            isi = {
                "kolom": kolom,
                "lama": tampil(lama),
                "baru": tampil(baru),
                "medan": medan,
                "dari": lama,
                "ke": baru,
            }
            self.p.baris.perubahan.append(isi)

    def status(self):
        """CPNS and PNS at their TMT; PPPK at the TMT of appointment."""
        p, n = self.p, self.nilai
        status, cpns, pns = n.get("status"), n.get("tmt_cpns"), n.get("tmt_pns")
        ada = bool(p.urut("status"))
        hasil = []
        if status and status.startswith("PPPK"):
            isi = {"status": status, **n.get("sk_cpns", {})}
            hasil.append(self._status_di("CPNS", cpns or (None if ada else self.mulai), isi))
        else:
            if cpns is None and not ada and status:
                cpns = n.get("tmt_nip")
            if cpns and cpns != pns:
                hasil.append(self._status_di("CPNS", cpns, {"status": "CPNS", **n.get("sk_cpns", {})}))
            if pns or (status == "PNS" and not any(r.nilai["status"] == "PNS" for r in p.urut("status"))):
                hasil.append(self._status_di("PNS", pns, {"status": "PNS", **n.get("sk_pns", {})}))
        if hasil and GALAT not in hasil:
            tulisan = f"{status or ''} (TMT CPNS {tanggal_id(cpns)}, TMT PNS {tanggal_id(pns)})"
            akhir = SELISIH if SELISIH in hasil else SAMA
            self._selisih("status", akhir, tulisan, p.pada("status", p.konteks.per), ("status",))

    def _status_di(self, sebutan, tmt, isi):
        p = self.p
        for medan, kolom in (("nomor_sk", "NOMOR SK"), ("tanggal_sk", "TANGGAL SK"), ("tmt", "TMT")):
            p.judul["status", medan] = f"{kolom} {sebutan}"
        if tmt is None:
            return p.tanpa_tmt("status", {"status": isi["status"]}, self.mulai)
        if self._bernaskah_lain("status", "status", tmt, isi["status"]):
            return SELISIH
        return p.bertanggal("status", tmt, isi)

    def _bernaskah_lain(self, kunci, medan, tmt, nilai):
        """True when a naskah already dates this very value otherwise."""
        recs = self.p.urut(kunci)
        if any(r.tmt == tmt for r in recs):
            return False
        return any(r.naskah and r.nilai[medan] == nilai for r in recs)

    def kedudukan(self):
        """Kedudukan hukum has no TMT; only ordinary service goes back to the first day."""
        kode = self.nilai.get("kedudukan")
        if kode is None:
            return
        p = self.p
        hasil = p.tanpa_tmt("kedudukan", {"kedudukan_id": kode}, self.mulai if kode in AKTIF else p.konteks.per)
        tulisan = p.konteks.tampil("kedudukan", "kedudukan_id", kode)
        self._selisih("kedudukan", hasil, tulisan, self._akhir("kedudukan"), ("kedudukan_id",))

    def identitas(self):
        """Name and degrees hold from the stated date, the first ones from the first day."""
        isi = self.nilai.get("identitas")
        if isi:
            hasil = self.p.tanpa_tmt("identitas", isi, self.mulai)
            nama = ("gelar_depan", "nama", "gelar_belakang")
            tulisan = " ".join(isi[k] for k in nama if k in isi)
            self._selisih("identitas", hasil, tulisan, self._akhir("identitas"), nama)

    def _akhir(self, kunci):
        recs = self.p.urut(kunci)
        return recs[-1] if recs else None

    def pangkat(self):
        """GOL AKHIR at TMT GOLONGAN with its MKG; GOL AWAL at TMT CPNS when nothing earlier is known."""
        g = dict(self.nilai.get("pangkat", {}))
        if not g:
            return
        p, tmt = self.p, g.pop("tmt", None)
        hasil = self._bertanggal_atau_tidak("pangkat", "golongan_id", tmt, g)
        tulisan = f"{g['golongan_id']} (TMT {tanggal_id(tmt)})"
        self._selisih("pangkat", *self._kini("pangkat", hasil, tmt, tulisan), ("golongan_id",))
        awal = self.nilai.get("gol_awal")
        batas = tmt or p.konteks.per
        perlu = awal and awal != g["golongan_id"] and self.mulai < batas and hasil not in (GALAT, SELISIH)
        if perlu and not any(r.tmt < batas for r in p.urut("pangkat")):
            p.judul |= {("pangkat", "golongan_id"): "GOL AWAL NAMA", ("pangkat", "tmt"): "TMT CPNS"}
            p.bertanggal("pangkat", self.mulai, {"golongan_id": awal})

    def _bertanggal_atau_tidak(self, kunci, medan, tmt, isi):
        p = self.p
        if tmt is None:
            return p.tanpa_tmt(kunci, isi, p.konteks.per)
        if self._bernaskah_lain(kunci, medan, tmt, isi[medan]):
            return SELISIH
        return p.bertanggal(kunci, tmt, isi)

    def _kini(self, kunci, hasil, tmt, tulisan):
        """(hasil, tulisan, row in force): SIASN also differs when a naskah has since set a later row."""
        kini = self.p.pada(kunci, self.p.konteks.per)
        if hasil not in (GALAT, SELISIH) and tmt and kini is not None and kini.naskah and kini.tmt > tmt:
            hasil = SELISIH
        return hasil, tulisan, kini

    def jabatan(self):
        """The definitive post at TMT JABATAN; a post already recorded there keeps its unit."""
        j = dict(self.nilai.get("jabatan", {}))
        if not j:
            return
        p, tmt = self.p, j.pop("tmt", None)
        tulisan = f"{p.konteks.tampil('jabatan', 'jabatan_id', j['jabatan_id'])} (TMT {tanggal_id(tmt)})"
        j["penugasan"] = "D"
        if "unit" in self.nilai and tmt and ("D", tmt) not in self.orang.riwayat["jabatan"]:
            j["unit_id"] = self.nilai["unit"]
        kini = p.pada("jabatan", p.konteks.per)
        if tmt and kini and kini.naskah and kini.tmt != tmt and kini.nilai["jabatan_id"] == j["jabatan_id"]:
            hasil = SELISIH
        elif tmt:
            hasil = p.bertanggal("jabatan", tmt, j)
        else:
            hasil = p.tanpa_tmt("jabatan", j, p.konteks.per)
        self._selisih("jabatan", *self._kini("jabatan", hasil, tmt, tulisan), ("jabatan_id",))

    def unit(self):
        """The unit has no TMT; of a new person it is that of his present post."""
        unit = self.nilai.get("unit")
        if unit is None:
            return
        p, per, isi = self.p, self.p.konteks.per, {"unit_id": unit}
        tmt = self.nilai.get("tmt_jabatan")
        bawaan = tmt if tmt and tmt <= per else per
        akhir = self._akhir("unit")
        if self.baru and akhir and not akhir.naskah and akhir.tmt < bawaan and akhir.nilai["unit_id"] != unit:
            hasil = p.bertanggal("unit", bawaan, isi)
        else:
            hasil = p.tanpa_tmt("unit", isi, bawaan)
        self._selisih("unit", hasil, p.konteks.tampil("unit", "unit_id", unit), self._akhir("unit"), ("unit_id",))

    def pendidikan(self):
        """The highest education: dated by TAHUN LULUS; the last day of that year when no day is given."""
        isi = dict(self.nilai.get("pendidikan", {}))
        if not isi:
            return
        p, tmt = self.p, isi.pop("tmt", None)
        isi.setdefault("nama", "")
        recs = [r for r in p.urut("pendidikan") if r.nilai["tingkat_id"] == isi["tingkat_id"]]
        tahun = isi.get("tahun_lulus")
        cocok = [
            r for r in recs if tahun is None or r.nilai["tahun_lulus"] in (None, tahun) or r.tmt[:4] == str(tahun)
        ]
        cocok.sort(key=lambda r: not serupa(r.nilai["nama"], isi["nama"]))
        isi = {n: v for n, v in isi.items() if not kosong(v)}
        if cocok:
            hasil = p.bertanggal("pendidikan", cocok[0].tmt, isi)
        elif tahun is None and recs:
            hasil = SAMA
        else:
            hasil = p.bertanggal("pendidikan", tmt or self._hari_lulus(tahun), {"nama": "", **isi})
        tulisan = (
            f"{p.konteks.tampil('pendidikan', 'tingkat_id', isi['tingkat_id'])} {isi.get('nama', '')} {tahun or ''}"
        )
        rec = cocok[0] if cocok else self._akhir("pendidikan")
        self._selisih("pendidikan", hasil, tulisan, rec, ("tingkat_id", "nama", "tahun_lulus"))

    def _hari_lulus(self, tahun):
        """A free day to stand for the year: its last one, not after the stated date."""
        per = self.p.konteks.per
        terpakai = {r.tmt for r in self.p.urut("pendidikan")}
        calon = [f"{tahun}-12-{hari}" for hari in range(31, 9, -1)] if tahun else [per]
        return next((h for h in calon if h not in terpakai and h <= per), min(calon[0], per))
