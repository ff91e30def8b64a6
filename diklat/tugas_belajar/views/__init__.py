"""Halaman tugas belajar, satu berkas satu pokok: daftar, laporan, ikatan, rencana."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from diklat.tugas_belajar import daftar

PEMANTAU = ("operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "inspektorat")


def ambil(request, pk):
    """The TugasBelajar in scope (his own, or of a monitor's people); 404 to everyone else."""
    t = get_object_or_404(daftar.milik(request.hak), pk=pk)
    if t.pegawai_id != request.hak.pegawai_id and not request.hak.punya(*PEMANTAU):
        raise Http404
    return t
