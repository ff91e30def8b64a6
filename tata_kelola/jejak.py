"""Jejak audit: saringan, kalimat tiap perbuatan, nama pelaku, dan buku kerja xlsx dari yang disaring."""

from collections import OrderedDict
from datetime import datetime, time
from functools import cache
from io import BytesIO

import django_filters
import xlsxwriter
from django import forms
from django.apps import apps
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst

from kepegawaian import jejak, segel
from kepegawaian.hak import RAHASIA
from kepegawaian.impor.ekspor import aman
from kepegawaian.models import AksesSensitif, Dosir, Jejak, Naskah, Pengguna, ProfilKini
from layanan.models import NaskahUsulan, Usulan
from tata_kelola.forms import TanggalInput

BATAS_UNDUH = 50_000
SEGEL_LAMA = 3600  # seconds after which rows without a seal are worth a word
OBJEK = OrderedDict(
    usulan="Usulan",
    naskah="Naskah",
    nomorterpakai="Nomor register",
    pegawai="Pegawai",
    pengguna="Akun",
    penugasan="Penugasan",
    batchimpor="Impor",
    dosir="Berkas",
    setelan="Setelan",
    pengaturanlangkah="Langkah layanan",
    harilibur="Hari libur",
    kamusreferensi="Referensi impor",
    versitemplat="Templat naskah",
    halangan="Ketidakhadiran",
    kiriman="Kiriman",
    putaranindeks="Hitungan indeks",
    pohon="Pohon kinerja",
    periodekinerja="Tahun kinerja",
    risiko="Risiko",
    paguanggaran="Pagu anggaran",
    realisasianggaran="Realisasi anggaran",
    laporanbulanan="Laporan bulanan",
    regulasi="Tinjauan regulasi",
    segeljejak="Segel jejak",
    skp="SKP",
    tppbulan="TPP satu bulan",
    catatancuti="Catatan cuti",
    kasusdisiplin="Kasus disiplin",
    analisisjabatan="Analisis jabatan",
    rencanakebutuhan="Rencana kebutuhan",
    seleksi="Seleksi ASN",
    pemberkasan="Pemberkasan",
    kegiatanpelatihan="Kegiatan pelatihan",
    tugasbelajar="Tugas belajar",
    seleksijpt="Seleksi JPT",
    barang="Barang",
)
SINGKATAN = {"tpp": "TPP", "skp": "SKP", "jpt": "JPT", "slks": "SLKS", "nip": "NIP", "opd": "OPD", "korpri": "Korpri"}


@cache
def sebut_objek(objek):
    """What a row of the trail is about, in words: ``OBJEK``, else the name of the model (Kebutuhan barang)."""
    if objek in OBJEK:
        return OBJEK[objek]
    nama = {m._meta.model_name: m._meta.verbose_name for m in apps.get_models()}.get(objek, objek)
    return capfirst(" ".join(SINGKATAN.get(kata, kata) for kata in str(nama).split()))


def pilihan_aksi():
    """Actions with their sentence, shortened at the first value."""
    return sorted(
        ((k, v.split(" {")[0].rstrip(":")) for k, v in jejak.KALIMAT.items() if k != "perkara"), key=lambda x: x[1]
    )


def _orang(q, awalan):
    """Q over ProfilKini reached by ``awalan``: NIP, its beginning, or a part of the name."""
    angka = "".join(q.split())
    return Q(**{f"{awalan}nip__startswith": angka}) if angka.isdigit() else Q(**{f"{awalan}nama__icontains": q})


def _akun(q):
    """Accounts by user name or by the name of their pegawai."""
    return Pengguna.objects.filter(
        Q(nama_pengguna__istartswith="".join(q.split())) | Q(nama__icontains=q) | _orang(q, "pegawai__kini__")
    )


def _perkara():
    """Q over rows of a trail about a confidential case: they stay in the trail, about nobody by name."""
    if not RAHASIA:
        return Q(pk__in=())
    usulan = Usulan.objects.filter(layanan__in=RAHASIA).values("pk")
    naskah = NaskahUsulan.objects.filter(usulan__layanan__in=RAHASIA).values("naskah_id")
    berkas = Dosir.objects.filter(riwayat_jenis="perkara").values("pk")
    return (
        Q(objek="usulan", objek_id__in=usulan) | Q(objek="naskah", objek_id__in=naskah)
        | Q(objek="dosir", objek_id__in=berkas) | Q(objek="kasusdisiplin")
    )  # fmt: skip


class SaringanWaktu(django_filters.FilterSet):
    """Who acted, about whom, from when to when; shared by Jejak and AksesSensitif."""

    pegawai = django_filters.CharFilter(method="saring_pegawai", label="Tentang pegawai (nama atau NIP)")
    oleh = django_filters.CharFilter(method="saring_oleh", label="Pelaku (nama atau NIP)")
    dari = django_filters.DateFilter(method="saring_dari", label="Dari tanggal", widget=TanggalInput)
    sampai = django_filters.DateFilter(method="saring_sampai", label="Sampai tanggal", widget=TanggalInput)

    def saring_pegawai(self, queryset, _nama, nilai):
        """About whom."""
        orang = ProfilKini.objects.filter(_orang(nilai.strip(), "")).values("pegawai_id")
        semua = queryset.filter(pegawai_id__in=orang)
        return semua.exclude(_perkara()) if queryset.model is Jejak else semua

    def saring_oleh(self, queryset, _nama, nilai):
        """By whom."""
        return queryset.filter(oleh_id__in=_akun(nilai.strip()).values("pk"))

    def saring_dari(self, queryset, _nama, nilai):
        """Not before that day, in Jakarta."""
        return queryset.filter(pada__gte=_awal_hari(nilai))

    def saring_sampai(self, queryset, _nama, nilai):
        """Not after that day, in Jakarta."""
        return queryset.filter(pada__lt=_awal_hari(nilai) + timezone.timedelta(days=1))


