"""Halaman indeks: ringkasan dan unit, seorang pegawai, daftar jatuh tempo, dan ekspornya.

Means and counts come from ``RataUnit`` and ``RekapTempo`` of the night, so that a page costs the same at any
number of pegawai; people are listed only inside the scope of the reader. A person's discipline is told to
himself and to the handlers only.
"""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from indeks import rekap_tampil, tampilan
from indeks.bkn import tampil as tampil_bkn
from indeks.filters import HasilFilter, TempoFilter
from indeks.menu import PELIHAT, PENDAFTAR
from indeks.models import HasilIndeks, JatuhTempo, PutaranIndeks, RekapTempo
from indeks.penjelasan import jelaskan
from kepegawaian import akses, jejak, tawaran_pelatihan
from kepegawaian.aturan import tambah_bulan
from kepegawaian.penomoran import BATAS_HITUNG, potong
from kepegawaian.profil import profil_satu
from kepegawaian.views.ekspor import unduh_daftar
from kepegawaian.views.kerangka import alamat, ambil

BAGIAN = ("unit", "jabatan", "pendidikan", "kinerja", "hukuman", "diklat", "kontrak")
KOLOM_TEMPO = ("TANGGAL", "JENIS", "NIP", "NAMA", "GOLONGAN", "JENIS JABATAN", "JABATAN", "UNIT KERJA", "OPD",
               "SYARAT", "KETERANGAN")  # fmt: skip


# ── whole and units ──────────────────────────────────────────────────────────────────────────────────


def seluruh(hak):
    """Sees the figures of the whole agency: BKD, inspektorat, pimpinan."""
    return hak.lihat_semua or hak.punya("pimpinan")


@akses.peran(*PELIHAT)
@require_safe
def ringkasan(request):
    """Mean of the agency by OPD for those who see all; others start at the highest unit they see."""
    if a := _generasi_a(request):
        return redirect(f"{reverse('indeks:generasi_a')}?tahun={a.tahun}")
    if seluruh(request.hak):
        return _rekap(request, None, None)
    teratas = rekap_tampil.unit_teratas(request.hak, request.acuan)
    if len(teratas) == 1:
        return redirect("indeks:unit_detail", pk=teratas[0])
    return _rekap(request, None, teratas)


@akses.peran(*PELIHAT)
@require_safe
def unit_detail(request, pk):
    """One unit: the units below it, its people, its recaps; one of them at a time."""
    boleh = seluruh(request.hak) or pk in request.hak.unit_lingkup
    if pk not in request.acuan.unit or not boleh:
        raise Http404
    return _rekap(request, pk, None)


def _rekap(request, unit_id, teratas):
    putaran = putaran_dipilih(request)
    isi = {"putaran": putaran, "unit": request.acuan.unit.get(unit_id), "pilihan": _pilihan(request, putaran)}
    if putaran is not None:
        rekap = rekap_tampil.susun(putaran, request.acuan, unit_id, teratas)
        isi |= {"rekap": rekap, "asumsi": tampilan.asumsi(request.acuan, putaran)}
        lihat_orang = unit_id is not None and (request.hak.lihat_semua or unit_id in request.hak.unit_lingkup)
        isi["tab"] = _tab(rekap, lihat_orang)
        kini = request.GET.get("tampil")
        isi["tampil"] = kini if kini in dict(isi["tab"]) else next(iter(dict(isi["tab"])), "")
        if isi["tampil"] == "unit":
            isi["anak"] = potong(request, rekap_tampil.saring_anak(rekap.anak, request.GET))
        elif isi["tampil"] == "pegawai":
            isi |= _daftar(request, putaran, unit_id)
    return render(request, "indeks/ringkasan.html", isi)


def _generasi_a(request):
    """The run of generation A when it is asked for, or is the only one of the year asked for; else None."""
    tahun, generasi = request.GET.get("tahun", ""), request.GET.get("generasi", "")
    if generasi != "A" and not tahun:
        return None
    daftar = list(PutaranIndeks.objects.filter(kini=True).order_by("-tahun"))
    cocok = [p for p in daftar if not tahun or str(p.tahun) == tahun]
    a = next((p for p in cocok if p.generasi == "A"), None)
    return a if generasi == "A" or all(p.generasi == "A" for p in cocok) else None


