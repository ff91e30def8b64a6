"""Cuti saya: saldo, permintaan, dan formulir satu halaman yang menghitung selagi diisi."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kepegawaian import akses, dosir
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.models import Pegawai, ProfilKini, RiwayatCuti
from kesejahteraan.cuti import fakta, permintaan
from kesejahteraan.cuti.aturan import hari, saldo
from kesejahteraan.cuti.aturan.syarat import tahun_catatan
from kesejahteraan.cuti.dasar import sebut_kantor
from kesejahteraan.cuti.forms import PUTUSAN
from layanan import katalog
from layanan.galat import DitolakAlur, IsianSalah, SyaratBelumTerpenuhi
from layanan.models import Usulan
from layanan.tampilan import baris_syarat
from layanan.views.usulan import pelaku
from layanan.wewenang import boleh_mengusulkan

IKON = {"CT": "calendar2-week", "CS": "bandaid", "CM": "person-hearts", "CAP": "exclamation-diamond", "CB": "moon-stars",
        "CLTN": "box-arrow-right"}  # fmt: skip

TANDA = {"diproses": "info", "selesai": "terpenuhi", "dikembalikan": "perhatian", "ditolak": "gagal"}


def buku(kini, acuan, hari_ini):
    """Saldo of last year, this year and next year of one person; three queries."""
    unit = acuan.unit.get(kini.unit_id)
    pola = hari.pola_unit(acuan, unit.jalur if unit else (), unit.pola_kerja if unit else "5", hari_ini)
    isi = fakta.buku({kini.pegawai_id: (kini.tmt_cpns, pola)}, acuan, hari_ini)[kini.pegawai_id]
    a = saldo.aturan_pada(acuan, hari_ini)
    return [saldo.saldo(t, isi, a) for t in (hari_ini.year - 1, hari_ini.year, hari_ini.year + 1)], isi, pola


def jenis_bagi(pegawai, hak):
    """The kinds of leave ``hak`` may ask for this person."""
    semua = [(jenis, katalog.ambil(slug)) for jenis, slug in fakta.SLUG.items()]
    return [
        {"layanan": satu, "ikon": IKON[jenis], "jenis": jenis}
        for jenis, satu in semua
        if boleh_mengusulkan(satu, pegawai, hak)
    ]


def _tanda(usulan):
    """(word, kind) of the mark of a request: a leave that was not granted never reads as simply done."""
    for putusan in ("ditangguhkan", "tidak"):
        if usulan.status == "selesai" and usulan.ringkas.startswith(PUTUSAN[putusan]):
            return PUTUSAN[putusan], "perhatian" if putusan == "ditangguhkan" else "gagal"
    return usulan.sebutan_status, TANDA.get(usulan.status, "netral")


def tertunda(pegawai_id, isi, acuan, hari_ini):
    """What the office has put off and still owes: [(title, sentence, address)]; cuti besar, and days of cuti tahunan.

    ``isi``: {year: Tahun} of his ledger. One query.
    """
    hasil = []
    if besar := fakta.tunda_besar(pegawai_id):
        pertama, akhir = besar[0]["diminta"], besar[-1]
        batas = tambah_bulan(pertama, acuan.setelan("cuti_cb_tunda_bulan", pertama))
        sampai = f" sampai {tulis_tanggal(akhir['sampai'])}" if akhir["sampai"] else ""
        kalimat = (
            f"Diminta mulai {tulis_tanggal(pertama)}, ditangguhkan{sampai}: {akhir['alasan']} Haknya tetap; ajukan lagi. "
            f"Penangguhan seluruhnya paling lama sampai {tulis_tanggal(batas)} (PP 11/2017 Pasal 317)."
        )
        hasil.append(
            ("Cuti besar ditangguhkan.", kalimat, reverse("kesejahteraan:cuti_create", args=[fakta.SLUG["CB"]]))
        )
    for t in (hari_ini.year - 1, hari_ini.year, hari_ini.year + 1):
        if banyak := isi[t].ditangguhkan:
            kalimat = f"Dibawa seluruhnya dan dapat dipakai sampai akhir tahun {t + 1} (PP 11/2017 Pasal 313-314)."
            hasil.append((f"Cuti tahunan {t} ditangguhkan, {banyak} hari kerja.", kalimat, ""))
    return hasil


@akses.peran("asn")
@require_safe
def cuti_saya(request):
    """My balance, my requests, my leave."""
    kini = ProfilKini.objects.filter(pegawai_id=request.hak.pegawai_id or 0).select_related("pegawai").first()
    if kini is None:
        raise Http404
    tahun, isi_buku, pola = buku(kini, request.acuan, request.hari_ini)
    usulan_ = Usulan.objects.filter(pegawai_id=kini.pegawai_id, layanan__in=[*fakta.SLUG.values(), "cuti-panggil"])
    cuti = RiwayatCuti.objects.filter(pegawai_id=kini.pegawai_id, dibatalkan_pada__isnull=True)
    pegawai = kini.pegawai
    pegawai.kini = kini
    usulan = list(usulan_.select_related("langkah_kini__jabatan").order_by("-id")[:10])
    for u in usulan:
        u.kata_tanda, u.jenis_tanda = _tanda(u)
        u.uraian_singkat = f"Menunggu {u.langkah_kini.nama_alamat}" if u.langkah_kini else u.catatan_akhir
    isi = {
        "kini": kini, "tahun": tahun, "saldo": tahun[1], "pola": hari.POLA[pola],
        "usulan": usulan, "tunda": tertunda(kini.pegawai_id, isi_buku, request.acuan, request.hari_ini),
        "cuti": cuti.order_by("-tmt")[:10], "jenis": jenis_bagi(pegawai, request.hak),
        "dapat_diakhiri": cuti.filter(sampai__gte=request.hari_ini).exclude(jenis="CLTN").exists(),
        "sejak": request.acuan.setelan("cuti_dicatat_sejak", request.hari_ini)[:4],
        "asumsi": request.acuan.entri_setelan("cuti_pejabat", request.hari_ini).keyakinan != "pasti",
    }  # fmt: skip
    return render(request, "kesejahteraan/cuti/cuti_saya.html", isi)


def _layanan(slug):
    if slug not in fakta.NAMA_SLUG:
        raise Http404
    return katalog.ambil(slug)


def _pegawai(request, nip):
    """Oneself, or a person in scope."""
    if nip:
        return akses.ambil_pegawai(request, nip)
    if not request.hak.pegawai_id:
        raise Http404
    return Pegawai.objects.select_related("kini__unit", "kini__jabatan").get(pk=request.hak.pegawai_id)


def _ambil(request, slug, nip):
    """(layanan, pegawai) of the page; 403 to whoever may not ask for him."""
    layanan, pegawai = _layanan(slug), _pegawai(request, nip)
    if not boleh_mengusulkan(layanan, pegawai, request.hak):
        raise PermissionDenied
    return layanan, pegawai


@akses.masuk
def cuti_create(request, slug, nip=""):
    """One page: balance, dates, the reckoning, documents, send."""
    layanan, pegawai = _ambil(request, slug, nip)
    galat, syarat, status = "", [], 200
    hitungan, profil = _hitungan(request, layanan, pegawai, nip, request.POST)
    form = permintaan.form_awal(layanan, profil, request.POST or None, request.hari_ini)
    if request.method == "POST":
        file = {
            d.kode: request.FILES[f"berkas_{d.kode}"] for d in layanan.dokumen if f"berkas_{d.kode}" in request.FILES
        }
        lewat = "" if request.hak.punya("operator_opd", "staf_bkd") else permintaan.sudah_lewat(
            layanan, request.POST, request.hari_ini
        )  # fmt: skip
        status = 422
        if lewat:
            form.is_valid()
            form.add_error("tmt", lewat)
        else:
            try:
                usulan = permintaan.ajukan(layanan, pegawai, request.POST, oleh=pelaku(request), file=file)
            except IsianSalah as salah:
                form = salah.form
            except SyaratBelumTerpenuhi as salah:
                form.is_valid()
                galat, syarat = "Belum dapat diajukan.", salah.hasil
            except (DitolakAlur, dosir.BerkasDitolak) as salah:
                galat = str(salah)
            else:
                messages.success(
                    request, f"Permintaan {usulan.nomor} terkirim dan menunggu {usulan.langkah_kini.nama_alamat}."
                )
                return redirect("layanan:usulan_detail", nomor=usulan.nomor)
    isi = {
        "layanan": layanan, "pegawai": pegawai, "nip": nip, "form": form, "galat": galat,
        "gagal": baris_syarat(syarat, request.hak, pegawai.pk),
        "berjalan": permintaan.berjalan(pegawai.pk, slug), **hitungan,
    }  # fmt: skip
    return render(request, "kesejahteraan/cuti/cuti_create.html", isi, status=status)


def _hitungan(request, layanan, pegawai, nip, data):
    """(context, Profil): balance, conditions, effect and documents of the answers so far."""
    konteks, hasil, akibat, dokumen = permintaan.hitung(
        layanan, pegawai.pk, data.dict() if data else {}, request.hari_ini
    )
    bagi = [layanan.slug, nip] if nip else [layanan.slug]
    kantor, an = layanan.pejabat(konteks)
    catatan, a = tahun_catatan(konteks), saldo.aturan_pada(request.acuan, request.hari_ini)
    kini = request.hari_ini.year
    return {
        "hasil": baris_syarat(hasil, request.hak, pegawai.pk), "akibat": akibat, "dokumen": dokumen,
        "url_hitung": reverse("kesejahteraan:cuti_hitung_bagi" if nip else "kesejahteraan:cuti_hitung", args=bagi),
        "tahun": [saldo.saldo(t, catatan, a) for t in (kini, kini + 1)] if catatan else [], "kantor": sebut_kantor(kantor, an),
    }, konteks.profil  # fmt: skip


@akses.masuk
@require_safe
def cuti_hitung(request, slug, nip=""):
    """The part of the page that reckons while one fills it in (htmx)."""
    layanan, pegawai = _ambil(request, slug, nip)
    isi, _ = _hitungan(request, layanan, pegawai, nip, request.GET)
    return render(request, "kesejahteraan/cuti/_hitung.html", isi | {"layanan": layanan})
