"""Pelanggaran kehadiran: ruang kerja penangan disiplin; siapa pada ambang mana, hari-harinya, dan putusan atasnya.

Only handlers come in (``hak.penangan_disiplin``); nobody finds himself here. Opening a person's days is recorded as
reading of sensitive data.
"""

from datetime import date
from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from disiplin.hak import boleh_membuka
from disiplin.kehadiran import fakta, forms, perbuatan, sambungan
from disiplin.kehadiran.aturan import SYARAT
from disiplin.kehadiran.filters import PelanggaranFilter
from disiplin.tabel import TINGKAT, jenis_hukuman, tingkat_kode
from kepegawaian import akses, jejak, kehadiran
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.aturan_kehadiran import daftar_ambang, dijatuhkan, gaji_berhenti
from kepegawaian.models import Pegawai
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan.katalog import Konteks
from layanan.views.usulan import pelaku

PERAN = ("staf_bkd", "pejabat_bkd", "inspektorat")
KOLOM = ("NIP", "NAMA", "OPD", "UNIT KERJA", "TAHUN", "HARI TANPA KETERANGAN", "MENIT", "JUMLAH HARI", "TERAKHIR",
         "BERUNTUN", "AMBANG", "DIJATUHKAN SEBAGAI", "KEADAAN")  # fmt: skip
SEBUTAN = dict(fakta.KEADAAN)
TANDA = {"belum": "gagal", "diperiksa": "perhatian", "dihukum": "terpenuhi"}


def _harus_penangan(request):
    if not request.hak.penangan_disiplin:
        raise PermissionDenied


def _tahun(request, tersedia):
    """The year of ``?tahun=`` among those there are; the present one by default."""
    diminta = request.GET.get("tahun", "")
    return next((t for t in tersedia if str(t) == diminta), request.hari_ini.year)


def _saring(request, tahun):
    """(filter, [(type, people)]) of the year."""
    dasar = fakta.capai(tahun, request.acuan, request.hari_ini, kecuali=request.hak.pegawai_id)
    jenis = fakta.ringkas(dasar)
    return PelanggaranFilter(request.GET, dasar.select_related("pegawai__kini"), request=request, jenis=jenis), jenis


def _putus_pppk(kini, kode):
    """PP 49/2018 Ps. 52-53: a PPPK is not dismissed as PNS, his contract ends."""
    return (kini.status or "").startswith("PPPK") and kode in ("B3", "B3C")


def _baris(request, daftar, nama):
    """What each row shows."""
    unit = request.acuan.unit
    for r in daftar:
        kini, kode = r.pegawai.kini, fakta.keadaan(r)
        jatuh = dijatuhkan(r.kode, request.acuan, request.hari_ini)
        yield {
            "r": r,
            "orang": kini,
            "opd": unit[kini.opd_id].nama if kini.opd_id in unit else "",
            "unit": unit[kini.unit_id].nama if kini.unit_id in unit else "",
            "nama": nama.get(r.kode, ""),
            "jatuh": jatuh if jatuh != r.kode else "",
            "nama_jatuh": nama.get(jatuh, ""),
            "pppk": _putus_pppk(kini, r.kode),
            "keadaan": SEBUTAN[kode] if r.kode else "Perlu dipastikan",
            "tanda": TANDA[kode] if r.kode else "netral",
        }


@akses.peran(*PERAN)
@require_safe
def pelanggaran_list(request):
    """Everybody at a threshold this year, the heaviest first."""
    _harus_penangan(request)
    tersedia = fakta.tahun_tersedia(request.hari_ini)
    tahun = _tahun(request, tersedia)
    saring, jenis = _saring(request, tahun)
    potongan, nama = potong(request, saring.qs), fakta.nama_jenis()
    akhir = min(date(tahun, 12, 31), request.hari_ini)
    per = {t: sum(n for k, n in jenis if tingkat_kode(k) == t) for t in TINGKAT}
    isi = {
        "tahun": tahun,
        "tahun_pilihan": [(t, t == tahun) for t in tersedia],
        "angka": list(per.items()),
        "ragu": sum(n for k, n in jenis if not k),
        "saring": saring,
        "potongan": potongan,
        "baris": list(_baris(request, potongan.butir, nama)),
        "ambang": [(a, nama.get(a.kode, ""), dijatuhkan(a.kode, request.acuan, request.hari_ini))
                   for a in daftar_ambang(request.acuan, akhir)],
        "syarat": SYARAT,
    }  # fmt: skip
    return render(request, "disiplin/kehadiran/pelanggaran_list.html", isi)


