"""SK kolektif: satu keputusan dengan lampiran bagi banyak orang, dan petikan bagi tiap orang.

The same checks as one by one; whoever fails stays at his step with the reason, the others get one number. Each
person's frozen data stand in his NaskahPegawai, so that effect, petikan and later changes know him alone.
"""

from layanan import katalog, naskah, templat_kantor
from layanan.galat import DitolakAlur, SyaratBelumTerpenuhi

PALING_SEDIKIT = 2


def syarat_penetapan(layanan, konteks):
    """Raises SyaratBelumTerpenuhi when a condition fails at the decree; the period itself is no bar to a late one."""
    gagal = [(s, h) for s, h in layanan.periksa(konteks) if h.jawaban == katalog.TIDAK and s.kode != "KP-U02"]
    if gagal:
        raise SyaratBelumTerpenuhi(gagal)


def data_orang(usulan, layanan, konteks, oleh):
    """What the decree says of one person, with the office's wording; the same as for a decree of his own."""
    if layanan.kolektif is None:
        raise DitolakAlur("Layanan ini tidak mengenal SK kolektif.")
    if not layanan.dicetak(konteks):
        raise DitolakAlur("SK-nya terbit di luar portal.")
    syarat_penetapan(layanan, konteks)
    data = layanan.data_naskah(konteks) | {"paraf": naskah.paraf(usulan)}
    return data | templat_kantor.bagian_naskah(layanan, data, oleh.hari_ini, konteks.acuan)


def sejalan(layanan, pertama, data):
    """Refuses a person whose decree another officer signs."""
    kunci = ("penetap", "penandatangan", "tanda_tangan")
    if any(pertama.get(k) != data.get(k) for k in kunci):
        raise DitolakAlur(f"Ditandatangani pejabat lain ({data.get('penandatangan') or data.get('penetap')}).")
