"""Utama: satu baris "Data ASN" menjadi nilai bersih, dengan aturan NIP dan yang bertentangan di dalamnya.

What comes out is JSON-native and says what the file says; what that means for the riwayat is decided in
``susun.py``. Empty columns are simply absent.
"""

from datetime import date

from kepegawaian import nip as aturan_nip
from kepegawaian.impor import sel
from kepegawaian.impor.baris import Baris
from kepegawaian.impor.lembar import UTAMA
from kepegawaian.impor.padanan import AKTIF_PPPK, JENIS_JABATAN, STATUS
from kepegawaian.impor.rujukan import ABAIKAN, baku

# Column -> field of Pegawai, reader of the cell, greatest length.
LANGSUNG = (
    ("PNS ID", "pns_id", sel.nomor, 36),
    ("NIP LAMA", "nip_lama", sel.nomor, 9),
    ("TEMPAT LAHIR NAMA", "tempat_lahir", sel.teks, 100),
    ("NOMOR HP", "nomor_hp", sel.nomor, 30),
    ("EMAIL", "email", sel.teks, 160),
    ("EMAIL GOV", "email_gov", sel.teks, 160),
    ("ALAMAT", "alamat", sel.teks, 2000),
    ("NPWP NOMOR", "npwp", sel.nomor, 30),
    ("BPJS", "bpjs", sel.nomor, 30),
    ("KARTU ASN VIRTUAL", "kartu_asn", sel.nomor, 40),
    ("KPKN NAMA", "kpkn", sel.teks, 80),
    ("LOKASI KERJA NAMA", "lokasi_kerja", sel.teks, 120),
)
RUJUKAN = (
    ("AGAMA", "agama_id", "agama"),
    ("JENIS KAWIN", "jenis_kawin_id", "jenis_kawin"),
    ("JENIS PEGAWAI", "jenis_pegawai_id", "jenis_pegawai"),
)
# Only stored, and exported again.
TAMBAHAN = (
    "TEMPAT LAHIR ID",
    "KPKN ID",
    "LOKASI KERJA ID",
    "INSTANSI INDUK ID",
    "INSTANSI INDUK NAMA",
    "INSTANSI KERJA ID",
    "INSTANSI KERJA NAMA",
    "SATUAN KERJA INDUK ID",
    "SATUAN KERJA INDUK NAMA",
    "SATUAN KERJA KERJA ID",
    "SATUAN KERJA KERJA NAMA",
    "IS VALID NIK",
    "FLAG IKD",
)
PERBAIKI_NIP = "Perbaiki sel yang salah; bila NIP-nya yang keliru, ajukan peremajaan data ke BKN."
_KOLOM_NIP07 = {"tanggal lahir": "TANGGAL LAHIR", "jenis kelamin": "JENIS KELAMIN", "TMT CPNS": "TMT CPNS"}


