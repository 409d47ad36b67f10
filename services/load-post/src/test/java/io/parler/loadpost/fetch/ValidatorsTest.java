package io.parler.loadpost.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorsTest {
    private static final String DATE = "Fri, 20 Nov 2026 10:00:00 GMT";

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "W/\"abc\"", "\"\"", "\"a, b\"", "\"a b\"", "5f3-abc:gzip"})
    void anEntityTagIsSentBackUnchanged(String etag) throws Exception {
        assertThat(request(new Validators(etag, "")))
                .contains("\r\nIf-None-Match: " + etag + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\r\nX-Injected: 1\"",
                "\"a\nb\"",
                "\"a\rb\"",
                "\"a\u0000b\"",
                "\"ä\"",
                "\"a\u2028b\"",
                "\"a\", \"b\"",
                "\"a\"b\"",
                "*",
                "a, b",
                "\"a"
            })
    void anInvalidEntityTagIsDropped(String etag) throws Exception {
        var validators = new Validators(etag, "");
        assertThat(validators.none()).isTrue();
        assertThat(request(validators)).doesNotContain("If-None-Match").doesNotContain("Injected");
    }

    @Test
    void aLongEntityTagIsDropped() {
        assertThat(new Validators("\"" + "a".repeat(2000) + "\"", "").none()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DATE,
                "Fri, 6 Nov 2026 10:00:00 GMT",
                "Friday, 20-Nov-26 10:00:00 GMT",
                "Fri Nov  6 10:00:00 2026"
            })
    void aDateIsSentBackUnchanged(String date) throws Exception {
        assertThat(request(new Validators("", date)))
                .contains("\r\nIf-Modified-Since: " + date + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "0", DATE + "\r\nX-Injected: 1", DATE + " ", "2026-11-20"})
    void anInvalidDateIsDropped(String date) {
        assertThat(new Validators("", date).none()).isTrue();
    }

    private static String request(Validators known) throws Exception {
        var head =
                new RequestHead(
                        WebAddress.parse("https://blog.example/"), "Parler test", "*/*", "", known);
        return new String(head.bytes(), StandardCharsets.ISO_8859_1);
    }
}
