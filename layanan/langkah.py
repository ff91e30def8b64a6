"""Langkah yang bertanya: formulir milik sebuah langkah, keluarannya, dan ke mana keluaran itu membawa usulan."""

from datetime import timedelta

from django import forms

from kepegawaian.aturan import tambah_bulan
from layanan.galat import DitolakAlur, IsianSalah

TOLAK, SELESAI = "TOLAK", "SELESAI"
DASAR_TOLAK = "dasar_tolak"


class FormHasil(forms.Form):
    """For a step that only asks which way it goes."""


def deklarasi(layanan, kode):
    """The step as declared today, or None when a running route is older than the declaration."""
    try:
        return layanan.langkah(kode)
    except KeyError:
        return None


def form_langkah(langkah, konteks=None, data=None, files=None, **kwargs):
    """The form of a declared step, or None when it asks nothing.

    A form class with ``butuh_konteks = True`` receives the Konteks. What the form does not ask for itself is added
    at its end: the choice, where the step has outcomes, and the basis of a refusal, where an outcome refuses.
    """
    if langkah is None or (langkah.form is None and not langkah.sebutan):
        return None
    kelas = langkah.form or FormHasil
    if getattr(kelas, "butuh_konteks", False):
        kwargs["konteks"] = konteks
    form = kelas(data, files, **kwargs)
    if langkah.sebutan and "hasil" not in form.fields:
        form.fields["hasil"] = forms.ChoiceField(
            label="Hasil", choices=list(langkah.sebutan.items()), widget=forms.RadioSelect
        )
    if TOLAK in langkah.hasil.values() and DASAR_TOLAK not in form.fields:
        form.fields[DASAR_TOLAK] = forms.CharField(
            label="Dasar penolakan (peraturan dan pasal, atau nomor surat)", max_length=160, required=False,
            help_text="Wajib bila hasilnya menolak usulan.",
        )  # fmt: skip
    return form


def baca_isian(langkah, konteks, data, file):
    """(answers as JSON texts, outcome) of the step's form; ({}, "") when it asks nothing. Raises IsianSalah."""
    form = form_langkah(langkah, konteks, data or {}, {"berkas": file} if file else None)
    if form is None:
        return {}, ""
    if not form.is_valid():
        raise IsianSalah(form)
    bersih = {k: teks(v) for k, v in form.cleaned_data.items() if k != "berkas"}
    hasil = str(bersih.get("hasil", ""))
    if langkah.hasil.get(hasil) != TOLAK:
        bersih.pop(DASAR_TOLAK, None)
    elif not bersih.get(DASAR_TOLAK):
        form.add_error(DASAR_TOLAK, "Tulis pasal atau nomor surat yang menjadi dasar penolakan.")
        raise IsianSalah(form)
    return bersih, hasil


def teks(nilai):
    """A form value as JSON."""
    return nilai.isoformat() if hasattr(nilai, "isoformat") else "" if nilai is None else nilai


def tujuan(r, hasil):
    """Where the outcome of the frozen step ``r`` leads: a code, TOLAK, SELESAI, or None for the next step."""
    return r["hasil"].get(hasil) or None


def batas_hukum(r, mulai, acuan, pola):
    """Last day the law gives the frozen step ``r`` entered on ``mulai``, or None."""
    batas = r.get("batas_hukum")
    if not batas:
        return None
    if batas["satuan"] == "hari_kerja":
        return acuan.tambah_hari_kerja(mulai, batas["banyak"], pola)
    if batas["satuan"] == "bulan":
        return tambah_bulan(mulai, batas["banyak"])
    return mulai + timedelta(days=batas["banyak"])


def wajib_diisi(r):
    """Refuses to pass a step that asks something without its form (many at once, an old page)."""
    if r.get("berisian"):
        raise DitolakAlur(f"Langkah {r['nama']} mempunyai isian; buka usulannya dan isi di sana.")
