package io.parler.hash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ETagTest {
    private final ETag tag = new ETag("\"abc\"");

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "W/\"abc\"", "\"x\", \"abc\"", "\"x\",W/\"abc\"", "*"})
    void aHeaderThatNamesItMatches(String ifNoneMatch) {
        assertThat(tag.matches(ifNoneMatch)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "\"abd\"", "\"abc", "w/\"abc\""})
    void anyOtherHeaderDoesNot(String ifNoneMatch) {
        assertThat(tag.matches(ifNoneMatch)).isFalse();
    }

    @Test
    void itChangesWithTheContent() {
        assertThat(ETag.of(new byte[] {1})).isNotEqualTo(ETag.of(new byte[] {2}));
        assertThat(ETag.of(new byte[] {1}).value()).matches("\"[0-9a-f]{24}\"");
    }
}
