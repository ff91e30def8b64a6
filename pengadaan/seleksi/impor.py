"""Impor berkas sistem nasional: pelamar, hasil SKD, hasil SKB, hasil seleksi kompetensi PPPK.

Headers are matched by name (``kepegawaian.impor.lembar``); a preview names each row in error with the column, the reason and
the remedy. ``terapkan`` writes every clean row or, while one is in error, nothing; ``urungkan`` takes a whole import back while
nothing rests on it. Reading order: columns, ``unggah``, one reader per kind, ``terapkan``, ``urungkan``.
"""

import hashlib

from django.db.models import Q

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.impor import sel, wadah
from kepegawaian.impor.ekspor import tulis_daftar
from kepegawaian.impor.lembar import buka_daftar
from kepegawaian.impor.sel import SelSalah
from kepegawaian.models import TingkatPendidikan
from pengadaan.models import ImporSeleksi, NilaiSeleksi, Pelamar
from pengadaan.seleksi.aturan import SUBTES, Skd, skd_wajar
from pengadaan.seleksi.galat import DitolakSeleksi
from pengadaan.seleksi.perbuatan import kunci, simpan_naik

NOMOR = "NOMOR PESERTA"
PERNYATAAN = {
    "PERNAH DIPIDANA": "pidana", "PERNAH DIBERHENTIKAN": "diberhentikan", "ANGGOTA PARPOL": "parpol",
    "KUALIFIKASI SESUAI": "kualifikasi", "SEHAT": "sehat", "BERSEDIA DITEMPATKAN": "bersedia",
}  # fmt: skip
KOLOM = {
    "pelamar": (NOMOR, "NIK", "NAMA", "TEMPAT LAHIR", "TANGGAL LAHIR", "JENIS KELAMIN", "TINGKAT PENDIDIKAN", "PENDIDIKAN", "IPK",
                "KODE JABATAN", "KODE UNIT", "JALUR", "TANGGAL DAFTAR", "EMAIL", "NOMOR HP", "STATUS PEKERJAAN", *PERNYATAAN),
    "skd": (NOMOR, "TWK", "TIU", "TKP", "HADIR"),
    "skb": (NOMOR, "NILAI SKB", "HADIR"),
    "kompetensi": (NOMOR, "TEKNIS", "MANAJERIAL", "SOSIOKULTURAL", "WAWANCARA", "LULUS AMBANG", "HADIR"),
}  # fmt: skip
WAJIB = {
    "pelamar": (NOMOR, "NAMA", "TANGGAL LAHIR", "JENIS KELAMIN", "TINGKAT PENDIDIKAN", "PENDIDIKAN", "KODE JABATAN", "KODE UNIT"),
    "skd": (NOMOR, "TWK", "TIU", "TKP"), "skb": (NOMOR, "NILAI SKB"), "kompetensi": (NOMOR, "TEKNIS", "LULUS AMBANG"),
}  # fmt: skip
SINONIM = {
    "NO PESERTA": NOMOR, "NOMOR UJIAN": NOMOR, "NO UJIAN": NOMOR, "NAMA PESERTA": "NAMA", "NAMA LENGKAP": "NAMA", "GENDER": "JENIS KELAMIN",
    "PROGRAM STUDI": "PENDIDIKAN", "JURUSAN": "PENDIDIKAN", "NILAI IPK": "IPK", "JENIS FORMASI": "JALUR", "SUREL": "EMAIL",
    "NO HP": "NOMOR HP", "NILAI TWK": "TWK", "NILAI TIU": "TIU", "NILAI TKP": "TKP", "SKB": "NILAI SKB", "TOTAL SKB": "NILAI SKB",
    "KETERANGAN": "LULUS AMBANG", "NILAI TEKNIS": "TEKNIS", "SOSIAL KULTURAL": "SOSIOKULTURAL", "JABATAN": "KODE JABATAN",
    "UNIT KERJA": "KODE UNIT", "TINGKAT": "TINGKAT PENDIDIKAN",
}  # fmt: skip
JALUR = {
    "UMUM": "umum", "CUMLAUDE": "cumlaude", "LULUSAN TERBAIK": "cumlaude", "PUTRA/PUTRI LULUSAN TERBAIK": "cumlaude", "DIASPORA": "diaspora",
    "DISABILITAS": "disabilitas", "PENYANDANG DISABILITAS": "disabilitas", "PAPUA": "papua", "PUTRA/PUTRI PAPUA": "papua",
    "DAERAH TERTINGGAL": "tertinggal", "TERTINGGAL": "tertinggal", "KALIMANTAN": "kalimantan", "PUTRA/PUTRI KALIMANTAN": "kalimantan",
}  # fmt: skip
TES = {"skd": "skd", "skb": "skb", "kompetensi": "kompetensi"}
MAKS_GALAT = 500


