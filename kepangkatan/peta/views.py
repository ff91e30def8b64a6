"""Halaman peta jabatan: pohon per unit, bezetting, jabatan kosong, penertiban.

Everyone may see the tree of posts and how far they are filled; names only inside the reader's scope.
"""

from collections import defaultdict

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kepangkatan.filters import TANPA_ESELON, JabatanForm
from kepangkatan.peta import bezetting, kosong
from kepegawaian import akses
from kepegawaian.models import ProfilKini
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar

PELIHAT = ("atasan", "operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "pimpinan", "inspektorat")
PENERTIB = ("staf_bkd", "pejabat_bkd", "inspektorat")
KEADAAN = (("", "Semua keadaan"), ("kurang", "Kurang dari kebutuhan"), ("lebih", "Lebih dari kebutuhan"),
           ("belum", "Kebutuhan belum ditetapkan"))  # fmt: skip
MAKS_NAMA = 40  # names shown below one post; a school has more teachers of one kind only in a list of its own


# ── tree ─────────────────────────────────────────────────────────────────────────────────────────────


@akses.masuk
@require_safe
def peta_list(request):
    """The whole regency: its OPD."""
    akar = next((u.id for u in request.acuan.unit.values() if u.induk_id is None), None)
    return _peta(request, akar)


@akses.masuk
@require_safe
def peta_detail(request, pk):
    """One unit: its own posts with their holders, and the units right below it."""
    if pk not in request.acuan.unit:
        raise Http404
    return _peta(request, pk)


def _peta(request, akar):
    isi = {"induk": None, "jalur": []}
    if akar is not None:
        induk, anak = bezetting.simpul(request.acuan, akar, request.hari_ini)
        cari = request.GET.get("q", "").upper().split()
        anak = [s for s in anak if all(k in s.unit.nama.upper() for k in cari)]
        nama = _pemangku(request.hak, induk)
        isi |= {
            "induk": induk,
            "jabatan": [(j, nama.get(j.jabatan_id, [])[:MAKS_NAMA], len(nama.get(j.jabatan_id, []))) for j in induk.jabatan],
            "potongan": potong(request, anak),
            "jalur": [request.acuan.unit[i] for i in request.acuan.unit[akar].jalur[:-1]],
            "boleh": request.hak.punya(*PELIHAT),
            "tersaring": bool(cari),
        }  # fmt: skip
    return render(request, "peta/peta_detail.html", isi)


def _pemangku(hak, induk):
    """{jabatan id: [(ProfilKini, "")]} of the holders in scope of the posts of one unit; one query."""
    kursi = [j.jabatan_id for j in induk.jabatan if j.kursi]
    lain = [j.jabatan_id for j in induk.jabatan if not j.kursi]
    orang = ProfilKini.objects.filter(hak.lingkup(), aktif=True, jabatan_id__in=[*kursi, *lain]).exclude(
        kedudukan__lepas_jabatan=True
    )
    orang = orang.filter(jabatan__unit_id=induk.unit.id) | orang.filter(
        jabatan__unit__isnull=True, unit_id=induk.unit.id
    )
    hasil = defaultdict(list)
    for satu in orang.order_by("nama", "nip"):
        hasil[satu.jabatan_id].append(satu)
    return hasil


def _susun(request, jenis, form):
    """Where who may asks for the official list of that day, with its PDF; "" for the others."""
    if not request.hak.punya("staf_bkd", "pejabat_bkd"):
        return ""
    return f"{reverse('daftar:daftar_create')}?jenis={jenis}&per={form.hari.isoformat()}"


# ── bezetting ────────────────────────────────────────────────────────────────────────────────────────


def _bezetting(request):
    form = JabatanForm(request.GET, acuan=request.acuan, keadaan=KEADAAN, hari_ini=request.hari_ini)
    jenis, keadaan = form.cleaned_data.get("jenis"), form.cleaned_data.get("keadaan")
    daftar = [
        j for j in bezetting.jabatan(form.hari, form.unit_ids)
        if (not jenis or j.jenis == jenis) and form.cocok(j.nama) and _cocok(j, keadaan)
    ]  # fmt: skip
    return form, bezetting.urutkan(daftar, request.acuan)


def _cocok(j, keadaan):
    if not keadaan:
        return True
    if keadaan == "belum":
        return j.kebutuhan is None
    return j.selisih is not None and (j.selisih < 0 if keadaan == "kurang" else j.selisih > 0)


@akses.peran(*PELIHAT)
@require_safe
def bezetting_list(request):
    """Posts of all units against their holders, today or on ``?per=``; figures only."""
    form, daftar = _bezetting(request)
    unit = request.acuan.unit
    isi = {
        "form": form,
        "potongan": potong(request, daftar, None),
        "terisi": sum(j.terisi for j in daftar),
        "kebutuhan": sum(j.kebutuhan or 0 for j in daftar),
        "belum": sum(j.kebutuhan is None for j in daftar),
        "susun_url": _susun(request, "bezetting", form),
    }
    isi["baris"] = [(j, unit.get(j.unit_id)) for j in isi["potongan"]]
    return render(request, "peta/bezetting_list.html", isi)


@akses.peran(*PELIHAT)
@require_safe
def bezetting_ekspor(request):
    """The same rows as xlsx."""
    (form, daftar), unit = _bezetting(request), request.acuan.unit
    kolom = ("UNIT KERJA", "JABATAN", "ESELON ATAU JENJANG", "KELAS", "KEBUTUHAN", "PNS", "PPPK", "TERISI", "SELISIH")
    baris = (
        (unit[j.unit_id].nama if j.unit_id in unit else "", j.nama, j.tingkat, j.kelas, j.kebutuhan, j.pns, j.pppk,
         j.terisi, j.selisih)
        for j in daftar
    )  # fmt: skip
    return unduh_daftar(request, _judul("Bezetting", form), kolom, baris, objek="jabatan")


def _judul(judul, form):
    """Name of a download, with the day when it is not today."""
    return f"{judul} per {form.hari:%d-%m-%Y}" if form.lain_hari else judul


# ── vacant posts ─────────────────────────────────────────────────────────────────────────────────────


def _kosong(request):
    form = JabatanForm(request.GET, acuan=request.acuan, keadaan=kosong.KEADAAN, hari_ini=request.hari_ini, awal="kosong",
                       eselon=True)  # fmt: skip
    keadaan, eselon, unit = form.cleaned_data["keadaan"], form.cleaned_data.get("jenis"), form.unit_ids
    return form, [
        k for k in kosong.jabatan_kosong(form.hari)
        if (keadaan == "semua" or k.kosong == (keadaan == "kosong")) and (not eselon or (k.eselon or TANPA_ESELON) == eselon)
        and (unit is None or k.unit_id in unit) and form.cocok(k.nama)
    ]  # fmt: skip


def _orang(hak, ids):
    """{pegawai id: ProfilKini} of those in scope; one query."""
    return {p.pegawai_id: p for p in ProfilKini.objects.filter(hak.lingkup(), pegawai_id__in=set(ids) - {None})}


@akses.peran(*PELIHAT)
@require_safe
def kosong_list(request):
    """Seats without a definitive holder today or on ``?per=``, since when, who stands in, and those vacant within a year."""
    form, daftar = _kosong(request)
    potongan = potong(request, daftar, None)
    orang = _orang(request.hak, [i for k in potongan for i in (k.pegawai_id, k.plt_id)])
    unit = request.acuan.unit
    isi = {
        "form": form,
        "potongan": potongan,
        "baris": [
            (k, unit.get(k.unit_id), kosong.SEBUTAN.get(k.plt, ""), orang.get(k.plt_id), orang.get(k.pegawai_id))
            for k in potongan
        ],
        "susun_url": _susun(request, "kosong", form),
    }
    return render(request, "peta/kosong_list.html", isi)


@akses.peran(*PELIHAT)
@require_safe
def kosong_ekspor(request):
    """The same rows as xlsx; names inside the scope only."""
    (form, daftar), unit = _kosong(request), request.acuan.unit
    orang = _orang(request.hak, [i for k in daftar for i in (k.pegawai_id, k.plt_id)])
    nama = lambda i: orang[i].nama_lengkap if i in orang else ""  # noqa: E731 - one word for two columns
    kolom = ("JABATAN", "ESELON", "UNIT KERJA", "KOSONG SEJAK", "PLT ATAU PLH", "SAMPAI", "PEJABAT", "TMT PENSIUN")
    baris = (
        (k.nama, k.eselon, unit[k.unit_id].nama if k.unit_id in unit else "", k.kosong_sejak if k.pernah else None,
         f"{kosong.SEBUTAN.get(k.plt, '')} {nama(k.plt_id)}".strip(), k.plt_sampai, nama(k.pegawai_id), k.tmt_pensiun)
        for k in daftar
    )  # fmt: skip
    return unduh_daftar(request, _judul("Jabatan kosong", form), kolom, baris, objek="jabatan")


# ── out of order ─────────────────────────────────────────────────────────────────────────────────────


def _temuan(request):
    semua = kosong.penertiban(request.hari_ini)
    pilih = request.GET.get("temuan", "")
    if pilih not in kosong.TEMUAN:
        pilih = next((kode for kode, _, n in kosong.hitung(semua) if n), "berakhir")
    return semua, pilih, [t for t in semua if t.temuan == pilih]


@akses.peran(*PENERTIB)
@require_safe
def penertiban_list(request):
    """What of the data of posts contradicts itself, one kind at a time."""
    semua, pilih, daftar = _temuan(request)
    potongan = potong(request, daftar, None)
    orang, unit = _orang(request.hak, [t.pegawai_id for t in potongan]), request.acuan.unit
    isi = {
        "pilihan": kosong.hitung(semua),
        "pilih": pilih,
        "judul": kosong.TEMUAN[pilih][0],
        "uraian": kosong.TEMUAN[pilih][1],
        "potongan": potongan,
        "baris": [(t, unit.get(t.unit_id), orang.get(t.pegawai_id), unit.get(t.unit_pegawai)) for t in potongan],
    }
    return render(request, "peta/penertiban_list.html", isi)


@akses.peran(*PENERTIB)
@require_safe
def penertiban_ekspor(request):
    """The findings of one kind as xlsx."""
    _, pilih, daftar = _temuan(request)
    orang, unit = _orang(request.hak, [t.pegawai_id for t in daftar]), request.acuan.unit
    nama = lambda i: unit[i].nama if i in unit else ""  # noqa: E731 - one word for two columns
    kolom = ("JABATAN", "UNIT JABATAN", "NIP", "NAMA", "UNIT PEGAWAI", "BANYAK")
    baris = (
        (t.jabatan, nama(t.unit_id), orang[t.pegawai_id].nip if t.pegawai_id in orang else "",
         orang[t.pegawai_id].nama_lengkap if t.pegawai_id in orang else "", nama(t.unit_pegawai), t.banyak)
        for t in daftar
    )  # fmt: skip
    return unduh_daftar(request, f"Penertiban {kosong.TEMUAN[pilih][0].lower()}", kolom, baris, objek="jabatan")
