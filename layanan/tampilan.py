"""Bahan halaman usulan: one context for the page, whoever asks; few queries, no rule of its own."""

import re

from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from kepegawaian.templatetags.portal import tanggal
from layanan import forms, katalog, pratinjau
from layanan.gerak import sudah_diperiksa
from layanan.konteks import dokumen_berlaku, form_layanan, jawaban_langkah, susun_konteks
from layanan.langkah import deklarasi, form_langkah
from layanan.models import PermintaanTte, Usulan
from layanan.naskah import BELUM_SAH, PERIHAL_RAHASIA
from layanan.wewenang import alasan_tidak_berwenang, boleh_menyunting, boleh_sahkan_surat, pengurus_tte, tindakan

FORM = {
    "setujui": forms.FormSetujui,
    "tetapkan": forms.FormSetujui,
    "kembalikan": forms.FormKembalikan,
    "tolak": forms.FormTolak,
    "batalkan": forms.FormBatalkan,
    "sahkan": forms.FormSahkan,
    "tandatangani": forms.FormTandaTangan,
}
RAHASIA = "Ada hal yang perlu dibicarakan dengan BKD. Rinciannya hanya terbuka bagi pegawai yang bersangkutan."


def url_regulasi(kode):
    """Address of the regulation's page ("PP 99/2000" -> …/pp-99-2000/), "" where that page is not installed."""
    try:
        return reverse("tata_kelola:regulasi_detail", args=[re.sub(r"[^a-z0-9]+", "-", kode.lower()).strip("-")])
    except NoReverseMatch:
        return ""


def hasil_syarat(usulan, layanan, konteks, naskah):
    """[(Syarat, Hasil)] of today; once it has ended or its naskah stands, as they were when it was submitted.

    What the decree itself changed must not make the page say that its conditions were never met; what was still to be
    checked then and a step has answered since (the word of BKN) is told as answered.
    """
    kini = layanan.periksa(konteks)
    selesai = usulan.status not in Usulan.BERJALAN or any(n.tahap == "ditandatangani" and not n.surat for n in naskah)
    if not (selesai and usulan.hasil_syarat):
        return kini
    syarat, terjawab = {s.kode: s for s in layanan.syarat}, {s.kode: h for s, h in kini if h.jawaban == katalog.YA}
    return [
        (syarat[h["kode"]], terjawab.get(h["kode"]) if h["jawaban"] == katalog.PERIKSA and h["kode"] in terjawab
         else katalog.Hasil(h["jawaban"], h["kalimat"], tuple(h["bukti"])))
        for h in usulan.hasil_syarat
        if h["kode"] in syarat
    ]  # fmt: skip


def baris_syarat(hasil_periksa, hak, pegawai_id):
    """Rows for the list of conditions; the sentence of a confidential one is masked for outsiders."""
    terbuka = pegawai_id == hak.pegawai_id or hak.lihat_semua
    baris = []
    for syarat, hasil in hasil_periksa:
        samar = syarat.rahasia and not terbuka and hasil.jawaban != katalog.YA
        baris.append(
            {
                "kode": syarat.kode,
                "uraian": syarat.uraian,
                "hasil": hasil.jawaban,
                "bukti": RAHASIA if samar else _bukti(hasil),
                "dasar": str(syarat.dasar),
                "dasar_url": url_regulasi(syarat.dasar.peraturan),
                "asumsi": syarat.keyakinan == "asumsi",
                "sebagian": syarat.keyakinan == "sebagian",
            }
        )
    return baris


def _bukti(hasil):
    """The sentence with its evidence behind it, each once."""
    bukti = [b for b in hasil.bukti if b not in hasil.kalimat]
    return hasil.kalimat + (f" {'; '.join(bukti)}." if bukti else "")


KEADAAN = {"selesai": "lewat", "menunggu": "kini", "dikembalikan": "gagal", "ditolak": "gagal", "dibatalkan": "gagal"}


