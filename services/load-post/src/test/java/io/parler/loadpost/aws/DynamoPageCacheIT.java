package io.parler.loadpost.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.loadpost.cache.CachedPage;
import io.parler.loadpost.cache.PageCache;
import io.parler.loadpost.cache.PageCacheContract;
import io.parler.testing.dynamodb.LocalTable;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

class DynamoPageCacheIT extends PageCacheContract {
    @RegisterExtension final LocalTable table = LocalTable.of("Pages");

    private final DynamoPageCache cache = new DynamoPageCache(table.client(), table.name());

    @Override
    protected PageCache cache() {
        return cache;
    }

    @Override
    protected void takeAway() {
        table.drop();
    }

    @Test
    void aPageThatIsTooLargeIsNotStoredAndReplacesTheEarlierOne() throws Exception {
        cache.put(KEY, page(new byte[1]));
        cache.put(KEY, page(noise(PageItem.MAX_BYTES)));
        assertThat(cache.get(KEY)).isEmpty();
    }

    @Test
    void theLargestPageFitsIntoTheTable() throws Exception {
        CachedPage page = page(noise(PageItem.MAX_BYTES - 1000));
        assertThat(PageItem.bytes(PageItem.of(KEY, page))).isLessThanOrEqualTo(PageItem.MAX_BYTES);
        cache.put(KEY, page);
        assertSame(cache.get(KEY).orElseThrow(), page);
    }

    @Test
    void anItemOfAnotherFormatIsCorrupt() {
        table.client()
                .putItem(
                        put ->
                                put.tableName(table.name())
                                        .item(Map.of("id", AttributeValue.fromS(KEY.id()))));
        assertThatThrownBy(() -> cache.get(KEY)).isInstanceOf(PageCache.CorruptPageException.class);
    }

    /// A consistent read costs twice as much, and a page that was replaced a moment ago is still
    /// correct: its site has allowed serving it, or confirms it.
    @Test
    void readsAreEventuallyConsistent() throws Exception {
        cache.get(KEY);
        assertThat(table.requests(GetItemRequest.class))
                .singleElement()
                .extracting(GetItemRequest::consistentRead)
                .isNotEqualTo(true);
    }

    private static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(1).nextBytes(noise);
        return noise;
    }
}