def jenis_boleh(seleksi):
    """Kinds of files a selection takes: [(kode, nama)]."""
    nama = dict(ImporSeleksi.JENIS)
    kode = ("pelamar", "skd", "skb") if seleksi.cpns else ("pelamar", "kompetensi")
    return [(k, nama[k]) for k in kode]


def contoh_xlsx(jenis, baris=()):
    """An empty sheet with the headings of a kind, or filled with ``baris``."""
    return tulis_daftar(dict(ImporSeleksi.JENIS)[jenis], KOLOM[jenis], list(baris))


# ── upload and preview ───────────────────────────────────────────────────────────────────────────────


def unggah(pk, jenis, berkas, nama, *, oleh):
    """Reads the file and keeps what it says as a preview; raises DitolakSeleksi when it is no such file."""
    pesan = f"Berkas tidak mempunyai kolom {', '.join(WAJIB[jenis])}; pakai lembar contohnya atau ubah judul kolomnya."
    try:
        _, letak, isi = buka_daftar(berkas, KOLOM[jenis], WAJIB[jenis], SINONIM, pesan, panjang=True)
    except wadah.BerkasDitolak as galat:
        raise DitolakSeleksi(str(galat)) from galat
    if not isi:
        raise DitolakSeleksi("Berkas hanya berisi judul kolom, tanpa satu baris data pun.")
    berkas.seek(0)
    sidik = hashlib.file_digest(berkas, "sha256").hexdigest()
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk, "berjalan")
        if jenis not in dict(jenis_boleh(s)):
            raise DitolakSeleksi("Jenis berkas itu tidak dipakai pada seleksi ini.")
        baca = _Pelamar(s) if jenis == "pelamar" else _Nilai(s, jenis)
        for nomor, sel_ in isi:
            baca.satu(nomor, sel_, letak)
        s.impor.filter(jenis=jenis, status="pratinjau").update(status="ditinggal")
        batch = ImporSeleksi.objects.create(
            seleksi=s, jenis=jenis, nama_berkas=nama[-200:], sha256=sidik, kolom=list(letak), baris=baca.baris,
            galat=baca.galat[:MAKS_GALAT], sama=baca.sama, oleh=oleh.pengguna, diunggah_pada=oleh.kini,
        )  # fmt: skip
        jejak.catat("seleksi_asn_unggah", s, pada=oleh.kini, nama=s.nama, berkas=batch.nama_berkas)
    return batch