def garis_waktu(usulan, langkah, hari_ini, acuan):
    """Timeline for ``komponen/_jejak.html``: what was done, what waits now, what is still to come."""
    butir, rute = [], {r["kode"]: r for r in usulan.rute}
    for s in langkah:
        siapa = s.sebagai if s.keadaan != "menunggu" else s.nama_alamat
        r = rute.get(s.kode, {})
        hasil = r.get("sebutan", {}).get(s.hasil, "")
        paraf = "diparaf" if r.get("paraf") and s.keadaan == "selesai" else ""
        catatan = " · ".join(x for x in (siapa, hasil, paraf, s.catatan, s.sebab_alih) if x)
        if s.keadaan == "menunggu" and s.batas:
            sisa = acuan.selisih_hari_kerja(hari_ini, s.batas)
            catatan += f" · {sebut_sisa(sisa)}"
            if s.batas_hukum:
                catatan += f" · batas menurut {r['batas_hukum']['dasar']}: {tanggal(s.batas_hukum)}"
        butir.append(
            {
                "judul": s.nama,
                "keadaan": KEADAAN[s.keadaan],
                "waktu": s.selesai_pada or s.masuk_pada,
                "catatan": catatan,
            }
        )
    if usulan.status == "dikembalikan":
        butir.append({"judul": "Menunggu perbaikan pemohon", "keadaan": "kini", "catatan": usulan.catatan_akhir})
    if usulan.status in Usulan.BERJALAN and usulan.rute:
        sudah = usulan.langkah_kini.urutan if usulan.langkah_kini else -1
        if usulan.status == "dikembalikan" and langkah:
            sudah = langkah[-1].urutan - 1
        butir += [
            {"judul": r["nama"], "keadaan": "nanti", "catatan": r["alamat"]["nama"]} for r in usulan.rute[sudah + 1 :]
        ]
    return butir


def sebut_sisa(sisa):
    """Working days left in words."""
    if sisa < 0:
        return f"lewat {-sisa} hari kerja"
    return {0: "batas hari ini", 1: "sampai besok"}.get(sisa, f"sisa {sisa} hari kerja")


def baris_berkas(usulan, layanan, konteks):
    """Documents asked for with what is attached; then files that came with a step."""
    ada = {b.kode: b for b in usulan.berkas.filter(diganti_pada__isnull=True).select_related("dosir")}
    baris = [_satu_berkas(usulan, d, ada.pop(d.kode, None), True) for d in dokumen_berlaku(layanan, konteks)]
    langkah = {r["kode"]: r["nama"] for r in usulan.rute}
    nama = {d.kode: d.nama for d in layanan.dokumen}
    for kode, berkas in ada.items():
        dokumen = katalog.DokumenSyarat(kode, langkah.get(kode) or nama.get(kode, kode), wajib=False)
        baris.append(_satu_berkas(usulan, dokumen, berkas, False))
    return baris


def _satu_berkas(usulan, dokumen, berkas, dapat_diunggah):
    baris = {
        "dokumen": dokumen,
        "berkas": berkas,
        "dapat_diunggah": dapat_diunggah,
        "id_unggah": f"berkas-{dokumen.kode}",
        "url_unggah": reverse("layanan:berkas_create", args=[usulan.nomor, dokumen.kode]) if dapat_diunggah else "",
    }
    if berkas is not None:
        baris |= {
            "url": reverse("layanan:berkas_download", args=[usulan.nomor, berkas.pk]),
            "url_periksa": reverse("layanan:berkas_periksa", args=[usulan.nomor, berkas.pk]),
            "jenis": berkas.dosir.akhiran.strip(".").upper(),
            "sah": berkas.periksa == "sesuai",
        }
    return baris