@akses.peran(*PERAN)
@require_safe
def pelanggaran_ekspor(request):
    """The list as xlsx, as it is filtered; recorded."""
    _harus_penangan(request)
    tahun = _tahun(request, fakta.tahun_tersedia(request.hari_ini))
    saring, _ = _saring(request, tahun)
    baris = (
        (b["orang"].nip, b["orang"].nama_lengkap, b["opd"], b["unit"], tahun, b["r"].hari, b["r"].menit, b["r"].jumlah,
         b["r"].terakhir, b["r"].beruntun, b["r"].kode, b["jatuh"] or b["r"].kode, b["keadaan"])
        for b in _baris(request, saring.qs.iterator(chunk_size=2000), fakta.nama_jenis())
    )  # fmt: skip
    return unduh_daftar(
        request, "Pelanggaran kehadiran", KOLOM, baris, objek="rekapkehadiran", nama=f"pelanggaran-kehadiran-{tahun}"
    )


def _ambil(request, nip, tahun):
    """The pegawai of the page; a handler never opens himself, and years without presensi do not exist."""
    _harus_penangan(request)
    if nip == request.hak.nip or not 2010 <= tahun <= request.hari_ini.year:
        raise Http404
    daftar = Pegawai.objects.terlihat_oleh(request.hak).filter(kini__isnull=False)
    return get_object_or_404(daftar.select_related("kini__unit", "kini__opd", "kini__jabatan"), nip=nip)


@akses.peran(*PERAN)
@require_safe
def pelanggaran_detail(request, nip, tahun):
    """The year of one person: conditions, the days one by one, penalties of the year, decisions on his salary."""
    pegawai = _ambil(request, nip, tahun)
    absen, hari = kehadiran.absen_tahun(pegawai.pk, tahun, request.acuan, request.hari_ini)
    tercatat = any(h.keadaan for h in hari)
    putusan = fakta.putusan_orang(pegawai.pk)
    henti, boleh = perbuatan.henti_berlaku(putusan), perbuatan.boleh_memutus(request.hak, pegawai.pk)
    nama = {kode: j.nama for kode, j in jenis_hukuman().items()}
    konteks = Konteks(None, {}, request.hari_ini, request.acuan, {"absen": absen if tercatat else None})
    jatuh = dijatuhkan(absen.kode, request.acuan, request.hari_ini)
    isi = {
        "pegawai": pegawai,
        "kini": pegawai.kini,
        "tahun": tahun,
        "absen": absen,
        "tercatat": tercatat,
        "syarat": [(s, s.periksa(konteks)) for s in SYARAT],
        "kejadian": _kejadian(absen, hari),
        "nama_kode": nama.get(absen.kode, ""),
        "jatuh": jatuh if jatuh != absen.kode else "",
        "nama_jatuh": nama.get(jatuh, ""),
        "pppk": _putus_pppk(pegawai.kini, absen.kode),
        "hukuman": fakta.hukuman_orang(pegawai.pk, tahun),
        "putusan": putusan,
        "henti": henti,
        "henti_goyah": henti is not None
        and perbuatan.tahun_henti(henti) == tahun
        and not perbuatan.masih_tercatat(henti, absen),
        "usul_henti": henti is None and perbuatan.belum_diputus(absen, putusan) is not None,
        "boleh": boleh,
        "boleh_kasus": boleh and boleh_membuka(request.hak, pegawai.kini),
        "kasus": sambungan.berjalan([pegawai.pk]).get(pegawai.pk),
    }
    with request.sebagai():
        jejak.catat_sensitif(pegawai.pk, "hukuman")
    return render(request, "disiplin/kehadiran/pelanggaran_detail.html", isi)


def _kejadian(absen, hari):
    """Each day that counts, oldest first: (number, date, what, type reached that day)."""
    menurut = {h.tanggal: h for h in hari}
    capai = {}
    for kode, tanggal in absen.capai:
        capai.setdefault(tanggal, []).append(kode)
    semua = sorted([(t, "hari") for t in absen.hari] + [(t, "menit") for t in absen.hari_menit])
    for n, (tanggal, apa) in enumerate(semua, 1):
        h = menurut.get(tanggal)
        if apa == "menit":
            kata = "Menit terlambat dan pulang cepat genap satu hari"
        else:
            kata = "Tanpa keterangan, menurut koreksi" if h and h.koreksi else "Tanpa keterangan"
        yield {"n": n, "tanggal": tanggal, "kata": kata, "capai": capai.pop(tanggal, [])}


