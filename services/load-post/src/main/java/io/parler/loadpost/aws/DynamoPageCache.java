package io.parler.loadpost.aws;

import io.parler.aws.CallLimits;
import io.parler.loadpost.cache.CacheKey;
import io.parler.loadpost.cache.CachedPage;
import io.parler.loadpost.cache.PageCache;
import io.parler.problem.UnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Stores pages in the table Pages. Reads are eventually consistent, at half the price: a page
/// that was replaced a moment ago is as good as one that is still on its way.
final class DynamoPageCache implements PageCache {
    /// A cache that is slower than the sites is useless.
    static final CallLimits LIMITS =
            new CallLimits(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), 2);

    private static final Logger LOG = LoggerFactory.getLogger(DynamoPageCache.class);

    private final DynamoDbClient dynamoDb;
    private final String table;

    DynamoPageCache(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<CachedPage> get(CacheKey key) throws CorruptPageException {
        Map<String, AttributeValue> item;
        try {
            item = dynamoDb.getItem(get -> get.tableName(table).key(key(key))).item();
        } catch (SdkException e) {
            throw unavailable(e);
        }
        return item.isEmpty() ? Optional.empty() : Optional.of(PageItem.toPage(item));
    }

    @Override
    public void put(CacheKey key, CachedPage page) {
        Map<String, AttributeValue> item = PageItem.of(key, page);
        if (PageItem.bytes(item) > PageItem.MAX_BYTES) {
            LOG.atInfo()
                    .addKeyValue("pageId", key.id())
                    .addKeyValue("bytes", PageItem.bytes(item))
                    .log("a page is too large for the cache");
            delete(key);
            return;
        }
        try {
            dynamoDb.putItem(put -> put.tableName(table).item(item));
        } catch (SdkException e) {
            throw unavailable(e);
        }
    }

    @Override
    public void delete(CacheKey key) {
        try {
            dynamoDb.deleteItem(delete -> delete.tableName(table).key(key(key)));
        } catch (SdkException e) {
            throw unavailable(e);
        }
    }

    /// Any error of the table is an outage of the cache, and fails no request.
    private static UnavailableException unavailable(SdkException e) {
        return new UnavailableException("the page cache", e);
    }

    private static Map<String, AttributeValue> key(CacheKey key) {
        return Map.of("id", AttributeValue.fromS(key.id()));
    }
}
