"""Template words of the portal: dates, money, numbers and NIP in Indonesian, icons, tags and list links.

Builtins of every template (``settings.TEMPLATES``), so no ``{% load %}`` is needed. The filters only write
a value down: they never raise and never guess. An unknown value (None, "") becomes "", and ``tampil`` says so in
words. Masking of NIP and NIK follows UU 27/2022 (pelindungan data pribadi). Shown on ``komponen/galeri.html``.
"""

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from django import template
from django.middleware.csrf import get_token
from django.template.base import NodeList
from django.template.loader_tags import BlockNode
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from kepegawaian import penomoran, saringan
from kepegawaian.acuan import acuan_kini
from kepegawaian.widget import gambar

register = template.Library()

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
BULAN_PENDEK = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
GELAR_DEPAN = frozenset(("prof", "dr", "drs", "dra", "drg", "drh", "ir", "h", "hj", "kh", "apt", "ns"))
BELUM_ADA = "belum ada data"
IKON_TANDA = {
    "terpenuhi": "check-lg",
    "perhatian": "exclamation-circle",
    "gagal": "x-lg",
    "info": "info-circle",
    "netral": "",
}


# Dates


def _hari(nilai):
    """Returns the calendar day of a date, a datetime (in Jakarta) or an ISO text, else None."""
    if isinstance(nilai, dt.datetime):
        return timezone.localtime(nilai).date() if timezone.is_aware(nilai) else nilai.date()
    if isinstance(nilai, dt.date):
        return nilai
    if isinstance(nilai, str):
        try:
            return dt.date.fromisoformat(nilai[:10])
        except ValueError:
            return None
    return None


@register.filter
def tanggal(nilai):
    """1 Juli 2026."""
    hari = _hari(nilai)
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}" if hari else ""


@register.filter
def tanggal_pendek(nilai):
    """1 Jul 26; for lists."""
    hari = _hari(nilai)
    return f"{hari.day} {BULAN_PENDEK[hari.month - 1]} {hari.year % 100:02d}" if hari else ""


@register.filter
def bulan_pendek(nilai):
    """Jul 26; under the day in the date box of ``_baris.html``."""
    hari = _hari(nilai)
    return f"{BULAN_PENDEK[hari.month - 1]} {hari.year % 100:02d}" if hari else ""


@register.filter
def hari_tanggal(nilai):
    """Selasa, 24 November 2026."""
    hari = _hari(nilai)
    return f"{HARI[hari.weekday()]}, {tanggal(hari)}" if hari else ""


@register.filter
def waktu(nilai):
    """18 Nov 2026, 09.12 (Jakarta); a date without time is written without one."""
    if not isinstance(nilai, dt.datetime):
        hari = _hari(nilai)
        return f"{hari.day} {BULAN_PENDEK[hari.month - 1]} {hari.year}" if hari else ""
    setempat = timezone.localtime(nilai) if timezone.is_aware(nilai) else nilai
    return f"{setempat.day} {BULAN_PENDEK[setempat.month - 1]} {setempat.year}, {setempat:%H.%M}"


@register.filter
def masa(bulan):
    """Months in words: 115 is "9 tahun 7 bulan"."""
    jumlah = _bilangan(bulan)
    if jumlah is None:
        return ""
    tahun, sisa = divmod(abs(int(jumlah)), 12)
    bagian = [f"{tahun} tahun"] if tahun else []
    if sisa or not tahun:
        bagian.append(f"{sisa} bulan")
    return ("minus " if jumlah < 0 else "") + " ".join(bagian)


@register.filter
def usia(lahir, per=None):
    """Age in completed years on a day, today by default; who is born on 29 February has it on 1 March."""
    lahir, per = _hari(lahir), _hari(per) or timezone.localdate()
    if lahir is None or lahir > per:
        return ""
    return f"{per.year - lahir.year - ((per.month, per.day) < (lahir.month, lahir.day))} tahun"


# Numbers


def _bilangan(nilai):
    """Returns a Decimal, or None for what is not a finite number."""
    if nilai is None or nilai == "" or isinstance(nilai, bool):
        return None
    try:
        hasil = nilai if isinstance(nilai, Decimal) else Decimal(str(nilai))
    except InvalidOperation:
        return None
    return hasil if hasil.is_finite() else None


def _kelompok(jumlah, desimal):
    """Writes a Decimal with dots for thousands and a comma, rounded half up."""
    bulat = jumlah.quantize(Decimal(1).scaleb(-desimal), rounding=ROUND_HALF_UP)
    if not bulat:
        bulat = abs(bulat)
    return f"{bulat:,.{desimal}f}".translate(str.maketrans(",.", ".,"))


