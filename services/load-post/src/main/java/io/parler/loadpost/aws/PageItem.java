package io.parler.loadpost.aws;

import io.parler.loadpost.cache.CacheKey;
import io.parler.loadpost.cache.CachedPage;
import io.parler.loadpost.cache.PageCache.CorruptPageException;
import io.parler.loadpost.fetch.CachingHeaders;
import io.parler.loadpost.fetch.InvalidAddressException;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.Validators;
import io.parler.loadpost.fetch.WebAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Converts a cached page to an item of the table Pages and back: times in epoch milliseconds,
/// `expiresAt` in seconds as DynamoDB requires, the body compressed.
final class PageItem {
    /// The limit of DynamoDB is 400 KB with the names of all attributes; each KB written is
    /// billed.
    static final int MAX_BYTES = 350_000;

    private PageItem() {}

    static Map<String, AttributeValue> of(CacheKey key, CachedPage page) {
        var item = new HashMap<String, AttributeValue>();
        byte[] body = page.resource().body();
        item.put("id", AttributeValue.fromS(key.id()));
        item.put("url", AttributeValue.fromS(page.resource().url()));
        item.put("body", AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(compressed(body))));
        item.put("bytes", number(body.length));
        item.put("storedAt", number(page.storedAt().toEpochMilli()));
        item.put("freshUntil", number(page.freshUntil().toEpochMilli()));
        item.put("expiresAt", number(page.expiresAt().getEpochSecond() + 1));
        text(item, "contentType", page.resource().contentType());
        text(item, "contentLanguage", page.resource().contentLanguage());
        text(item, "links", page.resource().links());
        text(item, "cacheControl", page.headers().cacheControl());
        text(item, "vary", page.headers().vary());
        text(item, "expires", page.headers().expires());
        text(item, "etag", page.headers().validators().etag());
        text(item, "lastModified", page.headers().validators().lastModified());
        return item;
    }

    static int bytes(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + bytes(entry.getValue()))
                .sum();
    }

    private static int bytes(AttributeValue value) {
        if (value.b() != null) {
            return value.b().asByteArrayUnsafe().length;
        }
        return value.s() != null
                ? value.s().getBytes(StandardCharsets.UTF_8).length
                : value.n().length();
    }

    static CachedPage toPage(Map<String, AttributeValue> item) throws CorruptPageException {
        try {
            var resource =
                    new Resource(
                            WebAddress.parse(required(item, "url", AttributeValue::s)),
                            text(item, "contentType"),
                            text(item, "contentLanguage"),
                            text(item, "links"),
                            body(item));
            var headers =
                    new CachingHeaders(
                            text(item, "cacheControl"),
                            text(item, "vary"),
                            text(item, "expires"),
                            "",
                            "",
                            new Validators(text(item, "etag"), text(item, "lastModified")));
            return new CachedPage(
                    resource, headers, instant(item, "storedAt"), instant(item, "freshUntil"));
        } catch (InvalidAddressException
                | IOException
                | DateTimeException
                | IllegalArgumentException e) {
            throw new CorruptPageException(e);
        }
    }

    /// Reads no more than the stored length, so that a corrupt body can't fill the memory.
    private static byte[] body(Map<String, AttributeValue> item)
            throws IOException, CorruptPageException {
        int length = Integer.parseInt(required(item, "bytes", AttributeValue::n));
        try (var in =
                new GZIPInputStream(required(item, "body", AttributeValue::b).asInputStream())) {
            byte[] body = in.readNBytes(length);
            if (body.length < length || in.read() >= 0) {
                throw new CorruptPageException(
                        "the cached page has another length than was stored");
            }
            return body;
        }
    }

    private static <T> T required(
            Map<String, AttributeValue> item, String name, Function<AttributeValue, T> type)
            throws CorruptPageException {
        return Optional.ofNullable(item.get(name))
                .map(type)
                .orElseThrow(() -> new CorruptPageException("the cached page has no " + name));
    }

    private static Instant instant(Map<String, AttributeValue> item, String name)
            throws CorruptPageException {
        return Instant.ofEpochMilli(Long.parseLong(required(item, name, AttributeValue::n)));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }

    private static void text(Map<String, AttributeValue> item, String name, String value) {
        if (!value.isEmpty()) {
            item.put(name, AttributeValue.fromS(value));
        }
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static byte[] compressed(byte[] body) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
