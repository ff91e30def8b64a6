"""Panggung: usulan played through ``alur`` by the people who hold the offices, into every status and step.

Each play is a list of acts; times run backwards from "yesterday" (or from weeks ago for the late ones), so
that ages and deadlines are those of a living office. ``bersama`` plays many in the order of their moments, so that
the numbers of a register follow the calendar.
"""

import datetime as dt
import heapq
import itertools

from django.utils import timezone

from kepegawaian import dosir
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import JENIS_RIWAYAT, Pegawai, Pengguna, ProfilKini
from kepegawaian.profil import profil, profil_satu
from layanan import alur, berkas, katalog, pemberitahuan
from layanan.galat import DitolakAlur
from layanan.konteks import dokumen_berlaku, susun_konteks, tanggal_profil
from layanan.models import Usulan
from layanan.wewenang import alasan_tidak_berwenang
from tata_kelola.demo import percetakan
from tata_kelola.demo.pindaian import pindaian

KALIMAT = {
    "kembalikan": "Hasil evaluasi kinerja tahun terakhir tidak terbaca pada halaman 2. Berkas lain sudah diterima.",
    "tolak": "Masa kerja dalam pangkat pada SK asli belum empat tahun.",
    "pasal": "PP 99/2000 Pasal 7",
    "batalkan": "Diajukan pada periode berikutnya.",
}
KALIMAT_NASKAH = {
    "kembalikan": "Uraian alasan belum menyebut bukti yang ditemukan; lengkapi nomor berita acara pemeriksaannya.",
    "batalkan": "Ternyata naskah yang keliru ialah naskah pegawai lain.",
}
# A refusal names the article on which the act asked for would have rested.
TOLAK_NASKAH = {
    "perubahan-naskah": (
        "UU 30/2014 Pasal 63 ayat (1)",
        "Tidak ada kesalahan redaksional; bulan masa kerja pada surat sesuai dengan surat keputusan pangkat terakhir.",
    ),
    "pencabutan-naskah": (
        "UU 30/2014 Pasal 64 ayat (1)", "Naskah semula sudah benar menurut tabel gaji; tidak terdapat cacat."
    ),
    "pembatalan-naskah": (
        "UU 30/2014 Pasal 66 ayat (1)", "Penanda tangannya berwenang menurut surat perintah Plt.; tidak terdapat cacat."
    ),
}  # fmt: skip


def kalimat(layanan):
    """What is said when a usulan of this layanan is returned, refused (with the article) or withdrawn."""
    if not layanan.dari_naskah:
        return KALIMAT
    pasal, tolak = TOLAK_NASKAH[layanan.slug]
    return KALIMAT_NASKAH | {"pasal": pasal, "tolak": tolak}


