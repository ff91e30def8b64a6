"""Templat demo: KP reguler has a wording of the office in force and the konsep of the next; KGB keeps the default."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Pengguna
from layanan import alur, katalog, templat, templat_kantor

MENIMBANG = (
    "bahwa {{ d.pegawai.nama }}, {{ d.pegawai.jabatan }} pada {{ d.pegawai.opd }}, memenuhi syarat dan dipandang cakap "
    "untuk dinaikkan pangkatnya setingkat lebih tinggi;"
)
DIKTUM = "\nKeputusan ini mulai berlaku pada tanggal ditetapkan."


def isi_templat(akun, hari_ini):
    """Plays it through the acts: the staff writes, the kabid puts into force, the kasubbid writes the next konsep."""
    nip = {a.peran: a.nama_pengguna for a in akun}
    orang = [nip.get(p) for p in ("Staf Subbidang Kepangkatan", "Kabid Mutasi", "Kasubbid Kepangkatan")]
    if None in orang:
        return
    mulai = hari_ini - timedelta(days=45)
    staf, kabid, kasubbid = (_pelaku(n, pada) for n, pada in zip(orang, (mulai, mulai, hari_ini), strict=True))
    la = katalog.ambil("kp-reguler")
    teks = templat.bawaan(la.naskah, acuan_kini(), hari_ini) | {"menimbang": MENIMBANG}
    versi = templat_kantor.simpan(
        la, teks, alasan="Menimbang menyebut nama dan jabatan; nota dinas 800/31/413.204/2026", semula="", oleh=staf
    )
    templat_kantor.berlakukan(la, versi.versi, sejak=mulai, dilihat=templat_kantor.sidik(teks), oleh=kabid)
    teks |= {"diktum": teks["diktum"] + DIKTUM}
    templat_kantor.simpan(
        la, teks, alasan="Diktum ketiga tentang mulai berlaku; masukan Bagian Hukum", semula="", oleh=kasubbid
    )


def _pelaku(nama_pengguna, tanggal):
    """The account at ten in the morning of a day, with its rights of today."""
    pengguna = Pengguna.objects.get(nama_pengguna=nama_pengguna)
    hak = hitung_hak(pengguna, per=timezone.localdate(), acuan=acuan_kini())
    return alur.Pelaku(pengguna, hak, "127.0.0.1", timezone.make_aware(datetime.combine(tanggal, time(10))))
