"""Lembar Rencana sebuah SKP, dan perbuatan siklusnya."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from eperformance import siklus
from eperformance.models import CatatanSkp
from eperformance.penilai import ambil_skp
from eperformance.skp import baca, dialog, matriks, susun, tengah
from eperformance.skp.salin import asal_salinan
from eperformance.skp.views import bilangan, lakukan, url_detail
from kepegawaian import akses
from kepegawaian.hitung import Hitung, Larik
from layanan.galat import DitolakAlur

KALIMAT = {
    "ajukan": "SKP diajukan kepada pejabat penilai.",
    "tarik": "SKP ditarik kembali; Anda dapat mengubahnya.",
    "kembalikan": "SKP dikembalikan kepada pegawainya.",
    "tetapkan": "SKP ditetapkan.",
    "batalkan": "SKP dibatalkan.",
}


@akses.masuk
@require_safe
def skp_detail(request, pk):
    """One SKP, to whoever may read it; what he may do is asked of the acts' own rules."""
    skp, hak = ambil_skp(request, pk), request.hak
    isi = baca.isi(skp, {
        "t_dialog": Hitung(dialog.belum_dibaca(request.user, skp)), "t_usul": matriks.tanya_usul(skp),
        "t_ucapan": Larik(CatatanSkp.objects.filter(skp=skp).order_by("id").values("hasil_id", "perilaku")),
    })  # fmt: skip
    dapat, usul, dialog_baru = susun.boleh_isi(hak, skp), isi.fakta["t_usul"] or [], isi.fakta["t_dialog"]
    for h in isi.hasil:
        h.ucapan = sum(u["hasil_id"] == h.pk for u in isi.fakta["t_ucapan"])
    for p in isi.perilaku:
        p.ucapan = sum(u["perilaku"] == p.nilai for u in isi.fakta["t_ucapan"])
    kalimat, nada = baca.langkah_berikut(skp, hak, request.hari_ini)
    konteks = {
        "skp": skp, "isi": isi, "orang": baca.dua_orang(skp, request.hari_ini), "dapat_isi": dapat, "usul": usul,
        "dapat_perilaku": susun.boleh_perilaku(hak, skp), "dapat_bicara": dialog.boleh_bicara(hak, skp),
        "tindakan": baca.tindakan(skp, hak, request.acuan, isi, usul), "kalimat": kalimat, "nada": nada,
        "tanda": baca.TANDA[skp.status], "asal": asal_salinan(skp) if dapat and not isi.hasil else None,
        "plt": _plt(hak, skp, isi) if dapat else [], "dialog_baru": dialog_baru, "memakai_pohon": baca.memakai_pohon(skp),
        "penilai_pilihan": baca.penilai_pilihan(skp, hak, request.acuan, request.hari_ini),
        "pindah": _pindah(request, skp), "dapat_akhiri": tengah.boleh_mengakhiri(hak, skp),
    }  # fmt: skip
    return render(request, "eperformance/skp/detail.html", konteks)


def _pindah(request, skp):
    """The SKP as ``tengah.berbeda`` finds it, for who may adapt it; None when it fits."""
    if not tengah.mungkin_berbeda(skp) or not tengah.boleh(request.hak, skp):
        return None
    return tengah.berbeda(request.hari_ini).filter(pk=skp.pk).first()


def _plt(hak, skp, isi):
    """Offices held as Plt or Plh for which the SKP has no hasil kerja tambahan yet."""
    ada = " ".join(h.rencana for h in isi.tambahan)
    return [k for k in hak.kantor if k.sifat != "D" and k.sebutan not in ada]


@akses.masuk
@require_POST
def skp_tindakan(request, pk):
    """One act of the cycle, on the version the page showed."""
    skp = ambil_skp(request, pk)
    aksi, versi, alasan = (
        request.POST.get("aksi", ""),
        bilangan(request.POST.get("versi")),
        request.POST.get("alasan", ""),
    )
    if aksi not in KALIMAT:
        raise Http404

    def perbuatan(oleh):
        if versi is None:
            raise DitolakAlur("Halaman Anda sudah lama terbuka. Periksa keadaannya, lalu ulangi.")
        if aksi in ("kembalikan", "batalkan"):
            if not alasan.strip():
                raise DitolakAlur("Tulis alasannya.")
            getattr(siklus, aksi)(skp.pk, alasan[:500], oleh=oleh, versi=versi)
        else:
            getattr(siklus, aksi)(skp.pk, oleh=oleh, versi=versi)

    return lakukan(request, perbuatan, KALIMAT[aksi], url_detail(pk))


@akses.masuk
@require_POST
def skp_pendekatan(request, pk):
    """Kuantitatif or kualitatif."""
    skp, versi = ambil_skp(request, pk), bilangan(request.POST.get("versi"))
    pilih = request.POST.get("pendekatan", "")
    return lakukan(
        request, lambda oleh: susun.ubah_pendekatan(skp.pk, pilih, oleh=oleh, versi=versi or 0) and None,
        "Pendekatan SKP diubah; isian yang ada tetap.", url_detail(pk),
    )  # fmt: skip


@akses.masuk
@require_POST
def skp_plt(request, pk):
    """Takes up the hasil kerja tambahan suggested for a running Plt or Plh."""
    skp, jabatan = ambil_skp(request, pk), bilangan(request.POST.get("jabatan"))
    kantor = next((k for k in request.hak.kantor if k.sifat != "D" and k.jabatan_id == jabatan), None)

    def perbuatan(oleh):
        if kantor is None:
            raise DitolakAlur("Anda tidak sedang menjadi Plt. atau Plh. jabatan itu.")
        susun.saran_plt(skp.pk, kantor, oleh=oleh)

    return lakukan(
        request,
        perbuatan,
        "Hasil kerja tambahan ditambahkan; lengkapi indikatornya.",
        url_detail(pk, "hasil-tambahan"),
    )


@akses.masuk
@require_POST
def peran_ambil(request, pk, sel):
    """Takes up a cell of the atasan's matrix."""
    skp = ambil_skp(request, pk)
    return lakukan(
        request, lambda oleh: matriks.ambil(sel, skp.pk, oleh=oleh) and None,
        "Peran itu menjadi hasil kerja Anda; lengkapi indikatornya.", url_detail(pk, "hasil-utama"),
    )  # fmt: skip


@akses.masuk
@require_POST
def skp_penilai(request, pk):
    """Another pejabat penilai on the line of his unit, by the Subbidang Evaluasi Kinerja, with the reason."""
    skp = ambil_skp(request, pk)
    jabatan, versi, alasan = (
        bilangan(request.POST.get("jabatan")),
        bilangan(request.POST.get("versi")),
        request.POST.get("alasan", ""),
    )
    pilihan = dict(baca.penilai_pilihan(skp, request.hak, request.acuan, request.hari_ini))

    def perbuatan(oleh):
        if jabatan not in pilihan:
            raise DitolakAlur(
                "Pejabat penilai diganti Subbidang Evaluasi Kinerja, dan dipilih dari atasan pada garis unitnya."
            )
        if not alasan.strip():
            raise DitolakAlur("Tulis alasannya.")
        siklus.ganti_penilai(skp.pk, jabatan or None, alasan, oleh=oleh, versi=versi or 0)

    return lakukan(request, perbuatan, "Pejabat penilai diganti.", url_detail(pk))
