"""What every engine of the store must do.

An engine joins with a class that inherits this one and has a `store` fixture, an open
and empty store, and a `reopen` fixture, which closes it and opens the same data again.
"""

from tests.store.contract_crowd import CrowdContract
from tests.store.contract_edits import EditsContract
from tests.store.contract_log import LogContract
from tests.store.contract_publication import PublicationContract


class StoreContract(EditsContract, LogContract, CrowdContract, PublicationContract):
    """All of it."""