@register.filter
def angka(nilai):
    """1234 is "1.234"; decimals stay as they are, without trailing zeros: 2.50 is "2,5"."""
    jumlah = _bilangan(nilai)
    if jumlah is None:
        return ""
    return _kelompok(jumlah, max(0, -jumlah.normalize().as_tuple().exponent))


@register.filter
def desimal(nilai, banyak=2):
    """75 is "75,00"."""
    jumlah = _bilangan(nilai)
    return "" if jumlah is None else _kelompok(jumlah, int(banyak))


@register.filter
def rupiah(nilai):
    """3500000 is "Rp3.500.000"; sen only when there are any."""
    jumlah = _bilangan(nilai)
    if jumlah is None:
        return ""
    return (
        ("-" if jumlah < 0 else "") + "Rp" + _kelompok(abs(jumlah), 0 if jumlah == jumlah.to_integral_value() else 2)
    )


@register.filter
def ukuran(nilai):
    """Bytes in words: 217088 is "212 KB"."""
    jumlah = _bilangan(nilai)
    if jumlah is None or jumlah < 0:
        return ""
    if jumlah < 1024:
        return f"{angka(int(jumlah))} B"
    for satuan in ("KB", "MB", "GB"):
        jumlah /= 1024
        if jumlah < 1000 or satuan == "GB":
            break
    return f"{angka(jumlah.quantize(Decimal(1) if satuan == 'KB' else Decimal('0.1'), ROUND_HALF_UP))} {satuan}"


@register.filter
def beropd(unit):
    """A unit kerja with its OPD: many units of different OPD bear the same name."""
    return acuan_kini().sebut_unit(unit.id) or unit.nama if unit else ""


# Persons


@register.filter
def nip(nilai):
    """Eighteen digits in their four groups; anything else as it is."""
    teks = str(nilai or "")
    if len(teks) == 18 and teks.isdigit():
        return f"{teks[:8]} {teks[8:14]} {teks[14]} {teks[15:]}"
    return teks


@register.simple_tag
def pegawai(nama, nomor, url="", uraian=""):
    """Name and NIP of a person, for the first cell of a row; ``uraian``: his post or unit. A list draws one on every row."""
    kepala = format_html('<a href="{}"><b>{}</b></a>', url, nama) if url else format_html("<b>{}</b>", nama)
    ekor = format_html(" · {}", uraian) if uraian else ""
    return format_html('{}\n<small><span class="text-nowrap">{}</span>{}</small>', kepala, nip(nomor), ekor)


@register.filter
def nip_samar(nilai):
    """NIP with month and day of birth masked: 1986****2015051001."""
    teks = "".join(str(nilai or "").split())
    return teks[:4] + "*" * len(teks[4:8]) + teks[8:]


@register.filter
def nik_samar(nilai):
    """NIK with only the province and the last two digits: the rest is the birth date and a short serial."""
    teks = "".join(str(nilai or "").split())
    return teks[:2] + "*" * (len(teks) - 4) + teks[-2:] if len(teks) > 4 else "*" * len(teks)


@register.filter
def inisial(nama):
    """Siti Rahmawati, S.Pd. is "SR"; titles before and after the name do not count."""
    kata = [k for k in str(nama or "").split(",")[0].split() if k.rstrip(".").lower() not in GELAR_DEPAN]
    huruf = [cocok.group() for k in kata if (cocok := re.search(r"[^\W\d_]", k))]
    return "".join(huruf[:1] + huruf[1:][-1:]).upper() or "?"


@register.filter
def tampil(nilai, kosong=BELUM_ADA):
    """The value, or in words that there is none; 0 is a value."""
    return kosong if nilai is None or nilai == "" else nilai


# Marks


@register.simple_tag
@lru_cache(maxsize=2048, typed=True)
def ikon(nama, label=""):
    """A Bootstrap icon, silent for screen readers; with ``label`` its meaning is read aloud.

    Remembered by type too (escaped text equals the same text unescaped): a list draws the same ones on every row.
    """
    if not nama:
        return ""
    gambar = format_html('<i class="bi bi-{}" aria-hidden="true"></i>', nama)
    return format_html('{}<span class="visually-hidden">{}</span>', gambar, label) if label else gambar