class _Baca:
    """Collects clean rows and errors; ``sama`` counts rows that are recorded already."""

    def __init__(self):
        self.baris, self.galat, self.sama, self.terlihat = [], [], 0, {}

    def salah(self, nomor, kolom, sebab, cara, peserta=""):
        """One error."""
        self.galat.append({"nomor": nomor, "kolom": kolom, "sebab": sebab, "cara": cara, "peserta": peserta})

    def satu(self, nomor, sel_, letak):
        """Reads one row."""
        isi, salah = {}, False

        def ambil(kolom, fungsi=sel.teks):
            nonlocal salah
            if kolom not in letak or letak[kolom] >= len(sel_):
                return None
            try:
                return fungsi(sel_[letak[kolom]])
            except SelSalah as galat:
                salah = True
                self.salah(nomor, kolom, galat.sebab, galat.perbaikan, isi.get("nomor_peserta") or "")
                return None

        isi["nomor_peserta"] = (ambil(NOMOR) or "").replace(" ", "")[:30]
        if not isi["nomor_peserta"]:
            self.salah(nomor, NOMOR, "nomor peserta kosong", "Isi nomor peserta ujian.")
            return
        if isi["nomor_peserta"] in self.terlihat:
            pertama = self.terlihat[isi["nomor_peserta"]]
            self.salah(
                nomor,
                NOMOR,
                f"nomor peserta sudah ada pada baris {pertama}",
                "Sisakan satu baris.",
                isi["nomor_peserta"],
            )
            return
        self.terlihat[isi["nomor_peserta"]] = nomor
        self.isi(nomor, isi, ambil)
        if not salah and not self.bersalah(nomor):
            self.terima(nomor, isi)

    def bersalah(self, nomor, kolom=None):
        """Has the row in work an error already (in that column)? Its errors stand last."""
        for g in reversed(self.galat):
            if g["nomor"] != nomor:
                return False
            if kolom is None or g["kolom"] == kolom:
                return True
        return False


class _Pelamar(_Baca):
    """Rows of the list of applicants."""

    def __init__(self, s):
        super().__init__()
        self.formasi = {
            (f.jabatan.kode.upper(), f.unit.kode.upper(), f.jalur): f.pk
            for f in s.formasi.select_related("jabatan", "unit")
        }
        self.tingkat = {}
        for t in TingkatPendidikan.objects.all():
            self.tingkat |= {t.kode: t.kode, t.nama.upper(): t.kode}
            self.tingkat.setdefault(t.setara.upper(), t.kode)
        self.ada = {p.nomor_peserta: p for p in s.pelamar.all()}

    def isi(self, nomor, isi, ambil):
        """Cells of one row into values."""
        isi |= {
            "nik": ambil("NIK", lambda x: sel.nomor_panjang(x, "NIK", 16)) or "", "nama": ambil("NAMA"),
            "tempat_lahir": ambil("TEMPAT LAHIR") or "", "tanggal_lahir": ambil("TANGGAL LAHIR", lambda x: sel.tanggal(x)[0]),
            "jenis_kelamin": ambil("JENIS KELAMIN", sel.kelamin), "pendidikan": ambil("PENDIDIKAN"),
            "ipk": ambil("IPK", lambda x: sel.desimal(x, 5, 2)), "tanggal_daftar": ambil("TANGGAL DAFTAR", lambda x: sel.tanggal(x)[0]),
            "email": ambil("EMAIL") or "", "nomor_hp": ambil("NOMOR HP") or "",
        }  # fmt: skip
        for kolom, kunci_ in (("NAMA", "nama"), ("TANGGAL LAHIR", "tanggal_lahir"), ("JENIS KELAMIN", "jenis_kelamin"),
                              ("PENDIDIKAN", "pendidikan")):  # fmt: skip
            if not isi[kunci_] and not self.bersalah(nomor, kolom):
                self.salah(nomor, kolom, "kosong", f"Isi {kolom.lower()}.", isi["nomor_peserta"])
        isi["pernyataan"] = {k: v for kolom, k in PERNYATAAN.items() if (v := ambil(kolom, sel.ya_tidak)) is not None}
        if (status := ambil("STATUS PEKERJAAN")) is not None:
            isi["pernyataan"]["status"] = status
        tingkat = (ambil("TINGKAT PENDIDIKAN") or "").upper()
        isi["tingkat_id"] = self.tingkat.get(tingkat) or self.tingkat.get(tingkat.replace("-", ""))
        if isi["tingkat_id"] is None:
            self.salah(
                nomor,
                "TINGKAT PENDIDIKAN",
                f"“{tingkat}” bukan tingkat pendidikan",
                "Tulis mis. S1, D3, atau SLTA.",
                isi["nomor_peserta"],
            )
        self._formasi(nomor, isi, ambil)

    def _formasi(self, nomor, isi, ambil):
        jalur = JALUR.get((ambil("JALUR") or "UMUM").upper())
        kode = ((ambil("KODE JABATAN") or "").upper(), (ambil("KODE UNIT") or "").upper(), jalur)
        isi["formasi_id"] = self.formasi.get(kode)
        if jalur is None:
            self.salah(
                nomor, "JALUR", "jalur tidak dikenal", "Tulis Umum, Cumlaude, Disabilitas, …", isi["nomor_peserta"]
            )
        elif isi["formasi_id"] is None:
            self.salah(nomor, "KODE JABATAN", f"tidak ada formasi {kode[0]} pada unit {kode[1]} jalur {jalur}",
                       "Cocokkan kode jabatan dan kode unit dengan halaman formasi seleksi ini.", isi["nomor_peserta"])  # fmt: skip

    def terima(self, nomor, isi):
        """A clean row: new, the same as recorded, or in conflict."""
        lama = self.ada.get(isi["nomor_peserta"])
        if lama is None:
            self.baris.append({"nomor": nomor, **isi})
        elif beda := [k for k in ("nama", "formasi_id", "nik") if str(getattr(lama, k) or "") != str(isi[k] or "")]:
            self.salah(nomor, NOMOR, f"sudah tercatat dengan {', '.join(beda)} yang lain",
                       "Urungkan impor yang lama, lalu unggah kembali.", isi["nomor_peserta"])  # fmt: skip
        else:
            self.sama += 1


