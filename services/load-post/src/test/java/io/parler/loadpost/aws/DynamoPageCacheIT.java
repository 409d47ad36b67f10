package io.parler.loadpost.aws;

import static io.parler.loadpost.aws.PageItemTest.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.loadpost.cache.PageCache;
import io.parler.loadpost.cache.PageKey;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoPageCacheIT {
    private final ATable table = ATable.withKey("id");
    private final DynamoPageCache cache = new DynamoPageCache(table.dynamo(), table.name());

    @Test
    void aKeptPageIsFoundAndALaterOneTakesItsPlace() throws Exception {
        assertThat(cache.find(KEY)).isEmpty();
        for (var body : new byte[][] {{1, 2, 3}, {}, {4}}) {
            var page = PageItemTest.page(body);
            cache.keep(KEY, page);
            PageItemTest.assertSame(cache.find(KEY).orElseThrow(), page);
        }
        assertThat(cache.find(new PageKey("another"))).isEmpty();
    }

    @Test
    void aForgottenPageIsGone() throws Exception {
        cache.keep(KEY, PageItemTest.page(new byte[1]));
        cache.forget(KEY);
        cache.forget(KEY);
        assertThat(cache.find(KEY)).isEmpty();
    }

    @Test
    void aPageThatIsTooLargeIsNotKeptAndNoEarlierOneInItsPlace() throws Exception {
        cache.keep(KEY, PageItemTest.page(new byte[1]));
        cache.keep(KEY, PageItemTest.page(noise(PageItem.MOST_BYTES)));
        assertThat(cache.find(KEY)).isEmpty();
    }

    @Test
    void aPageThatJustFitsIsTakenByTheTable() throws Exception {
        var page = PageItemTest.page(noise(PageItem.MOST_BYTES - 1000));
        assertThat(PageItem.bytes(PageItem.of(KEY, page))).isLessThanOrEqualTo(PageItem.MOST_BYTES);
        cache.keep(KEY, page);
        PageItemTest.assertSame(cache.find(KEY).orElseThrow(), page);
    }

    @Test
    void anItemOfAnotherKindIsUnreadableAndATableThatIsGoneIsOutOfReach() {
        table.dynamo()
                .putItem(
                        put ->
                                put.tableName(table.name())
                                        .item(Map.of("id", AttributeValue.fromS(KEY.id()))));
        assertThatThrownBy(() -> cache.find(KEY)).isInstanceOf(PageCache.Unreadable.class);
        table.dynamo().deleteTable(delete -> delete.tableName(table.name()));
        assertThatThrownBy(() -> cache.find(KEY)).isInstanceOf(PageCache.OutOfReach.class);
        assertThatThrownBy(() -> cache.keep(KEY, PageItemTest.page(new byte[1])))
                .isInstanceOf(PageCache.OutOfReach.class);
        assertThatThrownBy(() -> cache.forget(KEY)).isInstanceOf(PageCache.OutOfReach.class);
    }

    private static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(1).nextBytes(noise);
        return noise;
    }
}
