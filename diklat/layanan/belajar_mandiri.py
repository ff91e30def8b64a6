"""Laporan belajar mandiri. Dasar: PerLAN 10/2018; PP 11/2017 Pasal 203.

A course, seminar, coaching or e-learning one has finished, with its certificate. The operator looks, staf of the Bidang
Diklat verify; the certificate becomes a naskah (``layanan.bukti``) and one RiwayatDiklat, from which JP, IP ASN and the needs
are counted. Duplicates (DIK-04) are refused before submission and again at the verification.
"""

from datetime import date, timedelta

from django.db.models import Q

from diklat.models import BiayaDiklat
from diklat.pengembangan import aturan
from diklat.pengembangan.forms import FUNGSIONAL, BelajarForm
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import RiwayatDiklat
from layanan import akibat, bukti, katalog
from layanan.galat import DitolakAlur, SyaratBelumTerpenuhi
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, Syarat, daftarkan
from layanan.konteks import konteks_usulan
from layanan.models import Usulan
from layanan.sensus import Skenario

SLUG = "belajar-mandiri"
PERLAN, PS203, PS40 = Dasar("PerLAN 10/2018"), Dasar("PP 11/2017", "Pasal 203"), Dasar("PP 49/2018", "Pasal 40")


def jp_isian(isi, acuan, tanggal):
    """JP of a report: those of the certificate, else converted; None when neither."""
    return isi.get("jp") or aturan.konversi(acuan, isi.get("jenis"), isi.get("banyak"), tanggal)[0]


def tercatat(pegawai_id, isian):
    """Rows ``aturan.dik04_ganda`` compares with: his trainings, his running reports, and the same number of others."""
    nomor = isian.get("nomor_sertifikat") or ""
    riwayat = RiwayatDiklat.objects.filter(
        Q(pegawai_id=pegawai_id) | Q(nomor_sertifikat=nomor) & ~Q(nomor_sertifikat=""), dibatalkan_pada=None
    )
    hasil = [
        {
            "nomor": no,
            "nama": nama,
            "selesai": tmt,
            "jp": jp,
            "milik": pid == pegawai_id,
            "apa": f"{nama}, {tulis_tanggal(tmt)}",
        }
        for pid, no, nama, tmt, jp in riwayat.values_list("pegawai_id", "nomor_sertifikat", "nama", "tmt", "jp")
    ]
    jalan = Usulan.objects.filter(pegawai_id=pegawai_id, layanan=SLUG, status__in=Usulan.BERJALAN)
    kembar = []
    for nomor_usulan, status, isi in jalan.order_by("pk").values_list("nomor", "status", "isian"):
        baris = _usulan(nomor_usulan, isi)
        if _sama(isi, isian):
            kembar.append(baris)
        elif baris and status == "diproses":
            hasil.append(baris)
    # One of those that read the same is the report itself: a rule knows no usulan.
    return hasil + [b for b in kembar[1:] if b]


def _usulan(nomor, isi):
    """A running report as a row to compare with, None while its day is not known."""
    if not isi.get("tanggal_selesai"):
        return None
    return {"nomor": isi.get("nomor_sertifikat"), "nama": isi.get("nama"), "jp": isi.get("jp"), "milik": True,
            "selesai": date.fromisoformat(isi["tanggal_selesai"]), "apa": f"usulan {nomor}"}  # fmt: skip


def _sama(isi, isian):
    """Do the answers read the same?"""
    kunci = ("nama", "nomor_sertifikat", "penyelenggara", "tanggal_selesai", "tanggal_mulai", "jenis")
    return all(str(isi.get(k) or "") == str(isian.get(k) or "") for k in kunci)