class Sutradara:
    """Finds who may act, gives him the moment, and plays one usulan up to where it shall stand."""

    surat = itertools.count(1)  # of all layanan together: one OPD, one series of letters

    def __init__(self, layanan, hari_ini, *, cetak=True):
        self.layanan, self.hari_ini, self.cetak = layanan, hari_ini, cetak
        self.acuan = acuan_kini()
        self.kalimat = kalimat(layanan)
        self.pengusul = _operator()

    def pelaku(self, pengguna, pada):
        """The actor at that moment, with the rights of that day."""
        return alur.Pelaku(
            pengguna, hitung_hak(pengguna, per=timezone.localdate(pada), acuan=self.acuan), "127.0.0.1", pada
        )

    def pemegang(self, usulan, pada):
        """An account that may act at the waiting step."""
        langkah = usulan.langkah_kini
        calon = list(pemberitahuan.penerima(langkah, timezone.localdate(pada)))
        for pengguna in Pengguna.objects.filter(pk__in=calon).order_by("pk"):
            oleh = self.pelaku(pengguna, pada)
            if not alasan_tidak_berwenang(usulan, langkah, oleh.hak):
                return oleh
        raise DitolakAlur(f"Tidak ada pemegang langkah {langkah.kode} bagi {usulan.nomor}.")

    def saat(self, banyak, *, terlambat=False, mundur=None):
        """``banyak`` moments on working days, the last one yesterday, (late) some weeks, or ``mundur`` days ago."""
        hari = self.hari_ini - dt.timedelta(days=mundur or (24 if terlambat else 1))
        urut = []
        while len(urut) < banyak:
            if self.acuan.hari_kerja(hari):
                jam = dt.time(8 + len(urut) % 7, 12 + len(urut) * 7 % 45)
                urut.append(timezone.make_aware(dt.datetime.combine(hari, jam)))
            hari -= dt.timedelta(days=1)
        return list(reversed(urut))

    def mainkan(self, pegawai, sampai, **cara):
        """Plays one usulan by itself, as ``lakon`` tells; returns it."""
        return bersama([self.lakon(pegawai, sampai, **cara)])[0]

    def lakon(self, pegawai, sampai, *, akhir="", terlambat=False, isian=None, mundur=None):
        """A usulan of ``pegawai`` until the step ``sampai`` waits, then the act ``akhir`` if one is named.

        A generator that yields the moment of each act before it does it, and returns the Usulan.
        """
        langkah = [s.kode for s in self.layanan.alur]
        saat = iter(
            self.saat(len(langkah) + 5, terlambat=terlambat, mundur=mundur)[-(_panjang(langkah, sampai) + 3) :]
        )
        pengusul = self.pengusul_untuk(pegawai)
        yield (pada := next(saat))
        usulan = alur.buat_draf(self.layanan, pegawai, oleh=self.pelaku(pengusul, pada), isian=isian)
        self.lengkapi(usulan, pengusul)
        usulan = segar(usulan)
        if sampai != "draf":
            yield (pada := next(saat))
            usulan = self.ajukan(usulan, pengusul, pada)
        while usulan.status == "diproses" and usulan.langkah_kini.kode != sampai:
            yield (pada := next(saat))
            usulan = self.satu_langkah(usulan, pada)
        if akhir:
            yield (pada := next(saat))
            usulan = self.akhiri(usulan, akhir, pengusul, pada)
        return usulan

    def ajukan(self, usulan, pengusul, pada):
        """Submits a draft, under a letter of its own where the layanan asks for one."""
        pengantar = None
        if self.layanan.surat_pengantar:
            nomor = f"800/{next(self.surat)}/{usulan.pegawai.kini.opd.kode}/{pada.year}"
            pengantar = (nomor, timezone.localdate(pada))
        alur.ajukan(usulan, oleh=self.pelaku(pengusul, pada), versi=usulan.versi_baris, pengantar=pengantar)
        return segar(usulan)

    def satu_langkah(self, usulan, pada, **jawab):
        """The holder of the waiting step does what the step is for."""
        percetakan.tunggu(usulan.pk)
        oleh, versi = self.pemegang(usulan, pada), usulan.versi_baris
        aksi = usulan.langkah_kini.aksi
        if aksi == katalog.REKAM:
            isi = self.jawaban(usulan, pada) | jawab
            alur.rekam(usulan, isi, oleh=oleh, versi=versi, file=self.file_rekam(usulan, isi))
        elif aksi == katalog.TETAPKAN:
            alur.tetapkan(usulan, oleh=oleh, versi=versi)
            if self.cetak:
                percetakan.kirim(usulan.pk, usulan.naskah.order_by("-naskah_id").first().naskah_id)
        elif aksi == katalog.TANDA_TANGAN:
            alur.sahkan(usulan, oleh=oleh, versi=versi, file=self.sk(usulan))
        else:
            periksa = {h["kode"]: "Sudah dilihat pada arsip asli." for h in usulan.hasil_syarat}
            alur.setujui(usulan, oleh=oleh, versi=versi, periksa=periksa)
        return segar(usulan)

    def akhiri(self, usulan, akhir, pengusul, pada):
        """The last act of a play, if it has one."""
        percetakan.tunggu(usulan.pk)
        versi = usulan.versi_baris
        if akhir == "kembalikan":
            alur.kembalikan(usulan, oleh=self.pemegang(usulan, pada), versi=versi, alasan=self.kalimat["kembalikan"])
        elif akhir == "tolak":
            alur.tolak(
                usulan, oleh=self.pemegang(usulan, pada), versi=versi, pasal=self.kalimat["pasal"],
                alasan=self.kalimat["tolak"],
            )  # fmt: skip
        elif akhir == "batalkan":
            alur.batalkan(usulan, oleh=self.pelaku(pengusul, pada), versi=versi, alasan=self.kalimat["batalkan"])
        elif akhir == "bts":
            self.satu_langkah(usulan, pada, hasil=akhir, catatan="Ijazah belum sesuai data SIASN.")
        elif akhir == "tms":
            surat = f"Surat Kepala Kantor Regional II BKN Nomor TMS-3524{usulan.pk:05d}"
            self.satu_langkah(usulan, pada, hasil=akhir, catatan="Masa kerja belum cukup menurut data SIASN.",
                              dasar_tolak=surat)  # fmt: skip
        return segar(usulan)

    def pengusul_untuk(self, pegawai):
        """The operator of his OPD, else a staf BKD of the owning subbidang."""
        if "operator_opd" not in self.layanan.pengusul:
            return self.pengusul[None]
        return self.pengusul.get(pegawai.kini.opd_id) or self.pengusul[None]

    def lengkapi(self, usulan, pengusul):
        """Uploads what the layanan asks for and the dosir does not have."""
        konteks = susun_konteks(self.layanan, usulan.pegawai_id, usulan.isian, self.hari_ini)
        ada = set(usulan.berkas.filter(diganti_pada__isnull=True).values_list("kode", flat=True))
        for dokumen in dokumen_berlaku(self.layanan, konteks):
            if dokumen.wajib and dokumen.kode not in ada:
                usulan = segar(usulan)
                file = self.lembar(dokumen, usulan)
                berkas.pasang(
                    usulan, dokumen.kode, file, versi=usulan.versi_baris,
                    oleh=self.pelaku(pengusul, usulan.dibuat_pada + dt.timedelta(minutes=20)),
                )  # fmt: skip

    def lembar(self, dokumen, usulan):
        """The scan of one document of the person."""
        return pindaian(dokumen.nama, usulan.pegawai.kini.nama_lengkap, usulan.pegawai.nip)

    def jawaban(self, usulan, pada):
        """Answers of an outside party: BKN's technical approval, or the decree made elsewhere."""
        tanggal = timezone.localdate(pada).isoformat()
        tewas = usulan.isian.get("tanggal_tewas") or tanggal  # buried the day he died
        nomor = f"{usulan.pk:05d}"
        return {
            "nomor_pertek": f"PT-3524{nomor}", "tanggal_pertek": tanggal, "hasil": "ms", "catatan": "",
            "nomor_sk": f"823.4/{nomor}/204.3/{pada.year}", "tanggal_sk": tanggal, "pejabat": "Gubernur Jawa Timur",
            "huruf": "a", "nomor_sementara": f"823/{nomor}/{pada.year}", "pejabat_sementara": "Bupati Lamongan",
            "tanggal_sementara": tewas, "tanggal_makam": tewas,
        }  # fmt: skip

    def file_rekam(self, usulan, isi):
        """The scan of the decree made elsewhere, or of BKN's answer; a list of what is missing comes without one."""
        nama = usulan.pegawai.kini.nama_lengkap
        if self.layanan.langkah(usulan.langkah_kini.kode).naskah is not None:
            return pindaian("Keputusan Gubernur Jawa Timur", nama, tanda_tangan="a.n. Gubernur")
        if isi["hasil"] == "bts":
            return None
        nomor = isi.get("dasar_tolak") or isi["nomor_pertek"]
        return pindaian("Pertimbangan teknis BKN", nomor, nama, tanda_tangan="Kepala Kantor Regional II")

    def sk(self, usulan):
        """The scan of the signed naskah."""
        n = usulan.naskah.order_by("-naskah_id").first().naskah
        return pindaian(
            n.perihal, n.nomor, usulan.pegawai.kini.nama_lengkap, tanda_tangan=n.penandatangan or n.penetap
        )


