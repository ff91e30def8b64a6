"""DRH cetakan portal sebagai berkas draf usulan Satyalancana; asked for by a task, so that no page waits for the print."""

import logging

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from kepegawaian import drh
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Pegawai, Pengguna
from kepegawaian.profil import profil_satu
from kepegawaian.ringkasan import pangkat
from layanan import berkas
from layanan.alur import Pelaku
from layanan.galat import DitolakAlur
from layanan.models import Usulan

log = logging.getLogger(__name__)


def lampirkan(usulan_id, pengguna_id):
    """Attaches the DRH as of today to a draft that has none, by the rights of its maker; True when it did."""
    usulan = Usulan.objects.filter(pk=usulan_id, status="draf").first()
    if usulan is None or usulan.berkas.filter(kode="drh", diganti_pada__isnull=True).exists():
        return False
    hari_ini, acuan = timezone.localdate(), acuan_kini()
    hak = hitung_hak(Pengguna.objects.get(pk=pengguna_id), per=hari_ini, acuan=acuan)
    try:
        isi = drh.cetak_pdf(susun_isi(usulan.pegawai_id, hari_ini, acuan))
        oleh = Pelaku(Pengguna.objects.get(pk=pengguna_id), hak)
        berkas.pasang(usulan, "drh", SimpleUploadedFile("drh.pdf", isi), oleh=oleh, versi=usulan.versi_baris)
    except (drh.PdfTidakAda, DitolakAlur) as galat:  # somebody changes it, or no Pango here: it stays to be uploaded
        log.warning("DRH usulan %s tidak dilampirkan: %s", usulan_id, galat)
        return False
    return True


def susun_isi(pegawai_id, per, acuan):
    """Context of the print as of ``per``: work data only, since a usulan is read by more people than the family data."""
    pegawai = Pegawai.objects.select_related("kini").get(pk=pegawai_id)
    profil = profil_satu(pegawai_id, per=per, bagian=("pangkat", "unit", "jabatan"))
    return drh.susun_drh(pegawai, per, keluarga=None) | {
        "pegawai": pegawai, "kini": pegawai.kini, "profil": profil, "pangkat_kini": pangkat(profil), "per": per,
        "boleh_kontak": False, "tempat": acuan.setelan("kop_tempat", per), "dicetak": timezone.now(),
    }  # fmt: skip