@daftarkan
class BelajarMandiri(Layanan):
    """One training that was finished."""

    slug = SLUG
    nama = "Laporan Belajar Mandiri"
    aspek = "d"
    uraian = (
        "Melaporkan pelatihan, kursus, seminar, atau coaching yang sudah diikuti, dengan foto atau PDF sertifikatnya."
    )
    dampak = "Riwayat diklat dan JP tahun itu bertambah; IP ASN mengikutinya."
    pemilik = "SUB31"
    pengusul = ("asn", "operator_opd", "staf_bkd")
    tanya_diri = False
    serentak = 20
    menggoyahkan = False
    dasar = (PERLAN, PS203)
    bagian = ("unit", "diklat", "kontrak")
    form = BelajarForm
    syarat = (
        Syarat("DIK-02", "PPPK: paling banyak 24 JP dalam satu tahun perjanjian kerja", PS40, aturan.dik02_jp_pppk, keyakinan="sebagian"),
        Syarat("DIK-03", "Jumlah JP tercantum pada sertifikat", PERLAN, aturan.dik03_jp, keyakinan="sebagian"),
        Syarat("DIK-04", "Sertifikat belum tercatat", PERLAN, aturan.dik04_ganda, keyakinan="asumsi"),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat(
            "sertifikat", "Sertifikat atau surat keterangan", keterangan="Foto yang jelas cukup: PDF, JPG, atau PNG."
        ),
    )
    alur = (
        Langkah("verifikasi_opd", "Pemeriksaan operator perangkat daerah", katalog.operator_opd, sla_hari_kerja=3),
        Langkah("verifikasi_bkd", "Verifikasi sertifikat dan pencatatan", katalog.staf("SUB31"), sla_hari_kerja=3,
                tombol="Verifikasi dan catat"),
    )  # fmt: skip

    def siapkan(self, profil, isian):
        """What is recorded already."""
        return {"tercatat": tercatat(profil.pegawai_id, isian)}

    def tmt(self, isian, tanggal):
        """The day it was finished: the year it counts in."""
        return isian.get("tanggal_selesai") or tanggal

    def isian_awal(self, profil, tanggal, acuan):
        """A technical training."""
        return {"jenis": "3"}

    def ringkas(self, profil, isian):
        """``Excel untuk analisis data, 16 JP``."""
        if not isian.get("nama"):
            return self.nama
        return isian["nama"] + (f", {isian['jp']} JP" if isian.get("jp") else "")

    def akibat(self, konteks):
        """JP of the year before and after."""
        isi, p = konteks.isian, konteks.profil
        jp = jp_isian(isi, konteks.acuan, konteks.tanggal)
        masa = aturan.masa_jp(p, konteks.acuan, konteks.tanggal)
        if not jp or masa is None:
            return []
        ada, _ = aturan.jumlah_jp(p.diklat, masa.dari, masa.sampai)
        kata = "paling sedikit" if masa.minimal else "paling banyak"
        tahun = masa.dari.year if masa.minimal else f"kontrak {tulis_tanggal(masa.dari)}"
        return [(f"JP tahun {tahun}, {kata} {masa.batas}", f"{ada} JP", f"{ada + jp} JP")]

    def setelah_langkah(self, usulan, kode, jawaban, oleh):
        """The conditions are asked once more; the verified certificate stands as a naskah and writes its row."""
        if kode == "verifikasi_bkd":
            isi, konteks = usulan.isian, konteks_usulan(usulan)
            if gagal := [(s, h) for s, h in self.periksa(konteks) if h.jawaban == katalog.TIDAK]:
                raise SyaratBelumTerpenuhi(gagal)
            bukti.rekam(
                usulan, "sertifikat", langkah=kode, jenis="sertifikat", perihal=f"Sertifikat {isi['nama']}"[:200],
                nomor=isi.get("nomor_sertifikat") or "tanpa nomor", tanggal=date.fromisoformat(isi["tanggal_sertifikat"]),
                penetap=isi["penyelenggara"][:160], tmt=date.fromisoformat(isi["tanggal_selesai"]), oleh=oleh,
            )  # fmt: skip

    def terapkan(self, naskah_pegawai):
        """One RiwayatDiklat dated its last day, and its cost where it is known."""
        np, isi = naskah_pegawai, naskah_pegawai.data["isian"]
        if akibat.sudah_diterapkan(np, RiwayatDiklat):
            return
        jp = jp_isian(isi, acuan_kini(), np.tmt)
        ganda = RiwayatDiklat.objects.filter(
            pegawai_id=np.pegawai_id, tmt=np.tmt, jenis_id=isi["jenis"], nama=isi["nama"], dibatalkan_pada=None,
            nomor_sertifikat=isi.get("nomor_sertifikat") or "",
        )  # fmt: skip
        if ganda.exists():
            raise DitolakAlur(f"Sertifikat {isi.get('nomor_sertifikat') or isi['nama']} sudah tercatat.")
        RiwayatDiklat.objects.create(
            pegawai_id=np.pegawai_id, tmt=np.tmt, naskah_pegawai=np, jenis_id=isi["jenis"], nama=isi["nama"],
            penyelenggara=isi["penyelenggara"], nomor_sertifikat=isi.get("nomor_sertifikat") or "",
            tanggal_mulai=date.fromisoformat(isi["tanggal_mulai"]), jp=jp,
            sesuai_jabatan=bool(isi.get("sesuai_jabatan")) if isi["jenis"] == FUNGSIONAL else None,
        )  # fmt: skip
        if isi.get("biaya") not in (None, "") and isi.get("sumber") and jp:
            BiayaDiklat.objects.create(
                naskah_pegawai=np,
                pegawai_id=np.pegawai_id,
                tanggal=np.tmt,
                jp=jp,
                sumber=isi["sumber"],
                jumlah=isi["biaya"],
            )

    def batalkan_akibat(self, naskah_pegawai, naskah_baru, *, cara, tmt):
        """The row falls, its cost with it."""
        Layanan.batalkan_akibat(self, naskah_pegawai, naskah_baru, cara=cara, tmt=tmt)
        BiayaDiklat.objects.filter(naskah_pegawai=naskah_pegawai).delete()

    def skenario_sensus(self, tanggal):
        """A certificate with JP; the same once more, without JP; of another person; nothing filled in."""
        kini = tanggal - timedelta(days=3)
        isi = {
            "jenis": "3",
            "nama": "Kursus data",
            "nomor_sertifikat": "1/2026",
            "tanggal_selesai": kini,
            "jp": 30,
            "sumber": "dinas",
        }
        satu = {
            "nomor": "1/2026",
            "nama": "Kursus data",
            "selesai": kini,
            "jp": 30,
            "milik": True,
            "apa": "Kursus data",
        }
        return [
            Skenario("baru", kini, isian=lambda p, a: isi, lain=lambda p, a: {"tercatat": []}),
            Skenario("sudah tercatat", kini, isian=lambda p, a: isi | {"jp": None, "sumber": "sendiri"},
                     lain=lambda p, a: {"tercatat": [satu]}, maks=400),
            Skenario("tercatat pada orang lain", kini, isian=lambda p, a: isi | {"jp": None, "banyak": 2, "jenis": "9"},
                     lain=lambda p, a: {"tercatat": [satu | {"milik": False}]}, maks=60),
        ]  # fmt: skip
