package io.parler.status.player;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.http.Json;
import io.parler.id.ConversionId;
import io.parler.status.AudioUrls;
import io.parler.status.Audiobook;
import io.parler.status.Conversion;
import io.parler.status.ConversionProblem;
import io.parler.status.Histories;
import io.parler.status.Progress;
import io.parler.status.RequestSummary;
import io.parler.status.State;
import io.parler.status.UrlSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayerPageTest {
    private static final String ORIGIN = "https://parler.example.com";
    private static final ConversionId ID =
            ConversionId.parse("01a1f874-3e50-7c41-8f3a-2b6d5e7f9012").orElseThrow();
    private static final PlayerPages PAGES =
            new PlayerPages(
                    new AudioUrls(ORIGIN, PlayerPageTest::noSigner, InstantSource.system()),
                    PlayerTestAssets.assets(),
                    Json::string);
    private static final Instant NOW = Instant.parse("2026-11-20T10:15:36Z");

    private final RequestSummary hostile =
            new RequestSummary(
                    "public",
                    "<script>alert(1)</script>\"'&",
                    "https://blog.example.com/?a=\"><b>",
                    null,
                    null,
                    false);

    @Test
    void aCompletedConversionPlaysWithoutScript() {
        PlayerPage page = page(Histories.completed(1, NOW));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html())
                .contains(
                        "<audio controls=\"\" preload=\"none\" crossorigin=\"anonymous\" src=\"/audio/x/why-queues.mp3\"")
                .contains("Ada Ferrer · 3:04 · read by Joanna")
                .contains("property=\"og:audio\" content=\"" + ORIGIN + "/audio/x/why-queues.mp3\"")
                .contains("name=\"twitter:card\" content=\"player\"")
                .contains("\"@type\":\"AudioObject\"")
                .contains("\"duration\":\"PT185S\"")
                .contains("href=\"https://blog.example.com/post?a=1&amp;b=2\"")
                .doesNotContain("autoplay", "<style", "onclick", "<queues>");
    }

    /// If the page has changed as it should: copy `target/player.html` there.
    @Test
    void theScriptIsTestedOnThisPage() throws IOException {
        String html = page(Histories.completed(1, NOW)).html();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/player.html"), html);

        assertThat(Path.of("src/test/js/player.html")).hasContent(html);
    }

    @Test
    void thePageIsInTheLanguageOfItsPost() {
        assertThat(pageIn("de-AT").html())
                .contains(
                        "<html class=\"root\" lang=\"de\" dir=\"ltr\"",
                        "gelesen von Joanna",
                        ">Herunterladen<");
        assertThat(pageIn("ar").html())
                .contains("<html class=\"root\" lang=\"ar\" dir=\"rtl\"", "aria-label=\"تشغيل\"");
        assertThat(pageIn("he").html())
                .contains(
                        "<html class=\"root\" lang=\"en\" dir=\"rtl\"", "lang=\"he\" dir=\"rtl\"");
        assertThat(pageIn("xx-invalid-tag-as-this").html())
                .contains("<html class=\"root\" lang=\"en\" dir=\"ltr\"");
    }

    @ParameterizedTest
    @CsvSource({
        "ar, rtl",
        "ar-EG, rtl",
        "he, rtl",
        "iw, rtl",
        "fa-IR, rtl",
        "ur, rtl",
        "az-Arab, rtl",
        "uz, ltr",
        "ur-Latn, ltr",
        "en, ltr",
        "zh-Hant, ltr",
        "'', ltr"
    })
    void aLanguageIsWrittenInItsDirection(String language, String direction) {
        assertThat(TextDirection.of(language).htmlName()).isEqualTo(direction);
    }

    @Test
    void thePageAroundChoosesThemeAndForm() {
        assertThat(page(look("light", "compact")).html())
                .contains("data-theme=\"light\" data-form=\"compact\"")
                .contains("name=\"color-scheme\" content=\"light\"");
        assertThat(page(look("auto", "mini")).html())
                .contains("data-theme=\"auto\" data-form=\"mini\"")
                .contains("name=\"color-scheme\" content=\"light dark\"");
        assertThat(look("LIGHT", "\"><script>")).isEqualTo(PlayerLook.DEFAULT);
    }

    @Test
    void everyScriptOfTheArchiveIsOnThePageOnce() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/player"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> name.endsWith(".js"))
                    .filteredOn(name -> !name.equals(PlayerAssets.COMPONENT_SCRIPT))
                    .containsExactlyInAnyOrderElementsOf(PlayerAssets.SCRIPTS);
        }
        String html = page(Histories.completed(1, NOW)).html();
        for (String script : PlayerAssets.SCRIPTS) {
            assertThat(html).containsOnlyOnce("/player/v1/" + script);
        }
    }

    @Test
    void noPageHasInlineCode() {
        for (State state :
                new State[] {
                    Histories.completed(1, NOW),
                    new State.Queued(),
                    new State.Processing(1, new Progress(1, 2), NOW),
                    Histories.failed(1, NOW)
                }) {
            assertThat(page(state).html())
                    .doesNotContainPattern(
                            "<script(?! type=\"(module|application/json|application/ld\\+json)\")")
                    .doesNotContainPattern("\\sstyle=")
                    .doesNotContainPattern("\\son[a-z]+=");
        }
    }

    @Test
    void valuesFromOutsideAreEscaped() {
        for (State state :
                new State[] {
                    new State.Queued(),
                    new State.Processing(1, new Progress(1, 2), NOW),
                    new State.Failed(1, new ConversionProblem("javascript:x", "<b>", "<i>'\""), NOW)
                }) {
            String html =
                    PAGES.of(
                                    Optional.of(new Conversion(ID, Optional.of(hostile), state)),
                                    PlayerLook.DEFAULT)
                            .html();

            assertThat(html)
                    .doesNotContain("<script>", "<b>", "<i>", "javascript:")
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
        }
    }

    @Test
    void dataForSearchEnginesCanNotEndItsElement() {
        String html = page(Histories.completed(1, NOW)).html();
        String data = html.substring(html.indexOf("ld+json\">") + 9);

        assertThat(data.substring(0, data.indexOf("</script>")))
                .contains("Why \\u003cqueues> beat \\\"cron\\\" & friends");
    }

    @Test
    void aPageThatWaitsShowsTheProgress() {
        assertThat(page(new State.Processing(1, new Progress(1_180, 2_764), NOW)).html())
                .contains("max=\"2764\" value=\"1180\"")
                .contains("Speaking… 42%")
                .contains("data-conversion=\"/v1/conversions/" + ID + "\"")
                .contains("http-equiv=\"refresh\"");
        assertThat(page(new State.Queued()).html()).contains("<progress aria-label=\"Progress\">");
    }

    @Test
    void whatIsSaidWithoutAudioIsInTheLanguageOfThePostOrItsReader() {
        RequestSummary text = new RequestSummary("public", "Warum", null, null, "de-AT", false);
        Conversion german =
                new Conversion(ID, Optional.of(text), new State.Processing(1, null, NOW));
        assertThat(PAGES.of(Optional.of(german), PlayerLook.DEFAULT, "fr").html())
                .contains("<html class=\"root\" lang=\"de\"", "Warten auf eine Stimme …");

        Conversion failed = conversion(Histories.failed(1, NOW));
        assertThat(PAGES.of(Optional.of(failed), PlayerLook.DEFAULT, "ar-EG,en;q=0.5").html())
                .contains(
                        "lang=\"ar\" dir=\"rtl\"",
                        "ما العمل",
                        "مقال من <a href=\"https://blog.example.com/post\"",
                        "class=\"failure\" lang=\"en\"");
        for (String unknown : new String[] {"", "xx", "*", "fr;q=x", "é"}) {
            assertThat(PAGES.of(Optional.of(failed), PlayerLook.DEFAULT, unknown).html())
                    .as(unknown)
                    .contains("lang=\"en\" dir=\"ltr\"", "What to do", "A post of <a");
        }
    }

    @Test
    void aFailureIsShownWithItsTitle() {
        assertThat(page(Histories.failed(1, NOW)).html())
                .contains("No article on that page")
                .contains("href=\"/problems/no-article\"")
                .doesNotContain("<audio");
    }

    @Test
    void anUnknownConversionIs404AndReadable() {
        PlayerPage page = PAGES.of(Optional.empty(), PlayerLook.DEFAULT);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.html()).contains("There is no such recording").doesNotContain("<audio");
    }

    private static PlayerLook look(String theme, String form) {
        return PlayerLook.of(Optional.of(theme), Optional.of(form));
    }

    private static PlayerPage page(PlayerLook look) {
        return PAGES.of(Optional.of(conversion(Histories.completed(1, NOW))), look);
    }

    private static PlayerPage pageIn(String language) {
        Audiobook book = Histories.audiobook();
        Audiobook inLanguage =
                new Audiobook(
                        book.title(),
                        book.author(),
                        book.sourceUrl(),
                        book.imageUrl(),
                        book.published(),
                        language,
                        book.voice(),
                        book.audio(),
                        book.vttKey(),
                        book.jsonKey(),
                        book.chaptersKey(),
                        book.characters(),
                        book.billedCharacters(),
                        false);
        return page(new State.Completed(1, inLanguage, NOW));
    }

    private static Conversion conversion(State state) {
        return new Conversion(ID, Optional.of(Histories.REQUEST), state);
    }

    private static PlayerPage page(State state) {
        return PAGES.of(Optional.of(conversion(state)), PlayerLook.DEFAULT);
    }

    private static UrlSigner noSigner() {
        throw new IllegalStateException("a public file is not signed");
    }
}
