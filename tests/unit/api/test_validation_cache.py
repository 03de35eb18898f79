"""A document that was validated once is not validated again: the cache meets it with the same rules."""

from strawberry.extensions.validation_cache import _get_validate_cache

from api.persisted import Manifest
from api.schema import build_schema


def test_a_known_document_is_not_validated_again() -> None:
    schema = build_schema(Manifest({}), open_operations=True)
    cache = _get_validate_cache(256)
    query = "{ session { serverTime } } # the cache's own test"
    before = cache.cache_info()  # type: ignore[attr-defined]
    for _ in range(3):
        schema.execute_sync(query)
    after = cache.cache_info()  # type: ignore[attr-defined]
    assert after.misses - before.misses == 1
    assert after.hits - before.hits == 2
