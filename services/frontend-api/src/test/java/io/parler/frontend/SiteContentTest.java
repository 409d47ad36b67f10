package io.parler.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rules for every page of the site.
class SiteContentTest {
    private static final String ORIGIN = "https://parler.example";
    private static final SiteFiles SITE = new SiteFiles(ORIGIN);

    /// Answered by other routes than the site's files.
    private static final Pattern ELSEWHERE = Pattern.compile("/(?:v1|problems)/.*");

    static Stream<Path> pages() {
        return Stream.concat(files(Path.of("site")), files(Path.of("src/main/resources/pages")))
                .filter(file -> file.toString().endsWith(".html"))
                .filter(file -> !file.endsWith("problem-row.html"));
    }

    static Stream<Path> scripts() {
        return files(Path.of("site")).filter(file -> file.toString().endsWith(".js"));
    }

    static Stream<Path> stylesAndScripts() {
        return Stream.concat(
                scripts(), files(Path.of("site")).filter(f -> f.toString().endsWith(".css")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsWellFormed(Path file) {
        Parser parser = Parser.htmlParser().setTrackErrors(20);
        Jsoup.parse(read(file), ORIGIN, parser);

        assertThat(parser.getErrors()).map(ParseError::toString).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageHasALanguageATitleAndOneMainHeading(Path file) {
        var page = parse(file);

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("meta[name=viewport]")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageHasNoCodeOrStyleOfItsOwn(Path file) {
        var page = parse(file);

        assertThat(page.select("style, script:not([src]), [style]")).isEmpty();
        assertThat(page.getAllElements())
                .allSatisfy(
                        element ->
                                assertThat(element.attributes())
                                        .extracting(Attribute::getKey)
                                        .noneMatch(name -> name.startsWith("on")));
        assertThat(page.select("[href^=javascript:]")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageLoadsNothingFromElsewhere(Path file) {
        Stream<String> loaded =
                parse(file).select("[src], link[rel=stylesheet], link[rel=icon], form").stream()
                        .map(e -> e.hasAttr("src") ? e.attr("src") : e.attr("href"));

        assertThat(loaded).allMatch(it -> it.isEmpty() || it.startsWith("/"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatAPageLinksToIsThere(Path file) {
        var page = parse(file);
        for (Element element : page.select("[href], [src]")) {
            String address = element.attr(element.hasAttr("href") ? "href" : "src");
            if (address.startsWith("#")) {
                assertThat(page.getElementById(address.substring(1))).as(address).isNotNull();
            } else if (address.startsWith("/") || address.startsWith(ORIGIN)) {
                String path = URI.create(address.replace("{{slug}}", "no-feed")).getPath();
                assertThat(SITE.get(path).isPresent() || ELSEWHERE.matcher(path).matches())
                        .as(address)
                        .isTrue();
            } else {
                assertThat(address).matches("https://.*|mailto:.*");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void picturesAreDescribedAndFieldsLabelled(Path file) {
        var page = parse(file);

        assertThat(page.select("img:not([alt])")).isEmpty();
        assertThat(page.select("input[id], select[id], textarea[id]"))
                .allMatch(field -> !page.select("label[for=" + field.id() + "]").isEmpty());
        assertThat(page.select("input:not([id]), select:not([id]), textarea:not([id])")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stylesAndScripts")
    void stylesAndScriptsLoadNothingFromElsewhere(Path file) {
        assertThat(read(file))
                .doesNotContainPattern("(?:import|url|fetch|from)[ (]*['\"]?(?:https?:)?//");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void whatAScriptImportsIsThere(Path file) {
        Pattern.compile("^import .*from '([^']+)'", Pattern.MULTILINE)
                .matcher(read(file))
                .results()
                .map(found -> file.resolveSibling(found.group(1)).normalize())
                .forEach(imported -> assertThat(imported).exists());
    }

    private static org.jsoup.nodes.Document parse(Path file) {
        return Jsoup.parse(read(file).replace("{{origin}}", ORIGIN));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
