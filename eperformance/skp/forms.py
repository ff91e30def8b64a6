"""Formulir SKP: hasil kerja dan indikatornya, perilaku, lampiran; each row a form with its own prefix and ``versi``."""

import re
from decimal import Decimal, InvalidOperation

from django import forms

from eperformance.aturan import BERAKHLAK
from eperformance.models import HasilKerja, Indikator, LampiranSkp
from eperformance.skp.induk import di_opd, induk_pilihan, memakai_pohon, simpul_pilihan
from eperformance.skp.susun import Baris
from kepegawaian.acuan import acuan_kini

ANGKA = re.compile(r"^\d{1,3}(\.\d{3})*(,\d{1,2})?$|^\d+([.,]\d{1,2})?$")
KOSONG = ("", "Pilih")


def baca_angka(teks):
    """Decimal of "1.200,5", "1200", "12,5" or "12.5"; None when it is no number."""
    teks = teks.strip()
    if not ANGKA.match(teks):
        return None
    if "," in teks or re.match(r"^\d{1,3}(\.\d{3})+$", teks):
        teks = teks.replace(".", "").replace(",", ".")
    try:
        nilai = Decimal(teks)
    except InvalidOperation:
        return None
    return nilai if nilai < Decimal("1e12") else None


def tulis_angka(nilai):
    """A Decimal as people type it: 1200, 12,5."""
    teks = f"{nilai:f}"
    return (teks.rstrip("0").rstrip(".") if "." in teks else teks).replace(".", ",")


