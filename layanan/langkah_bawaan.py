"""Langkah bawaan: yang boleh ditentukan sebuah layanan bagi langkah-langkahnya selain deklarasinya. No Django here."""

from layanan.balik_bawaan import BalikBawaan


class LangkahBawaan(BalikBawaan):
    """Base of ``katalog.Layanan``: addresses the answers decide, a TMT born after the signature, effects of a step."""

    # True: it may be asked for a person who is not active (one who is only coming into the instansi).
    untuk_tidak_aktif = False
    # How many usulan of it one person may have running at once (certificates one reports: many; everything else: one).
    serentak = 1
    # URL name of a page of its own where a usulan begins, "" for the common one.
    halaman_buat = ""
    # True: a case about a person, not his request: closed to him for good, the signed SK included (``Usulan.tertutup``).
    tetap_tertutup = False
    # False: its letter leaves rank, post and pay alone (cuti), so a later naskah never rests on what it changes.
    mendasari = True
    # How a refusal reads to the person, before its reason ("Tidak disetujui" where a request is decided, not a usulan).
    kata_tolak = "Ditolak"

    def pengusul_lain(self, pegawai, hak):
        """May ``hak`` apply for this person besides ``pengusul`` and ``pemilik`` (a unit whose own work leads to it)?"""
        return False

    def kantor_langkah(self, kode, konteks):
        """Code of the office an ``Alamat("kantor", kode)`` means for this usulan (head of the OPD tujuan)."""
        raise NotImplementedError(f"{self.slug} belum menyatakan kantor {kode}")

    def sebutan_kantor(self, kode):
        """The same in words, for no person in particular: (lane, holder) of the process map."""
        return "opd", "Pejabat menurut isian usulan"

    def tmt_menyusul(self, konteks):
        """True when the TMT is born at a step after the signature (pelantikan): the naskah is applied only there."""
        return False

    def setelah_ajukan(self, usulan, oleh):
        """What else the submission does, first or after a return, inside that act (the predikat is under keberatan)."""

    def setelah_langkah(self, usulan, kode, jawaban, oleh):
        """What else the answered step ``kode`` does, inside the act (``layanan.naskah.berlakukan_menyusul``)."""

    def tautan(self, usulan, hak):
        """[(text, address)] of further pages of this usulan, shown on top of its own."""
        return []

    def kalimat_akhir(self, jawaban):
        """How a finished usulan reads where it brought no naskah to download; ``jawaban``: {step: its answers}. "" : plainly done."""
        return ""

    def setelah_berhenti(self, usulan, oleh):
        """What else follows when the usulan is refused or withdrawn, inside that act."""
