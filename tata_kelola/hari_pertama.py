"""Hari pertama: apa yang masih harus disiapkan sebuah BKD yang mulai memakai portal, dihitung dari datanya sendiri.

``LANGKAH`` names the steps in the order they are taken; ``angka`` their expressions (one query, with the home page or alone);
``susun`` the answers. Nothing is ticked by hand: a step is done when the data say so, and opens again when they no longer do.
"""

import time
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from eperformance.models import PeriodeKinerja
from indeks.models import PutaranIndeks
from kepangkatan.models import PeriodeKP
from kepegawaian.hitung import Hitung, Larik, tanya
from kepegawaian.menu import menu_untuk
from kepegawaian.models import (
    BatchImpor,
    Golongan,
    HariLibur,
    Jabatan,
    KamusReferensi,
    Pengguna,
    Penugasan,
    ProfilKini,
    Regulasi,
    RiwayatJabatan,
    Setelan,
    TabelGaji,
)
from layanan import tte
from tata_kelola import hak as tata

PERAN = ("admin", "staf_bkd", "pejabat_bkd")
CADANGAN_BASI_JAM = 48


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step as the page shows it; ``url`` "" when the reader may not do it himself."""

    kode: str
    judul: str
    siapa: str
    cara: str
    selesai: bool
    keadaan: str
    url: str = ""

    @property
    def tanda(self):
        """(word, kind) of its tag."""
        return ("selesai", "terpenuhi") if self.selesai else ("belum", "perhatian")


@dataclass(frozen=True, slots=True)
class HariPertama:
    """All steps and how many are done."""

    langkah: tuple

    @property
    def sudah(self):
        """How many are done."""
        return sum(satu.selesai for satu in self.langkah)

    @property
    def lengkap(self):
        """Nothing left to do."""
        return self.sudah == len(self.langkah)

    @property
    def berikut(self):
        """The first three that are left."""
        return [satu for satu in self.langkah if not satu.selesai][:3]


# kode -> (title, who does it, name of the URL, what to do)
LANGKAH = {
    "acuan": ("Tabel acuan dimuat", "Admin sistem", "tata_kelola:referensi_list",
              "Golongan, gaji, BUP, dan peraturan. Dimuat dengan manage.py muat_referensi; aman diulang."),
    "unit": ("Susunan organisasi", "Subbidang Dokumentasi", "kepegawaian:unit_list",
             "Perangkat daerah, bidang, dan unit di bawahnya menurut SOTK yang berlaku."),
    "cadangan": ("Cadangan berjalan", "Admin sistem", "",
                 "Jadwalkan cadangan tiap hari ke disk lain, dan sebut foldernya pada CADANGAN_DIR agar portal dapat memeriksanya."),
    "impor": ("Data pegawai diimpor", "Subbidang Dokumentasi", "kepegawaian:impor_list",
              "Unggah “Ekspor Data ASN” dari SIASN, tinjau, lalu terapkan. Akun pegawai lahir bersamanya."),
    "kamus": ("Kata yang belum dikenal dijawab", "Subbidang Dokumentasi", "kepegawaian:kamus_list",
              "Nama jabatan atau unit dari berkas yang belum ada padanannya; dijawab sekali, diingat seterusnya."),
    "pejabat": ("Kepala perangkat daerah", "Subbidang Mutasi", "jabatan:kosong_list",
                "Tiap perangkat daerah punya kepala definitif, Plt., atau Plh.; usulan berjalan menuju pemangku jabatannya."),
    "perekam": ("Perekam keputusan Bupati", "Admin sistem", "kepegawaian:akun_list",
                "Yang diputus Bupati di atas kertas direkam petugas yang namanya tercatat, dengan surat tugas."),
    "operator": ("Operator tiap perangkat daerah", "Admin sistem", "kepegawaian:akun_list",
                 "Operator mengusulkan dan melengkapi berkas bagi pegawainya; dicatat pada halaman akunnya, dengan surat tugas."),
    "akun": ("Akun yang bertugas sudah aktif", "Pemilik akun, dengan slip kode", "kepegawaian:slip_create",
             "Operator, perekam, Inspektorat, dan admin mengaktifkan akunnya dengan kode sekali pakai."),
    "setelan": ("Setelan bersandar asumsi diputuskan", "Kepala BKD atau admin", "tata_kelola:setelan_list",
                "Yang belum punya dasar tertulis berlaku sebagai asumsi dan disebut demikian di layar; tetapkan nilainya dengan dasarnya."),
    "tte": ("Tanda tangan elektronik", "Kepala BKD dan admin sistem", "tata_kelola:setelan_list",
            "Cara tiap jabatan menandatangani ada pada setelan tte_kantor; sertifikatnya disimpan di TTE_DIR/p12."),
    "libur": ("Hari libur tahun ini", "Kepala BKD atau admin", "tata_kelola:libur_list",
              "Batas waktu langkah dihitung dalam hari kerja; cuti bersama ditambahkan setelah SKB terbit."),
    "indeks": ("Hitungan malam pertama", "Berjalan sendiri", "",
               "Indeks dan jatuh tempo dihitung pukul 01.00; dapat didahului dengan manage.py hitung_indeks."),
    "kp": ("Periode kenaikan pangkat pertama", "Subbidang Kepangkatan", "kepangkatan:periode_kini",
           "Buka periode berikutnya agar yang memenuhi syarat tampil sebagai nominatif."),
    "kinerja": ("Tahun kinerja pertama", "Subbidang Evaluasi Kinerja", "eperformance:periode_list",
                "Buka tahun ini dengan kalendernya, lalu buat draf SKP bagi semua pegawai."),
}  # fmt: skip


def boleh(hak, acuan):
    """Admin, and who runs the office: Sekretariat and the heads above it."""
    return not hak.hanya_baca and (hak.punya("admin") or tata.mengelola(hak, acuan))


def _opd(acuan):
    """Ids of the OPD of the tree."""
    return [u.id for u in acuan.unit.values() if u.jenis == "opd"]


def _berjalan(hari_ini):
    return Penugasan.objects.filter(sejak__lte=hari_ini).exclude(sampai__lt=hari_ini).exclude(peran="calon")


def angka(request):
    """Expressions of all steps; each ends early, so that the home page may ask them."""
    hari_ini, opd = request.hari_ini, _opd(request.acuan)
    kepala = Jabatan.objects.filter(kepala_unit=True, unit_id__in=opd, berlaku_sampai__isnull=True)
    definitif = ProfilKini.objects.filter(jabatan_id=OuterRef("pk"), aktif=True)
    sementara = RiwayatJabatan.objects.filter(
        jabatan_id=OuterRef("pk"), penugasan__in=("PLT", "PLH"), dibatalkan_pada=None, tmt__lte=hari_ini
    ).exclude(sampai__lt=hari_ini)
    lebih_baru = Setelan.objects.filter(
        kunci=OuterRef("kunci"), berlaku_sejak__lte=hari_ini, berlaku_sejak__gt=OuterRef("berlaku_sejak")
    )
    berlaku = Setelan.objects.filter(berlaku_sejak__lte=hari_ini).exclude(Exists(lebih_baru))
    tugas = _berjalan(hari_ini)
    belum = Pengguna.objects.filter(
        password__startswith=UNUSABLE_PASSWORD_PREFIX, pk__in=tugas.order_by().values("pengguna_id")
    )
    return {
        "hp_golongan": Hitung(Golongan.objects.all(), 1),
        "hp_gaji": Hitung(TabelGaji.objects.all(), 1),
        "hp_regulasi": Hitung(Regulasi.objects.all(), 1),
        "hp_pegawai": Hitung(ProfilKini.objects.filter(aktif=True), 1000),
        "hp_impor": Hitung(BatchImpor.objects.filter(jenis="siasn", status="diterapkan"), 1),
        "hp_kamus": Hitung(KamusReferensi.objects.filter(jawaban="", abaikan=False), 1000),
        "hp_kepala": Hitung(kepala),
        "hp_terisi": Hitung(kepala.filter(Q(Exists(definitif)) | Q(Exists(sementara)))),
        "hp_perekam": Hitung(tugas.filter(peran="perekam_pimpinan")),
        "hp_operator": Larik(tugas.filter(peran="operator_opd").order_by().values(tempat=F("unit_id")).distinct()),
        "hp_tugas": Hitung(tugas),
        "hp_belum_aktif": Hitung(belum),
        "hp_asumsi": Hitung(berlaku.filter(keyakinan="asumsi")),
        "hp_setelan": Hitung(berlaku),
        "hp_libur": Hitung(HariLibur.objects.filter(tanggal__year=hari_ini.year), 1),
        "hp_indeks": Hitung(PutaranIndeks.objects.filter(status="selesai"), 1),
        "hp_kp": Hitung(PeriodeKP.objects.all(), 1),
        "hp_kinerja": Hitung(PeriodeKinerja.objects.filter(tahun=hari_ini.year), 1),
    }


def hitung(request):
    """The HariPertama by a query of its own."""
    return susun(request, tanya(request.hak.pengguna_id, angka(request)))


def susun(request, nilai):
    """The HariPertama of the values asked."""
    keadaan = _keadaan(request, nilai)
    milik = {b.url for kelompok in menu_untuk(request) for b in kelompok.butir}
    langkah = []
    for kode, (judul, siapa, nama_url, cara) in LANGKAH.items():
        selesai, kalimat = keadaan[kode]
        url = reverse(nama_url) if nama_url else ""
        tambahan = {"setelan": "?keyakinan=asumsi", "tte": "?q=tte_kantor"}.get(kode, "")
        langkah.append(Langkah(kode, judul, siapa, cara, selesai, kalimat, url + tambahan if url in milik else ""))
    return HariPertama(tuple(langkah))


def _keadaan(request, n):
    """{kode: (done, sentence)}."""
    opd = set(_opd(request.acuan))
    dilayani = {request.acuan.unit[b["tempat"]].opd_id for b in n["hp_operator"] if b["tempat"] in request.acuan.unit}
    banyak = "lebih dari 1.000" if n["hp_pegawai"] > 1000 else n["hp_pegawai"]
    return {
        "acuan": (
            bool(n["hp_golongan"] and n["hp_gaji"] and n["hp_regulasi"]),
            "Golongan, gaji, dan peraturan ada." if n["hp_golongan"] and n["hp_gaji"] else "Ada tabel yang masih kosong.",
        ),
        "unit": (bool(opd), f"{len(opd)} perangkat daerah, {len(request.acuan.unit)} unit."),
        "cadangan": _cadangan(),
        "impor": (bool(n["hp_pegawai"]), f"{banyak} pegawai aktif." if n["hp_pegawai"] else "Belum ada pegawai."),
        "kamus": _kamus(n),
        "pejabat": _bagian(n["hp_terisi"], n["hp_kepala"], "kepala perangkat daerah terisi"),
        "perekam": (bool(n["hp_perekam"]), f"{n['hp_perekam']} petugas." if n["hp_perekam"] else "Belum ditugaskan."),
        "operator": _bagian(len(opd & dilayani), len(opd), "perangkat daerah punya operator"),
        "akun": (
            bool(n["hp_tugas"]) and not n["hp_belum_aktif"],
            f"{n['hp_belum_aktif']} dari {n['hp_tugas']} penugasan akunnya belum diaktifkan."
            if n["hp_belum_aktif"]
            else f"{n['hp_tugas']} penugasan, semua akunnya aktif.",
        ),
        "setelan": (not n["hp_asumsi"], f"{n['hp_asumsi']} dari {n['hp_setelan']} setelan masih asumsi."),
        "tte": _tte(request),
        "libur": (bool(n["hp_libur"]), "Sudah dimuat." if n["hp_libur"] else f"Libur {request.hari_ini.year} belum dimuat."),
        "indeks": (bool(n["hp_indeks"]), "Sudah pernah selesai." if n["hp_indeks"] else "Belum pernah selesai."),
        "kp": (bool(n["hp_kp"]), "Sudah dibuka." if n["hp_kp"] else "Belum ada periode yang dibuka."),
        "kinerja": (
            bool(n["hp_kinerja"]),
            f"Tahun {request.hari_ini.year} terbuka." if n["hp_kinerja"] else f"Tahun {request.hari_ini.year} belum dibuka.",
        ),
    }  # fmt: skip


def _bagian(sudah, semua, kata):
    return bool(semua) and sudah >= semua, f"{sudah} dari {semua} {kata}."


def _kamus(n):
    if not n["hp_impor"] and not n["hp_kamus"]:
        return False, "Menunggu impor yang pertama."
    return not n["hp_kamus"], f"{n['hp_kamus']} menunggu jawaban." if n["hp_kamus"] else "Semua sudah dijawab."


def _tte(request):
    """Offices that sign by an own certificate have one in TTE_DIR; BSrE has its address."""
    cara = request.acuan.setelan("tte_kantor", request.hari_ini)
    lokal = [kode for kode, satu in cara.items() if satu == tte.LOKAL]
    kurang = [kode for kode in lokal if not (Path(settings.TTE_DIR) / "p12" / f"{kode}.p12").is_file()]
    if kurang:
        return (
            False,
            f"{len(kurang)} dari {len(lokal)} jabatan belum punya sertifikat di mesin ini: {', '.join(kurang[:3])}.",
        )
    if tte.BSRE in cara.values() and not settings.TTE_BSRE["url"]:
        return False, "Alamat BSrE (TTE_BSRE_URL) belum diisi."
    if not any(satu != tte.BASAH for satu in cara.values()):
        tegas = request.acuan.entri_setelan("tte_kantor", request.hari_ini).keyakinan != "asumsi"
        return tegas, "Semua jabatan bertanda tangan basah" + ("." if tegas else ", dan itu belum diputuskan kantor.")
    return True, f"{len(cara)} jabatan menandatangani secara elektronik."


def _cadangan():
    """The newest backup under CADANGAN_DIR: a folder with its manifest, which is written last."""
    if not settings.CADANGAN_DIR:
        return False, "CADANGAN_DIR belum diisi, jadi portal tidak tahu apakah ada cadangan."
    try:
        terbaru = max((p.stat().st_mtime for p in Path(settings.CADANGAN_DIR).glob("*/manifes.json")), default=0)
    except OSError:
        return False, "Folder cadangan tidak dapat dibaca."
    if not terbaru:
        return False, "Belum ada cadangan yang utuh di folder itu."
    jam = int((time.time() - terbaru) // 3600)
    return jam < CADANGAN_BASI_JAM, f"Yang terakhir {jam} jam lalu."
