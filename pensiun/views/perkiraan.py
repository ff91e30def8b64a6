"""Perkiraan pensiun seorang pegawai: rumus dan angka baris demi baris, dengan pengandaian jenis dan TMT."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kepegawaian import akses, jejak
from kepegawaian.profil import profil_satu
from kepegawaian.views.kerangka import ambil
from layanan.models import Usulan
from pensiun import hitung, jadwal, manfaat
from pensiun.forms_perkiraan import AndaianForm
from pensiun.purna.models import PesertaPelepasan


@akses.masuk
@require_safe
def perkiraan_detail(request, nip=None):
    """What he would receive, step by step; the family only to who may read it. Own page without a NIP."""
    pegawai = ambil(request, nip)
    kini, saya = pegawai.kini, pegawai.pk == request.hak.pegawai_id
    boleh = request.hak.boleh_bagian(pegawai.pk, "keluarga")
    form = AndaianForm(request.GET, kini=kini, hari_ini=request.hari_ini)
    isi = {
        "pegawai": pegawai, "kini": kini, "saya": saya, "form": form, "boleh_keluarga": boleh,
        "bup": _bup(kini, request), "jadwal": _jadwal(kini, request), "usulan": _usulan(pegawai),
        "pelepasan": _pelepasan(pegawai),
    }  # fmt: skip
    if form.is_valid():
        tmt, jenis = form.cleaned_data["tmt"], form.cleaned_data["jenis"]
        profil = profil_satu(pegawai.pk, per=tmt, bagian=manfaat.BAGIAN)
        hasil = manfaat.manfaat(profil, jenis, tmt, request.acuan, form.andaian())
        isi |= {
            "hasil": hasil,
            "bagian": _bagian(hasil, boleh),
            "p": profil,
            "dasar_hak": hitung.DASAR_HAK.get(jenis, ""),
        }
        if boleh and not saya and profil.tanggungan:
            with request.sebagai():
                jejak.catat_sensitif(pegawai.pk, "keluarga")
    return render(request, "pensiun/perkiraan_detail.html", isi, status=200 if form.is_valid() else 422)


def _bagian(hasil, boleh):
    """[(heading, lines)]; without the right to the family its lines become one sum."""
    if boleh:
        return hasil.bagian()
    bagian = []
    for judul, daftar in hasil.bagian():
        tampak = [b for b in daftar if not b.keluarga]
        if len(tampak) < len(daftar):
            jumlah = hasil.tunjangan if hasil.tunjangan is not None else hasil.pokok
            sebab = "Rinciannya hanya bagi yang berhak membaca data keluarga."
            tampak.append(manfaat.Baris(judul, judul, "", jumlah, "", keyakinan="", sebab=sebab))
        bagian.append((judul, tampak))
    return bagian


def _bup(kini, request):
    """The dated row of the table BUP of the post held now (Bertanggal), or None."""
    if kini.jabatan is None:
        return None
    daftar = request.acuan.bup.get(kini.jabatan.bup_kode, ())
    return next((b for b in reversed(daftar) if b.sejak <= request.hari_ini), None)


def _jadwal(kini, request):
    """[(date, what)] of the deadlines before the TMT pensiun of an active PNS."""
    if not kini.aktif or kini.tmt_pensiun is None or kini.status not in ("PNS", "CPNS"):
        return []
    tenggat = jadwal.tenggat(kini.tmt_pensiun, jadwal.jadwal(request.acuan, request.hari_ini))
    return [(hari, jadwal.TAHAP[kode]) for kode, hari in tenggat.items() if kode != "daftar"]


def _usulan(pegawai):
    """His latest usulan of a pension that is not hidden from him, or None."""
    daftar = Usulan.objects.filter(pegawai=pegawai, layanan__startswith="pensiun-", tertutup=False)
    return daftar.exclude(status__in=("dibatalkan", "ditolak")).order_by("-pk").first()


def _pelepasan(pegawai):
    """His place in a ceremony that has been set, or None."""
    daftar = PesertaPelepasan.objects.filter(pegawai=pegawai).exclude(pelepasan__status="draf")
    return daftar.select_related("pelepasan").order_by("-pelepasan__tanggal").first()
