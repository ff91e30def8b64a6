"""Calon peserta: siapa menurut pangkat atau ijazahnya dapat mengikuti sebuah ujian, dan apa yang masih kurang.

The rows come from one set-based query; the law (the same conditions as the registration) is asked only for those shown.
"""

from django.db.models import Q

from kepangkatan.aturan.ujian import PUNCAK
from kepangkatan.ujian.perbuatan import layanan, pendaftar
from kepegawaian.models import ProfilKini, RiwayatUjian, TingkatPendidikan
from kepegawaian.profil import profil
from layanan.katalog import PERIKSA, TIDAK, Konteks

KOLOM = ("NIP", "NAMA", "GOLONGAN", "OPD", "HASIL", "YANG KURANG")
TUTUP = "Syarat lain belum terpenuhi."
SEBUT = {"ya": "memenuhi", PERIKSA: "perlu diperiksa", TIDAK: "belum memenuhi"}
POTONGAN = 500


def daftar(satu, acuan):
    """ProfilKini of active PNS at the rank before the crossing (or with a higher diploma) who neither registered nor passed."""
    orang = ProfilKini.objects.filter(_pintu(satu, acuan), aktif=True, status="PNS")
    lulus = RiwayatUjian.objects.filter(jenis=satu.jenis, dibatalkan_pada__isnull=True)
    return (
        orang.exclude(pegawai__in=pendaftar(satu).order_by().values("pegawai_id"))
        .exclude(pegawai__in=lulus.values("pegawai_id")).select_related("golongan", "opd").order_by("nama", "nip")
    )  # fmt: skip


def _pintu(satu, acuan):
    if satu.jenis in PUNCAK:
        return Q(golongan_urutan=PUNCAK[satu.jenis][1])
    pintu = Q(pk__in=[])
    for tingkat in TingkatPendidikan.objects.all():
        ijazah = acuan.pendidikan_golongan(tingkat.setara, satu.tanggal)
        if ijazah is not None and ijazah.penyesuaian_ke:
            maks = acuan.golongan(ijazah.penyesuaian_dari_maks).urutan
            pintu |= Q(pendidikan_id=tingkat.pk, golongan_urutan__lte=maks)
    return pintu


def nilai(satu, orang, acuan, buka):
    """[(ProfilKini, hasil, [sentence of what is missing])] on the day of the exam; ``buka``: may read of discipline."""
    jalur = layanan(satu)
    semua = {p.pegawai_id: p for p in profil(per=satu.tanggal, ids=[o.pk for o in orang], bagian=jalur.bagian)}
    hasil = []
    for satu_orang in orang:
        isian = {"ujian": satu.pk, "tmt": satu.tanggal}
        konteks = Konteks(semua[satu_orang.pk], isian, satu.tanggal, acuan)
        jawab = [(s, h) for s, h in jalur.periksa(konteks) if h.jawaban in (TIDAK, PERIKSA)]
        tingkat = {h.jawaban for _, h in jawab}
        putusan = TIDAK if TIDAK in tingkat else PERIKSA if tingkat else "ya"
        kurang = [TUTUP if s.rahasia and not buka else f"{s.kode}: {h.kalimat}" for s, h in jawab]
        hasil.append((satu_orang, putusan, kurang))
    return hasil


def baris(satu, acuan, buka):
    """Rows of the Excel file, in pieces so that memory stays flat."""
    semua = daftar(satu, acuan)
    for awal in range(0, semua.count(), POTONGAN):
        for o, putusan, kurang in nilai(satu, list(semua[awal : awal + POTONGAN]), acuan, buka):
            yield (o.nip, o.nama_lengkap, o.golongan_id, o.opd.nama if o.opd else "", SEBUT[putusan], " ".join(kurang))