def bersama(semua):
    """Plays many generators of moments at once, always the earliest next; [what each returned], in their order.

    All that they sent to the printer is printed when it returns.
    """
    semua, hasil, antre = list(semua), {}, []

    def lanjut(i):
        try:
            heapq.heappush(antre, (next(semua[i]), i))
        except StopIteration as akhir:
            hasil[i] = akhir.value

    for i in range(len(semua)):
        lanjut(i)
    while antre:
        lanjut(heapq.heappop(antre)[1])
    percetakan.tunggu()
    return [hasil[i] for i in range(len(semua))]


def _panjang(langkah, sampai):
    return langkah.index(sampai) + 1 if sampai in langkah else (len(langkah) if sampai == "selesai" else 1)


def segar(usulan):
    """The usulan as it stands now."""
    return Usulan.objects.select_related("langkah_kini__jabatan", "pegawai__kini__opd").get(pk=usulan.pk)


def _operator():
    """{opd id: account of its operator}, and under None a staf of the Subbidang Kepangkatan."""
    hasil = {}
    for akun in Pengguna.objects.filter(penugasan__peran="operator_opd").prefetch_related("penugasan"):
        for tugas in akun.penugasan.all():
            hasil[tugas.unit_id] = akun
    staf = ProfilKini.objects.filter(unit__kode="SUB12", aktif=True).exclude(jenis_jabatan="struktural")
    hasil[None] = Pengguna.objects.filter(pegawai__in=staf.values("pegawai_id")).order_by("pk").first()
    return hasil


