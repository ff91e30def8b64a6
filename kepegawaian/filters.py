"""Saringan daftar pegawai, akun, dan kiriman; everything stands in the URL.

The queryset comes scoped from the view (``hak.lingkup()``); a filter only narrows it. List and export use
the same filter, so that what is exported is what is shown.
"""

import django_filters
from django import forms
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import F, Q, Value
from django.db.models.functions import Concat

from kepegawaian.akun import rapatkan
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Jabatan, Kiriman, Pengguna, ProfilKini, RiwayatStatus
from kepegawaian.peristiwa import SALURAN
from kepegawaian.widget import PilihRingkas

PENSIUN = [
    (n, f"Pensiun dalam {kata}")
    for n, kata in (("6", "6 bulan"), ("12", "1 tahun"), ("24", "2 tahun"), ("60", "5 tahun"))
]
KELAMIN = [("P", "Perempuan"), ("L", "Laki-laki")]
# Age groups: the lowest age of each, and its name.
USIA = ((0, "di bawah 30"), (30, "30–39"), (40, "40–49"), (50, "50–54"), (55, "55 ke atas"))
AKTIF = [("ya", "Masih aktif"), ("tidak", "Tidak aktif"), ("semua", "Aktif dan tidak")]
# Each order is served by an index of ProfilKini; the key is what stands in ``?urut=``.
URUT = {
    "nama": (F("nama"), F("nip")),
    "nip": (F("nip"),),
    "golongan": (F("golongan_urutan"), F("nama")),
    "pensiun": (F("tmt_pensiun"), F("nama")),
}
BERKOSONG = ("golongan_urutan", "tmt_pensiun")


def _pilih(label, pilihan, metode=None, field_name=None, kosong="Semua", **lain):
    return django_filters.ChoiceFilter(
        label=label,
        choices=pilihan,
        empty_label=kosong,
        method=metode,
        field_name=field_name,
        widget=PilihRingkas,
        **lain,
    )


def cari_orang(teks, *, nama, nip):
    """Q of a search by name or NIP; figures alone are a NIP, every word of a name must be found."""
    angka = rapatkan(teks)
    if angka.isdigit():
        return Q(**{f"{nip}__contains" if len(angka) > 2 else f"{nip}__startswith": angka})
    syarat = Q()
    for kata in teks.split():
        syarat &= Q(**{f"{nama}__icontains": kata.strip(".,")})
    return syarat


def menyaring(saring):
    """Does the URL ask for anything that leaves rows out? Without, a page may take the count it already has."""
    return any(str(saring.data.get(nama, "")).strip() for nama in saring.filters)


def memakai_trigram(teks):
    """True when the search has a word long enough for the trigram index to find it."""
    return not rapatkan(teks).isdigit() and any(len(kata.strip(".,")) > 2 for kata in teks.split())


def cari_unit(acuan, teks):
    """Ids of the units whose kode is this or whose name has these words, and of everything below them."""
    kata = teks.upper().split()
    cocok = [u.id for u in acuan.unit.values() if u.kode == teks.strip()]
    if not cocok:
        cocok = [u.id for u in acuan.unit.values() if all(k in u.nama.upper() for k in kata)]
    return acuan.turunan(cocok)