class _Nilai(_Baca):
    """Rows of a test: SKD, SKB, or the test of a PPPK."""

    def __init__(self, s, jenis):
        super().__init__()
        self.jenis, acuan, hari = jenis, acuan_kini(), s.dibuat_pada.date()
        self.maks, self.skb = acuan.setelan("skd_maksimal", hari), acuan.setelan("cpns_skb_maksimal", hari)
        self.pelamar = {p.nomor_peserta: p for p in s.pelamar.all()}
        self.ada = {
            n.pelamar_id: n
            for n in NilaiSeleksi.objects.filter(pelamar__seleksi=s, tes=jenis, batal=False, ganti__isnull=True)
        }
        self.skd = set(
            NilaiSeleksi.objects.filter(pelamar__seleksi=s, tes="skd", hadir=True, batal=False, ganti__isnull=True)
            .values_list("pelamar_id", flat=True)
        )  # fmt: skip

    def isi(self, nomor, isi, ambil):
        """Cells of one row into scores; who did not come has none."""
        p = self.pelamar.get(isi["nomor_peserta"])
        if p is None:
            self.salah(
                nomor, NOMOR, "bukan pelamar seleksi ini", "Impor daftar pelamarnya lebih dulu.", isi["nomor_peserta"]
            )
            return
        if p.administrasi != "ms":
            self.salah(nomor, NOMOR, f"administrasinya {p.get_administrasi_display().lower()}",
                       "Hanya yang memenuhi syarat administrasi yang mengikuti ujian.", isi["nomor_peserta"])  # fmt: skip
        isi["pelamar_id"] = p.pk
        hadir = ambil("HADIR", sel.ya_tidak)
        isi["hadir"] = hadir is not False
        if self.jenis == "skd":
            self._skd(nomor, isi, ambil)
        elif self.jenis == "skb":
            self._skb(nomor, isi, ambil, p)
        else:
            self._kompetensi(nomor, isi, ambil)

    def _wajib(self, nomor, isi, kolom, nilai):
        if isi["hadir"] and nilai is None and not self.bersalah(nomor, kolom):
            self.salah(
                nomor, kolom, "nilai kosong", "Isi nilainya, atau tulis TIDAK pada kolom HADIR.", isi["nomor_peserta"]
            )

    def _skd(self, nomor, isi, ambil):
        for subtes in SUBTES:
            nilai = ambil(subtes.upper(), lambda x: sel.bulat(x, 1000))
            isi[subtes] = nilai if isi["hadir"] else None
            self._wajib(nomor, isi, subtes.upper(), nilai)
        if isi["hadir"] and None not in (isi["twk"], isi["tiu"], isi["tkp"]):
            for kalimat in skd_wajar(Skd(isi["twk"], isi["tiu"], isi["tkp"]), self.maks):
                self.salah(
                    nomor, kalimat.split()[0], kalimat, "Periksa kembali angkanya (CPN-7).", isi["nomor_peserta"]
                )

    def _skb(self, nomor, isi, ambil, p):
        nilai = ambil("NILAI SKB", lambda x: sel.desimal(x, 8, 3))
        isi["nilai"] = nilai if isi["hadir"] else None
        self._wajib(nomor, isi, "NILAI SKB", nilai)
        if nilai is not None and float(nilai) > self.skb:
            self.salah(
                nomor,
                "NILAI SKB",
                f"{nilai.rstrip('0').rstrip('.').replace('.', ',')} melebihi nilai tertinggi {self.skb}",
                f"Nilai SKB antara 0 dan {self.skb}; periksa angkanya pada berkas sistem nasional.",
                isi["nomor_peserta"],
            )
        if p.pk not in self.skd:
            self.salah(nomor, NOMOR, "belum mempunyai nilai SKD", "Impor hasil SKD lebih dulu.", isi["nomor_peserta"])

    def _kompetensi(self, nomor, isi, ambil):
        bagian = {k.lower(): ambil(k, lambda x: sel.desimal(x, 8, 3)) for k in KOLOM["kompetensi"][1:5]}
        self._wajib(nomor, isi, "TEKNIS", bagian["teknis"])
        isi["rincian"] = {k: v for k, v in bagian.items() if v is not None}
        isi["nilai"] = f"{sum(float(v) for v in isi['rincian'].values()):.3f}" if isi["hadir"] else None
        isi["lulus_ambang"] = ambil("LULUS AMBANG", sel.ya_tidak)
        if isi["hadir"] and isi["lulus_ambang"] is None and not self.bersalah(nomor):
            self.salah(
                nomor, "LULUS AMBANG", "kosong", "Tulis YA atau TIDAK menurut sistem nasional.", isi["nomor_peserta"]
            )

    def terima(self, nomor, isi):
        """A clean row: new, the same, or one that takes the place of an older score."""
        lama = self.ada.get(isi["pelamar_id"])
        medan = ("hadir", "twk", "tiu", "tkp") if self.jenis == "skd" else ("hadir", "nilai")
        if lama is not None and all(str(getattr(lama, m)) == str(isi.get(m)) for m in medan):
            self.sama += 1
        else:
            self.baris.append({"nomor": nomor, **isi, "ganti": lama is not None})