def _tab(rekap, lihat_orang):
    """What the lower half of the page can show: [(key, name)]."""
    tab = [("unit", rekap.judul_anak)] if rekap.anak else []
    tab += [("pegawai", "Pegawai")] if lihat_orang else []
    return tab + ([("rekap", "Rekap kelompok")] if rekap.semua else [])


def putaran_dipilih(request):
    """The run asked for by ``?tahun=&generasi=``, else the latest in force; None before the first night."""
    tahun, generasi = request.GET.get("tahun", ""), request.GET.get("generasi", "")
    daftar = PutaranIndeks.objects.perorangan().order_by("-tanggal", "-generasi")
    request.putaran_kini = list(daftar)
    for satu in request.putaran_kini:
        if (not tahun or str(satu.tahun) == tahun) and (not generasi or satu.generasi == generasi):
            return satu
    return None


def _pilihan(request, putaran):
    """Links to the other runs in force: years and generations are never mixed on one page."""
    return [
        {"putaran": p, "kueri": p.kueri, "kini": putaran is not None and p.pk == putaran.pk}
        for p in request.putaran_kini
    ]


# ── people ───────────────────────────────────────────────────────────────────────────────────────────


def hasil_terlihat(request, putaran):
    """Results in the scope of the reader; those who left the record stay out."""
    daftar = HasilIndeks.objects.filter(
        request.hak.lingkup("pegawai__kini__"), putaran=putaran, pegawai__kini__isnull=False
    )
    return daftar.select_related("pegawai__kini__jabatan").defer("fakta")


def _saring(request, putaran, unit_id):
    daftar = hasil_terlihat(request, putaran)
    if unit_id is not None and request.acuan.unit[unit_id].induk_id is not None:
        daftar = daftar.filter(unit_id__in=sorted(request.acuan.turunan({unit_id})))
    return HasilFilter(request.GET, daftar, request=request)


def _daftar(request, putaran, unit_id):
    """Context of the list of people: filter, page, address of the export."""
    saring = _saring(request, putaran, unit_id)
    potongan = potong(request, saring.qs, None if request.GET.get("hitung") == "semua" else BATAS_HITUNG)
    for satu in potongan:
        satu.unit_nama = _nama_unit(request, satu.unit_id)
        satu.kategori_jenis = tampilan.TANDA_KATEGORI.get(satu.kategori, "netral")
    ekspor = reverse("indeks:unit_ekspor", args=[unit_id]) if unit_id else reverse("indeks:hasil_ekspor")
    return {"saring": saring, "potongan": potongan, "ekspor_url": ekspor, "batas": BATAS_HITUNG}


def _nama_unit(request, unit_id):
    unit = request.acuan.unit.get(unit_id)
    return unit.nama if unit else ""


@akses.peran(*PENDAFTAR)
@require_safe
def hasil_list(request):
    """Everybody in scope with his index."""
    putaran = putaran_dipilih(request)
    isi = {"putaran": putaran, "pilihan": _pilihan(request, putaran)}
    if putaran is not None:
        isi |= _daftar(request, putaran, None)
    return render(request, "indeks/hasil_list.html", isi)


@akses.peran(*PENDAFTAR)
@require_safe
def hasil_ekspor(request, pk=None):
    """The list as xlsx, all its pages; the column Disiplin is filled for handlers only."""
    putaran = putaran_dipilih(request)
    if putaran is None or (pk is not None and pk not in request.acuan.unit):
        raise Http404
    if pk is not None and not (request.hak.lihat_semua or pk in request.hak.unit_lingkup):
        raise Http404
    daftar = tampil_bkn.bersanding(_saring(request, putaran, pk).qs, putaran)
    baris = rekap_tampil.baris_hasil(daftar, request.acuan, request.hak)
    nama = f"indeks-{putaran.tahun}-{putaran.generasi}-{putaran.tanggal:%Y%m%d}"
    return unduh_daftar(
        request, "Indeks profesionalitas", rekap_tampil.KOLOM_HASIL, baris, objek="hasilindeks", nama=nama
    )