POTONGAN = 40  # candidates whose profiles are read at once, at most


def layak(layanan, calon, tanggal, banyak, isian=None):
    """Yields at most ``banyak`` pegawai of ``calon`` (ProfilKini queryset), the first whom the law lets through today."""
    ids = list(calon.values_list("pk", flat=True))
    semua = (
        konteks.profil.pegawai_id
        for potongan in _potong(ids, banyak)
        for konteks in _konteks(layanan, potongan, tanggal, isian or {})
        if _lulus(layanan, konteks)
    )
    for pk in itertools.islice(semua, banyak):
        yield Pegawai.objects.select_related("kini__opd").get(pk=pk)


def _potong(ids, banyak):
    """``ids`` in pieces that begin with as many as are wanted and double: the first candidate is often the one."""
    awal, ukuran = 0, min(banyak + 1, POTONGAN)
    while awal < len(ids):
        yield ids[awal : awal + ukuran]
        awal, ukuran = awal + ukuran, min(ukuran * 2, POTONGAN)


def _konteks(layanan, ids, tanggal, isian):
    """Yields the Konteks of each of ``ids``, in their order; one query of profiles for each date asked for."""
    kini = {p.pegawai_id: p for p in profil(per=tanggal, ids=ids)}
    jawab = {pk: _mentah(layanan, kini[pk], tanggal) | isian for pk in ids}
    per = {pk: tanggal_profil(jawab[pk], tanggal) for pk in ids}
    kelak = {tanggal: kini}
    for hari in set(per.values()) - {tanggal}:
        kelak[hari] = {p.pegawai_id: p for p in profil(per=hari, ids=[pk for pk in ids if per[pk] == hari])}
    for pk in ids:
        yield susun_konteks(layanan, pk, jawab[pk], tanggal, profil=kelak[per[pk]][pk])


def _lulus(layanan, konteks):
    bertmt = konteks.isian.get("tmt") or "tmt" not in layanan.form.base_fields
    if not (bertmt and konteks.profil.tmt_mkg_nol):
        return False
    return all(h.jawaban != katalog.TIDAK for _, h in layanan.periksa(konteks))


def isian_awal(layanan, pegawai_id, tanggal):
    """The form of a layanan as it is prefilled on a date, as JSON."""
    return _mentah(layanan, profil_satu(pegawai_id, per=tanggal), tanggal)


def _mentah(layanan, satu, tanggal):
    awal = layanan.isian_awal(satu, tanggal, acuan_kini())
    return {k: v.isoformat() if hasattr(v, "isoformat") else v or "" for k, v in awal.items()}


DOSIR = (
    ("pangkat", "sk_pangkat", "SK pangkat"),
    ("status", "sk_pns", "SK PNS"),
    ("kinerja", "kinerja_1", "Hasil evaluasi kinerja"),
    ("pendidikan", "ijazah", "Ijazah dan transkrip"),
    ("gaji", "kgb_terakhir", "Surat KGB terakhir"),
)


def isi_dosir(pegawai):
    """Scans of the newest row of some kinds, as an office that has digitised its dosir would have."""
    for jenis, kode, nama in DOSIR:
        baris = (
            JENIS_RIWAYAT[jenis].objects.filter(pegawai=pegawai, dibatalkan_pada__isnull=True).order_by("-tmt").first()
        )
        if baris:
            isi = dosir.terima(pindaian(nama, pegawai.kini.nama_lengkap, pegawai.nip, f"TMT {baris.tmt:%d-%m-%Y}"))
            dosir.simpan(pegawai.pk, kode, isi, riwayat_jenis=jenis, riwayat_id=baris.pk)
