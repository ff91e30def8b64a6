"""Surat kegiatan: edaran, nota dinas, pengiriman, surat tugas. Numbered, frozen and printed by the engine.

Signed electronically where the office does so (setting ``tte_kantor``), else on paper and the scan recorded.

Frozen data: keys of ``bahan_naskah.surat``, and ``peserta`` [{nama, nip, pangkat, jabatan, opd, plh}] for the lampiran.
Who signs a surat tugas follows from the eselon of the participants (settings ``diklat_tugas_struktural`` and
``diklat_tugas_lain``), so that one kegiatan may have several.
"""

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from diklat.models import SuratKegiatan
from diklat.pelatihan.galat import DitolakDiklat
from diklat.pelatihan.kegiatan import harus_kelola, kunci
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_rupiah, tulis_tanggal
from kepegawaian.models import Jabatan
from layanan import surat as surat_lepas, tanda_tangan_lepas, tte
from layanan.bahan_naskah import jabatan_unit, kop_bupati, kop_kantor, penanda_tangan, surat
from layanan.katalog import TemplatNaskah
from layanan.models import PermintaanTte
from layanan.rute import KODE_KANTOR

POLA = "{klasifikasi}/{urut}/413.207/{tahun}"
KLASIFIKASI = "800.2"
NAMA = dict(SuratKegiatan.KODE)
# Letters besides the surat tugas and who signs them; a call for candidates and a note come before nomination ends.
KANTOR = {"edaran": "KABAN", "nota_dinas": "KABAN", "pengiriman": "KABAN"}
KEPADA = {
    "edaran": ["Kepala Perangkat Daerah", "se-Kabupaten Lamongan"],
    "nota_dinas": ["Bupati Lamongan", "melalui Sekretaris Daerah"],
    "pengiriman": ["Penyelenggara pelatihan", "di tempat"],
}


def _templat(kode):
    file = "naskah/surat_pelatihan.html"
    jenis = "surat_tugas" if kode == "surat_tugas" else "surat"
    return TemplatNaskah(jenis, file, KLASIFIKASI, NAMA[kode], POLA)


def terbitkan(kegiatan_id, kode, *, oleh):
    """Issues the letter ``kode``; of surat tugas one for each signatory, for those who have none yet. [SuratKegiatan]."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        k = kunci(kegiatan_id, "rencana", "nominasi", "seleksi", "persiapan", "berlangsung")
        harus_kelola(k, oleh)
        hasil = []
        for kantor, peserta in _bagian(k, kode, oleh.hari_ini):
            naskah = surat_lepas.terbitkan_lepas(
                _templat(kode), _data(k, kode, kantor, peserta, oleh), oleh=oleh,
                elektronik=tte.cara_kantor(KODE_KANTOR.get(kantor, ""), oleh.hari_ini) != tte.BASAH,
            )  # fmt: skip
            satu = SuratKegiatan.objects.create(kegiatan=k, kode=kode, kantor=kantor, naskah=naskah)
            if kode == "surat_tugas":
                k.peserta.filter(pk__in=[p.pk for p in peserta]).update(surat_tugas=satu)
            jejak.catat("diklat_surat", k, pada=oleh.kini, nama=k.nama, surat=NAMA[kode].lower(), nomor=naskah.nomor)
            hasil.append(satu)
    return hasil


def _bagian(k, kode, tanggal):
    """[(kantor, [peserta])] of what is to be issued; DitolakDiklat when there is nothing."""
    isi = k.peserta.filter(status="peserta").select_related(
        "pegawai__kini__jabatan__eselon", "pegawai__kini__golongan", "pegawai__kini__opd", "pegawai__kini__unit", "plh__kini"
    ).order_by("urutan", "pk")  # fmt: skip
    if kode != "surat_tugas":
        if k.surat.filter(kode=kode).exists():
            raise DitolakDiklat(f"{NAMA[kode]} sudah terbit.")
        isi = list(isi)
        if kode == "pengiriman" and not isi:
            raise DitolakDiklat("Peserta belum ditetapkan.")
        return [(KANTOR[kode], isi if kode != "edaran" else [])]
    if k.tahap not in ("persiapan", "berlangsung"):
        raise DitolakDiklat("Surat tugas terbit sesudah peserta ditetapkan.")
    menurut = {}
    for p in isi.filter(surat_tugas=None):
        menurut.setdefault(kantor_tugas(k, p.pegawai.kini, tanggal), []).append(p)
    if not menurut:
        raise DitolakDiklat("Semua peserta sudah bersurat tugas.")
    return sorted(menurut.items())


def kantor_tugas(k, kini, tanggal):
    """Office that signs the surat tugas of this person: by the kelompok of his eselon."""
    acuan = acuan_kini()
    kunci_ = "struktural" if k.pelatihan.kelompok in ("struktural", "latsar") else "lain"
    tabel = acuan.setelan(f"diklat_tugas_{kunci_}", tanggal)
    eselon = kini.jabatan and kini.jabatan.eselon
    return tabel.get(eselon.kelompok if eselon else "", tabel["lain"])


def alamat_kantor(kantor):
    """Address of an office as the engine's signature block takes it."""
    if kantor == "BUPATI":
        return {"kantor_luar": "BUPATI", "nama": "Bupati"}
    j = Jabatan.objects.select_related("unit").filter(kode=KODE_KANTOR.get(kantor, kantor)).first()
    if j is None:
        raise DitolakDiklat(f"Jabatan {kantor} belum ada pada daftar jabatan; hubungi admin BKD.")
    return {"jabatan": j.pk, "unit_jabatan": j.unit_id, "nama": j.nama}


