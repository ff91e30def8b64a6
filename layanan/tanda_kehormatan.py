"""Pencabutan tanda kehormatan (Satyalancana Karya Satya) karena pemberhentian tidak dengan hormat. Dasar: UU 20/2009.

Asked by the effect of the SK (``pensiun``) for its one person, at once, and by the night (``kesejahteraan``) for everybody:
whose TMT has only now come, and who was dismissed by an import. Rows are marked batal; asked again it finds nothing more.
"""

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import SATYALANCANA
from kepegawaian.models import RiwayatKedudukan, RiwayatPemberhentian, RiwayatPenghargaan
from kepegawaian.models.dasar import Pelaku
from layanan import balik

TIDAK_HORMAT = "tidak dengan hormat"
BERDIRI = {"dibatalkan_pada__isnull": True}


def tidak_dengan_hormat(acuan):
    """Codes of the kinds of pemberhentian without honour, by their table (``JenisPemberhentian.sifat``)."""
    return sorted(
        k for k, daftar in acuan.daftar_berhenti.items() if any(e.nilai.sifat == TIDAK_HORMAT for e in daftar)
    )


def _lepas(hari_ini, pegawai_ids):
    """RiwayatKedudukan in force that end a service without honour, of people nobody has taken back since.

    Where the portal knows the kind of pemberhentian of that day, the kind says it: kedudukan 77 also stands for a dismissal
    with honour but without a pension. Where it does not (an import), the kedudukan does (setelan slks_kedudukan_cabut).
    """
    acuan = acuan_kini()
    kode, ptdh = acuan.setelan("slks_kedudukan_cabut", hari_ini), tidak_dengan_hormat(acuan)
    sah = RiwayatKedudukan.objects.filter(tmt__lte=hari_ini, **BERDIRI)
    kembali = sah.filter(pegawai_id=OuterRef("pegawai_id"), tmt__gt=OuterRef("tmt"), kedudukan__akhir=False)
    henti = RiwayatPemberhentian.objects.filter(pegawai_id=OuterRef("pegawai_id"), tmt=OuterRef("tmt"), **BERDIRI)
    sah = sah if pegawai_ids is None else sah.filter(pegawai_id__in=pegawai_ids)
    return sah.filter(
        ~Exists(kembali), Exists(henti.filter(jenis__in=ptdh)) | Q(kedudukan_id__in=kode) & ~Exists(henti)
    )


def cabut(hari_ini, pegawai_ids=None):
    """Marks batal what those hold who were dismissed without honour by ``hari_ini``; returns how many rows.

    ``pegawai_ids``: only of these people. Resting on the decree of dismissal (its naskah, or the SK an import brought).
    """
    punya, hasil = RiwayatPenghargaan.objects.filter(jenis_id__in=SATYALANCANA.values(), **BERDIRI), 0
    with transaction.atomic():
        for k in _lepas(hari_ini, pegawai_ids).filter(Exists(punya.filter(pegawai_id=OuterRef("pegawai_id")))):
            hasil += punya.filter(pegawai_id=k.pegawai_id).update(
                dibatalkan_pada=Now(), dibatalkan_oleh_id=Pelaku(), dibatalkan_naskah_id=k.naskah_pegawai_id,
                dibatalkan_sebab=f"Dicabut: diberhentikan tidak dengan hormat, SK {k.nomor_sk or 'tanpa nomor'}"[:200],
            )  # fmt: skip
    return hasil


def kembalikan(np):
    """The SK of dismissal falls as if it had never been: what it had taken away stands again, as new rows; how many."""
    ids, hasil = balik.rantai(np), 0
    dicabut = RiwayatPenghargaan.objects.filter(
        pegawai_id=np.pegawai_id, jenis_id__in=SATYALANCANA.values(), dibatalkan_naskah__in=ids
    )
    for lama in dicabut.order_by("pk"):
        sama = RiwayatPenghargaan.objects.filter(
            pegawai_id=lama.pegawai_id, tmt=lama.tmt, jenis_id=lama.jenis_id, **BERDIRI
        )
        if not sama.exists():
            balik.salin(lama)
            hasil += 1
    return hasil