class PembacaUtama:
    """Turns the rows of the main sheet into Baris, one after another."""

    def __init__(self, tabel, pembaca, rujukan, per, hari_ini):
        self.tabel, self.p, self.rujukan = tabel, pembaca, rujukan
        self.per, self.hari_ini = per, hari_ini

    def baca(self, nomor, sel_sel):
        """The Baris of one row."""
        b = self.b = Baris(self.tabel.nama, nomor, UTAMA)
        p = self.p
        p.mulai(b, sel_sel)
        b.nip = p.ambil("NIP BARU", sel.nip) or ""
        self.nilai = b.nilai = {"pegawai": {}, "tambahan": {}}
        self._identitas()
        self._langsung()
        self._status()
        self._pangkat()
        self._tempat()
        self._pendidikan()
        self._nip()
        return b

    def _isi(self, kunci, nilai):
        if nilai is not None:
            self.nilai[kunci] = nilai

    def _identitas(self):
        p, b = self.p, self.b
        banyak = len(b.galat)
        isi = {
            "nama": p.teks("NAMA", sel.teks, 160),
            "gelar_depan": p.teks("GELAR DEPAN", sel.teks, 60),
            "gelar_belakang": p.teks("GELAR BELAKANG", sel.teks, 100),
        }
        isi = {k: " ".join(v.split()) for k, v in isi.items() if v}
        b.nama = isi.get("nama", "")
        if not b.nama and len(b.galat) == banyak:
            b.tolak("NAMA", "NAMA kosong", "Isi nama tanpa gelar.")
        self._isi("identitas", isi)
        self._isi("tanggal_lahir", p.tanggal("TANGGAL LAHIR", sel.tanggal))
        self._isi("jenis_kelamin", p.ingat("JENIS KELAMIN", sel.kelamin))

    def _langsung(self):
        p, pegawai = self.p, self.nilai["pegawai"]
        for kolom, medan, baca, maks in LANGSUNG:
            if isi := p.teks(kolom, baca, maks):
                pegawai[medan] = isi
        if isinstance(p.mentah("NOMOR HP"), float) and pegawai.get("nomor_hp", "").startswith("8"):
            self.b.catatan.append("NOMOR HP berupa angka; nol di depannya mungkin hilang. Simpan kolom sebagai Teks.")
        if (surel := pegawai.get("email")) and ("@" not in surel or " " in surel):
            self.b.catatan.append(f"EMAIL “{surel}” bukan alamat surel; tetap disimpan.")
        if nik := p.ambil("NIK", sel.nomor_panjang, "NIK", 16):
            pegawai["nik"] = nik
        for awal, medan, jenis in RUJUKAN:
            if (kunci := self._rujuk(awal, jenis)) is not None:
                pegawai[medan] = kunci
        for kolom in TAMBAHAN:
            if isi := p.teks(kolom, sel.teks, 300):
                self.nilai["tambahan"][kolom] = isi

    def _rujuk(self, awal, jenis, *, kode_lain=None):
        """Key for the columns ``awal ID`` and ``awal NAMA``; an unknown text is kept in ``tambahan``."""
        p = self.p
        id_, nama = p.teks(f"{awal} ID", sel.teks, 36), p.teks(f"{awal} NAMA", sel.teks, 300)
        if not (id_ or nama):
            return None
        kunci = self.rujukan.kode(jenis, id_, nama) if kode_lain is None else kode_lain(id_, nama)
        kunci = p.rujuk(f"{awal} NAMA" if nama else f"{awal} ID", nama or id_, kunci)
        if kunci is None:
            self.nilai["tambahan"] |= {f"{awal} ID": id_, f"{awal} NAMA": nama}
        return kunci

    def _status(self):
        """Status of employment, its decrees, and kedudukan hukum; the number itself tells a PPPK."""
        p, b, nilai = self.p, self.b, self.nilai
        tulisan = p.teks("STATUS CPNS PNS", sel.teks, 40)
        status = STATUS.get(baku(tulisan)) if tulisan else None
        if tulisan and status is None:
            b.tolak("STATUS CPNS PNS", f"“{tulisan}” bukan status", "Isi C, P, PPPK, atau PPPK PARUH WAKTU.")
        kedudukan = self._rujuk("KEDUDUKAN HUKUM", "kedudukan")
        ket = " ".join(filter(None, (p.teks(f"{k} NAMA", sel.teks) for k in ("KEDUDUKAN HUKUM", "JENIS PEGAWAI"))))
        if status in (None, "CPNS", "PNS", "PPPK"):
            status = self._status_lain(status, kedudukan, baku(ket))
        if status in AKTIF_PPPK and kedudukan in ("01", *AKTIF_PPPK.values()):
            kedudukan = AKTIF_PPPK[status]
        self._isi("status", status)
        self._isi("kedudukan", kedudukan)
        for jenis in ("CPNS", "PNS"):
            tmt = p.tanggal(f"TMT {jenis}", sel.tanggal)
            sk = p.teks(f"NOMOR SK {jenis}", sel.teks, 100), p.tanggal(f"TANGGAL SK {jenis}", sel.tanggal)
            self._isi(f"tmt_{jenis.lower()}", tmt)
            self._isi(
                f"sk_{jenis.lower()}", {k: v for k, v in zip(("nomor_sk", "tanggal_sk"), sk, strict=True) if v} or None
            )
        if nilai.get("tmt_pns") and nilai.get("tmt_cpns") and nilai["tmt_pns"] < nilai["tmt_cpns"]:
            b.tolak("TMT PNS", "TMT PNS mendahului TMT CPNS", "Perbaiki salah satu TMT-nya.")

    def _status_lain(self, status, kedudukan, keterangan):
        """Status as far as other columns and the number tell it, for files whose text says less."""
        pppk = aturan_nip.bentuk_pppk(self.b.nip)
        if status in ("CPNS", "PNS") and not pppk:
            return status
        if pppk or kedudukan in AKTIF_PPPK.values() or status == "PPPK" or "PPPK" in keterangan:
            if status in ("CPNS", "PNS"):
                self.b.catatan.append("STATUS CPNS PNS tidak cocok dengan nomor induk PPPK; dibaca sebagai PPPK.")
            return "PPPK_PW" if "PARUH WAKTU" in keterangan or kedudukan == "P6" else "PPPK"
        return status

    def _pangkat(self):
        p, b, nilai = self.p, self.b, self.nilai
        awal, akhir = self._golongan("GOL AWAL"), self._golongan("GOL AKHIR")
        tmt = p.tanggal("TMT GOLONGAN", sel.tanggal)
        mkg = p.ingat("MK TAHUN", sel.bulat, 99), p.ingat("MK BULAN", sel.bulat, 11)
        if akhir:
            isi = {"golongan_id": akhir, "tmt": tmt, "mkg_tahun": mkg[0], "mkg_bulan": mkg[1]}
            if mkg[0] is not None and mkg[1] is None:
                isi["mkg_bulan"] = 0
            self._isi("pangkat", {k: v for k, v in isi.items() if v is not None})
        self._isi("gol_awal", awal)
        if tmt and nilai.get("tmt_cpns") and tmt < nilai["tmt_cpns"]:
            b.tolak("TMT GOLONGAN", "TMT GOLONGAN mendahului TMT CPNS", "Perbaiki salah satu TMT-nya.")

    def _golongan(self, awal):
        """A rank by id or text; both given must mean the same, and the kind must fit the status."""
        p, b, r = self.p, self.b, self.rujukan
        id_, nama = p.teks(f"{awal} ID", sel.teks, 36), p.teks(f"{awal} NAMA", sel.teks, 40)
        if not (id_ or nama):
            return None
        dari_id = r.daftar["golongan"].get(baku(id_)) if id_ else None
        dari_nama = r.daftar["golongan"].get(baku(sel.golongan(nama) or nama)) if nama else None
        if nama and dari_nama is None:
            b.tolak(f"{awal} NAMA", f"“{nama}” bukan golongan", "Tulis seperti III/b, atau IX untuk PPPK.")
            return None
        if dari_id and dari_nama and dari_id != dari_nama:
            b.tolak(f"{awal} ID", f"{awal} ID {id_} ({dari_id}) berbeda dengan {dari_nama}", "Samakan kedua kolomnya.")
            return None
        kode = dari_nama or dari_id or self._rujuk(awal, "golongan")
        jenis = (
            "PPPK" if self.nilai.get("status", "").startswith("PPPK") else "PNS" if "status" in self.nilai else None
        )
        if kode and jenis and r.golongan_jenis[kode] != jenis:
            b.tolak(
                f"{awal} NAMA" if nama else f"{awal} ID",
                f"golongan {kode} bukan golongan {jenis}",
                f"Periksa golongan dan status; golongan {jenis} ditulis {'IX' if jenis == 'PPPK' else 'III/b'}.",
            )
            return None
        return kode

    def _tempat(self):
        """Unit and post."""
        p, r = self.p, self.rujukan
        induk = p.teks("SATUAN KERJA KERJA NAMA", sel.teks, 300)
        per = self.per
        unit = self._rujuk("UNOR", "unit", kode_lain=lambda i, n: r.cari_unit(i, n, induk, per, boleh_lama=False))
        self._isi("unit", unit)
        jenis = r.daftar["jenis_jabatan"].get(baku(p.teks("JENIS JABATAN ID", sel.teks) or "")) or r.daftar[
            "jenis_jabatan"
        ].get(baku(p.teks("JENIS JABATAN NAMA", sel.teks) or ""))
        tmt = p.tanggal("TMT JABATAN", sel.tanggal)
        self._isi("tmt_jabatan", tmt)
        cari = lambda i, n: r.cari_jabatan(i, n, jenis, unit, self._eselon(), tmt or per)  # noqa: E731 - two lookups alike
        jabatan = self._rujuk("JABATAN", "jabatan", kode_lain=cari)
        if jabatan is None and jenis == "1" and not (p.mentah("JABATAN ID") or p.mentah("JABATAN NAMA")):
            jabatan = cari(None, None)
        if jabatan is not None and jabatan is not ABAIKAN:
            self._isi("jabatan", {k: v for k, v in (("jabatan_id", jabatan), ("tmt", tmt)) if v})
            if jenis in JENIS_JABATAN and r.jabatan[jabatan].jenis != JENIS_JABATAN[jenis]:
                self.b.catatan.append(f"JENIS JABATAN pada berkas berbeda: di portal {r.jabatan[jabatan].jenis}.")

    def _eselon(self):
        """Code of the eselon columns (``II.b``), if the file has them."""
        isi = self.p.teks("ESELON NAMA", sel.teks)
        return isi.replace("/", ".").replace(" ", "") if isi and isi.upper() != "NON" else None

    def _pendidikan(self):
        p = self.p
        tingkat = self._rujuk("TINGKAT PENDIDIKAN", "tingkat_pendidikan")
        tahun, tanggal = p.ingat("TAHUN LULUS", sel.tahun) or (None, None)
        isi = {
            "tingkat_id": tingkat,
            "nama": p.teks("PENDIDIKAN NAMA", sel.teks, 200),
            "siasn_id": p.teks("PENDIDIKAN ID", sel.teks, 36),
            "sekolah": p.teks("NAMA SEKOLAH", sel.teks, 200),
            "tahun_lulus": tahun,
            "tmt": tanggal,
        }
        if tingkat is not None:
            self._isi("pendidikan", {k: v for k, v in isi.items() if v is not None})
        elif isi["nama"]:
            kolom = {"PENDIDIKAN NAMA": "nama", "PENDIDIKAN ID": "siasn_id", "NAMA SEKOLAH": "sekolah"}
            self.nilai["tambahan"] |= {k: isi[v] for k, v in kolom.items()}

    def _nip(self):
        """NIP-01 to NIP-07 and NIP-10; TMT CPNS empty in the file is read from the number of a PNS."""
        b, nilai = self.b, self.nilai
        if not b.nip:
            if not any(g["kolom"] == "NIP BARU" for g in b.galat):
                b.tolak("NIP BARU", "NIP kosong", "Isi NIP 18 angka sebagai teks.")
            return
        status = nilai.get("status")
        tanggal = {k: date.fromisoformat(nilai[k]) if k in nilai else None for k in ("tanggal_lahir", "tmt_cpns")}
        temuan = aturan_nip.periksa(
            b.nip,
            hari_ini=self.hari_ini,
            pppk=None if status is None else status.startswith("PPPK"),
            jenis_kelamin=nilai.get("jenis_kelamin"),
            **tanggal,
        )
        for t in temuan:
            if t.berat == aturan_nip.PERINGATAN:
                b.catatan.append(f"{t.pesan} ({t.kode})")
            else:
                kolom = (
                    ", ".join(v for k, v in _KOLOM_NIP07.items() if k in t.pesan) if t.kode == "NIP-07" else "NIP BARU"
                )
                b.tolak(kolom, f"{t.pesan} ({t.kode})", PERBAIKI_NIP)
        if isi := aturan_nip.urai(b.nip):
            nilai["lahir_nip"], nilai["kelamin_nip"] = isi.tanggal_lahir.isoformat(), isi.jenis_kelamin
            self._isi("tmt_nip", isi.tmt_cpns.isoformat() if isi.tmt_cpns else None)
