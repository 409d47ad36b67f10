package io.parler.postconversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.postconversion.Draft.Checked;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {
    private static final DraftOptions NO_OPTIONS = new DraftOptions(Map.of());

    @ParameterizedTest
    @CsvSource({
        "https://blog.example.com/post, https://blog.example.com/post",
        "HTTP://blog.example.com:8080/a?b=c#d, http://blog.example.com:8080/a?b=c#d",
        "' https://blog.example.com/ ', https://blog.example.com/",
        "https://blog.example.com/über uns, ",
        "https://blog.example.com/über, https://blog.example.com/%C3%BCber",
        "https://bücher.example/, https://xn--bcher-kva.example/",
        "http://[2001:db8::1]/, http://[2001:db8::1]/",
    })
    void anAddressIsTakenAsAUriInAscii(String url, @Nullable String taken) {
        Checked checked = draft(page(url)).check();

        if (taken == null) {
            assertThat(checked).isInstanceOf(Checked.Invalid.class);
        } else {
            assertThat(checked)
                    .isEqualTo(
                            new Checked.Valid(
                                    new ConversionRequest(
                                            new Source.Page(URI.create(taken)),
                                            Optional.empty(),
                                            Options.NONE)));
        }
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
                "https://blog.example.com/<post>",
                "https://-/%zz",
            })
    void whatIsNoWebAddressIsRefused(String url) {
        assertThat(pointers(draft(page(url)))).containsExactly("/source/url");
    }

    @Test
    void anAddressHasAnEnd() {
        assertThat(pointers(draft(page("https://a.example/" + "a".repeat(2_048)))))
                .containsExactly("/source/url");
    }

    @Test
    void aSourceIsExactlyOneKind() {
        List<@Nullable DraftSource> none =
                java.util.Arrays.asList(
                        null,
                        new DraftSource(null, null, null, null, null, null),
                        new DraftSource("https://a.example/", null, null, "t", "text", null),
                        new DraftSource(
                                "https://a.example/", "https://b.example/", "1", null, null, null),
                        new DraftSource(null, "https://b.example/", "1", null, null, "en"));

        assertThat(none)
                .allSatisfy(
                        source -> assertThat(pointers(draft(source))).containsExactly("/source"));
    }

    @Test
    void everyWrongFieldIsNamed() {
        assertThat(
                        pointers(
                                new Draft(
                                        new DraftSource(null, null, null, " ", null, "english!"),
                                        "",
                                        NO_OPTIONS)))
                .containsExactly("/source/title", "/source/text", "/source/language", "/voice");
        assertThat(pointers(draft(new DraftSource(null, "nowhere", null, null, null, null))))
                .containsExactly("/source/feedUrl", "/source/postId");
    }

    @Test
    void aTextIsMeasuredInCharactersNotInUtf16() {
        assertThat(draft(text("😀".repeat(100_000))).check()).isInstanceOf(Checked.Valid.class);
        assertThat(draft(text("a".repeat(100_001))).check())
                .isEqualTo(new Checked.TooLong(100_001, 100_000));
    }

    @Test
    void halfAPairIsNoText() {
        assertThat(pointers(draft(text("a\uD83D")))).containsExactly("/source/text");
    }

    private static Draft draft(DraftSource source) {
        return new Draft(source, null, NO_OPTIONS);
    }

    private static DraftSource page(String url) {
        return new DraftSource(url, null, null, null, null, null);
    }

    private static DraftSource text(String text) {
        return new DraftSource(null, null, null, "A title", text, null);
    }

    private static List<String> pointers(Draft draft) {
        return draft.check() instanceof Checked.Invalid invalid
                ? invalid.violations().stream().map(Violation::pointer).toList()
                : List.of();
    }
}