def _data(k, kode, kantor, peserta, oleh):
    acuan, hari = acuan_kini(), oleh.hari_ini
    kop = kop_bupati(acuan, hari) if kantor == "BUPATI" else kop_kantor(acuan, hari, _opd_kop(kantor))
    isi, rincian, penutup = _isi(k, kode, peserta)
    return surat(
        NAMA[kode] if kode == "surat_tugas" else f"{NAMA[kode]} {k.nama}",
        kop=kop, tempat=acuan.setelan("kop_tempat", hari), kepada=KEPADA.get(kode, ()), isi=isi, rincian=rincian,
        penutup=penutup, tanda_tangan=penanda_tangan(alamat_kantor(kantor), hari),
        lampiran="1 (satu) lembar" if peserta else "-",
    ) | _tugas(k, kode, peserta) | {"kode": kode, "kegiatan": k.nama, "peserta": [_orang(p) for p in peserta]}  # fmt: skip


def _tugas(k, kode, peserta):
    """What a surat tugas and an edaran say besides: ``dasar`` and ``kepada_tugas``; ``tentang``."""
    if kode == "edaran":
        return {"tentang": f"Usul calon peserta {k.nama}"}
    if kode != "surat_tugas":
        return {}
    siapa = peserta[0].pegawai.kini.nama_lengkap if len(peserta) == 1 else f"{len(peserta)} orang pegawai"
    return {
        "dasar": list(_dasar(k)), "kepada_tugas": f"{siapa}, sebagaimana tercantum dalam lampiran surat tugas ini."
    }  # fmt: skip


def _dasar(k):
    """The papers the duty rests on: the plan, the call of the organiser, the list of participants."""
    if k.butir is not None and k.butir.rencana.status == "ditetapkan":
        yield f"Rencana pelatihan tahun {k.butir.rencana.tahun}"
    for s in k.langkah.filter(kode__in=("undangan", "pengiriman")).exclude(nomor=""):
        yield f"Surat {k.penyelenggara} nomor {s.nomor} tanggal {tulis_tanggal(s.tanggal)}"
    tetap = k.langkah.filter(kode="persetujuan", selesai_pada__isnull=False).first()
    hari = f" tanggal {tulis_tanggal(timezone.localdate(tetap.selesai_pada))}" if tetap else ""
    yield f"Penetapan peserta {k.nama}{hari}"


def _opd_kop(kantor):
    return "Sekretariat Daerah" if kantor == "SEKDA" else None


