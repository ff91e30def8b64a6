"""Halaman satu naskah: data, orang, kaitan, riwayat keadaan, berkas, dan awal perubahan atau pencabutannya."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from kepegawaian import akses, jejak
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import HubunganNaskah, Jejak, Pengguna
from kepegawaian.profil import profil_satu
from layanan import alur, aturan, balik, katalog
from layanan.galat import DitolakAlur
from layanan.models import Usulan
from layanan.views.naskah import ambil_naskah
from layanan.views.usulan import pelaku
from layanan.wewenang import boleh_mengusulkan, sepadan, tindakan_naskah

SEBUTAN_TTD = {"ditandatangani": "Ditandatangani oleh", "batal": "Sedianya ditandatangani oleh"}


@akses.masuk
def naskah_detail(request, pk):
    """One naskah; people of it only in the reader's scope, acts only for the unit that owns its layanan."""
    naskah = ambil_naskah(request, pk)
    semua = list(naskah.isi.select_related("pegawai__kini").order_by("pk"))
    isi = [np for np in semua if request.hak.mencakup(np.pegawai.kini)]
    tindakan = tindakan_naskah(naskah, semua, request.hak)
    for np in isi:
        np.tindakan = [
            {"label": t.label, "bahaya": t.bahaya,
             "url": reverse("layanan:naskah_tindak", args=[pk, t.kode]) + f"?nip={np.pegawai.nip}"}
            for t in tindakan
        ]  # fmt: skip
    hubungan = kaitan(naskah)
    return render(
        request,
        "layanan/naskah_detail.html",
        {
            "naskah": naskah,
            "isi": isi,
            "lain": len(semua) - len(isi),
            "usulan": Usulan.objects.terlihat_oleh(request.hak).filter(naskah__naskah=naskah),
            "hubungan": hubungan,
            "fakta": _fakta(naskah),
            "jejak": _jejak(naskah),
        },
    )


def kaitan(naskah):
    """Rows (word, other naskah, date) of what was done to a naskah and what it does to others, oldest first."""
    semua = HubunganNaskah.objects.filter(Q(lama=naskah) | Q(baru=naskah)).select_related("lama", "baru")
    hasil = [
        {"kata": h.kata_aktif, "naskah": h.lama, "tmt": h.tmt, "jenis": h.jenis}
        if h.baru_id == naskah.pk
        else {"kata": h.kata_pasif, "naskah": h.baru, "tmt": h.tmt, "jenis": h.jenis}
        for h in semua
    ]
    return [
        b
        for i, b in enumerate(hasil)
        if all((b["kata"], b["naskah"].pk) != (a["kata"], a["naskah"].pk) for a in hasil[:i])
    ]


def _fakta(naskah):
    paraf = ", ".join(p["jabatan"] for p in naskah.data.get("paraf", ()))
    return [
        ("Nomor", naskah.nomor),
        ("Tanggal", tulis_tanggal(naskah.tanggal)),
        ("Ditetapkan oleh", naskah.penetap),
        *([("Diparaf oleh", paraf)] if paraf else ()),
        (SEBUTAN_TTD.get(naskah.tahap, "Akan ditandatangani oleh"), naskah.penandatangan or None),
        ("Asal", naskah.get_asal_display()),
        ("Tahap", naskah.get_tahap_display()),
    ]


def _jejak(naskah):
    """Its life as a timeline: numbered, printed, signed, changed, revoked."""
    akun = Pengguna.objects.filter(pk=OuterRef("oleh_id"))
    semua = Jejak.objects.filter(objek="naskah", objek_id=naskah.pk).exclude(aksi="naskah_unduh")
    baris = semua.annotate(
        pelaku=Coalesce(Subquery(akun.values("pegawai__kini__nama")[:1]), Subquery(akun.values("nama")[:1]))
    ).order_by("id")[:60]
    return [
        {
            "judul": jejak.kalimat(b),
            "keadaan": "gagal" if b.aksi in ("naskah_batal", "naskah_cabut", "naskah_anulir") else "lewat",
            "waktu": b.pada,
            "catatan": b.sebagai or b.pelaku or "sistem",
        }
        for b in baris
    ]


@akses.peran("staf_bkd")
def naskah_tindak(request, pk, slug):
    """Asks what the act needs, shows what it touches, and makes the draft (POST)."""
    naskah = ambil_naskah(request, pk)
    layanan = _tindakan(slug)
    np = _isi(naskah, request.GET.get("nip") or request.POST.get("nip"))
    if not sepadan(layanan, np.data.get("layanan", "")):
        raise Http404
    if not boleh_mengusulkan(layanan, np.pegawai, request.hak, {"naskah": pk}):
        raise PermissionDenied
    fakta = balik.fakta(np)
    profil = profil_satu(np.pegawai_id, per=request.hari_ini)
    konteks = katalog.Konteks(profil, {}, request.hari_ini, request.acuan)
    awal = {"naskah": pk, "ditemukan": request.hari_ini, "tmt": max(np.tmt or request.hari_ini, request.hari_ini)}
    if layanan.jenis == aturan.UBAH:
        awal |= fakta.get("kini", {})
    form = layanan.form(request.POST or None, initial=awal, konteks=konteks)
    if request.method == "POST" and form.is_valid():
        try:
            usulan = alur.buat_draf(layanan, np.pegawai, oleh=pelaku(request), isian=form.cleaned_data)
        except DitolakAlur as galat:
            messages.error(request, str(galat))
        else:
            messages.success(request, f"Draf {usulan.nomor} dibuat. Periksa syarat dan akibatnya, lalu ajukan.")
            return redirect("layanan:usulan_detail", nomor=usulan.nomor)
    kini = np.pegawai.kini
    isi = {
        "judul": f"{layanan.nama}: {naskah.perihal}",
        "penjelasan": f"Atas nama {kini.nama_lengkap} ({naskah.nomor}, {tulis_tanggal(naskah.tanggal)}). "
        f"{layanan.uraian} Dasar: {'; '.join(str(d) for d in layanan.dasar)}.",
        "form": form,
        "tombol": "Buat draf",
        "batal_url": reverse("layanan:naskah_detail", args=[pk]),
        "atas": [("Naskah", reverse("layanan:naskah_list")), (naskah.nomor, reverse("layanan:naskah_detail", args=[pk]))],
        "bagian": "layanan/_dampak.html",
        "sesudah": fakta.get("sesudah", ()),
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)


def _tindakan(slug):
    try:
        layanan = katalog.ambil(slug)
    except KeyError as galat:
        raise Http404 from galat
    if not layanan.dari_naskah:
        raise Http404
    return layanan


def _isi(naskah, nip):
    """The person of the naskah the act is about: by NIP, or the only one in it."""
    isi = naskah.isi.select_related("pegawai__kini", "naskah")
    satu = isi.filter(pegawai__nip=nip).first() if nip else isi.first()
    if satu is None or satu.tmt is None:  # a step's letter has no effect to undo
        raise Http404
    return satu