class SaringanJejak(SaringanWaktu):
    """Also by action and kind of object, and by the number of the object."""

    aksi = django_filters.ChoiceFilter(choices=pilihan_aksi, label="Perbuatan", empty_label="Semua perbuatan")
    objek = django_filters.ChoiceFilter(choices=list(OBJEK.items()), label="Objek", empty_label="Semua objek")
    nomor = django_filters.CharFilter(method="saring_nomor", label="Nomor usulan atau naskah")
    objek_id = django_filters.NumberFilter(label="", widget=forms.HiddenInput)

    class Meta:
        model = Jejak
        fields = ("pegawai", "oleh", "aksi", "objek", "nomor", "objek_id", "dari", "sampai")

    def saring_nomor(self, queryset, _nama, nilai):
        """What was done to the usulan with that number, to its naskah, or to the naskah with that number."""
        usulan = Usulan.objects.filter(nomor__iexact=nilai.strip()).values("pk")
        naskah = Naskah.objects.filter(
            Q(nomor__iexact=nilai.strip())
            | Q(pk__in=NaskahUsulan.objects.filter(usulan__in=usulan).values("naskah_id"))
        )
        return queryset.filter(
            Q(objek="usulan", objek_id__in=usulan) | Q(objek="naskah", objek_id__in=naskah.values("pk"))
        ).exclude(_perkara())


class SaringanSensitif(SaringanWaktu):
    """Reading of masked data."""

    data = django_filters.ChoiceFilter(
        choices=[
            ("nik", "NIK"),
            ("keluarga", "Keluarga"),
            ("hukuman", "Hukuman disiplin"),
            ("kontak", "Kontak"),
            ("kesehatan", "Klaim JKK dan JKM"),
        ],
        label="Data",
        empty_label="Semua data",
    )

    class Meta:
        model = AksesSensitif
        fields = ("pegawai", "oleh", "data", "dari", "sampai")


def _awal_hari(tanggal):
    return timezone.make_aware(datetime.combine(tanggal, time.min))


def bernama(baris):
    """Gives each row ``nama_oleh``, ``nip_oleh`` (account), ``nama_tentang``, ``nip_tentang``; three queries.

    A row about a confidential case (``perkara``) names nobody it is about.
    """
    baris = list(baris)
    _samarkan([b for b in baris if isinstance(b, Jejak)])
    akun = {
        pk: (nama or nama_akun, pengguna)
        for pk, nama, nama_akun, pengguna in Pengguna.objects.filter(pk__in={b.oleh_id for b in baris}).values_list(
            "pk", "pegawai__kini__nama", "nama", "nama_pengguna"
        )
    }
    orang = {
        pk: (nama, nip)
        for pk, nama, nip in ProfilKini.objects.filter(pk__in={b.pegawai_id for b in baris}).values_list(
            "pk", "nama", "nip"
        )
    }
    for satu in baris:
        satu.nama_oleh, satu.nip_oleh = akun.get(satu.oleh_id, (None, None))
        satu.nama_tentang, satu.nip_tentang = orang.get(satu.pegawai_id, (None, None))
    return baris


def _samarkan(baris):
    """Takes person and sentence from the rows of confidential cases; unsaved, on the rows shown only."""
    perkara = set(Jejak.objects.filter(_perkara(), pk__in=[b.pk for b in baris]).values_list("pk", flat=True))
    for satu in baris:
        satu.perkara = satu.pk in perkara
        if satu.perkara:
            satu.pegawai_id, satu.sebagai, satu.aksi, satu.data = None, "", "perkara", {}


def keadaan_segel(sekarang):
    """State of the seals for the head of the page: last blocks, the last check, whether the job stands still."""
    daftar = segel.keadaan()
    periksa = Jejak.objects.filter(aksi="segel_periksa", objek="segeljejak").first()
    macet = any(
        s["belum"] and s["akhir"] and (sekarang - s["akhir"].dibuat_pada).total_seconds() > SEGEL_LAMA for s in daftar
    )
    return {"daftar": daftar, "periksa": periksa, "utuh": periksa and periksa.data["hasil"] == "utuh", "macet": macet}


def buku_kerja(judul, kolom, baris):
    """Bytes of an xlsx with one sheet; every value as text, so that no cell can be a formula."""
    keluar = BytesIO()
    buku = xlsxwriter.Workbook(
        keluar, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    lembar = buku.add_worksheet(judul[:31])
    tebal = buku.add_format({"bold": True})
    for k, nama in enumerate(kolom):
        lembar.write_string(0, k, nama, tebal)
    for b, isi in enumerate(baris, 1):
        for k, nilai in enumerate(isi):
            lembar.write_string(b, k, "" if nilai is None else aman(str(nilai)))
    buku.close()
    return keluar.getvalue()


def baris_jejak(daftar):
    """Rows for the workbook."""
    for j in daftar:
        yield (
            f"{timezone.localtime(j.pada):%Y-%m-%d %H:%M:%S}", j.nama_oleh or "Sistem", j.nip_oleh, j.sebagai,
            jejak.kalimat(j), sebut_objek(j.objek), j.objek_id, j.nama_tentang, j.nip_tentang, j.dari,
        )  # fmt: skip


KOLOM_JEJAK = (
    "Waktu", "Pelaku", "Akun", "Sebagai", "Perbuatan", "Objek", "Nomor objek", "Tentang", "NIP", "Dari alamat",
)  # fmt: skip
