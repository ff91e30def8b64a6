"""Tabel gaji pokok: golongan, masa kerja golongan dan tanggal menjadi angka, dengan kolomnya dan peraturannya."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kepegawaian import akses
from kepegawaian.aturan import bulan_antara, gaji_dibayar, gaji_pokok
from kepegawaian.models import ProfilKini
from penggajian.forms import GajiForm


@akses.masuk
@require_safe
def gaji_list(request):
    """One cell of the pay table and the whole column around it (GAJI-01..04); the law's table is no secret."""
    awal = _awal(request)
    data = request.GET if "golongan" in request.GET else awal
    form = GajiForm(data, acuan=request.acuan)
    isi = {"form": form, "sendiri": data is awal and bool(awal.get("mkg_tahun"))}
    if form.is_valid():
        isi |= _jawab(request.acuan, form.cleaned_data)
    return render(request, "penggajian/gaji_list.html", isi)


def _awal(request):
    """What stands in the form at first: the reader's own golongan and MKG today, or the lowest."""
    awal = {"golongan": "III/a", "mkg_tahun": "0", "mkg_bulan": "0", "tanggal": request.hari_ini.isoformat()}
    kini = ProfilKini.objects.filter(pegawai_id=request.hak.pegawai_id or 0).first()
    if kini and kini.golongan_id and kini.tmt_mkg_nol:
        mkg = max(0, bulan_antara(kini.tmt_mkg_nol, request.hari_ini))
        awal |= {"golongan": kini.golongan_id, "mkg_tahun": str(mkg // 12), "mkg_bulan": str(mkg % 12)}
    return awal


def _jawab(acuan, data):
    """The cell, its column, the version of the table and its law."""
    golongan, tanggal = data["golongan"], data["tanggal"]
    mkg = data["mkg_tahun"] * 12 + (data["mkg_bulan"] or 0)
    gaji = gaji_pokok(acuan, golongan, mkg, tanggal)
    jenis = acuan.golongan(golongan).jenis
    versi = next(
        (
            v
            for v in reversed(acuan.tabel_gaji.get(golongan, ()))
            if v.sejak <= tanggal and (v.sampai is None or tanggal <= v.sampai)
        ),
        None,
    )
    kolom = []
    if versi is not None:
        baris, nilai = versi.nilai
        kolom = [
            {"mkg": b, "gaji": n, "cpns": gaji_dibayar("CPNS", n, acuan, tanggal), "kini": b == gaji.baris}
            for b, n in zip(baris, nilai, strict=True)
        ]
    return {
        "gaji": gaji,
        "jenis": jenis,
        "golongan": golongan,
        "mkg": mkg,
        "tanggal": tanggal,
        "versi": versi,
        "kolom": kolom,
        "cpns": gaji_dibayar("CPNS", gaji.rupiah, acuan, tanggal) if jenis == "PNS" else None,
        "persen_cpns": acuan.setelan("gaji_cpns_persen", tanggal) if jenis == "PNS" and versi else None,
    }