class PegawaiFilter(django_filters.FilterSet):
    """q, OPD, unit, status, jenis jabatan, golongan, eselon, jenjang, pendidikan, jenis kelamin, usia, keaktifan, pensiun."""

    q = django_filters.CharFilter(
        label="Nama atau NIP",
        method="cari",
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 60, "placeholder": "Nama atau NIP"}),
    )
    opd = _pilih("OPD", (), "saring_opd", kosong="Semua OPD")
    unit = django_filters.CharFilter(
        label="Unit kerja",
        method="saring_unit",
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 80, "placeholder": "Unit kerja"}),
    )
    status = _pilih("Status", RiwayatStatus.STATUS, kosong="Semua status")
    jenis_jabatan = _pilih("Jenis jabatan", Jabatan.JENIS, kosong="Semua jenis jabatan")
    golongan = _pilih("Golongan", (), "saring_golongan", kosong="Semua golongan")
    eselon = _pilih("Eselon", (), field_name="eselon_id", kosong="Semua eselon")
    jenjang = _pilih("Jenjang", Jabatan.JENJANG, kosong="Semua jenjang")
    pendidikan = _pilih("Pendidikan", (), "saring_pendidikan", kosong="Semua pendidikan")
    jenis_kelamin = _pilih("Jenis kelamin", KELAMIN, kosong="Semua jenis kelamin")
    usia = _pilih("Usia", [(str(b), f"Usia {nama}") for b, nama in USIA], "saring_usia", kosong="Semua usia")
    pensiun = _pilih("Pensiun dalam", PENSIUN, "saring_pensiun", kosong="Pensiun kapan saja")
    aktif = _pilih("Keaktifan", AKTIF, "saring_aktif", kosong=None)

    # Shown at once; the others are folded away until one of them is used.
    UTAMA = ("q", "opd", "unit", "aktif")

    class Meta:
        model = ProfilKini
        fields = ()

    def __init__(self, data, queryset, *, request):
        data = data.copy()
        if data.get("aktif") not in dict(AKTIF):
            data["aktif"] = "ya"
        super().__init__(data, queryset, request=request)
        self.acuan, self.hari_ini = request.acuan, request.hari_ini
        medan = self.form.fields
        opd = self._opd(request.hak)
        medan["opd"].choices = opd
        medan["golongan"].choices = [(k, k) for k in self.acuan.daftar_golongan]
        medan["eselon"].choices = [(k, k) for k in self.acuan.daftar_eselon]
        medan["pendidikan"].choices = [(k, k) for k in dict.fromkeys(self.acuan.setara_pendidikan.values())]
        if len(opd) < 2:
            medan["opd"].widget = forms.HiddenInput()

    def _opd(self, hak):
        """OPD in scope, by name; filters never name an OPD the reader sees nobody of."""
        semua = self.acuan.unit
        opd = {u.id for u in semua.values() if u.jenis == "opd"}
        if not hak.lihat_semua:
            opd &= {semua[i].opd_id for i in hak.unit_lingkup if i in semua}
        return sorted(((str(i), semua[i].nama) for i in opd), key=lambda o: o[1])

    @property
    def bidang_utama(self):
        """Fields shown at once."""
        return [b for b in self.form.visible_fields() if b.name in self.UTAMA]

    @property
    def bidang_lain(self):
        """Fields that are folded away."""
        return [b for b in self.form.visible_fields() if b.name not in self.UTAMA]

    @property
    def terbuka(self):
        """True when a folded field is in use."""
        return any(self.data.get(b.name) for b in self.bidang_lain)

    @property
    def qs(self):
        """The filtered list in the asked order; an unknown value in the URL gives an empty list, never all."""
        hasil = super().qs if self.form.is_valid() else self.queryset.none()
        urut = self.data.get("urut", "")
        kolom = URUT.get(urut.removeprefix("-"), URUT["nama"])
        if urut.startswith("-") and urut[1:] in URUT:
            if kolom[0].name in BERKOSONG:  # an index of their own: read backwards, nulls come first
                return hasil.order_by(kolom[0].desc(nulls_last=True), *kolom[1:])
            return hasil.order_by(*(k.desc() for k in kolom))
        if kolom is URUT["nama"] and memakai_trigram(self.data.get("q", "")):
            # A value instead of the column: else the planner reads everybody by name until enough of them match.
            kolom = (Concat(F("nama"), Value("")), F("nip"))
        return hasil.order_by(*kolom)

    def cari(self, queryset, _nama, nilai):
        """Name (trigram index over upper case) or NIP."""
        return queryset.filter(cari_orang(nilai, nama="nama", nip="nip"))

    def saring_opd(self, queryset, _nama, nilai):
        """Whole OPD."""
        return queryset.filter(opd_id=int(nilai))

    def saring_unit(self, queryset, _nama, nilai):
        """Units whose kode is this or whose name has these words, with everything below them."""
        return queryset.filter(unit_id__in=cari_unit(self.acuan, nilai))

    def saring_golongan(self, queryset, _nama, nilai):
        """One golongan."""
        return queryset.filter(golongan_id=nilai)

    def saring_pendidikan(self, queryset, _nama, nilai):
        """One level of the law's tables (S1 …), whichever SIASN code it has."""
        return queryset.filter(pendidikan_id__in=[k for k, s in self.acuan.setara_pendidikan.items() if s == nilai])

    def saring_usia(self, queryset, _nama, nilai):
        """One age group, on the day of the page."""
        batas = [b for b, _ in USIA]
        muda = int(nilai)
        if muda:
            queryset = queryset.filter(tanggal_lahir__lte=tambah_bulan(self.hari_ini, -12 * muda))
        tua = next((b for b in batas if b > muda), None)
        return queryset if tua is None else queryset.filter(tanggal_lahir__gt=tambah_bulan(self.hari_ini, -12 * tua))

    def saring_pensiun(self, queryset, _nama, nilai):
        """TMT pensiun from today up to so many months ahead."""
        hari_ini = self.request.hari_ini
        return queryset.filter(tmt_pensiun__gte=hari_ini, tmt_pensiun__lte=tambah_bulan(hari_ini, int(nilai)))

    def saring_aktif(self, queryset, _nama, nilai):
        """Active by default; the page says how many others there are."""
        return queryset if nilai == "semua" else queryset.filter(aktif=nilai == "ya")

    def tidak_aktif(self):
        """The same filter for those who are not active."""
        lain = self.data.copy()
        lain["aktif"] = "tidak"
        return type(self)(lain, self.queryset, request=self.request).qs