class _Baris(forms.Form):
    """Base of a row: ``pk`` and ``versi`` hidden; ``MODEL`` and the fields that are saved in ``MEDAN``."""

    MODEL: type = None
    MEDAN: tuple = ()
    id = forms.IntegerField(widget=forms.HiddenInput, required=False)
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, objek=None, **kwargs):
        if objek is not None:
            kwargs["initial"] = {"id": objek.pk, "versi": objek.versi, **self.awal(objek), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.objek, self.bentrok, self.hilang = objek, [], False
        for nama, bidang in self.fields.items():
            if not isinstance(bidang.widget, forms.HiddenInput | forms.CheckboxInput):
                dasar = "form-select" if isinstance(bidang.widget, forms.Select) else "form-control"
                bidang.widget.attrs.setdefault("class", dasar)
            elif isinstance(bidang.widget, forms.CheckboxInput):
                bidang.widget.attrs["class"] = "form-check-input"
            if nama in ("id", "versi"):
                bidang.widget.attrs["data-medan"] = nama

    @classmethod
    def awal(cls, objek):
        """Initial values of an existing row."""
        return {m: getattr(objek, m) for m in cls.MEDAN}

    def isi(self):
        """Values to be saved."""
        return {m: self.cleaned_data[m] for m in self.MEDAN}

    def baris(self):
        """The ``Baris`` of a valid form; None where a new row is empty."""
        pk = self.cleaned_data.get("id")
        isi = self.isi()
        if pk is None and self.kosong():
            return None
        return Baris(self.prefix, self.MODEL, pk, self.cleaned_data.get("versi") or 0, isi)

    def kosong(self):
        """Nothing was typed into this new row."""
        return not self.has_changed()

    def tampil(self, objek):
        """{field: (label, text)} of a row as it stands, for the box that shows both."""
        awal = self.awal(objek)
        return {
            n: (self.fields[n].label, dict(getattr(self.fields[n], "choices", ())).get(v, v))
            for n, v in awal.items()
            if n in self.fields
        }

    def tandai_bentrok(self, kini):
        """Shows what stands beside what was typed; the next save is made knowingly on that version."""
        self.data = self.data.copy()
        if kini is None:
            self.hilang = True
            self.data[self.add_prefix("id")] = self.data[self.add_prefix("versi")] = ""
            return
        self.data[self.add_prefix("id")], self.data[self.add_prefix("versi")] = kini.pk, kini.versi
        milik = {n: str(self.data.get(self.add_prefix(n), "")) for n in self.fields}
        awal = self.awal(kini)
        self.bentrok = [
            (label, teks) for n, (label, teks) in self.tampil(kini).items()
            if str("" if awal[n] is None else awal[n]) != milik[n]
        ]  # fmt: skip


def _area(label, maks, baris=2, **lain):
    return forms.CharField(label=label, max_length=maks, widget=forms.Textarea(attrs={"rows": baris}), **lain)


class FormHasil(_Baris):
    """One hasil kerja: what, whether utama or tambahan, what it serves."""

    MODEL = HasilKerja
    MEDAN = ("rencana", "jenis", "induk_id", "simpul_id", "perspektif", "penugasan")
    rencana = _area(
        "Rencana hasil kerja", 500, 3, help_text="Hasilnya, bukan kegiatannya: apa yang ada bila ini berhasil."
    )
    jenis = forms.ChoiceField(label="Jenis", choices=HasilKerja.JENIS)
    induk_id = forms.TypedChoiceField(
        label="Rencana hasil kerja atasan yang diintervensi", coerce=int, empty_value=None, required=False
    )
    simpul_id = forms.TypedChoiceField(
        label="Sasaran pada pohon kinerja", coerce=int, empty_value=None, required=False
    )
    perspektif = forms.ChoiceField(label="Perspektif", choices=[KOSONG, *HasilKerja.PERSPEKTIF], required=False)
    penugasan = forms.CharField(
        label="Dasar penugasan", max_length=200, required=False,
        help_text="Bagi hasil kerja tambahan: surat tugas atau perintah tertulisnya.",
    )  # fmt: skip

    def __init__(self, *args, skp, **kwargs):
        super().__init__(*args, **kwargs)
        self.pohon = memakai_pohon(skp)
        if self.pohon:
            self.fields["simpul_id"].choices = _pilihan_simpul(skp)
            del self.fields["induk_id"]
        else:
            induk = induk_pilihan(skp)
            self.fields["induk_id"].choices = [KOSONG, *((h.pk, h.rencana) for h in induk)]
            if self.objek is not None and self.objek.induk_id and self.objek.induk_id not in {h.pk for h in induk}:
                self.fields["induk_id"].choices = [
                    *self.fields["induk_id"].choices, (self.objek.induk_id, self.objek.induk.rencana)
                ]  # fmt: skip
            del self.fields["simpul_id"], self.fields["perspektif"]
        self.tanpa_pilihan = len(self.fields["simpul_id" if self.pohon else "induk_id"].choices) == 1

    def isi(self):
        """Only what this kind of SKP asks; the other fields keep what they have."""
        return {m: self.cleaned_data[m] for m in self.MEDAN if m in self.fields}

    def kosong(self):
        """A hasil kerja is never left out silently."""
        return False

    def clean(self):
        """A tambahan names its basis (Permen PANRB 6/2022: it is assigned)."""
        isi = super().clean()
        if isi.get("jenis") == "tambahan" and not (isi.get("penugasan") or "").strip():
            self.add_error("penugasan", "Sebutkan dasar penugasan hasil kerja tambahan ini.")
        return isi


def _pilihan_simpul(skp):
    """Nodes of the tree by groups: of his own perangkat daerah, of others."""
    unit, milik, lain = acuan_kini().unit, [], []
    for s in simpul_pilihan(skp):
        (milik if di_opd(unit.get(s.unit_id), skp.opd_id) else lain).append(
            (s.pk, f"{s.get_jenis_display()}: {s.uraian}")
        )
    kelompok = [("Perangkat daerah Anda", milik), ("Perangkat daerah lain", lain)]
    return [KOSONG, *((n, x) for n, x in kelompok if x)]


class FormIndikator(_Baris):
    """One indicator; a target that is a number is kept as a number."""

    MODEL = Indikator
    MEDAN = ("aspek", "uraian", "target", "target_angka", "satuan", "arah")
    aspek = forms.ChoiceField(label="Aspek", choices=[("", "Kriteria"), *Indikator.ASPEK], required=False)
    uraian = _area("Indikator", 300, 2, required=False)
    target = forms.CharField(label="Target", max_length=120, required=False)
    satuan = forms.CharField(label="Satuan", max_length=40, required=False)
    arah = forms.ChoiceField(label="Arah", choices=Indikator.ARAH, required=False, initial="naik")
    hapus = forms.BooleanField(label="Hapus indikator ini", required=False)

    @classmethod
    def awal(cls, objek):
        """The target as one text."""
        target = objek.target if objek.target_angka is None else tulis_angka(objek.target_angka)
        return {m: getattr(objek, m) for m in ("aspek", "uraian", "satuan", "arah")} | {"target": target}

    def clean(self):
        """An indicator that has a target has words, too."""
        isi = super().clean()
        if not isi.get("hapus") and isi.get("target") and not isi.get("uraian"):
            self.add_error("uraian", "Tulis indikatornya: apa yang diukur dengan target itu.")
        return isi

    def isi(self):
        """{field: value}; the number apart from the text. None: to be deleted."""
        isi = self.cleaned_data
        if isi.get("hapus"):
            return None
        angka = baca_angka(isi["target"])
        return {
            "aspek": isi["aspek"], "uraian": isi["uraian"], "target": "" if angka is not None else isi["target"],
            "target_angka": angka, "satuan": isi["satuan"], "arah": isi["arah"] or "naik",
        }  # fmt: skip

    def kosong(self):
        """A suggested row in which nothing was typed."""
        return not any(self.cleaned_data.get(m) for m in ("uraian", "target", "satuan"))


class FormPerilaku(_Baris):
    """The expectation of one value of BerAKHLAK."""

    MEDAN = ("ekspektasi",)
    ekspektasi = _area("Ekspektasi khusus pimpinan", 500, 2, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.MODEL = type(self.objek)  # always an existing row: the seven are made with the SKP
        self.nama, self.panduan = BERAKHLAK.get(self.objek.nilai, (self.objek.nilai, ()))
        self.fields["ekspektasi"].label = f"Ekspektasi khusus pimpinan: {self.nama}"

    def kosong(self):
        """A row that was not sent."""
        return True


class FormLampiran(_Baris):
    """One line of an attachment; emptied it is taken away."""

    MODEL = LampiranSkp
    MEDAN = ("jenis", "isi")
    jenis = forms.CharField(widget=forms.HiddenInput)
    isi_ = _area("Isi", 500, 2, required=False)

    @classmethod
    def awal(cls, objek):
        """Its kind and its words."""
        return {"jenis": objek.jenis, "isi_": objek.isi}

    def clean_jenis(self):
        """One of the three."""
        if self.cleaned_data["jenis"] not in dict(LampiranSkp.JENIS):
            raise forms.ValidationError("Jenis lampiran tidak dikenal.")
        return self.cleaned_data["jenis"]

    def isi(self):
        """{field: value}; None when it was emptied."""
        teks = self.cleaned_data["isi_"].strip()
        return {"jenis": self.cleaned_data["jenis"], "isi": teks} if teks else None

    def kosong(self):
        """Nothing was typed into the new row."""
        return not self.cleaned_data["isi_"].strip()
