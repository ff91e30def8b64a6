"""Model pensiun, tiap bagian pada berkasnya sendiri."""

from pensiun.purna.models import Pelepasan, PesertaPelepasan

__all__ = ["Pelepasan", "PesertaPelepasan"]
