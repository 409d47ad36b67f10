package io.parler.frontend.podcast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameUuidTest {
    /// The example of the podcast namespace.
    @ParameterizedTest
    @ValueSource(
            strings = {"podnews.net/rss", "https://podnews.net/rss", "http://podnews.net/rss/"})
    void aFeedsGuidIsThatOfTheStandardsExample(String address) {
        assertThat(NameUuid.ofFeed(address)).hasToString("9b024349-ccf0-5f69-a609-6b82873eab3c");
    }

    /// The example of RFC 9562, appendix A.4, is of a domain name; this one was made with Python.
    @ParameterizedTest
    @ValueSource(strings = "https://blog.example.com/a")
    void aPostsGuidIsAUuidOfVersion5(String address) {
        assertThat(NameUuid.ofPost(address)).hasToString("f2596966-fe43-5ad2-adc6-65cd44bfc58e");
    }
}