def baris_tindakan(usulan, langkah, layanan, hak, konteks, form_galat):
    """The acts on offer with their addresses and unbound forms; the form that has errors comes back bound."""
    baris = []
    for t in tindakan(usulan, langkah, hak):
        form = _form(usulan, langkah, layanan, konteks, t.kode)
        terbuka = form_galat is not None and type(form) is type(form_galat)
        tanya = form_langkah(deklarasi(layanan, langkah.kode), konteks) if t.kode == "setujui" else None
        if tanya is not None:
            if type(tanya) is type(form_galat):
                tanya = form_galat
            if "catatan" in tanya.fields:
                del form.fields["catatan"]
        baris.append(
            {
                "kode": t.kode,
                "label": t.label,
                "utama": t.utama,
                "bahaya": t.bahaya,
                "url": reverse(f"layanan:usulan_{t.kode}", args=[usulan.nomor]),
                "form": form_galat if terbuka else form,
                "form_langkah": tanya,
                "terbuka": terbuka,
            }
        )
    return baris


def form_ajukan(usulan):
    """Form of submission: asks for the surat pengantar where the layanan wants one and none is known yet."""
    if katalog.ambil(usulan.layanan).surat_pengantar and not usulan.pengantar_id:
        return forms.FormAjukanPengantar
    return forms.FormAjukan


def _form(usulan, langkah, layanan, konteks, kode):
    awal = {"versi": usulan.versi_baris}
    if kode == "ajukan":
        return form_ajukan(usulan)(initial=awal, auto_id=f"id_{kode}_%s")
    if kode == "kembalikan":
        return forms.FormKembalikan(initial=awal, usulan=usulan, langkah=langkah, auto_id=f"id_{kode}_%s")
    if kode == "rekam":
        return form_langkah(deklarasi(layanan, langkah.kode), konteks, initial=awal)
    return FORM[kode](initial=awal, auto_id=f"id_{kode}_%s")


def baris_naskah(usulan, langkah, hak, form_surat=None):
    """Naskah of the usulan, newest first, each with the address of its file and its words in the list.

    A step's letter that waits for its signature carries the form for the scan when the reader may record it;
    ``form_surat``: (pk, form) of the one whose form has errors.
    """
    daftar, kait = [], ("naskah__dikenai__baru", "naskah__mengenai__lama")
    for tautan in usulan.naskah.select_related("naskah").prefetch_related(*kait).order_by("-naskah_id"):
        naskah = tautan.naskah
        daftar.append(naskah)
        naskah.surat = tautan.surat
        naskah.url = reverse("layanan:naskah_download", args=[naskah.pk])
        perihal = naskah.perihal
        if perihal == PERIHAL_RAHASIA:  # its title stands in its data only
            perihal = naskah.data.get("perihal") or perihal
        naskah.sebutan = f"{perihal} {naskah.nomor}" if tautan.surat else naskah.nomor
        menunggu = tautan.surat and naskah.tahap == "tercetak"
        if menunggu and boleh_sahkan_surat(usulan, langkah, tautan.langkah, hak):
            galat = form_surat[1] if form_surat and form_surat[0] == naskah.pk else None
            naskah.form = galat or forms.FormSahkanSurat(auto_id=f"id_surat_{naskah.pk}_%s")
            naskah.url_sahkan = reverse("layanan:surat_sahkan", args=[usulan.nomor, naskah.pk])
    return daftar


def _tte_hidup(usulan, langkah):
    """The PermintaanTte that is not over at a signing step, or None."""
    if langkah is None or langkah.aksi != katalog.TANDA_TANGAN or usulan.status != "diproses":
        return None
    hidup = PermintaanTte.objects.filter(naskah__usulan__usulan=usulan, status__in=PermintaanTte.HIDUP)
    return hidup.select_related("batch__jabatan").first()


def _tunggu(usulan, langkah, hak):
    """Why the reader cannot act; to the applicant and to mere readers whose turn it is says more."""
    if usulan.status != "diproses":
        return ""
    alasan = alasan_tidak_berwenang(usulan, langkah, hak)
    if alasan and langkah and (hak.hanya_baca or usulan.pegawai_id == hak.pegawai_id):
        return f"Usulan ini menunggu {langkah.nama_alamat}."
    return alasan


