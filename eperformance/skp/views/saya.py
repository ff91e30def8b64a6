"""Kinerja saya: the SKP of the running year, what is next and until when; earlier years with their predikat."""

from datetime import timedelta

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from eperformance import siklus
from eperformance.models import PeriodeKinerja, Skp
from eperformance.penilai import ambil_skp
from eperformance.skp import baca, dialog, tengah
from eperformance.skp.matriks import tanya_usul
from eperformance.skp.salin import asal_salinan, salin
from eperformance.skp.susun import boleh_isi
from eperformance.skp.views import lakukan, url_detail
from kepegawaian import akses
from kepegawaian.hitung import Hitung, Larik
from kepegawaian.models import RiwayatKinerja
from layanan.galat import DitolakAlur


def _terbuka(hari_ini):
    """Years in work: those whose drafting has begun and whose assessment has not ended, newest first."""
    return list(PeriodeKinerja.objects.filter(susun_mulai__lte=hari_ini, nilai_sampai__gte=hari_ini))


@akses.peran("asn")
@require_safe
def skp_saya(request):
    """My SKP."""
    hak, hari_ini = request.hak, request.hari_ini
    milik = list(
        Skp.objects.filter(pegawai=hak.pegawai_id)
        .exclude(status="batal")
        .select_related("periode", "pegawai__kini", "jabatan", "unit", "penilai__unit")
    )
    terbuka = _terbuka(hari_ini)
    tahun = [(p, [s for s in milik if s.periode_id == p.pk]) for p in terbuka]
    for p, semua in tahun:
        p.sisa = _sisa(p, semua, hari_ini)
    kini = next((s for s in milik if s.mulai <= hari_ini <= s.sampai), None) or next(
        (s for _, semua in tahun for s in semua), None
    )
    isi = {
        "tahun": [(p, [(s, *baca.langkah_berikut(s, hak, hari_ini), baca.TANDA[s.status]) for s in semua]) for p, semua in tahun],
        "pindah": list(tengah.berbeda(hari_ini).filter(pegawai=hak.pegawai_id)) if any(map(tengah.mungkin_berbeda, milik)) else [],
        "skp": kini, "bagian": [],
    }  # fmt: skip
    riwayat = RiwayatKinerja.objects.filter(pegawai=hak.pegawai_id, dibatalkan_pada=None).order_by("-tahun", "-pk")
    riwayat = riwayat.values("tahun", "predikat")
    if kini is not None:
        isi_skp = baca.isi(kini, {
            "t_dialog": Hitung(dialog.belum_dibaca(request.user, kini)), "t_usul": tanya_usul(kini), "t_riwayat": Larik(riwayat),
        })  # fmt: skip
        riwayat = isi_skp.fakta["t_riwayat"]
        isi |= {
            "bagian": baca.bagian(kini, isi_skp, isi_skp.fakta["t_dialog"]), "dapat_isi": boleh_isi(hak, kini),
            "usul": isi_skp.fakta["t_usul"] or [],
            "asal": None if isi_skp.hasil or kini.status not in Skp.TERBUKA else asal_salinan(kini),
            "halangan": isi_skp.halangan, "penilai": baca.penilai_kini(kini, hari_ini),
        }  # fmt: skip
    isi["lama"] = _lama(riwayat, milik, {p.pk for p in terbuka})
    return render(request, "eperformance/skp/saya.html", isi)


def _sisa(periode, semua, hari_ini):
    """First day of the rest of the year no SKP covers, once it has come; None when all is covered (or nothing is)."""
    if not semua:
        return None
    besok = max(s.sampai for s in semua) + timedelta(days=1)
    return besok if besok.year == periode.tahun and besok <= hari_ini else None


def _lama(riwayat, milik, terbuka):
    """[{tahun, predikat, skp}] of years behind, from [{tahun, predikat}] of the riwayat (newest first) and SKP."""
    hasil = {}
    for r in riwayat:
        hasil.setdefault(r["tahun"], {"tahun": r["tahun"], "predikat": r["predikat"], "skp": []})
    for s in milik:
        if s.periode_id not in terbuka:
            hasil.setdefault(s.periode.tahun, {"tahun": s.periode.tahun, "predikat": "", "skp": []})["skp"].append(s)
    return [hasil[t] for t in sorted(hasil, reverse=True)][:10]


@akses.peran("asn")
@require_POST
def skp_buka(request):
    """I start the draft of a year that is open; on to its page."""
    periode = next((p for p in _terbuka(request.hari_ini) if str(p.tahun) == request.POST.get("tahun")), None)
    if periode is None:
        return lakukan(request, _tutup, "", "/kinerja/skp/")
    skp = []

    def buka(oleh):
        skp.append(siklus.buka(request.hak.pegawai_id, periode.pk, oleh=oleh, mulai=_mulai(request, periode)))
        if request.POST.get("salin") and (asal := asal_salinan(skp[0])):
            return _salin(skp[0], asal, oleh)
        return f"Draf SKP {periode.tahun} dibuat. Isi hasil kerja, lalu ajukan."

    jawab = lakukan(request, buka, "", "/kinerja/skp/")
    return redirect(url_detail(skp[0].pk)) if skp else jawab


def _mulai(request, periode):
    """The day after his last SKP of that year, or its first day."""
    lama = Skp.objects.filter(pegawai=request.hak.pegawai_id, periode=periode).exclude(status="batal")
    akhir = lama.order_by("-sampai").values_list("sampai", flat=True).first()
    return akhir and akhir.fromordinal(akhir.toordinal() + 1)


def _tutup(oleh):
    raise DitolakAlur("Tahun kinerja itu belum dibuka, atau sudah ditutup.")


def _salin(skp, asal, oleh):
    sisa = salin(skp.pk, asal.pk, oleh=oleh)
    kata = f"Isi SKP {asal.periode.tahun} disalin."
    return kata + (f" {sisa} hasil kerja utama masih perlu dipilih rencana atasannya." if sisa else "")


@akses.masuk
@require_POST
def skp_salin(request, pk):
    """Copies my earlier SKP into this empty draft."""
    skp = ambil_skp(request, pk)
    asal = asal_salinan(skp)

    def perbuatan(oleh):
        if asal is None:
            raise DitolakAlur("Tidak ada SKP sebelumnya yang dapat disalin.")
        return _salin(skp, asal, oleh)

    return lakukan(request, perbuatan, "", url_detail(skp.pk))
