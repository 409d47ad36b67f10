package io.parler.loadpost.aws;

import static io.parler.loadpost.cache.PageCacheContract.KEY;
import static io.parler.loadpost.cache.PageCacheContract.NOW;
import static io.parler.loadpost.cache.PageCacheContract.assertSame;
import static io.parler.loadpost.cache.PageCacheContract.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.loadpost.cache.CachedPage;
import io.parler.loadpost.cache.PageCache.CorruptPageException;
import io.parler.loadpost.fetch.CachingHeaders;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.WebAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PageItemTest {
    @Test
    void aPageIsReadAsItWasWritten() throws Exception {
        CachedPage page = page(new byte[] {0, 1, -1, 60});
        assertSame(PageItem.toPage(PageItem.of(KEY, page)), page);
    }

    @Test
    void absentHeadersAreNotStored() throws Exception {
        var silent =
                new CachedPage(
                        new Resource(WebAddress.parse("https://blog.example/"), "", new byte[0]),
                        CachingHeaders.NONE,
                        NOW,
                        NOW.plusSeconds(60));
        var item = PageItem.of(KEY, silent);
        assertThat(item)
                .containsOnlyKeys(
                        "id", "url", "body", "bytes", "storedAt", "freshUntil", "expiresAt");
        assertSame(PageItem.toPage(item), silent);
    }

    @Test
    void theTtlIsInSecondsOfTheEpochAWeekAfterStoring() throws Exception {
        long week = NOW.plus(Duration.ofDays(7)).getEpochSecond();
        assertThat(PageItem.of(KEY, page(new byte[0])))
                .containsEntry("expiresAt", AttributeValue.fromN(Long.toString(week + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "body", "bytes", "storedAt", "freshUntil"})
    void anItemWithAMissingOrInvalidAttributeIsCorrupt(String attribute) throws Exception {
        var item = new HashMap<>(PageItem.of(KEY, page(new byte[10])));
        item.remove(attribute);
        assertThatThrownBy(() -> PageItem.toPage(item)).isInstanceOf(CorruptPageException.class);
        item.put(attribute, AttributeValue.fromS("something else"));
        assertThatThrownBy(() -> PageItem.toPage(item)).isInstanceOf(CorruptPageException.class);
        item.put(attribute, AttributeValue.fromN("-1.5"));
        assertThatThrownBy(() -> PageItem.toPage(item)).isInstanceOf(CorruptPageException.class);
    }

    @Test
    void aBodyThatIsNotTheStoredOneIsCorrupt() throws Exception {
        var item = new HashMap<>(PageItem.of(KEY, page(new byte[1000])));
        item.put("body", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[100])));
        assertThatThrownBy(() -> PageItem.toPage(item)).isInstanceOf(CorruptPageException.class);
        item.put("body", PageItem.of(KEY, page(new byte[1001])).get("body"));
        assertThatThrownBy(() -> PageItem.toPage(item)).isInstanceOf(CorruptPageException.class);
        item.put("body", PageItem.of(KEY, page(new byte[999])).get("body"));
        assertThatThrownBy(() -> PageItem.toPage(item)).isInstanceOf(CorruptPageException.class);
    }

    @Test
    void theSizeCountsTheCompressedBodyAndAllAttributes() throws Exception {
        assertThat(PageItem.bytes(PageItem.of(KEY, page(new byte[5_000_000]))))
                .isLessThan(PageItem.MAX_BYTES);
        byte[] noise = new byte[PageItem.MAX_BYTES];
        new Random(1).nextBytes(noise);
        assertThat(PageItem.bytes(PageItem.of(KEY, page(noise)))).isGreaterThan(noise.length);
    }
}