class AkunFilter(django_filters.FilterSet):
    """q, keadaan, tugas; for the admin."""

    KEADAAN = [("belum", "Belum diaktifkan"), ("aktif", "Aktif"), ("tutup", "Ditutup")]

    q = django_filters.CharFilter(
        label="Nama, NIP, atau nama akun",
        method="cari",
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Nama, NIP, atau akun"}),
    )
    keadaan = _pilih("Keadaan", KEADAAN, "saring_keadaan", kosong="Semua keadaan")
    tugas = django_filters.BooleanFilter(
        label="Hanya yang punya tugas", method="saring_tugas", widget=forms.CheckboxInput
    )

    class Meta:
        model = Pengguna
        fields = ()

    def cari(self, queryset, _nama, nilai):
        """Name of the person or of the duty, NIP or account word."""
        orang = cari_orang(nilai, nama="pegawai__kini__nama", nip="nama_pengguna")
        return queryset.filter(orang | Q(nama__icontains=nilai.strip()) | Q(nama_pengguna=rapatkan(nilai)))

    def saring_keadaan(self, queryset, _nama, nilai):
        """Not yet activated: an account whose password is unusable."""
        if nilai == "tutup":
            return queryset.filter(is_active=False)
        belum = Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)
        return queryset.filter(belum if nilai == "belum" else ~belum, is_active=True)

    def saring_tugas(self, queryset, _nama, nilai):
        """Only accounts that have or had a duty."""
        return queryset.filter(penugasan__isnull=False).distinct() if nilai else queryset


class KirimanFilter(django_filters.FilterSet):
    """status, saluran, q (name, NIP or account); for the admin."""

    q = django_filters.CharFilter(
        label="Nama, NIP, atau nama akun",
        method="cari",
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Nama, NIP, atau akun"}),
    )
    status = _pilih("Status", Kiriman.STATUS, "saring_status", kosong="Semua status")
    saluran = _pilih("Saluran", list(SALURAN.items()), "saring_saluran", kosong="Semua saluran")

    class Meta:
        model = Kiriman
        fields = ()

    def cari(self, queryset, _nama, nilai):
        """Name of the person, NIP or account word."""
        awalan = "pemberitahuan__pengguna__"
        orang = cari_orang(nilai, nama=f"{awalan}pegawai__kini__nama", nip=f"{awalan}nama_pengguna")
        return queryset.filter(orang | Q(**{f"{awalan}nama_pengguna": rapatkan(nilai)}))

    def saring_status(self, queryset, _nama, nilai):
        """One status."""
        return queryset.filter(status=nilai)

    def saring_saluran(self, queryset, _nama, nilai):
        """One channel."""
        return queryset.filter(saluran=nilai)
