"""Halaman cari; a number that names exactly one thing goes straight there."""

from urllib.parse import urlencode

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kepegawaian.akses import masuk
from tata_kelola import cari as mesin


@require_safe
@masuk
def cari(request):
    """Results in groups, each at most ten, each within the scope of the reader."""
    hasil = mesin.cari(request.GET.get("q", ""), request.hak, request.hari_ini)
    if hasil.langsung:
        return redirect(hasil.langsung)
    for naskah in hasil.naskah:
        naskah.orang = ", ".join(np.pegawai.kini.nama for np in naskah.isi.all()[:3] if hasattr(np.pegawai, "kini"))
    semua_pegawai = mesin.alamat("kepegawaian:pegawai_list")
    isi = {
        "hasil": hasil,
        "terpendek": mesin.TERPENDEK,
        "pegawai": mesin.kelompok(
            hasil.pegawai, "Pegawai", f"{semua_pegawai}?{urlencode({'q': hasil.teks})}" if semua_pegawai else ""
        ),
        "usulan": mesin.kelompok(hasil.usulan, "Usulan"),
        "naskah": mesin.kelompok(hasil.naskah, "Naskah"),
        "regulasi": mesin.kelompok(hasil.regulasi, "Peraturan"),
    }
    return render(request, "tata_kelola/cari.html", isi)
