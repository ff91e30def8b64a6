"""Orang demo: accounts with one shared hash, duties that are no post, and an invented Bupati."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from kepegawaian import faktor
from kepegawaian.models import PejabatLuar, Pengguna, Penugasan, ProfilKini, Setelan, UnitKerja
from layanan.models import Usulan

SANDI = "portal-bkd-contoh"
DASAR = "Surat tugas contoh 800/1/413.204/2026"
OPERATOR_TIAP = ("DISDIK", "DINKES", "BKPSDM", "SETDA", "KEC22", "KEC05", "DPUBM", "DISKOMINFO", "RSUDSOEGIRI")
# Line of the printed list: (name of the role, key of bangkit.peran_demo or account word).
DAFTAR = (
    ("ASN, guru", "guru"),
    ("ASN, pelaksana siap KP", "pelaksana_siap_kp"),
    ("ASN, PPPK", "pppk"),
    ("Operator Dinas Pendidikan", "operator_disdik"),
    ("Operator Dinas Kesehatan", "operator_dinkes"),
    ("Staf Subbidang Kepangkatan", "staf_kepangkatan"),
    ("Staf Subbidang Mutasi", "staf_mutasi"),
    ("Staf Subbidang Dokumentasi", "staf_dokumentasi"),
    ("Staf Subbidang Korps Profesi ASN", "staf_korpri"),
    ("Kasubbid Kepangkatan", "kasubbid_kepangkatan"),
    ("Kasubbid Tunjangan Kinerja", "kasubbid_tunjangan"),
    ("Kabid Mutasi", "kabid_mutasi"),
    ("Kepala BKD", "kepala_bkd"),
    ("Kepala Dinas Pendidikan", "kepala_disdik"),
    ("Plt. kepala OPD yang kosong", "plt_kepala"),
    ("Plh. kepala OPD yang sedang cuti", "plh_kepala"),
    ("Sekretaris Daerah", "sekda"),
    ("Perekam keputusan Bupati", "perekam.bupati"),
    ("Inspektorat", "inspektorat"),
    ("Admin sistem", "admin.sistem"),
    ("Admin cadangan, dengan langkah kedua", "admin.cadangan"),
)
# Secret of the one demo account with a second step; its base32 form is printed, to be typed into an authenticator app.
RAHASIA_CONTOH = b"contoh-portal-bkd-27"


@dataclass
class Akun:
    """One line for the person who starts the portal."""

    peran: str
    nama_pengguna: str
    nama: str


def siapkan_akun(peran):
    """Gives every account the demo password, makes the duties; returns the list to print.

    ``peran``: {role: NIP} of ``bangkit.peran_demo``. One hash for all: demo only, never on a real database.
    """
    Pengguna.objects.filter(pegawai__isnull=False).update(password=make_password(SANDI))
    sejak = timezone.localdate() - timedelta(days=900)
    for nama_pengguna, nama, tugas in (
        ("admin.sistem", "Admin Sistem", "admin"),
        ("admin.cadangan", "Admin Cadangan", "admin"),
        ("perekam.bupati", "Perekam Keputusan Bupati", "perekam_pimpinan"),
    ):
        akun = Pengguna.objects.create_user(nama_pengguna, SANDI, nama=nama)
        Penugasan.objects.create(pengguna=akun, peran=tugas, sejak=sejak, dasar=DASAR)
    faktor.pasang_tetap(Pengguna.objects.get(nama_pengguna="admin.cadangan"), RAHASIA_CONTOH, pada=timezone.now())
    _longgarkan()
    _tugaskan(peran.get("inspektorat"), "inspektorat", None, sejak)
    unit = {u.kode: u for u in UnitKerja.objects.filter(kode__in=OPERATOR_TIAP)}
    sudah = {"DISDIK": peran.get("operator_disdik"), "DINKES": peran.get("operator_dinkes")}
    for kode in OPERATOR_TIAP:
        nip = sudah.get(kode) or _calon_operator(unit[kode].pk)
        _tugaskan(nip, "operator_opd", unit[kode], sejak)
    PejabatLuar.objects.get_or_create(
        kantor="BUPATI",
        sejak=date(2025, 2, 20),
        defaults={"jabatan": "Bupati Lamongan", "nama": "H. Wiratama Adiguna, S.E., M.M.", "dasar": "contoh rekaan"},
    )
    return _daftar(peran)


def _longgarkan():
    """The demo is looked at with passwords only: no role is obliged to a second step, whatever day it is."""
    lama = Setelan.objects.get(kunci="akun_dua_langkah_wajib")
    Setelan.objects.create(
        kunci=lama.kunci, nilai=dict.fromkeys(lama.nilai, False), uraian=lama.uraian, dasar="Data contoh", keyakinan="asumsi",
        berlaku_sejak=timezone.localdate(),
    )  # fmt: skip


def pemohon_contoh():
    """Two ASN of the play for whom something waits: a usulan that came back, and a new SK not opened yet."""
    hasil = []
    for sebutan, status in (("ASN, usulan dikembalikan", "dikembalikan"), ("ASN, SK baru terbit", "selesai")):
        usulan = (
            Usulan.objects.filter(status=status, tertutup=False).select_related("pegawai__kini").order_by("pk").last()
        )
        if usulan:
            hasil.append(Akun(sebutan, usulan.pegawai.nip, usulan.pegawai.kini.nama))
    return hasil


def _tugaskan(nip, tugas, unit, sejak):
    akun = Pengguna.objects.filter(nama_pengguna=nip).first()
    if akun:
        Penugasan.objects.create(pengguna=akun, peran=tugas, unit=unit, sejak=sejak, dasar=DASAR)


def _calon_operator(opd_id):
    """An active pelaksana of the OPD; the first by name, so that the demo is the same each time."""
    calon = ProfilKini.objects.filter(opd_id=opd_id, aktif=True, jenis_jabatan="pelaksana", status="PNS")
    return calon.order_by("nama").values_list("nip", flat=True).first()


def _daftar(peran):
    hasil = []
    nama = dict(ProfilKini.objects.filter(nip__in=peran.values()).values_list("nip", "nama"))
    for sebutan, kunci in DAFTAR:
        pengguna = peran.get(kunci, kunci if "." in kunci else None)
        if pengguna:
            hasil.append(Akun(sebutan, pengguna, nama.get(pengguna, "")))
    return hasil
