"""Ketidakhadiran pejabat: siapa boleh mencatat, dan perbuatannya. Effects on routes: ``pengalihan`` and ``alih``."""

from django.db.models import Q

from kepegawaian import jejak
from kepegawaian.antrean import antrekan
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import Halangan, ProfilKini
from layanan.galat import BukanWewenang, DitolakAlur


def pejabat_terlihat(hak):
    """ProfilKini of the officials whose absence ``hak`` may record: himself, those of his OPD, for the BKD all."""
    pejabat = ProfilKini.objects.filter(aktif=True).filter(
        Q(jabatan__kepala_unit=True) | Q(jenis_jabatan="struktural")
        | Q(pegawai__riwayatjabatan__penugasan__in=("PLT", "PLH"))
    )  # fmt: skip
    if hak.punya("staf_bkd", "pejabat_bkd"):
        return pejabat.distinct()
    boleh = Q(pegawai_id=hak.pegawai_id or 0) if hak.kantor else Q(pk__in=())
    if hak.unit_operator:
        boleh |= Q(unit_id__salah_satu=hak.unit_operator)
    return pejabat.filter(boleh).distinct()


def terlihat(hak):
    """Halangan of the officials ``hak`` may record for, and his own; for readers of all and for pimpinan, to whom steps go up, all."""
    if hak.lihat_semua or hak.punya("pimpinan"):
        return Halangan.objects.all()
    return Halangan.objects.filter(
        Q(pegawai_id=hak.pegawai_id or 0) | Q(pegawai_id__in=pejabat_terlihat(hak).values("pegawai_id"))
    )


def catat(pegawai_id, *, sejak, sampai, sebab, keterangan, oleh):
    """Records an absence; raises DitolakAlur when one already covers these days. Waiting steps are looked at at once."""
    if oleh.hak.hanya_baca or not pejabat_terlihat(oleh.hak).filter(pegawai_id=pegawai_id).exists():
        raise BukanWewenang("Anda tidak dapat mencatat ketidakhadiran pejabat ini.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        ProfilKini.objects.select_for_update().get(pegawai_id=pegawai_id)
        tumpang = Halangan.objects.filter(
            pegawai_id=pegawai_id, dibatalkan_pada__isnull=True, sejak__lte=sampai, sampai__gte=sejak
        ).first()
        if tumpang:
            raise DitolakAlur(
                f"Sudah tercatat berhalangan {tulis_tanggal(tumpang.sejak)} sampai {tulis_tanggal(tumpang.sampai)}."
            )
        halangan = Halangan.objects.create(
            pegawai_id=pegawai_id, sejak=sejak, sampai=sampai, sebab=sebab, keterangan=keterangan,
            dicatat_oleh=oleh.pengguna, dicatat_pada=oleh.kini,
        )  # fmt: skip
        jejak.catat("halangan_catat", halangan, pegawai=pegawai_id, pada=oleh.kini, sejak=sejak.isoformat(),
                    sampai=sampai.isoformat())  # fmt: skip
        from layanan.tasks import alihkan_langkah  # noqa: PLC0415 - the task module imports the acts

        antrekan(alihkan_langkah)
    return halangan


def batalkan(pk, *, oleh):
    """Withdraws an absence that has not ended; steps that went up meanwhile stay where they are."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        halangan = terlihat(oleh.hak).select_for_update(of=("self",)).filter(pk=pk).first()
        if halangan is None or not pejabat_terlihat(oleh.hak).filter(pegawai_id=halangan.pegawai_id).exists():
            raise BukanWewenang("Anda tidak dapat membatalkan catatan ini.")
        if halangan.dibatalkan_pada or halangan.sampai < oleh.hari_ini:
            raise DitolakAlur("Catatan ini sudah berakhir.")
        halangan.dibatalkan_pada = oleh.kini
        halangan.save(update_fields=["dibatalkan_pada"])
        jejak.catat("halangan_batal", halangan, pegawai=halangan.pegawai_id, pada=oleh.kini,
                    sejak=halangan.sejak.isoformat())  # fmt: skip
    return halangan
