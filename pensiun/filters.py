"""Saringan proyeksi dan nominatif pensiun; everything stands in the URL, page, Excel and PDF use the same one."""

from datetime import date

from django import forms

from kepegawaian.aturan import tambah_bulan
from kepegawaian.filters import PilihRingkas
from kepegawaian.views.kerangka import baca_tanggal
from pensiun import jadwal, proyeksi

SEMUA = ("staf_bkd", "pejabat_bkd", "inspektorat", "pimpinan")


def opd_pilihan(hak, acuan, *, semua=False):
    """OPD the reader may choose, by name: all of them, or those of his scope."""
    unit = acuan.unit
    opd = {u.id for u in unit.values() if u.jenis == "opd"}
    if not (semua or hak.lihat_semua):
        opd &= {unit[i].opd_id for i in hak.unit_lingkup if i in unit}
    return sorted(((str(i), unit[i].nama) for i in opd), key=lambda o: o[1])


def baca_per(teks, hari_ini):
    """The day of ``?per=``: from the pay table on (2014) until ten years ahead; else today."""
    per = baca_tanggal(teks) or hari_ini
    return per if date(2014, 1, 15) <= per <= date(hari_ini.year + 10, 12, 31) else hari_ini


class ProyeksiForm(forms.Form):
    """Day, OPD, group of posts, status. What is unknown is ignored; never an error."""

    per = forms.DateField(label="Keadaan tanggal", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    opd = forms.ChoiceField(label="OPD", required=False, widget=PilihRingkas)
    kelompok = forms.ChoiceField(label="Kelompok jabatan", required=False, widget=PilihRingkas)
    status = forms.ChoiceField(
        label="Status", required=False, choices=(("pns", "PNS dan CPNS"), ("pppk", "PPPK"), ("semua", "Semua")),
        widget=PilihRingkas,
    )  # fmt: skip

    def __init__(self, data, *, hak, acuan, hari_ini, angka=True):
        """``angka``: figures only, which the pimpinan see of everyone; names stay in the scope of the reader."""
        self.hak, self.hari = hak, baca_per(data.get("per"), hari_ini)
        self.luas = hak.lihat_semua or (angka and hak.punya(*SEMUA))
        self.nama_kelompok = proyeksi.nama_kelompok(self.hari)
        isi = {"per": self.hari.isoformat(), "status": data.get("status") or "pns"}
        opd = opd_pilihan(hak, acuan, semua=self.luas)
        isi |= {k: data.get(k, "") for k in ("opd", "kelompok")}
        super().__init__(isi)
        self.fields["opd"].choices = [("", "Semua OPD"), *opd]
        kelompok = [(k, nama) for k, nama in self.nama_kelompok.items() if k and not k.startswith("TRANS_")]
        self.fields["kelompok"].choices = [("", "Semua jabatan"), *sorted(kelompok, key=lambda x: x[1])]
        if len(opd) < 2:
            self.fields["opd"].widget = forms.HiddenInput()
        self.full_clean()
        self.jabatan = (data.get("jabatan") or "")[:160] or None

    def saringan(self):
        """The ``proyeksi.Saringan`` asked for, in the scope of the reader."""
        bersih = self.cleaned_data
        return proyeksi.Saringan(
            self.hari,
            None if self.luas else tuple(self.hak.unit_lingkup),
            self.hak.pegawai_id or 0,
            int(bersih["opd"]) if bersih.get("opd") else None,
            bersih.get("kelompok") or None,
            self.jabatan,
            bersih.get("status") or "pns",
        )


def masa_diminta(data, per):
    """(dari, sampai, name) of the list: ``?bulan=2027-03``, ``?tahun=2028``, else the twelve months after ``per``."""
    awal, akhir = proyeksi.rentang(per)
    try:
        bulan = date.fromisoformat(f"{data.get('bulan', '')}-01")
        return bulan, tambah_bulan(bulan, 1), proyeksi.sebut_bulan(bulan)
    except ValueError:
        pass
    tahun = data.get("tahun", "")
    if tahun.isascii() and tahun.isdigit() and 2014 <= int(tahun) <= akhir.year:
        tahun = int(tahun)
        return max(awal, date(tahun, 1, 1)), min(akhir, date(tahun + 1, 1, 1)), f"tahun {tahun}"
    return awal, tambah_bulan(awal, 12), "dua belas bulan ke depan"


class NominatifForm(forms.Form):
    """Name or NIP, OPD, state of the usulan, late ones, month of the TMT; over ProfilKini in scope."""

    q = forms.CharField(
        label="Nama atau NIP", required=False, max_length=60,
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 60, "placeholder": "Nama atau NIP"}),
    )  # fmt: skip
    opd = forms.ChoiceField(label="OPD", required=False, widget=PilihRingkas)
    keadaan = forms.ChoiceField(
        label="Tahap", required=False, choices=(("", "Semua tahap"), *jadwal.KEADAAN.items()), widget=PilihRingkas
    )
    waktu = forms.ChoiceField(
        label="Waktu", required=False, choices=(("", "Semua waktu"), ("terlambat", "Terlambat"), ("tepat", "Belum terlambat")),
        widget=PilihRingkas,
    )  # fmt: skip
    bulan = forms.ChoiceField(label="TMT pensiun", required=False, widget=PilihRingkas)

    def __init__(self, data, *, hak, acuan, hari_ini, bulan):
        super().__init__({k: data.get(k, "") for k in ("q", "opd", "keadaan", "waktu", "bulan")})
        opd = opd_pilihan(hak, acuan)
        self.fields["opd"].choices = [("", "Semua OPD"), *opd]
        awal = hari_ini.replace(day=1)
        pilihan = [tambah_bulan(awal, i) for i in range(bulan + 1)]
        self.fields["bulan"].choices = [
            ("", "Semua bulan"),
            *((f"{b:%Y-%m}", proyeksi.sebut_bulan(b)) for b in pilihan),
        ]
        if len(opd) < 2:
            self.fields["opd"].widget = forms.HiddenInput()
        self.full_clean()
