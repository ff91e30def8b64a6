"""Halaman cari; a number that names exactly one thing goes straight there. htmx asks for the lines under the box."""

from functools import partial
from urllib.parse import urlencode

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kepegawaian.akses import masuk
from kepegawaian.menu import cari_halaman
from tata_kelola import cari as mesin


@require_safe
@masuk
def cari(request):
    """Results in groups, each at most ten, each within the scope of the reader."""
    teks = request.GET.get("q", "")
    hasil = mesin.cari(teks, request.hak, request.hari_ini, request.acuan, partial(cari_halaman, request))
    if request.htmx:
        isi = {"hasil": hasil, "saran": mesin.saran(hasil, request.acuan), "terpendek": mesin.TERPENDEK}
        return render(request, "tata_kelola/_cari_saran.html", isi)
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
        "unit": mesin.kelompok([(u, request.acuan.sebut_unit(u.id)) for u in hasil.unit], "Unit kerja"),
        "regulasi": mesin.kelompok(hasil.regulasi, "Peraturan"),
    }
    return render(request, "tata_kelola/cari.html", isi)
