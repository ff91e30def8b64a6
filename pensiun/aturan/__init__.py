"""Aturan pemberhentian dan MPP, murni: ``umum`` (hak pensiun, PEN-1..4, DIS-8), ``sebab`` (tiap sebab), ``mpp``."""
