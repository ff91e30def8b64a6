"""Setelan kantor: mengubah berarti menambah baris bertanggal, tidak pernah menyunting yang lama.

``ubah`` writes a new Setelan row, ``atur_langkah`` a new PengaturanLangkah row, ``tambah_libur`` a HariLibur;
each with its legal ground, from today on at the earliest, and each recorded in Jejak. A new value must have the
shape of the one before, so that no rule meets a value it cannot read.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kepegawaian import jejak, peristiwa
from kepegawaian.hak import KODE_BKD
from kepegawaian.models import HariLibur, Setelan
from layanan import katalog, rute, tte
from layanan.models import PengaturanLangkah
from layanan.rute import KODE_KANTOR, SEBUTAN_PEMILIK

PREDIKAT = ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")
# Settings whose value is one of a few words the rules know.
PILIHAN = {
    "pensiun_presiden_golongan": ("tidak_ada", "IV/c", "IV/d", "IV/e"),
    "kgb_penanda_tangan": ("KEPALA_OPD", "KABAN"),
    "petikan_pengesah": ("KABAN", "SEKDA"),
    "kgb_predikat_minimal": PREDIKAT,
    "kgb_pppk_predikat_minimal": PREDIKAT,
    "kp_struktural_lebih_satu_tingkat": ("reguler",),
    "gaji_di_bawah_baris_pertama": ("perlu_diperiksa",),
    "rezim_hukuman_sedang": ("transisi", "penuh"),
    "dis_panggilan_makna": ("paling_lama", "tenggang"),
    "jpt_batas_usia": ("hari_ulang_tahun", "sebelum_ulang_tahun"),
    "ip_mode_batas": ("batas_bawah", "lebih_dari"),
    "ip_tahun_kinerja": ("auto", "T", "T-1"),
    "ip_jendela_teknis_nonpelaksana": ("tahun_T", "tanpa_batas"),
    "ip_a_cara_kompeten": ("salah_satu", "uji_menentukan"),
    "ip_a_belum_diketahui": ("dikeluarkan", "tidak_kompeten"),
    "ip_a_tunjangan": ("pagu", "diterima"),
    "ip_generasi_tambahan": ("A", "tidak_ada"),
    "cuti_cb_hak_ct": ("hapus", "kurangi"),
    "cuti_pola_sif": ("5", "6"),
    "slks_mode_hukuman": ("ulang", "gugur"),
    "klaim_gaji_terakhir": ("pokok", "pokok_keluarga"),
    "slks_penanda_tangan": ("BUPATI", "SEKDA", "KABAN"),
    "klaim_penanda_tangan": ("KABAN", "SEKDA", "BUPATI"),
    "tpp_sumber_produktivitas": ("aktivitas", "predikat"),
    "kinerja_predikat_tahun": ("terakhir",),
    "tb_penanda_tangan": ("BUPATI", "SEKDA", "KABAN"),
    "tb_ganti_rugi": ("penuh", "sebanding"),
    "cpns_predikat_minimal": PREDIKAT,
    "kontrak_penanda_tangan": ("BUPATI", "SEKDA", "KABAN"),
    "kontrak_predikat_minimal": PREDIKAT,
}
BULAN_HARI = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
KELOMPOK = {
    "kp": "Kenaikan pangkat",
    "kgb": "Kenaikan gaji berkala",
    "gaji": "Gaji dan tunjangan",
    "ip": "Indeks Profesionalitas ASN",
    "akun": "Akun dan akses",
    "sla": "Alur dan batas waktu",
    "kop": "Naskah dinas",
    "kabar": "Pemberitahuan",
    "daftar": "DUK dan daftar resmi",
    "cuti": "Cuti",
    "penghargaan": "Penghargaan",
    "perlindungan": "Perlindungan",
    "pensiun": "Pemberhentian dan pensiun",
    "disiplin": "Disiplin dan presensi",
    "karier": "Mutasi dan karier",
    "kinerja": "Kinerja",
    "diklat": "Pengembangan dan tugas belajar",
    "pengadaan": "Kebutuhan dan pengadaan",
    "tata": "Tata kelola",
    "lain": "Lainnya",
}
AWALAN = {
    "kp": "kp", "kgb": "kgb", "gaji": "gaji", "tunjangan": "gaji", "anak": "gaji", "beras": "gaji", "iuran": "gaji",
    "tpp": "gaji",
    "ip": "ip", "indeks": "ip", "ikd": "ip", "akun": "akun", "akses": "akun", "unit": "akun", "sla": "sla", "eskalasi": "sla",
    "tolak": "sla", "kabar": "kabar", "kop": "kop", "tembusan": "kop", "petikan": "kop", "tte": "kop",
    "cuti": "cuti", "duk": "daftar", "daftar": "daftar", "rekap": "daftar", "slks": "penghargaan", "teladan": "penghargaan",
    "jkk": "perlindungan", "jkm": "perlindungan", "klaim": "perlindungan", "beasiswa": "perlindungan",
    "bantuan": "perlindungan", "pensiun": "pensiun", "aps": "pensiun", "mpp": "pensiun", "tht": "pensiun", "hilang": "pensiun",
    "pidana": "pensiun", "perampingan": "pensiun", "asuransi": "pensiun", "dis": "disiplin", "rezim": "disiplin",
    "ambang": "disiplin", "ketidakhadiran": "disiplin", "koreksi": "disiplin", "menit": "disiplin", "mut": "karier",
    "jpt": "karier", "talenta": "karier", "plt": "karier", "plh": "karier", "penugasan": "karier", "karier": "karier",
    "pelantikan": "karier", "pohon": "kinerja", "kinerja": "kinerja", "jp": "diklat", "tb": "diklat", "diklat": "diklat",
    "skd": "pengadaan", "cpns": "pengadaan", "pppk": "pengadaan", "pemberkasan": "pengadaan",
    "abk": "pengadaan", "formasi": "pengadaan", "kontrak": "pengadaan", "tata": "tata",
}  # fmt: skip


class BentukSalah(ValueError):
    """A value does not have the shape of the setting; ``str()`` says what is expected."""


@dataclass(frozen=True, slots=True)
class KeadaanSetelan:
    """One setting: the row that holds today, the rows still to come, and those of the past."""

    kunci: str
    kini: Setelan | None
    nanti: tuple[Setelan, ...]
    lalu: tuple[Setelan, ...]

    @property
    def terakhir(self):
        """The row whose shape a new one must have."""
        return self.nanti[-1] if self.nanti else self.kini or self.lalu[-1]


def keadaan(baris, hari_ini):
    """KeadaanSetelan of the rows of one key, in any order."""
    baris = sorted(baris, key=lambda s: s.berlaku_sejak)
    sudah = [s for s in baris if s.berlaku_sejak <= hari_ini]
    kini = sudah[-1] if sudah and (sudah[-1].berlaku_sampai is None or sudah[-1].berlaku_sampai >= hari_ini) else None
    return KeadaanSetelan(
        baris[0].kunci,
        kini,
        tuple(s for s in baris if s.berlaku_sejak > hari_ini),
        tuple(s for s in sudah if s is not kini),
    )


def semua(hari_ini, q="", keyakinan="", kelompok=""):
    """Settings in their groups, or of one group: {title: [KeadaanSetelan]}; one query."""
    baris = defaultdict(list)
    for s in Setelan.objects.all():
        baris[s.kunci].append(s)
    hasil = {judul: [] for judul in KELOMPOK.values()}
    for kunci in sorted(baris):
        satu = keadaan(baris[kunci], hari_ini)
        if q and q.lower() not in f"{kunci} {satu.terakhir.uraian}".lower():
            continue
        if keyakinan and satu.terakhir.keyakinan != keyakinan:
            continue
        golong = AWALAN.get(kunci.split("_")[0], "lain")
        if kelompok in ("", golong):
            hasil[KELOMPOK[golong]].append(satu)
    return {judul: daftar for judul, daftar in hasil.items() if daftar}


# ── shape of a value ─────────────────────────────────────────────────────────────────────────────────


def jenis(nilai):
    """Kind of a JSON value in words for the form: ya_tidak, angka, teks, daftar, objek."""
    if isinstance(nilai, bool):
        return "ya_tidak"
    if isinstance(nilai, (int, float)):
        return "angka"
    if isinstance(nilai, str):
        return "teks"
    if isinstance(nilai, list) and nilai and all(isinstance(x, str) for x in nilai):
        return "daftar"
    return "objek"


def periksa_bentuk(lama, baru, letak="nilai"):
    """Raises BentukSalah unless ``baru`` has the shape of ``lama``: same kinds, same keys of mixed objects."""
    if isinstance(lama, bool) or isinstance(baru, bool):
        if isinstance(lama, bool) != isinstance(baru, bool):
            raise BentukSalah(
                f"{letak} harus ya atau tidak." if isinstance(lama, bool) else f"{letak} bukan ya/tidak."
            )
    elif isinstance(lama, (int, float)):
        if not isinstance(baru, int if isinstance(lama, int) else (int, float)):
            raise BentukSalah(f"{letak} harus angka{' bulat' if isinstance(lama, int) else ''}.")
    elif isinstance(lama, str):
        if not isinstance(baru, str) or not baru.strip():
            raise BentukSalah(f"{letak} harus teks dan tidak boleh kosong.")
    elif isinstance(lama, list):
        _periksa_daftar(lama, baru, letak)
    elif isinstance(lama, dict):
        _periksa_objek(lama, baru, letak)


def _periksa_daftar(lama, baru, letak):
    if not isinstance(baru, list) or (lama and not baru):
        raise BentukSalah(f"{letak} harus daftar yang tidak kosong.")
    for i, isi in enumerate(baru, 1):
        periksa_bentuk(lama[0] if lama else "", isi, f"{letak} ke-{i}")  # one that began empty is a list of words


def _periksa_objek(lama, baru, letak):
    if not isinstance(baru, dict) or (lama and not baru):
        raise BentukSalah(f"{letak} harus berpasangan kunci dan isi.")
    seragam = len({jenis(x) for x in lama.values()}) <= 1
    if hilang := set(lama) - set(baru):
        raise BentukSalah(f"{letak} kehilangan kunci {', '.join(sorted(hilang))}.")
    if not seragam and (lebih := set(baru) - set(lama)):
        raise BentukSalah(f"{letak} memuat kunci yang tidak dikenal: {', '.join(sorted(lebih))}.")
    contoh = next(iter((*lama.values(), *baru.values())), None)
    for kunci, isi in baru.items():
        periksa_bentuk(lama.get(kunci, contoh), isi, f"{letak} {kunci}")


def _periksa_pelimpahan(baru):
    """The setting ``pelimpahan_tanda_tangan``: a list, possibly empty, of mandates between offices that exist."""
    if not isinstance(baru, list):
        raise BentukSalah("nilai harus daftar; tulis [] bila tidak ada pelimpahan.")
    for i, isi in enumerate(baru, 1):
        if not isinstance(isi, dict) or set(isi) != {"layanan", "dari", "kepada", "cara", "dasar"}:
            raise BentukSalah(f"nilai ke-{i} harus memuat layanan, dari, kepada, cara, dan dasar.")
        if isi["cara"] not in ("an", "ub"):
            raise BentukSalah(f"nilai ke-{i}: cara diisi an atau ub.")
        if isi["layanan"] and isi["layanan"] not in dict(katalog.pilihan()):
            raise BentukSalah(f"nilai ke-{i}: layanan {isi['layanan']} tidak dikenal.")
        if not str(isi["dasar"]).strip():
            raise BentukSalah(f"nilai ke-{i}: dasar pelimpahan belum diisi.")
        for letak in ("dari", "kepada"):
            if not rute.kantor_dikenal(isi[letak]):
                raise BentukSalah(f"nilai ke-{i}: jabatan {isi[letak]} tidak dikenal.")


def periksa_nilai(kunci, lama, baru, acuan):
    """Raises BentukSalah unless ``baru`` is a value the rules can read for ``kunci``."""
    if kunci == "pelimpahan_tanda_tangan":
        _periksa_pelimpahan(baru)
        return
    periksa_bentuk(lama, baru)
    if kunci in PILIHAN and baru not in PILIHAN[kunci]:
        raise BentukSalah(f"Pilih salah satu: {', '.join(PILIHAN[kunci])}.")
    if jenis(lama) == "angka" and lama >= 0 > baru:
        raise BentukSalah("Nilai tidak boleh kurang dari nol.")
    if kunci == "unit_penangan_disiplin" and (asing := [k for k in baru if k not in acuan.unit_kode]):
        raise BentukSalah(f"Kode unit tidak dikenal: {', '.join(asing)}.")
    if kunci == "tte_kantor" and (asing := sorted(set(baru.values()) - set(tte.SEBUTAN))):
        raise BentukSalah(f"Cara tanda tangan tidak dikenal: {', '.join(asing)}. Pilih {', '.join(tte.SEBUTAN)}.")
    if kunci == "tunjangan_fungsional" and not all(
        isinstance(n, int) and n >= 0 and "/" in k for k, n in baru.items()
    ):
        raise BentukSalah("Tulis tiap JF sebagai nama/jenjang dengan rupiah bulat, mis. Guru/ahli_muda.")
    if kunci == "teladan_bobot" and sum(baru.values()) != 100:
        raise BentukSalah("Jumlah bobot semua kriteria harus 100.")
    if kunci == "tolak_mulai_eselon" and acuan.eselon(baru) is None:
        raise BentukSalah("Kode eselon tidak dikenal; contoh II.b.")
    if kunci in peristiwa.SETELAN.values():
        _periksa_kabar(baru)
    if isinstance(lama, str):
        _periksa_tanggal(lama, baru)
    if kunci == "ip_koefisien_a" and (min(baru.values()) < 0 or sum(Decimal(str(n)) for n in baru.values()) != 1):
        raise BentukSalah("Jumlah koefisien harus tepat 1, dan tidak ada yang kurang dari nol.")
    if kunci == "ip_pembanding_a" and not all(k.isdigit() and n > 0 for k, n in baru.items()):
        raise BentukSalah('Tulis tiap kelas jabatan dengan rupiahnya, contoh {"7": 3200000}.')


def _periksa_kabar(baru):
    """Codes of events that may be switched, or the one word for none."""
    boleh = {p.kode for p in peristiwa.TABEL.values() if not p.wajib}
    if baru != [peristiwa.TIDAK_ADA] and (asing := [k for k in baru if k not in boleh]):
        raise BentukSalah(f"Peristiwa tidak dikenal: {', '.join(asing)}. Pilihannya: {', '.join(sorted(boleh))}.")


def _periksa_tanggal(lama, baru):
    """A text that was a date must stay one."""
    if BULAN_HARI.fullmatch(lama) and not BULAN_HARI.fullmatch(baru):
        raise BentukSalah("Tulis bulan-hari, contoh 12-31.")
    try:
        date.fromisoformat(lama)
    except ValueError:
        return
    try:
        date.fromisoformat(baru)
    except ValueError as galat:
        raise BentukSalah("Tulis tanggal TTTT-BB-HH, contoh 2026-12-31.") from galat


# ── acts; each must run inside ``with request.sebagai():`` ───────────────────────────────────────────


def ubah(kunci, nilai, *, uraian, berlaku_sejak, dasar, keyakinan):
    """Adds the row of a new value. Effects: Setelan, VersiAcuan (by trigger), Jejak."""
    baris = Setelan.objects.create(
        kunci=kunci, nilai=nilai, uraian=uraian, berlaku_sejak=berlaku_sejak, dasar=dasar, keyakinan=keyakinan
    )
    jejak.catat("setelan_ubah", baris, kunci=kunci, berlaku=berlaku_sejak.isoformat(), nilai=nilai, dasar=dasar)
    return baris


def atur_langkah(layanan, langkah, *, kepada, sla, dipakai, berlaku_sejak, dasar):
    """Adds the office's dated setting of one step; running usulan keep their frozen route."""
    baris = PengaturanLangkah.objects.create(
        layanan=layanan.slug, langkah=langkah.kode, kepada=kepada, sla_hari_kerja=sla,
        dipakai=dipakai or langkah.wajib, berlaku_sejak=berlaku_sejak, dasar=dasar,
    )  # fmt: skip
    jejak.catat(
        "setelan_ubah", baris, kunci=f"langkah {layanan.nama}: {langkah.nama}", kepada=kepada, sla=sla,
        dipakai=baris.dipakai, berlaku=berlaku_sejak.isoformat(), dasar=dasar,
    )  # fmt: skip
    return baris


