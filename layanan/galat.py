"""Penolakan yang sopan: kalimat untuk pengguna, tanpa perubahan apa pun pada data."""


class DitolakAlur(Exception):
    """An act is refused; ``str()`` is the sentence for the user. Nothing has changed."""


class FormulirBasi(DitolakAlur):
    """The usulan changed after the page was opened: a double click, a stale tab, or another official."""

    def __init__(self):
        super().__init__(
            "Usulan ini sudah berubah sejak halaman Anda dibuka, mungkin sudah diputus pejabat lain "
            "atau tombol tertekan dua kali. Periksa keadaannya di bawah."
        )


class BukanWewenang(DitolakAlur):
    """The actor holds neither the office nor the duty the step is addressed to."""


class SyaratBelumTerpenuhi(DitolakAlur):
    """Conditions of the law fail; ``hasil`` is the list of (Syarat, Hasil) that say no."""

    def __init__(self, hasil):
        self.hasil = hasil
        isi = "; ".join(f"{s.kode}: {h.kalimat}" for s, h in hasil)
        super().__init__(f"Usulan belum memenuhi syarat peraturan. {isi}")


class IsianSalah(DitolakAlur):
    """The form of the layanan or of a step has errors; ``form`` carries them."""

    def __init__(self, form):
        self.form = form
        galat = [
            f"{form.fields[n].label or n}: {' '.join(e)}" if n in form.fields else " ".join(e)
            for n, e in form.errors.items()
        ]
        super().__init__("Isian belum benar. " + " ".join(galat))
