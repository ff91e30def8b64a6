"""Bahan halaman usulan: one context for the page, whoever asks; few queries, no rule of its own."""

from django.shortcuts import render

from layanan import forms, katalog
from layanan.konteks import dokumen_berlaku, form_layanan, susun_konteks
from layanan.wewenang import alasan_tidak_berwenang, boleh_menyunting, tindakan

FORM = {
    "ajukan": forms.FormAjukan,
    "setujui": forms.FormSetujui,
    "tetapkan": forms.FormSetujui,
    "kembalikan": forms.FormKembalikan,
    "tolak": forms.FormTolak,
    "batalkan": forms.FormBatalkan,
    "sahkan": forms.FormSahkan,
}
RAHASIA = "Ada hal yang perlu dibicarakan dengan BKD. Rinciannya hanya terbuka bagi pegawai yang bersangkutan."


def baris_syarat(layanan, konteks, hak, pegawai_id):
    """Rows for the list of conditions; the sentence of a confidential one is masked for outsiders."""
    terbuka = pegawai_id == hak.pegawai_id or hak.lihat_semua
    baris = []
    for syarat, hasil in layanan.periksa(konteks):
        samar = syarat.rahasia and not terbuka and hasil.jawaban != katalog.YA
        baris.append(
            {
                "syarat": syarat,
                "jawaban": hasil.jawaban,
                "kalimat": RAHASIA if samar else hasil.kalimat,
                "bukti": () if samar else hasil.bukti,
                "paling_cepat": None if samar else hasil.paling_cepat,
            }
        )
    return baris


def garis_waktu(usulan, langkah):
    """Timeline: what was done, what waits now, what is still to come."""
    baris = []
    for satu in langkah:
        baris.append({"langkah": satu, "keadaan": satu.keadaan, "nama": satu.nama})
    if usulan.status in ("draf", "diproses", "dikembalikan") and usulan.rute:
        sudah = usulan.langkah_kini.urutan if usulan.langkah_kini else -1
        if usulan.status == "dikembalikan" and langkah:
            sudah = langkah[-1].urutan - 1
        for r in usulan.rute[sudah + 1 :]:
            baris.append({"langkah": None, "keadaan": "nanti", "nama": r["nama"], "alamat": r["alamat"]["nama"]})
    return baris


def baris_berkas(usulan, layanan, konteks):
    """Documents asked for with what is attached; then files that came with a step."""
    ada = {b.kode: b for b in usulan.berkas.filter(diganti_pada__isnull=True).select_related("dosir")}
    baris = [{"dokumen": d, "berkas": ada.pop(d.kode, None)} for d in dokumen_berlaku(layanan, konteks)]
    langkah = {r["kode"]: r["nama"] for r in usulan.rute}
    nama = {d.kode: d.nama for d in layanan.dokumen}
    for kode, berkas in ada.items():
        dokumen = katalog.DokumenSyarat(kode, langkah.get(kode) or nama.get(kode, kode), wajib=False)
        baris.append({"dokumen": dokumen, "berkas": berkas})
    return baris


def _form_perbuatan(usulan, langkah, layanan, daftar):
    """Unbound forms of the acts on offer: {kode: form}."""
    hasil = {}
    for t in daftar:
        awal = {"versi": usulan.versi_baris}
        if t.kode == "kembalikan":
            hasil[t.kode] = forms.FormKembalikan(initial=awal, usulan=usulan, langkah=langkah)
        elif t.kode == "rekam":
            kelas = layanan.langkah(langkah.kode).form
            hasil[t.kode] = kelas(initial=awal) if kelas else None
        else:
            hasil[t.kode] = FORM[t.kode](initial=awal)
    return hasil


def halaman_usulan(request, usulan, *, form_isian=None, form_perbuatan=None, status=200):
    """Renders the page of one usulan."""
    layanan = katalog.ambil(usulan.layanan)
    konteks = susun_konteks(layanan, usulan.pegawai_id, usulan.isian, request.hari_ini)
    langkah = list(usulan.langkah.select_related("oleh"))
    kini = usulan.langkah_kini
    daftar = tindakan(usulan, kini, request.hak)
    menyunting = usulan.status in ("draf", "dikembalikan") and boleh_menyunting(usulan, request.hak)
    if menyunting and form_isian is None:
        form_isian = form_layanan(
            layanan, usulan.isian or None, profil=konteks.profil, tanggal=request.hari_ini, acuan=konteks.acuan
        )
    syarat = baris_syarat(layanan, konteks, request.hak, usulan.pegawai_id)
    berkas = baris_berkas(usulan, layanan, konteks)
    isi = {
        "usulan": usulan,
        "layanan": layanan,
        "konteks": konteks,
        "syarat": syarat,
        "hitung": {j: sum(s["jawaban"] == j for s in syarat) for j in (katalog.YA, katalog.TIDAK, katalog.PERIKSA)},
        "akibat": layanan.akibat(konteks),
        "berkas": berkas,
        "berkas_ada": sum(b["berkas"] is not None for b in berkas),
        "berkas_kurang": [b["dokumen"] for b in berkas if b["berkas"] is None and b["dokumen"].wajib],
        "perjalanan": garis_waktu(usulan, langkah),
        "langkah": kini,
        "tindakan": daftar,
        "formulir": _form_perbuatan(usulan, kini, layanan, daftar),
        "form_galat": form_perbuatan,
        "form_isian": form_isian,
        "menyunting": menyunting,
        "memeriksa": usulan.status == "diproses" and not alasan_tidak_berwenang(usulan, kini, request.hak),
        "wajib_periksa": kini is not None and kini.peran == "staf_bkd" and kini.aksi == katalog.SETUJU,
        "tunggu": alasan_tidak_berwenang(usulan, kini, request.hak) if usulan.status == "diproses" else "",
        "naskah": [t.naskah for t in usulan.naskah.select_related("naskah").order_by("-naskah_id")],
        "acuan": konteks.acuan,
        "sisa_hari": konteks.acuan.selisih_hari_kerja(request.hari_ini, kini.batas) if kini and kini.batas else None,
        "terlambat": kini is not None and kini.batas is not None and kini.batas < request.hari_ini,
    }
    return render(request, "layanan/usulan_detail.html", isi, status=status)
