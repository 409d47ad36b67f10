package io.parler.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteFilesTest {
    private final SiteFiles site = new SiteFiles("https://parler.example");

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8",
        "/index.html, text/html; charset=utf-8",
        "/sample/, text/html; charset=utf-8",
        "/sample, text/html; charset=utf-8",
        "/sample/feed.xml, application/rss+xml; charset=utf-8",
        "/js/app.js, text/javascript; charset=utf-8",
        "/css/parler.css, text/css; charset=utf-8",
        "/favicon.svg, image/svg+xml",
        "/sample/img/reading-lamp.png, image/png"
    })
    void aFileIsFoundWithItsContentType(String path, String contentType) {
        assertThat(site.get(path)).map(Document::contentType).contains(contentType);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../pages/problem.html",
                "/sample/../../pages/problem.html",
                "/..%2fpages%2fproblem.html",
                "/%2e%2e/pages/problem.html",
                "/..;/pages/problem.html",
                "/..\\pages\\problem.html",
                "/./index.html",
                "//index.html",
                "//example.com/index.html",
                "/sample//feed.xml",
                "/\u0000/index.html",
                "/io/parler/frontend/SiteFiles.class",
                "/contracts/problems.json",
                "/pages/problem.html",
                "/META-INF/MANIFEST.MF",
                "/.git/config",
                "/index.html/",
                "/js",
                "/js/",
                "/sample/img/",
                "/nothing",
                "/nothing.html",
                "index.html"
            })
    void nothingElseIsFound(String path) {
        assertThat(site.get(path)).isEmpty();
    }

    @Test
    void pagesAndFeedsNameThePublicOrigin() {
        assertThat(text("/sample/feed.xml"))
                .contains("<link>https://parler.example/sample/the-kettle-test/</link>")
                .doesNotContain("{{");
        assertThat(text("/")).contains("https://parler.example/sample/feed.xml");
    }

    private String text(String path) {
        return new String(site.get(path).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }
}
