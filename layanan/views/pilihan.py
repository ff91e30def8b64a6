"""Pilihan massal: baris yang dicentang dikirim sebagai ``pilih=<nomor>:<versi>``."""

BANYAK_MAKS = 100


def baca_pilihan(request):
    """[(nomor, version)] of the ticked rows, at most a hundred, each once."""
    pasang = (p.split(":") for p in dict.fromkeys(request.POST.getlist("pilih")))
    return [(p[0], int(p[1])) for p in pasang if len(p) == 2 and p[1].isdecimal()][:BANYAK_MAKS]
