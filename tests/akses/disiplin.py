"""Kasus disiplin dunia akses: seorang rekan ani diperiksa kepala sekolahnya; satu laporan yang baru masuk."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from disiplin import kasus as perkara
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from layanan import alur
from layanan.models import Usulan
from tests.pabrik import buat_pegawai

URAIAN = "URAIAN KASUS YANG RAHASIA"
LAPORAN = "LAPORAN YANG RAHASIA"


def isi_disiplin(d, sekolah, hari_ini):
    """A case that waits for the examination by the kepsek, with an open BAP, and a report without a name."""
    acuan, rekan = acuan_kini(), buat_pegawai(nama="REKAN DIPERIKSA", unit=sekolah, batch=d.batch)
    hari = acuan.tambah_hari_kerja(hari_ini - timedelta(days=20), 1)

    def oleh(hari):
        akun = d.akun["kepsek"]
        hak = hitung_hak(akun, per=hari, acuan=acuan)
        return alur.Pelaku(akun, hak, "127.0.0.1", timezone.make_aware(datetime.combine(hari, time(9))))

    def maju(usulan, hari, **isi):
        alur.setujui(usulan, oleh=oleh(hari), versi=usulan.versi_baris, data=isi)
        return Usulan.objects.select_related("langkah_kini__jabatan", "pegawai__kini").get(pk=usulan.pk)

    isian = {
        "sumber": "atasan",
        "kejadian": hari.isoformat(),
        "dugaan": ["3d"],
        "perkiraan": "ringan",
        "uraian": URAIAN,
    }
    satu = perkara.buka(rekan, oleh=oleh(hari), isian=isian)
    u = Usulan.objects.select_related("langkah_kini__jabatan", "pegawai__kini").get(pk=satu.usulan_id)
    u = maju(u, hari, hasil="atasan", pertimbangan="Ada bukti.")
    periksa = acuan.tambah_hari_kerja(hari, 3)
    u = maju(u, hari, tanggal_periksa=periksa.isoformat(), jam="09:00", tempat="Kantor", kepada="Kepala sekolah")
    d.kasus = maju(u, periksa, hasil="hadir")
    data = {"tentang": "terperiksa", "nama": "Rekan", "tanggal": periksa, "tempat": "Kantor", "cara": "tatap_muka"}
    d.bap = perkara.buat_bap(satu, data, oleh=oleh(periksa))
    perkara.isi_bap(d.bap, [("Sehat?", "Sehat.")], oleh=oleh(periksa))
    d.laporan = perkara.laporkan({"terlapor": "Seseorang", "uraian": LAPORAN}, pada=timezone.now())