def tambah_libur(tanggal, nama, dasar):
    """Adds a cuti bersama; deadlines that are counted from now on skip it."""
    hari = HariLibur.objects.create(tanggal=tanggal, nama=nama, jenis="cuti_bersama", dasar=dasar)
    jejak.catat("setelan_ubah", ("harilibur", None), kunci=f"cuti bersama {tanggal:%d-%m-%Y}", nama=nama, dasar=dasar)
    return hari


def hapus_libur(hari, alasan):
    """Takes back a cuti bersama that has not come yet (its event table keeps it)."""
    jejak.catat(
        "setelan_ubah", ("harilibur", None), kunci=f"cuti bersama {hari.tanggal:%d-%m-%Y}, ditiadakan", dasar=alasan
    )
    hari.delete()


# ── steps of the layanan ─────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class KeadaanLangkah:
    """A step as declared, with the office's setting of today and what is still to come."""

    layanan: katalog.Layanan
    langkah: katalog.Langkah
    kini: PengaturanLangkah | None
    nanti: tuple[PengaturanLangkah, ...]
    pemegang: str

    @property
    def sla(self):
        """Working days that hold today, None for the setting sla_bawaan_hari_kerja."""
        if self.kini and self.kini.sla_hari_kerja is not None:
            return self.kini.sla_hari_kerja
        return self.langkah.sla_hari_kerja

    @property
    def dipakai(self):
        """Whether the step is in use today."""
        return self.langkah.wajib or self.kini is None or self.kini.dipakai

    @property
    def pemegang_dapat_diatur(self):
        """Only a step addressed to an office or to staff may be given to another one."""
        return self.langkah.kepada.jenis == "jabatan" or self.langkah.kepada.kode == "staf_bkd"