@akses.peran(*PELIHAT)
@require_safe
def rekap_ekspor(request, pk=None):
    """The table of units and the recaps as xlsx."""
    boleh = seluruh(request.hak) if pk is None else seluruh(request.hak) or pk in request.hak.unit_lingkup
    putaran = putaran_dipilih(request)
    if not boleh or putaran is None or (pk is not None and pk not in request.acuan.unit):
        raise Http404
    rekap = rekap_tampil.susun(putaran, request.acuan, pk, None)
    nama = f"rekap-indeks-{putaran.tahun}-{putaran.generasi}"
    baris = rekap_tampil.baris_rekap(rekap)
    return unduh_daftar(request, "Rekap indeks", rekap_tampil.KOLOM_REKAP, baris, objek="rataunit", nama=nama)


# ── one person ───────────────────────────────────────────────────────────────────────────────────────


@akses.masuk
@require_safe
def pegawai_detail(request, nip=None):
    """The index of one person: meters, every indicator with the rows used and its article, advice, history."""
    pegawai = ambil(request, nip)
    putaran = putaran_dipilih(request)
    boleh = request.hak.boleh_bagian(pegawai.pk, "hukuman")
    p = profil_satu(pegawai.pk, per=request.hari_ini, bagian=BAGIAN)
    riwayat = _riwayat(pegawai, putaran)
    hasil = next((h for h in riwayat if h.putaran_id == putaran.pk), None) if putaran else None
    kartu = tampilan.kartu(hasil, putaran, p)
    isi = {
        "pegawai": pegawai,
        "kini": pegawai.kini,
        "saya": pegawai.pk == request.hak.pegawai_id,
        "putaran": putaran,
        "pilihan": _pilihan(request, putaran),
        "kartu": kartu,
        "boleh_hukuman": boleh,
        "riwayat": [h for h in riwayat if h.total is not None],
        "tempo": tampilan.akan_datang(_tempo(pegawai)),
    }
    if putaran is not None:
        isi |= _penjelasan(request, putaran, kartu, p, boleh, nip, tampil_bkn.resmi(pegawai.pk, putaran.tahun))
    if kartu and boleh and not isi["saya"] and any(u.rujukan for u in _disiplin(kartu)):
        with request.sebagai():
            jejak.catat_sensitif(pegawai.pk, "hukuman")
    return render(request, "indeks/pegawai_detail.html", isi)


def _disiplin(kartu):
    return [u for u in kartu.penjelasan.uraian if u.kode == "disiplin"] if kartu.penjelasan else []


def _penjelasan(request, putaran, kartu, p, boleh, nip, resmi):
    """Indicators, advice and assumptions; and what tonight will give when the record has changed since."""
    isi = {"asumsi": tampilan.asumsi(request.acuan, putaran)}
    isi["bkn"] = tampil_bkn.sanding(resmi, kartu, boleh)
    kini = jelaskan(p, tampilan.aturan_putaran(putaran)) if putaran.berjalan else None
    if kartu is None:
        isi["sebab"] = "" if kini is None or kini.terukur else kini.sebab
        return isi
    if kartu.penjelasan:
        isi["uraian"] = tampilan.uraian_tampil(
            kartu.penjelasan, boleh_hukuman=boleh, tautan=lambda jenis: alamat(nip, "riwayat", jenis)
        )
        naik = [s for s in kartu.penjelasan.peningkatan if boleh or s.kode != "disiplin"]
        tawaran = tawaran_pelatihan.bagi(p, request.acuan, request.hari_ini) if naik and putaran.berjalan else {}
        isi["peningkatan"] = tampilan.saran_berpilihan(naik, tawaran)
        isi["termurah"] = tampilan.termurah(isi["peningkatan"])
        isi["dimensi"] = [d for d in kartu.dimensi if boleh or d.kode != "disiplin"]
    if kini is not None and kini.total != kartu.total:
        isi["nanti"] = kini
    return isi


