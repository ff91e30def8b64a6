"""Formulir realisasi: satu hasil kerja sekali kirim, bukti, umpan balik, permintaan."""

from decimal import Decimal, InvalidOperation

from django import forms

from eperformance.realisasi.isi import Ketikan
from eperformance.realisasi.umpan import TERPANJANG

BERKAS = {"accept": "application/pdf,image/jpeg,image/png"}
MAKS_ANGKA = Decimal("999999999999.99")


def baca_angka(teks):
    """A number as people write it here: 1.250,5 or 1250.5; None when empty. Raises ValueError with the sentence."""
    teks = "".join((teks or "").split())
    if not teks:
        return None
    if "," in teks:
        teks = teks.replace(".", "").replace(",", ".")
    elif teks.count(".") > 1 or (teks.count(".") == 1 and len(teks.rsplit(".", 1)[1]) == 3):
        teks = teks.replace(".", "")
    try:
        nilai = Decimal(teks)
    except InvalidOperation:
        nilai = None
    if nilai is None or not nilai.is_finite() or abs(nilai) > MAKS_ANGKA:
        raise ValueError("Tulis angka saja, misalnya 30 atau 2,5.")
    return nilai.quantize(Decimal("0.01"))


def baca_kartu(kartu, data):
    """([Ketikan], {kunci: sentence}) of the fields of one card that stand in ``data``; what was typed stays in ``medan.teks``."""
    ketikan, galat = [], {}
    for m in kartu.medan:
        if m.kunci not in data:
            continue
        m.teks = data[m.kunci].replace("\r\n", "\n").strip()
        versi = data.get(f"versi-{m.kunci}", "0")
        isi = {"versi": int(versi) if versi.isascii() and versi.isdigit() and len(versi) < 9 else 0}
        try:
            if m.berangka:
                isi["angka"] = baca_angka(m.teks)
            elif len(m.teks) > TERPANJANG:
                raise ValueError(f"Paling panjang {TERPANJANG} huruf; ada {len(m.teks)}.")
            else:
                isi["uraian"] = m.teks
        except ValueError as salah:
            galat[m.kunci] = m.galat = str(salah)
        else:
            ketikan.append(Ketikan(m.indikator.pk if m.indikator else None, **isi))
    return ketikan, galat


class BuktiForm(forms.Form):
    """Evidence: a file, a photograph just taken, or a link; exactly one of them."""

    judul = forms.CharField(
        label="Keterangan", max_length=200, required=False, help_text="Apa isinya; kosong: nama berkas atau alamatnya."
    )
    berkas = forms.FileField(
        label="Berkas", required=False, widget=forms.FileInput(attrs=BERKAS),
        help_text="PDF, JPG, atau PNG, paling besar 5 MB.",
    )  # fmt: skip
    foto = forms.FileField(
        label="Ambil foto", required=False, widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"}),
    )  # fmt: skip
    tautan = forms.URLField(
        label="Atau tautan", max_length=500, required=False, assume_scheme="https",
        error_messages={"invalid": "Tulis alamat lengkap, misalnya https://contoh.go.id/laporan."},
    )  # fmt: skip

    def clean(self):
        """One of the three."""
        isi = super().clean()
        ada = [isi.get("berkas"), isi.get("foto"), isi.get("tautan")]
        if not self.errors and sum(map(bool, ada)) != 1:
            raise forms.ValidationError("Pilih satu: berkas, foto, atau tautan.")
        return isi


class UmpanForm(forms.Form):
    """Feedback of the penilai, on one hasil kerja or the whole."""

    hasil = forms.TypedChoiceField(label="Tentang", coerce=int, required=False, empty_value=None)
    isi = forms.CharField(
        label="Umpan balik", max_length=TERPANJANG, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Yang sudah baik, yang perlu diperbaiki, dan langkah berikutnya. Tidak dapat diubah sesudah dikirim.",
    )  # fmt: skip

    def __init__(self, *args, hasil, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["hasil"].choices = [("", "Kinerja secara keseluruhan"), *((h.pk, h.rencana[:120]) for h in hasil)]


class JawabForm(forms.Form):
    """What the person asked has to say."""

    isi = forms.CharField(
        label="Umpan balik Anda", max_length=TERPANJANG, widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Satu contoh nyata lebih berguna daripada pujian umum. Tidak dapat diubah sesudah dikirim.",
    )  # fmt: skip


class MintaForm(forms.Form):
    """Whom to ask."""

    orang = forms.TypedMultipleChoiceField(
        label="Diminta kepada", coerce=int, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit seorang."},
    )  # fmt: skip

    def __init__(self, *args, calon, sudah, **kwargs):
        super().__init__(*args, **kwargs)
        sebutan = {"rekan": "rekan", "bawahan": "bawahan"}
        self.fields["orang"].choices = [
            (pk, f"{k.nama_lengkap} ({sebutan[s]}{', ' + k.jabatan.nama if k.jabatan else ''})")
            for pk, s, k in calon
            if pk not in sudah
        ]