# ── apply and undo ───────────────────────────────────────────────────────────────────────────────────


def _kunci_impor(pk, *status):
    milik = ImporSeleksi.objects.select_related("seleksi").get(pk=pk)
    s = kunci(milik.seleksi_id, "berjalan")
    batch = ImporSeleksi.objects.select_for_update(of=("self",)).get(pk=pk)
    if batch.status not in status:
        raise DitolakSeleksi(f"Impor ini {batch.get_status_display().lower()}; perbuatan itu tidak dapat dilakukan.")
    return s, batch


def terapkan(pk, *, oleh):
    """Writes every row of a preview, all or none. Raises DitolakSeleksi while one is in error or the data changed meanwhile."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s, batch = _kunci_impor(pk, "pratinjau")
        if batch.galat:
            raise DitolakSeleksi(f"{len(batch.galat)} kesalahan belum diperbaiki; tidak ada baris yang disimpan.")
        if not batch.baris:
            raise DitolakSeleksi("Tidak ada baris baru; semuanya sudah tercatat sama.")
        (_tulis_pelamar if batch.jenis == "pelamar" else _tulis_nilai)(s, batch)
        batch.status, batch.diterapkan_pada = "diterapkan", oleh.kini
        batch.save(update_fields=["status", "diterapkan_pada"])
        simpan_naik(s)
        jejak.catat(
            "seleksi_asn_impor",
            s,
            pada=oleh.kini,
            nama=s.nama,
            jumlah=len(batch.baris),
            berkas=batch.get_jenis_display().lower(),
        )
    return batch


def _tulis_pelamar(s, batch):
    nomor = [b["nomor_peserta"] for b in batch.baris]
    if s.pelamar.filter(nomor_peserta__in=nomor).exists():
        raise DitolakSeleksi("Sebagian pelamar sudah tercatat oleh impor lain; unggah kembali berkasnya.")
    if {b["formasi_id"] for b in batch.baris} - set(s.formasi.values_list("pk", flat=True)):
        raise DitolakSeleksi("Formasi seleksi ini sudah berubah; unggah kembali berkasnya.")
    Pelamar.objects.bulk_create(
        [Pelamar(seleksi=s, impor=batch, **{k: v for k, v in b.items() if k != "nomor"}) for b in batch.baris],
        batch_size=500,
    )


def _tulis_nilai(s, batch):
    orang = [b["pelamar_id"] for b in batch.baris]
    if s.pelamar.filter(pk__in=orang).exclude(administrasi="ms").exists() or s.pelamar.filter(
        pk__in=orang
    ).count() != len(orang):
        raise DitolakSeleksi("Keputusan administrasi sebagian peserta sudah berubah; unggah kembali berkasnya.")
    NilaiSeleksi.objects.filter(pelamar_id__in=orang, tes=batch.jenis, batal=False, ganti__isnull=True).update(
        ganti=batch
    )
    lewati = ("nomor", "nomor_peserta", "ganti")
    NilaiSeleksi.objects.bulk_create(
        [
            NilaiSeleksi(tes=batch.jenis, impor=batch, **{k: v for k, v in b.items() if k not in lewati})
            for b in batch.baris
        ],
        batch_size=500,
    )


def urungkan(pk, *, oleh):
    """Takes an applied import back: its rows go, the scores they had replaced hold again. Refused while something rests on it."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s, batch = _kunci_impor(pk, "diterapkan")
        if sebab := sandaran(batch):
            raise DitolakSeleksi(sebab)
        if batch.jenis == "pelamar":
            batch.pelamar.all().delete()
        else:
            batch.nilai.update(batal=True)
            NilaiSeleksi.objects.filter(ganti=batch).update(ganti=None)
        batch.status, batch.dibatalkan_pada = "dibatalkan", oleh.kini
        batch.save(update_fields=["status", "dibatalkan_pada"])
        simpan_naik(s)
        jejak.catat("seleksi_asn_urung", s, pada=oleh.kini, nama=s.nama, berkas=batch.get_jenis_display().lower())
    return batch


def sandaran(batch):
    """Why an applied import cannot be undone, or ""."""
    if batch.seleksi.berhasil:
        return "Hasil seleksi sudah ditetapkan; impornya tidak dapat diurungkan."
    if batch.jenis == "pelamar":
        if NilaiSeleksi.objects.filter(pelamar__impor=batch).exists():
            return "Nilai ujian sebagian pelamarnya sudah diimpor; urungkan impor nilai itu lebih dulu."
        if batch.pelamar.exclude(administrasi="").exists():
            return "Sebagian pelamarnya sudah diputus administrasinya."
    if NilaiSeleksi.objects.filter(ganti__isnull=False, impor=batch, batal=False).exists():
        return "Sebagian nilainya sudah digantikan impor yang lebih baru; urungkan yang itu lebih dulu."
    if batch.jenis == "skd":
        lanjut = NilaiSeleksi.objects.filter(pelamar__in=batch.nilai.values("pelamar"), tes="skb").filter(
            Q(batal=False)
        )
        if lanjut.exists():
            return "Hasil SKB sudah diimpor; urungkan impor SKB lebih dulu."
    return ""