def _form_isian(usulan, layanan, konteks, hari_ini):
    """The answers as they stand; of a draft nobody has touched only what is prefilled, without a word of what lacks."""
    umum = {"profil": konteks.profil, "tanggal": hari_ini, "acuan": konteks.acuan}
    form = form_layanan(layanan, usulan.isian or None, **umum)
    if form is None or usulan.versi_baris or not form.errors:
        return form
    form = form_layanan(layanan, None, **umum)
    form.initial |= usulan.isian
    return form


def halaman_usulan(request, usulan, *, form_isian=None, form_perbuatan=None, form_surat=None, status=200):
    """Renders the page of one usulan."""
    layanan = katalog.ambil(usulan.layanan)
    langkah = list(usulan.langkah.select_related("oleh", "jabatan"))
    konteks = susun_konteks(
        layanan, usulan.pegawai_id, usulan.isian, request.hari_ini, langkah=jawaban_langkah(langkah)
    )  # fmt: skip
    kini = usulan.langkah_kini
    menyunting = usulan.status in ("draf", "dikembalikan") and boleh_menyunting(usulan, request.hak)
    if menyunting and form_isian is None:
        form_isian = _form_isian(usulan, layanan, konteks, request.hari_ini)
    naskah = baris_naskah(usulan, langkah, request.hak, form_surat)
    tte = _tte_hidup(usulan, kini)
    syarat = baris_syarat(hasil_syarat(usulan, layanan, konteks, naskah), request.hak, usulan.pegawai_id)
    berkas = baris_berkas(usulan, layanan, konteks)
    isi = {
        "usulan": usulan,
        "layanan": layanan,
        "konteks": konteks,
        "syarat": syarat,
        "hitung": {j: sum(s["hasil"] == j for s in syarat) for j in (katalog.YA, katalog.TIDAK, katalog.PERIKSA)},
        "akibat": layanan.akibat(konteks),
        "berkas": berkas,
        "berkas_ada": sum(b["berkas"] is not None for b in berkas),
        "berkas_kurang": [b["dokumen"] for b in berkas if b["berkas"] is None and b["dokumen"].wajib],
        "tautan": layanan.tautan(usulan, request.hak) if usulan.rute else [],
        "perjalanan": garis_waktu(usulan, langkah, request.hari_ini, konteks.acuan),
        "langkah": kini,
        "tindakan": [] if tte else baris_tindakan(usulan, kini, layanan, request.hak, konteks, form_perbuatan),
        "tte": tte,
        "tte_url": reverse("layanan:tte_detail", args=[tte.batch_id])
        if tte and pengurus_tte(tte.batch, request.hak)
        else "",
        "form_galat": form_perbuatan,
        "form_isian": form_isian,
        "menyunting": menyunting,
        "memeriksa": usulan.status == "diproses" and not alasan_tidak_berwenang(usulan, kini, request.hak),
        "wajib_periksa": kini is not None and kini.peran == "staf_bkd" and kini.aksi == katalog.SETUJU,
        "sudah_diperiksa": sudah_diperiksa(langkah),
        "akhir": layanan.kalimat_akhir(konteks.langkah) if usulan.status == "selesai" else "",
        "tunggu": _tunggu(usulan, kini, request.hak),
        "naskah": naskah,
        "kolektif": next((n for n in naskah if n.data.get("kolektif") and n.tahap in BELUM_SAH), None),
        "pratinjau": all(n.tahap == "batal" or n.surat for n in naskah)
        and pratinjau.boleh(usulan, layanan, request.hak, konteks.acuan)
        and layanan.dicetak(konteks),
        "tmt_teks": tanggal(konteks.tanggal),
        "acuan": konteks.acuan,
        "sisa": sebut_sisa(konteks.acuan.selisih_hari_kerja(request.hari_ini, kini.batas))
        if kini and kini.batas
        else "",
        "dialihkan": kini.sebab_alih if kini else "",
        "terlambat": kini is not None and kini.batas is not None and kini.batas < request.hari_ini,
    }
    return render(request, "layanan/usulan_detail.html", isi, status=status)
