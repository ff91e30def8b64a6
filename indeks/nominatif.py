"""Sumber nominatif bagi mesin layanan: who is due for a layanan in a month, from the last night.

Registered at start (``apps.py``); ``layanan`` knows no index and only asks whoever registered.
"""

from indeks.models import JatuhTempo, PutaranIndeks
from indeks.tempo import jenis_layanan
from kepegawaian.aturan import tambah_bulan
from layanan.nominatif import Calon, daftarkan_sumber


@daftarkan_sumber
def calon(slug, bulan, hak, akhir=None):
    """(rows due in the month starting on ``bulan``, in scope, by name; maker of a Calon); None before the first night.

    ``akhir``: first day after a longer stretch than the month.
    """
    putaran = PutaranIndeks.objects.tempo_kini()
    if putaran is None:
        return None
    daftar = JatuhTempo.objects.filter(
        hak.lingkup("pegawai__kini__"), putaran=putaran, layanan=slug, tanggal__gte=bulan,
        tanggal__lt=akhir or tambah_bulan(bulan, 1),
    )  # fmt: skip
    if jenis := jenis_layanan(slug):
        daftar = daftar.filter(jenis=jenis)  # the index begins with it: without, dates of every kind were read
    daftar = daftar.select_related("pegawai__kini__jabatan", "pegawai__kini__unit")
    return daftar.order_by("pegawai__kini__nama", "pegawai_id"), _calon


def _calon(t):
    kini = t.pegawai.kini
    return Calon(
        pegawai_id=t.pegawai_id,
        nip=t.pegawai.nip,
        nama=kini.nama_lengkap,
        jabatan=kini.jabatan.nama if kini.jabatan else "",
        unit=kini.unit.nama if kini.unit else "",
        golongan=kini.golongan_id or "",
        tanggal=t.tanggal,
        layak=t.layak,
        kalimat=t.keterangan.get("kalimat", ""),
        keterangan=t.keterangan,
    )
