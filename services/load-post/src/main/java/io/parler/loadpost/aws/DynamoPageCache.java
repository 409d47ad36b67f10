package io.parler.loadpost.aws;

import io.parler.loadpost.cache.KeptPage;
import io.parler.loadpost.cache.PageCache;
import io.parler.loadpost.cache.PageKey;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The table Pages.
final class DynamoPageCache implements PageCache {
    private static final Logger LOG = LoggerFactory.getLogger(DynamoPageCache.class);

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoPageCache(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<KeptPage> find(PageKey key) throws OutOfReach, Unreadable {
        Map<String, AttributeValue> item;
        try {
            item = dynamo.getItem(get -> get.tableName(table).key(key(key))).item();
        } catch (SdkException e) {
            throw new OutOfReach(e);
        }
        return item.isEmpty() ? Optional.empty() : Optional.of(PageItem.page(item));
    }

    @Override
    public void keep(PageKey key, KeptPage page) throws OutOfReach {
        var item = PageItem.of(key, page);
        if (PageItem.bytes(item) > PageItem.MOST_BYTES) {
            LOG.atInfo()
                    .addKeyValue("pageId", key.id())
                    .addKeyValue("bytes", PageItem.bytes(item))
                    .log("the page is too large to be kept");
            forget(key);
            return;
        }
        try {
            dynamo.putItem(put -> put.tableName(table).item(item));
        } catch (SdkException e) {
            throw new OutOfReach(e);
        }
    }

    @Override
    public void forget(PageKey key) throws OutOfReach {
        try {
            dynamo.deleteItem(delete -> delete.tableName(table).key(key(key)));
        } catch (SdkException e) {
            throw new OutOfReach(e);
        }
    }

    private static Map<String, AttributeValue> key(PageKey key) {
        return Map.of("id", AttributeValue.fromS(key.id()));
    }
}