def sebutan_alamat(alamat, acuan, setelan=None):
    """An Alamat (or its text) in words."""
    if isinstance(alamat, str):
        alamat = katalog.Alamat(*alamat.split(":"))
    if alamat.jenis == "pemohon":
        return "Pemohon sendiri"
    if alamat.jenis == "kepala_opd":
        return "Kepala OPD pemohon"
    if alamat.jenis == "kantor":
        return "Pejabat menurut isian usulan"
    if alamat.jenis == "pemilik":
        return SEBUTAN_PEMILIK[alamat.kode]
    if alamat.jenis == "penandatangan":
        return (
            f"Penanda tangan menurut setelan {alamat.kode}" if alamat.kode else "Penanda tangan menurut golongan baru"
        )
    if alamat.jenis == "peran":
        if alamat.unit == "OPD":
            return "Operator OPD pemohon"
        unit = acuan.unit_kode.get(alamat.unit)
        return f"Staf {unit.nama if unit else alamat.unit}"
    kode = KODE_KANTOR.get(alamat.kode, alamat.kode)
    if kode == "BUPATI":
        return "Bupati"
    unit = acuan.unit_kode.get(kode.removeprefix("KEPALA-"))
    return f"Kepala {unit.nama}" if unit and unit.kode != "SETDA" else "Sekretaris Daerah" if unit else kode


