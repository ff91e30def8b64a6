"""Bidang isian yang memilih dari daftar besar: jabatan, unit kerja, dan pegawai, dengan saran saat mengetik.

Over a thousand posts do not fit into a select: the field takes the kode or the name, suggestions come from
``mutasi:saran`` (htmx into a datalist), and only what the reference tables know passes. Values are plain codes.
"""

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from kepegawaian import akses
from kepegawaian.models import Jabatan, ProfilKini, UnitKerja

SARAN = 15
JENIS = ("jabatan", "struktural", "pelaksana", "unit", "pegawai")


class IsianSaran(forms.TextInput):
    """A text input with a datalist that the server fills while one types; without JavaScript one types the whole name."""

    def __init__(self, jenis):
        super().__init__(attrs={"autocomplete": "off", "class": "form-control"})
        self.jenis = jenis

    def render(self, name, value, attrs=None, renderer=None):
        """The input, with its datalist behind it."""
        attrs = dict(attrs or {})
        kunci = f"{attrs.get('id', 'id_' + name)}-saran"
        alamat = f"{reverse('mutasi:saran', args=[self.jenis])}?dari={name}"
        attrs |= {
            "list": kunci, "hx-get": alamat, "hx-trigger": "input changed delay:300ms", "hx-target": f"#{kunci}",
            "hx-swap": "innerHTML", "hx-include": "this",
        }  # fmt: skip
        return format_html(
            '{}<datalist id="{}">{}</datalist>', super().render(name, value, attrs, renderer), kunci, pilihan_saran([])
        )


def pilihan_saran(daftar):
    """``<option>`` elements of (value, text)."""
    return format_html_join("", '<option value="{}">{}</option>', daftar)


def saran(jenis, teks, hak):
    """Up to ``SARAN`` pairs (value, text) for what is typed; nothing for less than three letters."""
    teks = (teks or "").strip()
    if len(teks) < 3:
        return []
    hari_ini = timezone.localdate()
    if jenis == "pegawai":
        return _saran_pegawai(teks, hak)
    if jenis == "unit":
        daftar = UnitKerja.objects.berlaku(hari_ini).filter(Q(nama__icontains=teks) | Q(kode__istartswith=teks))
        return [(u.kode, f"{u.nama} ({u.induk.nama})" if u.induk else u.nama)
                for u in daftar.select_related("induk")[:SARAN]]  # fmt: skip
    daftar = jabatan_hidup().filter(Q(nama__icontains=teks) | Q(kode__istartswith=teks))
    if jenis != "jabatan":
        daftar = daftar.filter(jenis=jenis)
    daftar = list(daftar[:SARAN])
    isi = akses.pemangku(hari_ini, [j.pk for j in daftar if j.unit_id])
    return [(j.kode, f"{j.nama} ({_keadaan(j, isi)})") for j in daftar]


def _keadaan(jabatan, isi):
    """``struktural IV.a, kosong``: what kind of post it is, and of a seat whether somebody holds it."""
    jenis = jabatan.get_jenis_display().lower()
    if not jabatan.unit_id:
        return jenis
    terisi = any(p.sifat == "D" for p in isi.get(jabatan.pk, ()))
    return f"{jenis} {jabatan.eselon_id or ''}, {'terisi' if terisi else 'kosong'}"


def _saran_pegawai(teks, hak):
    """(NIP, name and post) of active people in the scope of the reader."""
    angka = "".join(teks.split())
    syarat = Q(nip__startswith=angka) if angka.isdigit() else Q(nama__icontains=teks)
    orang = ProfilKini.objects.filter(hak.lingkup(), syarat, aktif=True).select_related("jabatan")
    return [
        (k.nip, f"{k.nama_lengkap}, {k.jabatan.nama if k.jabatan else '-'}") for k in orang.order_by("nama")[:SARAN]
    ]


def jabatan_hidup():
    """Posts that exist today."""
    return Jabatan.objects.filter(berlaku_sampai__isnull=True)


class DaftarField(forms.CharField):
    """A kode of a reference table, typed as kode or as its whole name; ``daftar()`` gives the queryset."""

    sebutan, jenis = "", ""

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", IsianSaran(self.jenis))
        super().__init__(max_length=200, **kwargs)

    def daftar(self):
        """The rows to choose from."""
        raise NotImplementedError

    def clean(self, value):
        """The kode; ValidationError that names what it may mean when it means more than one."""
        teks = super().clean(value)
        if not teks:
            return ""
        ada = list(self.daftar().filter(Q(kode__iexact=teks) | Q(nama__iexact=teks))[:2])
        if len(ada) == 1:
            return ada[0].kode
        mungkin = ada or list(self.daftar().filter(nama__icontains=teks)[:5])
        if not ada and len(mungkin) == 1:
            return mungkin[0].kode
        contoh = "; ".join(f"{x.kode} ({x.nama})" for x in mungkin)
        raise forms.ValidationError(
            f"Tulis kode {self.sebutan}nya: {contoh}." if contoh else f"{self.sebutan.capitalize()} tidak dikenal."
        )


class JabatanField(DaftarField):
    """Any post that exists today."""

    sebutan, jenis = "jabatan", "jabatan"

    def daftar(self):
        """Posts of today."""
        return jabatan_hidup()


class JabatanStrukturalField(JabatanField):
    """A structural post."""

    jenis = "struktural"

    def daftar(self):
        """Structural posts of today."""
        return jabatan_hidup().filter(jenis="struktural")


class JabatanPelaksanaField(JabatanField):
    """A post of pelaksana."""

    jenis = "pelaksana"

    def daftar(self):
        """Posts of pelaksana of today."""
        return jabatan_hidup().filter(jenis="pelaksana")


class UnitField(DaftarField):
    """A unit that exists today."""

    sebutan, jenis = "unit", "unit"

    def daftar(self):
        """Units of today."""
        return UnitKerja.objects.berlaku(timezone.localdate())


class NipField(forms.CharField):
    """NIP of an active pegawai of the portal."""

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", IsianSaran("pegawai"))
        super().__init__(max_length=21, **kwargs)

    def clean(self, value):
        """Digits only."""
        nip = "".join(super().clean(value).split())
        if nip and not ProfilKini.objects.filter(nip=nip, aktif=True).exists():
            raise forms.ValidationError("Tidak ada pegawai aktif dengan NIP itu.")
        return nip
