"""Operasi migrasi milik portal: what Django does too, without drawing every model again for it."""

from django.db.migrations.operations.base import Operation, OperationCategory


class UrutanBaku(Operation):
    """Default orders ({model name: Meta.ordering}) of one app, of which the database knows nothing.

    ``AlterModelOptions`` draws all that is related to each model anew, which is nearly everything: half a minute of a
    first start for the orders of seventy models. Later operations that draw a model draw it with its new order.
    """

    reduces_to_sql = False
    reversible = True
    category = OperationCategory.ALTERATION

    def __init__(self, urutan):
        self.urutan = urutan

    def state_forwards(self, app_label, state):
        """Writes the orders into the state of the models."""
        for nama, urut in self.urutan.items():
            satu = state.models[app_label, nama]
            satu.options = satu.options | {"ordering": urut}

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        """Nothing: an order is asked for with each question."""

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        """Nothing, as above."""

    def describe(self):
        """For ``migrate --plan``."""
        return f"Urutan baku {len(self.urutan)} model"