def langkah_semua(acuan, hari_ini):
    """{Layanan: [KeadaanLangkah]} of all layanan; one query."""
    atur = defaultdict(list)
    for p in PengaturanLangkah.objects.order_by("berlaku_sejak"):
        atur[p.layanan, p.langkah].append(p)
    return {
        la: [keadaan_langkah(la, x, atur[la.slug, x.kode], acuan, hari_ini) for x in la.alur] for la in katalog.semua()
    }


def keadaan_langkah(layanan, langkah, baris, acuan, hari_ini):
    """KeadaanLangkah from its settings, ascending by date."""
    kini = next((p for p in reversed(baris) if p.berlaku_sejak <= hari_ini), None)
    nanti = tuple(p for p in baris if p.berlaku_sejak > hari_ini)
    kepada = kini.kepada if kini and kini.kepada else langkah.kepada
    return KeadaanLangkah(layanan, langkah, kini, nanti, sebutan_alamat(kepada, acuan))


def pilihan_pemegang(acuan):
    """Addresses the office may give a step: heads and staff of every unit of the BKD, and the Sekda."""
    bkd = acuan.unit_kode.get(KODE_BKD)
    unit = [u for u in acuan.unit.values() if bkd and bkd.id in u.jalur]
    kepala = [(f"jabatan:KEPALA-{u.kode}", f"Kepala {u.nama}") for u in unit]
    staf = [(f"peran:staf_bkd:{u.kode}", f"Staf {u.nama}") for u in unit if u.kode != KODE_BKD]
    return [("Pejabat", sorted(kepala, key=lambda x: x[1]) + [("jabatan:SEKDA", "Sekretaris Daerah")]), ("Staf", staf)]