@akses.peran(*PERAN)
@require_POST
def pelanggaran_kasus(request, nip, tahun):
    """Opens a case of these days."""
    pegawai = _ambil(request, nip, tahun)
    try:
        kasus = perbuatan.buka_kasus(pegawai, tahun, oleh=pelaku(request))
    except perbuatan.KehadiranDitolak as galat:
        messages.error(request, str(galat))
        return redirect("disiplin:pelanggaran_detail", nip=nip, tahun=tahun)
    messages.success(request, "Kasus dibuka.")
    return redirect(kasus.get_absolute_url())


@akses.peran(*PERAN)
def pelanggaran_gaji(request, nip, tahun, apa):
    """One decision on the salary: henti, bayar or setor."""
    pegawai = _ambil(request, nip, tahun)
    if not perbuatan.boleh_memutus(request.hak, pegawai.pk):
        raise PermissionDenied
    putusan = fakta.putusan_orang(pegawai.pk)
    henti = perbuatan.henti_berlaku(putusan)
    absen, _ = kehadiran.absen_tahun(pegawai.pk, tahun, request.acuan, request.hari_ini)
    sepuluh = perbuatan.belum_diputus(absen, putusan)
    atas = reverse("disiplin:pelanggaran_detail", args=[nip, tahun])
    if (henti is None) != (apa == "henti") or (apa == "henti" and sepuluh is None):
        messages.error(request, "Putusan itu tidak dapat diambil pada keadaan ini.")
        return redirect(atas)
    form, act, teks = _putusan(request, apa, henti, sepuluh, tahun)
    if request.method == "POST" and form.is_valid():
        try:
            act(pegawai, oleh=pelaku(request), **form.cleaned_data)
        except perbuatan.KehadiranDitolak as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, "Putusan tersimpan.")
            return redirect(atas)
    isi = teks | {
        "form": form,
        "batal_url": atas,
        "atas": [("Pelanggaran kehadiran", reverse("disiplin:pelanggaran_list")), (pegawai.kini.nama_lengkap, atas)],
    }
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)


def _putusan(request, apa, henti, sepuluh, tahun):
    """(form, act, words) of one decision; ``sepuluh``: the run of ten days it would stop the salary for."""
    data = request.POST or None
    if apa == "henti":
        tmt = gaji_berhenti(sepuluh.hari_ambang)
        kata = (
            f"{sepuluh.panjang} hari kerja terus-menerus tanpa alasan yang sah sampai"
            f" {tulis_tanggal(sepuluh.sampai)}. Gaji tidak dibayarkan mulai {tulis_tanggal(tmt)}, tanpa surat keputusan"
            " (PP 94/2021 Pasal 15 ayat (2))."
        )
        return forms.HentiForm(data), partial(perbuatan.hentikan_gaji, tahun=tahun), {
            "judul": "Hentikan gaji", "tombol": "Hentikan gaji", "penjelasan": kata, "bahaya": True,
        }  # fmt: skip
    sejak = tulis_tanggal(henti.tmt)
    if apa == "bayar":
        return forms.BayarForm(data), perbuatan.bayarkan_gaji, {
            "judul": "Bayarkan gaji yang dihentikan", "tombol": "Bayarkan",
            "penjelasan": f"Gaji yang dihentikan sejak {sejak} dibayarkan: ketidakhadirannya beralasan, atau pemeriksaan"
            " menemukan kurang dari sepuluh hari terus-menerus (PerBKN 6/2022).",
        }  # fmt: skip
    form = forms.SetorForm(data, tmt=henti.tmt, hari_ini=request.hari_ini)
    return form, perbuatan.setorkan_gaji, {
        "judul": "Setorkan kembali gaji", "tombol": "Simpan",
        "penjelasan": f"Gaji sejak {sejak} telanjur dibayar, padahal sepuluh hari itu tetap; disetor kembali ke kas"
        " daerah (PerBKN 6/2022).",
    }  # fmt: skip