def _riwayat(pegawai, putaran):
    """Results of one person under one generation: the run shown and the last one of every month, oldest first."""
    if putaran is None:
        return []
    ids = PutaranIndeks.objects.filter(status="selesai", generasi=putaran.generasi).values_list("pk", flat=True)
    daftar = HasilIndeks.objects.filter(pegawai=pegawai, putaran_id__in=list(ids)).select_related("putaran")
    return sorted(daftar, key=lambda h: (h.putaran.tanggal, h.putaran_id))


def _tempo(pegawai):
    kini = PutaranIndeks.objects.filter(tempo_kini=True).values("pk")[:1]
    return JatuhTempo.objects.filter(putaran_id__in=kini, pegawai=pegawai).order_by("tanggal")


# ── due dates ────────────────────────────────────────────────────────────────────────────────────────


def _saring_tempo(request, putaran):
    daftar = JatuhTempo.objects.filter(
        request.hak.lingkup("pegawai__kini__"), putaran=putaran, pegawai__kini__isnull=False
    )
    return TempoFilter(request.GET, daftar.select_related("pegawai__kini__jabatan"), request=request)


@akses.peran(*PELIHAT)
@require_safe
def jatuh_tempo_list(request):
    """Who is due for what, by month: one kind at a time, with the state of the conditions; pimpinan see the counts."""
    putaran = PutaranIndeks.objects.tempo_kini()
    isi = {"putaran": putaran, "jenis_pilihan": JatuhTempo.JENIS}
    if putaran is not None:
        saring = _saring_tempo(request, putaran)
        jenis = saring.data["jenis"]
        isi |= {
            "saring": saring,
            "jenis": jenis,
            "jenis_nama": dict(JatuhTempo.JENIS).get(jenis, ""),
            "grafik": _grafik_tempo(request, putaran, jenis),
            "batas": BATAS_HITUNG,
        }
        if request.hak.punya(*PENDAFTAR):
            isi["potongan"] = _potong_tempo(request, saring)
    return render(request, "indeks/jatuh_tempo_list.html", isi)


def _potong_tempo(request, saring):
    """The page of due dates with what each row shows."""
    potongan = potong(request, saring.qs, None if request.GET.get("hitung") == "semua" else BATAS_HITUNG)
    for satu in potongan:
        satu.unit_nama = _nama_unit(request, satu.unit_id)
        satu.nama_layanan = tampilan.nama_tempo(satu.jenis, satu.layanan)
        satu.tanda = tampilan.tanda_layak(satu.layak, satu.keterangan.get("kode", ()))
    return potongan


def _grafik_tempo(request, putaran, jenis):
    """How many are due in each of the next twelve months, in the units the reader sees."""
    awal = request.hari_ini.replace(day=1)
    rekap = RekapTempo.objects.filter(putaran=putaran, jenis=jenis, bulan__gte=awal, bulan__lt=tambah_bulan(awal, 12))
    if seluruh(request.hak):
        rekap = rekap.filter(unit__isnull=True)
    else:
        rekap = rekap.filter(unit_id__in=rekap_tampil.unit_teratas(request.hak, request.acuan))
    return rekap_tampil.grafik_bulan(rekap, awal)


@akses.peran(*PENDAFTAR)
@require_safe
def jatuh_tempo_ekspor(request):
    """The list of due dates as xlsx, with the same filter and scope."""
    putaran = PutaranIndeks.objects.tempo_kini()
    if putaran is None:
        raise Http404
    daftar = _saring_tempo(request, putaran).qs
    baris = rekap_tampil.baris_tempo(daftar, request.acuan)
    nama = f"jatuh-tempo-{putaran.tanggal:%Y%m%d}"
    return unduh_daftar(request, "Jatuh tempo", KOLOM_TEMPO, baris, objek="jatuhtempo", nama=nama)
