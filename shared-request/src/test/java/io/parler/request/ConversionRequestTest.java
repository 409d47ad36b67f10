package io.parler.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parler.problem.FieldError;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import io.parler.request.ConversionRequestBody.SourceBody;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionRequestTest {
    @ParameterizedTest
    @CsvSource({
        "https://blog.example.com/post, https://blog.example.com/post",
        "HTTP://blog.example.com:8080/a?b=c#d, http://blog.example.com:8080/a?b=c#d",
        "' https://blog.example.com/ ', https://blog.example.com/",
        "https://blog.example.com/über, https://blog.example.com/%C3%BCber",
        "https://bücher.example/post, https://xn--bcher-kva.example/post",
        "http://[2001:db8::1]/, http://[2001:db8::1]/",
    })
    void anAddressIsReadAsAUriInAscii(String url, String uri) {
        assertThat(ConversionRequest.of(body(page(url))))
                .isEqualTo(
                        new ConversionRequest(
                                new Source.Page(URI.create(uri)),
                                Optional.empty(),
                                RequestOptions.DEFAULT));
    }

    @Test
    void charactersThatAreNotTextAreReplaced() {
        ConversionRequest request =
                ConversionRequest.of(
                        new ConversionRequestBody(
                                new SourceBody(
                                        null,
                                        null,
                                        null,
                                        "A\0 title",
                                        "It\ufffe was\ud800 quiet.",
                                        null),
                                "Joanna\u0001",
                                Map.of(
                                        "later",
                                        List.of(Map.of("a\uffff", "b\ufdd0")),
                                        "pronunciations",
                                        List.of(Map.of("text", "a\u0002", "alias", "b\u0003")))));

        assertThat(request.source())
                .isEqualTo(
                        new Source.Text(
                                "A\ufffd title", "It\ufffd was\ufffd quiet.", Optional.empty()));
        assertThat(request.voice()).contains("Joanna\ufffd");
        assertThat(request.options().json())
                .containsEntry("later", List.of(Map.of("a\ufffd", "b\ufffd")));
        assertThat(request.options().pronunciations().getFirst().text()).isEqualTo("a\ufffd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "blog.example.com/post",
                "ftp://blog.example.com/post",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "https://",
                "https:///post",
                "https://user:secret@blog.example.com/",
                "https://blog.example.com:port/",
                "https://blog example.com/",
                "https://blog.example.com/über uns",
                "https://blog.example.com/<post>",
                "https://-/%zz",
            })
    void anythingElseIsNoWebAddress(String url) {
        assertThat(pointers(body(page(url)))).containsExactly("/source/url");
    }

    @Test
    void anAddressHasAMaximumLength() {
        String longest = "https://a.example/" + "a".repeat(2_048 - 18);
        assertThat(ConversionRequest.of(body(page(longest))).source())
                .isEqualTo(new Source.Page(URI.create(longest)));
        assertThat(pointers(body(page(longest + "a")))).containsExactly("/source/url");
    }

    @Test
    void aSourceIsExactlyOneKind() {
        List<@Nullable SourceBody> none =
                Arrays.asList(
                        null,
                        new SourceBody(null, null, null, null, null, null),
                        new SourceBody("https://a.example/", null, null, "t", "text", null),
                        new SourceBody(
                                "https://a.example/", "https://b.example/", "1", null, null, null),
                        new SourceBody(null, "https://b.example/", "1", null, null, "en"));

        assertThat(none)
                .allSatisfy(
                        source -> assertThat(pointers(body(source))).containsExactly("/source"));
    }

    @Test
    void everyInvalidFieldIsNamed() {
        SourceBody text = new SourceBody(null, null, null, " ", null, "english!");
        assertThat(
                        pointers(
                                new ConversionRequestBody(
                                        text,
                                        "",
                                        Map.of(
                                                "code",
                                                "sing",
                                                "timing",
                                                5,
                                                "normalise",
                                                "no",
                                                "pace",
                                                "slow",
                                                "anyLanguage",
                                                1,
                                                "include",
                                                List.of("a", "a")))))
                .containsExactly(
                        "/source/title",
                        "/source/text",
                        "/source/language",
                        "/voice",
                        "/options/code",
                        "/options/timing",
                        "/options/normalise",
                        "/options/pace",
                        "/options/anyLanguage",
                        "/options/include");
        assertThat(pointers(body(new SourceBody(null, "nowhere", null, null, null, null))))
                .containsExactly("/source/feedUrl", "/source/postId");
    }

    @ParameterizedTest
    @CsvSource({"iw, he", "no-NO, nb-NO", "en-GB, en-GB", "und,"})
    void anOldLanguageCodeBecomesTodays(String sent, @Nullable String language) {
        Source source =
                ConversionRequest.of(body(new SourceBody(null, null, null, "Title", "Text", sent)))
                        .source();

        assertThat(((Source.Text) source).language()).isEqualTo(Optional.ofNullable(language));
    }

    @Test
    void aTextIsMeasuredInCharactersNotInUtf16() {
        Source source = ConversionRequest.of(body(text("😀".repeat(100_000)))).source();
        assertThat(source).isInstanceOf(Source.Text.class);

        assertThatThrownBy(() -> ConversionRequest.of(body(text("a".repeat(100_001)))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem())
                                        .isEqualTo(
                                                Problem.of(
                                                        ProblemType.BODY_TOO_LARGE,
                                                        "The text has 100001 characters;"
                                                                + " 100000 at most.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u00a0", "\u2003\n", "\u3000"})
    void aTextOfSpacesIsEmpty(String spaces) {
        assertThat(pointers(body(text(spaces)))).containsExactly("/source/text");
        Map<String, Object> rule = Map.of("text", spaces, "letters", true);
        assertThat(
                        pointers(
                                new ConversionRequestBody(
                                        page("https://a.example/"),
                                        null,
                                        Map.of("pronunciations", List.of(rule)))))
                .containsExactly("/options/pronunciations/0/text");
    }

    @Test
    void optionsHaveAMaximumSizeInTheEvent() {
        ConversionRequestBody body =
                new ConversionRequestBody(
                        page("https://a.example/"), null, Map.of("note", "\"".repeat(33_000)));
        assertThat(pointers(body)).containsExactly("/options");
    }

    @Test
    void optionsAreTypedAndUnknownNamesIgnored() {
        Map<String, Object> json =
                Map.of(
                        "code",
                        "skip",
                        "timing",
                        "words",
                        "normalise",
                        false,
                        "pace",
                        "slower",
                        "anyLanguage",
                        true,
                        "include",
                        List.of("3f9a"),
                        "unknown",
                        1,
                        "pronunciations",
                        List.of(
                                Map.of("text", "cron", "ipa", "krɒn", "language", "en"),
                                Map.of("text", "SQS", "letters", true, "caseSensitive", true),
                                Map.of("text", "k8s", "alias", "Kubernetes", "wholeWord", false)));
        RequestOptions options =
                ConversionRequest.of(
                                new ConversionRequestBody(page("https://a.example/"), "v", json))
                        .options();

        assertThat(options.policy(ContentKind.CODE)).isEqualTo(Policy.SKIP);
        assertThat(options.policy(ContentKind.EMOJI)).isEqualTo(Policy.SKIP);
        assertThat(options.policy(ContentKind.TABLES)).isEqualTo(Policy.ANNOUNCE);
        assertThat(options.timing()).isEqualTo(Timing.WORDS);
        assertThat(options.normalise()).isFalse();
        assertThat(options.pace()).isEqualTo(Pace.SLOWER);
        assertThat(options.anyLanguage()).isTrue();
        assertThat(options.include()).containsExactly("3f9a");
        assertThat(options.pronunciations())
                .containsExactly(
                        new PronunciationRule(
                                "cron",
                                new PronunciationRule.Pronounced.Ipa("krɒn"),
                                Optional.of("en"),
                                false,
                                true),
                        new PronunciationRule(
                                "SQS",
                                new PronunciationRule.Pronounced.Letters(),
                                Optional.empty(),
                                true,
                                true),
                        new PronunciationRule(
                                "k8s",
                                new PronunciationRule.Pronounced.Alias("Kubernetes"),
                                Optional.empty(),
                                false,
                                false));
        assertThat(options.json()).isEqualTo(json);
    }

    private static ConversionRequestBody body(@Nullable SourceBody source) {
        return new ConversionRequestBody(source, null, null);
    }

    private static SourceBody page(String url) {
        return new SourceBody(url, null, null, null, null, null);
    }

    private static SourceBody text(String text) {
        return new SourceBody(null, null, null, "A title", text, null);
    }

    private static List<String> pointers(ConversionRequestBody body) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> ConversionRequest.of(body));
        assertThat(refused.problem().is(ProblemType.INVALID_BODY)).isTrue();
        return refused.problem().errors().stream().map(FieldError::pointer).toList();
    }
}
