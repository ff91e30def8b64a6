"""Penandatangan: yang menandatangani ialah pejabat yang namanya tercetak pada naskah.

The block ``tanda_tangan`` frozen by ``bahan_naskah.penanda_tangan`` names him: ``nip`` and ``sifat`` (D, PLT, PLH), or
``kantor_luar`` for an office without NIP. A decision is made by whoever holds the authority on its day (UU 30/2014
Pasal 14); when the holder has changed since, the naskah goes back to the step that numbers and prints it.
"""

from kepegawaian import akses
from kepegawaian.models import Pegawai
from layanan import pengalihan
from layanan.bahan_naskah import pejabat_luar
from layanan.galat import BukanWewenang, DitolakAlur

BERGANTI = "Pejabatnya berganti sejak naskah dicetak; kembalikan ke penetapan agar dicetak ulang."
MASIH = (
    "Naskah tercetak atas nama {nama}, yang masih bertugas. Bila ia berhalangan, catat ketidakhadirannya, lalu "
    "kembalikan ke penetapan agar dicetak ulang."
)


def harus_tercetak(naskah, usulan, langkah, oleh, *, elektronik):
    """Refuses the signature of another than the one printed; DitolakAlur with what to do.

    ``elektronik``: the signer is the actor himself, in the capacity that is printed. Else a scan is recorded: its
    signer held the office on the day the naskah was numbered, or holds it today.
    """
    tanda = naskah.data.get("tanda_tangan") or {}
    if elektronik:
        sah = _dirinya(tanda, langkah.jabatan_id, oleh.hak)
    else:
        sah = any(_memegang(tanda, langkah, hari) for hari in {naskah.tanggal, oleh.hari_ini})
    if sah:
        return
    kini = langkah.jabatan_id and pengalihan.pelaksana(
        langkah.jabatan_id, tanggal=oleh.hari_ini, pegawai_id=usulan.pegawai_id,
        memutus=pengalihan.memutus(usulan.layanan, langkah.aksi),
    )  # fmt: skip
    tetap = kini and (tanda.get("nip"), tanda.get("sifat", kini.sifat)) == (_nip(kini.pegawai_id), kini.sifat)
    raise DitolakAlur(MASIH.format(nama=tanda["nama"]) if tetap else BERGANTI)


def bukan_pemohon(naskah, usulan):
    """Nobody decides on himself: the printed signer is none of those the naskah is about."""
    nip = (naskah.data.get("tanda_tangan") or {}).get("nip")
    if nip and nip == usulan.pegawai.nip:
        raise BukanWewenang(f"Penanda tangan yang tercetak adalah pemohon {usulan.nomor} sendiri.")


def harus_dirinya(naskah, jabatan_id, hak):
    """Refuses the electronic signature on a letter without usulan of another than the one printed on it."""
    if not _dirinya(naskah.data.get("tanda_tangan") or {}, jabatan_id, hak):
        raise DitolakAlur("Pejabatnya berganti sejak surat dicetak; terbitkan surat baru, atau unggah pindaiannya.")


def _dirinya(tanda, jabatan_id, hak):
    kantor = next((k for k in hak.kantor if k.jabatan_id == jabatan_id), None)
    if kantor is None or tanda.get("kantor_luar"):
        return False
    return tanda.get("nip") in (None, "", hak.nip) and tanda.get("sifat") in (None, "", kantor.sifat)


def _memegang(tanda, langkah, hari):
    """Did the printed signer hold the office of the step on ``hari``? Where nobody is printed, whoever holds it."""
    nip, luar = tanda.get("nip"), tanda.get("kantor_luar")
    if langkah.jabatan_id:
        return not luar and (not nip or nip in {_nip(p) for p in _pemangku(langkah.jabatan_id, hari)})
    pejabat = pejabat_luar(langkah.kantor_luar, hari)
    sama = not tanda.get("nama") or not pejabat or pejabat["nama"] == tanda["nama"]
    return not nip and luar in (None, "", langkah.kantor_luar) and sama


def _pemangku(jabatan_id, hari):
    return [p.pegawai_id for p in akses.pemangku(hari, [jabatan_id]).get(jabatan_id, ())]


def _nip(pegawai_id):
    return Pegawai.objects.filter(pk=pegawai_id).values_list("nip", flat=True).first()
