"""SK kolektif dari kotak kerja: penegasan, konsepnya sebelum bernomor, dan penetapannya."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kepegawaian import akses, jejak
from layanan import alur, katalog, kolektif, pratinjau
from layanan.bahan_naskah import BELUM
from layanan.lembar import LembarKolektif
from layanan.pengantar import HasilSatu
from layanan.views.kotak import ambil_pilihan, boleh_kolektif
from layanan.views.pratinjau import ambil_versi, kepala_lembar
from layanan.views.usulan import pelaku


@akses.masuk
@require_POST
def kotak_kolektif(request):
    """One collective decree for the chosen after one confirmation (``sah=1``): one number, a lampiran, petikan for each."""
    dipilih, hilang = ambil_pilihan(request)
    if not dipilih:
        return redirect("layanan:kotak_list")
    if request.POST.get("sah") != "1":
        return _konfirmasi_kolektif(request, dipilih, hilang)
    naskah, gagal = alur.tetapkan_kolektif(dipilih, oleh=pelaku(request).berombongan())
    hasil = [HasilSatu(u, gagal.get(u.nomor, ""), "" if u.nomor in gagal else naskah.nomor) for u, _ in dipilih]
    berhasil = sum(not h.sebab for h in hasil)
    isi = {
        "judul": f"SK kolektif {naskah.nomor}" if naskah else "SK kolektif tidak dibuat",
        "hasil": hasil,
        "hilang": hilang,
        "berhasil": berhasil,
        "gagal": len(hasil) + len(hilang) - berhasil,
        "kata": "ditetapkan",
        "kembali": "layanan:kotak_list",
    }
    return render(request, "layanan/hasil_banyak.html", isi)


def _konfirmasi_kolektif(request, dipilih, hilang):
    """Who will stand in the lampiran; who cannot says why."""
    baris, lain = [], [(nomor, "sudah tidak menunggu Anda.") for nomor in hilang]
    for usulan, versi in dipilih:
        if not boleh_kolektif(usulan):
            lain.append((usulan.nomor, "tidak menunggu penetapan nomor."))
            continue
        usulan.kunci = f"{usulan.nomor}:{versi}"
        usulan.layanan_nama = katalog.ambil(usulan.layanan).nama
        baris.append(usulan)
    return render(request, "layanan/kolektif_konfirmasi.html", {"baris": baris, "lain": lain})


@akses.masuk
@require_POST
def kolektif_konsep(request):
    """The konsep of the decree with its lampiran, and of the first petikan, before a number is taken; recorded."""
    dipilih, _ = ambil_pilihan(request)
    calon = [u for u, _ in dipilih if boleh_kolektif(u) and u.pegawai_id != request.hak.pegawai_id]
    if not calon:
        return redirect("layanan:kotak_list")
    oleh = pelaku(request)
    orang, gagal = kolektif.calon(calon, oleh)
    isi = {"orang": [u for u, _ in orang], "gagal": gagal.items()}
    if orang:
        layanan = katalog.ambil(orang[0][0].layanan)
        isi |= _lembar(layanan, [data for _, data in orang], oleh, request.acuan)
        with request.sebagai():
            for usulan, _ in orang:
                jejak.catat("naskah_pratinjau", usulan, pegawai=usulan.pegawai_id, usulan=usulan.nomor)
    jawab = render(request, "layanan/kolektif_konsep.html", isi)
    jawab["Cache-Control"] = "no-store"
    return jawab


def _lembar(layanan, daftar, oleh, acuan):
    """The two sheets as HTML documents: ``keputusan`` and ``petikan``; the number of their wording, 0 the default."""
    lembar = LembarKolektif(layanan)
    belum = {"nomor": BELUM, "tanggal": oleh.hari_ini.isoformat(), "usulan": BELUM}
    data = lembar.data(daftar, oleh.hari_ini, acuan) | belum
    return {
        "layanan": layanan,
        "keputusan": pratinjau.html_konsep(lembar, data, kepala=kepala_lembar()),
        "petikan": pratinjau.html_konsep(layanan, daftar[0] | belum, kepala=kepala_lembar()),
        "versi": ambil_versi(data),
    }
