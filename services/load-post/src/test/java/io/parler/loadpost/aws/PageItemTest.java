package io.parler.loadpost.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.loadpost.cache.KeptPage;
import io.parler.loadpost.cache.PageCache.Unreadable;
import io.parler.loadpost.cache.PageKey;
import io.parler.loadpost.fetch.CachingHeaders;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.Validators;
import io.parler.loadpost.fetch.WebAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PageItemTest {
    static final PageKey KEY = new PageKey("a1b2");
    private static final Instant NOW = Instant.parse("2026-11-20T10:15:30.128Z");

    @Test
    void aPageComesBackAsItWas() throws Exception {
        var page = page(new byte[] {0, 1, -1, 60});
        assertSame(PageItem.page(PageItem.of(KEY, page)), page);
    }

    @Test
    void whatTheSiteDidNotSayIsNotStored() throws Exception {
        var silent =
                new KeptPage(
                        new Resource(WebAddress.parse("https://blog.example/"), "", new byte[0]),
                        CachingHeaders.NONE,
                        NOW,
                        NOW.plusSeconds(60));
        var item = PageItem.of(KEY, silent);
        assertThat(item)
                .containsOnlyKeys(
                        "id", "url", "body", "bytes", "storedAt", "freshUntil", "expiresAt");
        assertSame(PageItem.page(item), silent);
    }

    @Test
    void dynamoDbRemovesItInSecondsOfTheEpoch() throws Exception {
        var week = NOW.plus(Duration.ofDays(7)).getEpochSecond();
        assertThat(PageItem.of(KEY, page(new byte[0])))
                .containsEntry("expiresAt", AttributeValue.fromN(Long.toString(week + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "body", "bytes", "storedAt", "freshUntil"})
    void anItemThatLacksAnythingIsUnreadable(String attribute) throws Exception {
        var item = new HashMap<>(PageItem.of(KEY, page(new byte[10])));
        item.remove(attribute);
        assertThatThrownBy(() -> PageItem.page(item)).isInstanceOf(Unreadable.class);
        item.put(attribute, AttributeValue.fromS("something else"));
        assertThatThrownBy(() -> PageItem.page(item)).isInstanceOf(Unreadable.class);
        item.put(attribute, AttributeValue.fromN("-1.5"));
        assertThatThrownBy(() -> PageItem.page(item)).isInstanceOf(Unreadable.class);
    }

    @Test
    void aBodyThatIsNotTheStoredOneIsUnreadable() throws Exception {
        var item = new HashMap<>(PageItem.of(KEY, page(new byte[1000])));
        item.put("body", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[100])));
        assertThatThrownBy(() -> PageItem.page(item)).isInstanceOf(Unreadable.class);
        item.put("body", PageItem.of(KEY, page(new byte[1001])).get("body"));
        assertThatThrownBy(() -> PageItem.page(item)).isInstanceOf(Unreadable.class);
        item.put("body", PageItem.of(KEY, page(new byte[999])).get("body"));
        assertThatThrownBy(() -> PageItem.page(item)).isInstanceOf(Unreadable.class);
    }

    @Test
    void whatCountsIsTheCompressedSizeOfAllOfIt() throws Exception {
        assertThat(PageItem.bytes(PageItem.of(KEY, page(new byte[5_000_000]))))
                .isLessThan(PageItem.MOST_BYTES);
        byte[] noise = new byte[PageItem.MOST_BYTES];
        new Random(1).nextBytes(noise);
        assertThat(PageItem.bytes(PageItem.of(KEY, page(noise)))).isGreaterThan(noise.length);
    }

    static KeptPage page(byte[] body) throws Exception {
        return new KeptPage(
                new Resource(
                        WebAddress.parse("https://blog.example/?q=ä"),
                        "text/html; charset=x",
                        body),
                new CachingHeaders(
                        "max-age=60",
                        "Accept",
                        "0",
                        "",
                        "",
                        new Validators("W/\"1\"", "Thu, 19 Nov 2026 10:00:00 GMT")),
                NOW,
                NOW.plusSeconds(60));
    }

    static void assertSame(KeptPage page, KeptPage other) {
        assertThat(page.resource().url()).isEqualTo(other.resource().url());
        assertThat(page.resource().contentType()).isEqualTo(other.resource().contentType());
        assertThat(page.resource().body()).isEqualTo(other.resource().body());
        assertThat(page.headers()).isEqualTo(other.headers());
        assertThat(page.storedAt()).isEqualTo(other.storedAt());
        assertThat(page.freshUntil()).isEqualTo(other.freshUntil());
    }
}