def _orang(p):
    kini, plh = p.pegawai.kini, p.plh and p.plh.kini
    return {
        "nama": kini.nama_lengkap, "nip": kini.nip or "",
        "pangkat": f"{kini.golongan.pangkat or ''} {kini.golongan_id}".strip() if kini.golongan else "-",
        "jabatan": jabatan_unit(kini.jabatan and kini.jabatan.nama, kini.unit and kini.unit.nama),
        "opd": kini.opd.nama if kini.opd else "-", "plh": plh.nama_lengkap if plh else "",
    }  # fmt: skip


def _isi(k, kode, peserta):
    masa = f"{tulis_tanggal(k.mulai)} sampai {tulis_tanggal(k.selesai)}"
    rincian = [("Kegiatan", k.nama), ("Penyelenggara", k.penyelenggara), ("Waktu", masa), ("Tempat", k.tempat)]
    if k.jp:
        rincian.append(("Jumlah jam pelajaran", f"{k.jp} JP"))
    if kode == "edaran":
        rincian.append(("Kuota", f"{k.kuota} orang"))
        rincian.append(("Usul paling lambat", tulis_tanggal(k.tutup)))
        return (
            [(f"Dalam rangka pengembangan kompetensi aparatur sipil negara akan diselenggarakan {k.nama}. Kepala perangkat "
             "daerah diminta mengusulkan calon peserta melalui Portal BKD; syarat tiap calon diperiksa saat diusulkan.")],
            rincian, "Demikian untuk menjadi perhatian dan dilaksanakan.",
        )  # fmt: skip
    if kode == "nota_dinas":
        biaya = k.pelatihan.biaya
        if biaya:
            rincian.append(("Perkiraan biaya", tulis_rupiah(biaya * min(k.kuota, len(peserta) or k.kuota))))
        return ["Bersama ini dimohonkan persetujuan atas calon peserta kegiatan berikut."], rincian, "Mohon petunjuk."
    if kode == "pengiriman":
        isi = [f"Bersama ini dikirimkan {len(peserta)} orang peserta sebagaimana tercantum dalam lampiran."]
        return isi, rincian, "Atas perhatian dan kerja samanya disampaikan terima kasih."
    isi = "Mengikuti kegiatan berikut. Selama mengikuti pelatihan klasikal yang bersangkutan dibebaskan dari tugas sehari-hari."
    return [isi], rincian, "Surat tugas ini dilaksanakan dengan penuh tanggung jawab dan dilaporkan hasilnya."


def sahkan(surat_id, file, *, oleh):
    """The scan with the signature makes the letter stand; recorded by the staf that runs the kegiatan."""
    isi = tte.basah(file)
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = SuratKegiatan.objects.select_related("kegiatan__pelatihan").get(pk=surat_id)
        harus_kelola(s.kegiatan, oleh)
        surat_lepas.sahkan_lepas(s.naskah_id, isi, oleh=oleh)
    return s


# ── signed electronically by the office itself ───────────────────────────────────────────────────────


def kantor_saya(h):
    """Codes of the letters' offices he holds and signs electronically for; no query."""
    return [k for k, kode in KODE_KANTOR.items() if tanda_tangan_lepas.cara(kode, h)]


def menunggu_saya(h):
    """SuratKegiatan that are printed and wait for his electronic signature, the oldest first."""
    return (
        SuratKegiatan.objects.filter(kantor__in=kantor_saya(h), naskah__tahap="tercetak").exclude(kegiatan__tahap="batal")
        .exclude(naskah__permintaan_tte__status__in=PermintaanTte.HIDUP)
        .select_related("naskah", "kegiatan").annotate(peserta_n=Count("peserta")).order_by("pk")
    )  # fmt: skip


def tandatangani(ids, *, oleh, sandi):
    """Claims the chosen letters of one office for signing; (BatchTte, [(nomor, reason)])."""
    pilih = [s for s in menunggu_saya(oleh.hak) if s.pk in set(ids)]
    if not pilih:
        raise DitolakDiklat("Pilih surat yang masih menunggu tanda tangan Anda.")
    jabatan = Jabatan.objects.get(kode=KODE_KANTOR[pilih[0].kantor])
    senaskah = [s.naskah_id for s in pilih if s.kantor == pilih[0].kantor]
    return tanda_tangan_lepas.minta(senaskah, jabatan, oleh=oleh, sandi=sandi)
