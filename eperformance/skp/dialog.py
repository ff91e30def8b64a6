"""Dialog kinerja: what pegawai and penilai say to each other on an SKP, one hasil kerja, or one perilaku. Append-only.

What is unread is told by the notices: each remark rings the other side once, and opening the dialogue reads them.
"""

from django.urls import reverse

from eperformance import siklus
from eperformance.aturan import BERAKHLAK
from eperformance.galat import DitolakKinerja
from eperformance.models import CatatanSkp
from eperformance.penilai import menilai
from kepegawaian import akses, jejak
from kepegawaian.models import Pemberitahuan, Pengguna

PANJANG = 1000


def boleh_bicara(hak, skp):
    """The pegawai and his penilai, as long as the SKP lives."""
    return not hak.hanya_baca and skp.status not in ("final", "batal") and (
        skp.pegawai_id == hak.pegawai_id or menilai(hak, skp)
    )  # fmt: skip


def ucapkan(skp_id, isi, *, oleh, hasil_id=None, perilaku=""):
    """One remark, and a notice to the other side."""
    isi = (isi or "").strip()
    if not isi:
        raise DitolakKinerja("Tulis catatannya lebih dahulu.")
    if len(isi) > PANJANG:
        raise DitolakKinerja(f"Catatan paling panjang {PANJANG} huruf; milik Anda {len(isi)}.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = siklus.kunci(skp_id)
        if not boleh_bicara(oleh.hak, skp):
            raise DitolakKinerja("Dialog diisi pemilik SKP dan pejabat penilainya, selama SKP-nya belum selesai.")
        if (hasil_id is not None and not skp.hasil.filter(pk=hasil_id).exists()) or (
            perilaku and perilaku not in BERAKHLAK
        ):
            raise DitolakKinerja("Hasil kerja atau perilaku itu tidak ada pada SKP ini.")
        catatan = CatatanSkp.objects.create(
            skp=skp, hasil_id=hasil_id, perilaku=perilaku, oleh=oleh.pengguna, sebagai=oleh.hak.sebutan[:200], isi=isi,
            pada=oleh.kini,
        )  # fmt: skip
        jejak.beri_tahu(
            _lawan(skp, oleh), kunci=f"{_awalan(skp)}{catatan.pk}", judul=f"Catatan pada SKP {skp.periode.tahun}",
            isi=f"{oleh.hak.nama}: {isi}", url=reverse("eperformance:skp_dialog", args=[skp.pk]), pada=oleh.kini,
            peristiwa=siklus.PERISTIWA,
        )  # fmt: skip
    return catatan


def _awalan(skp):
    return f"skp-dialog:{skp.pk}:"


def _lawan(skp, oleh):
    """Accounts of the other side."""
    if oleh.hak.pegawai_id != skp.pegawai_id:
        orang = [skp.pegawai_id]
    elif skp.penilai_id is None:
        return []
    else:
        orang = [p.pegawai_id for p in akses.pemangku(oleh.hari_ini, [skp.penilai_id]).get(skp.penilai_id, ())]
    return list(Pengguna.objects.filter(pegawai_id__in=orang, is_active=True).values_list("pk", flat=True))


def belum_dibaca(pengguna, skp):
    """Remarks of the other side he has not read: queryset of Pemberitahuan."""
    return Pemberitahuan.objects.filter(pengguna=pengguna, kunci__startswith=_awalan(skp), dibaca_pada__isnull=True)


def tandai_dibaca(pengguna, skp, pada):
    """He has opened the dialogue."""
    belum_dibaca(pengguna, skp).update(dibaca_pada=pada)