@register.simple_tag
@lru_cache(maxsize=2048, typed=True)
def tanda(teks, jenis="netral", gambar=None):
    """A status tag: word and shape first, colour second. ``gambar="-"`` leaves the icon out. Remembered like ``ikon``."""
    jenis = jenis if jenis in IKON_TANDA else "netral"
    if gambar is None or gambar == "":
        gambar = IKON_TANDA[jenis]
    return format_html('<span class="tanda tanda-{}">{}{}</span>', jenis, ikon(gambar) if gambar != "-" else "", teks)


# Links and forms. Components are included with ``only``: the request is then still an attribute of the context.


def _request(context):
    return getattr(context, "request", None) or context.get("request")


@register.simple_tag(takes_context=True)
def kueri(context, **ubah):
    """The present query string with some parameters changed; None removes one, a new filter starts at page 1."""
    request = _request(context)
    return penomoran.kueri(request.GET if request else None, ubah)


@register.simple_tag(takes_context=True)
def arah_urut(context, kolom):
    """How the list is sorted by ``kolom`` now: "naik", "turun" or ""."""
    request = _request(context)
    kini = request.GET.get("urut", "") if request else ""
    return {kolom: "naik", f"-{kolom}": "turun"}.get(kini, "")


@register.simple_tag(takes_context=True)
def kolom_kueri(context, form):
    """Hidden inputs that carry through a GET form what the form itself does not ask; never the page."""
    request = _request(context)
    kecuali = {"halaman", *(bidang.html_name for bidang in form)}
    return penomoran.kolom_tersembunyi(request.GET if request else None, kecuali)


@register.simple_tag(takes_context=True)
def alamat_kini(context):
    """Path of the present page without its query."""
    request = _request(context)
    return request.path if request else ""


@register.inclusion_tag("komponen/_saringan.html", takes_context=True)
def saringan_tersimpan(context, bagian):
    """The reader's saved filters of this list, and the form that keeps the present one."""
    request = _request(context)
    hak = getattr(request, "hak", None)
    if hak is None or not hak.peran or hak.hanya_calon:
        return {}
    milik = saringan.tersimpan(hak)
    return {
        "id": bagian,
        "di_sini": [s for s in milik if s["jalur"] == request.path],
        "kueri": saringan.bersihkan(request.GET.urlencode()),
        "cap": saringan.cap(hak.pengguna_id, request.path),
    }


@register.simple_tag(takes_context=True)
def saringan_saya(context):
    """All saved filters of the reader, for his home page."""
    request = _request(context)
    hak = getattr(request, "hak", None)
    return saringan.tersimpan(hak) if hak else []


@register.simple_tag(takes_context=True)
def skrip(context, *berkas):
    """Script tags of a component, once a page however often it is included."""
    request = _request(context)
    sudah = request.__dict__.setdefault("_skrip", set()) if request else set()
    baru = [b for b in berkas if b not in sudah]
    sudah.update(baru)
    return format_html_join("", '<script src="{}" defer></script>', ((static(b),) for b in baru))


@register.simple_tag
def isian(bidang, kelas=""):
    """One form field as a small Bootstrap control, for the filters above a table."""
    jenis = getattr(bidang.field.widget, "input_type", "")
    dasar = {"select": "form-select form-select-sm", "checkbox": "form-check-input"}
    kelas = f"{dasar.get(jenis, 'form-control form-control-sm')} {kelas}".strip()
    return gambar(bidang, {"class": kelas})


@register.filter
def tanpa_label(bidang):
    """True when a filter says by itself what it is: a list whose first choice is "Semua …", or a placeholder."""
    widget = bidang.field.widget
    return getattr(widget, "input_type", "") == "select" or "placeholder" in widget.attrs


@register.simple_tag
def tanya(judul, akibat):
    """Attributes of a submit button that asks before it ends something; without JavaScript the button says it by itself."""
    return format_html('data-tanya-judul="{}" data-tanya="{}"', judul, akibat)


@register.simple_tag(takes_context=True)
def kolom_csrf(context):
    """``{% csrf_token %}`` for a component that is included with ``only``."""
    request = _request(context)
    if request is None:
        return ""
    return format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', get_token(request))


@register.simple_tag
def halaman(potongan):
    """Page numbers to show: 1, …, 6, 7, 8, …, 40, with None where some are left out."""
    return penomoran.nomor_halaman(potongan)


@register.filter
def baris_grafik(data):
    """Rows of the table under a chart: (label, [value of each series])."""
    return [(label, [deret["nilai"][urutan] for deret in data["deret"]]) for urutan, label in enumerate(data["label"])]


@register.simple_tag(takes_context=True)
def ulang_blok(context, nama):
    """Renders a block a second time: the page writes its title once, ``base.html`` shows it in tab and <h1>."""
    return BlockNode(nama, NodeList()).render(context)
