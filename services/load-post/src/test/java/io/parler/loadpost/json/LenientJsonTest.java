package io.parler.loadpost.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LenientJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": \"x\"}",
                "{\"a\": \"x\",}",
                "{'a': 'x'}",
                "{a: \"x\"}",
                "{/* a comment */ \"a\": \"x\" // another\n}",
                "<!-- {\"a\": \"x\"} -->",
                "<![CDATA[{\"a\": \"x\"}]]>",
                "/* {{ */ //<![CDATA[\n{\"a\": \"x\"}\n//]]>",
                "\ufeffdata = {\"a\": \"x\"};",
                "{\"a\": \"\\x\"}",
                "{\"a\": \"x\", \"a\": \"y\"}",
                "{\"a\": \"x\", \"b\": null}",
            })
    void commonMistakesAreTolerated(String json) {
        assertThat(LenientJson.parse(json)).contains(Map.of("a", "x"));
    }

    @Test
    void rawLineEndsInStringsAreKept() {
        assertThat(LenientJson.parse("{\"a\": \"one\n\ttwo\"}"))
                .contains(Map.of("a", "one\n\ttwo"));
    }

    @Test
    void missingElementsAreLeftOut() {
        assertThat(LenientJson.parse("[1, , true, +01.50, null, ]"))
                .contains(List.of(1.0, true, 1.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "{\"a\": \"x\"", "{\"a\": }", "[tru]", "{\"a\" \"x\"}"})
    void otherTextsAreEmpty(String text) {
        assertThat(LenientJson.parse(text)).isEmpty();
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(LenientJson.parse("[".repeat(60) + "]".repeat(60))).isPresent();
        assertThat(LenientJson.parse("[".repeat(61) + "]".repeat(61))).isEmpty();
    }
}
