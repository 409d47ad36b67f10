package io.parler.loadpost.article;

import static io.parler.loadpost.article.TestPages.spoken;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.block.Block;
import io.parler.loadpost.block.Block.Content;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages as the usual systems make them.
class SiteMakesTest {
    private static final String SENTENCES =
            "<p>The ferry left at seven, as it does on weekdays, with four cars and a horse on it."
                    + " The skipper, who had slept badly, said nothing until the first buoy.</p>";
    private static final String TEXT = SENTENCES + SENTENCES + SENTENCES;

    private static Article page(String head, String body) {
        return TestPages.article(head + "<body>" + body);
    }

    private static List<String> read(String body) {
        return spoken(page("<title>The ferry</title>", body).blocks());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type=a                            | a b",
                "type=A start=3                    | C D",
                "type=a start=26                   | z aa",
                "style='list-style: lower-alpha'   | a b",
                "style='list-style-type:upper-latin' | A B",
            })
    void theItemsOfAListHaveTheLettersOfThePage(String attributes, String letters) {
        List<Block> blocks =
                page(
                                "<title>The ferry</title>",
                                TEXT + "<ol " + attributes + "><li>Rope</li><li>Tar</li></ol>")
                        .blocks();

        assertThat(blocks.stream().map(SiteMakesTest::letter).flatMap(Optional::stream))
                .containsExactly(letters.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"type=i", "type=I", "type=1", "style='list-style: upper-roman'", ""})
    void romanNumeralsAreNumbers(String attributes) {
        List<Block> blocks =
                page("<title>The ferry</title>", TEXT + "<ol " + attributes + "><li>Rope</li></ol>")
                        .blocks();

        assertThat(blocks)
                .extracting(Block::content)
                .contains(new Content.ListItem(true, 1, 1, Optional.empty()));
    }

    private static Optional<String> letter(Block block) {
        return block.content() instanceof Content.ListItem item ? item.letter() : Optional.empty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<aside class=note><p><a href=/n>Tar is warm, and it stays warm.</a></p></aside>",
                "<div class='alert alert-info' role=alert><b>Note:</b> <a href=/n>Tar is warm,"
                        + " and it stays warm.</a></div>",
                "<div class=toggle><h4>Tar is warm, and it stays warm.</h4><button>+</button></div>",
                "<div class=group><p><strong>Note:</strong> See <a href=/n>the page on tar</a>:"
                        + " Tar is warm, and it stays warm.</p></div>",
                "<div class=admonition><div class=head>note</div><div class=content><p>See <a"
                        + " href=/n>this page</a>. Tar is warm, and it stays warm.</p></div></div>",
                "<div class=header-card><h2>Tar is warm, and it stays warm.</h2></div>"
            })
    void aNoteInTheTextIsRead(String note) {
        assertThat(read("<article><h1>The ferry</h1>" + TEXT + note + TEXT + "</article>"))
                .anyMatch(text -> text.contains("Tar is warm, and it stays warm."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=w><article><h1>The ferry</h1>%s</article><div class=more>%s</div></div>",
                "<div><div><div itemprop=articleBody>%s</div></div><div><div>%s</div></div></div>"
            })
    void whatIsBesideTheOnlyMarkedArticleIsNotRead(String page) {
        String teasers =
                "<div class=card><p>A teaser of another story, with a comma, and more words, to be long.</p></div>"
                        .repeat(8);

        assertThat(read(page.formatted(TEXT, teasers)))
                .isNotEmpty()
                .noneMatch(text -> text.contains("teaser"));
    }

    @Test
    void sectionsAfterALongPreambleAreRead() {
        String section =
                "<div class=sect1><h2>Tar</h2><div class=sectionbody><p>It is warm, it is black, and it stays on the hands for a week or two.</p></div></div>";

        assertThat(
                        read(
                                "<div id=content><div id=preamble><div class=sectionbody>"
                                        + TEXT
                                        + "</div></div>"
                                        + section
                                        + "</div>"))
                .contains("Tar")
                .anyMatch(text -> text.startsWith("It is warm"));
    }

    @Test
    void aHintForScreenReadersIsNotRead() {
        assertThat(
                        read(
                                TEXT
                                        + "<p>See <a href=/x>the chart<span class=sr-only> (opens in a new tab)</span></a> of the bay.</p>"))
                .contains("See the chart of the bay.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Comments (12)",
                "Like this:",
                "Print this page",
                "Scroll down for video",
                "Listen to this article",
                "Table of Contents",
                "This post may contain affiliate links.",
                "Artikel teilen",
                "Partager",
                "Advertentie",
                "Reklama",
                "Czytaj także: Dziesięć sposobów na ryż",
                "Thanks for reading! Subscribe to our newsletter for more."
            })
    void smallLinesOfThePageAreNotRead(String line) {
        assertThat(
                        read(
                                "<article><h1>The ferry</h1>"
                                        + TEXT
                                        + "<p>"
                                        + line
                                        + "</p>"
                                        + TEXT
                                        + "</article>"))
                .isNotEmpty()
                .doesNotContain(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id=fc-consent-root", "class='consent-root x'"})
    void theNoticeOfAConsentManagerIsNotRead(String names) {
        assertThat(
                        read(
                                "<div "
                                        + names
                                        + "><h2>We value your privacy</h2><p>We and our partners use cookies, and so on.</p></div><article>"
                                        + TEXT
                                        + "</article>"))
                .isNotEmpty()
                .noneMatch(text -> text.contains("privacy"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The ferry - Mara's log | <h1 class=site-title>Mara's log</h1><h2 class=entry-title>The ferry</h2>",
                "Setup — MyTool 1.0 documentation | <h1>Setup<a class=headerlink href='#s'>¶</a></h1>",
                "Writing C# | <h1>Writing C#</h1>",
            })
    void theTitleIsTheHeadingOfThePost(String title, String headings) {
        String expected =
                headings.replaceAll("<a .*</a>", "").replaceFirst(".*<h.[^>]*>(.*?)</h.>.*", "$1");

        assertThat(page("<title>" + title + "</title>", headings + TEXT).title())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"autor,Von Jana Falk", "auteur,Par Jana Falk", "autore,Di Jana Falk"})
    void theAuthorIsMarkedInOtherLanguages(String name, String line) {
        String byline = "<p class=" + name + ">" + line + "</p>";

        assertThat(page("<title>The ferry</title>", "<h1>The ferry</h1>" + byline + TEXT).author())
                .contains("Jana Falk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=mw-heading><h2>The rope</h2><span class=mw-editsection>[<a href=/e>edit</a>]</span></div>",
                "<div class=markdown-heading><h2>The rope</h2><a class=anchor href=#rope></a></div>",
                "<div class=header><h3>The rope</h3></div>",
                "<section class=head><h2>The rope</h2><a href=#rope>Copy link</a></section>"
            })
    void aHeadingInABoxIsReadWhateverFollows(String box) {
        String code = "<div class=highlight><pre><code>rope --tie</code></pre></div>";

        assertThat(read("<article><h1>The ferry</h1>" + TEXT + box + code + TEXT + "</article>"))
                .contains("The rope");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<section class=b><h2>More</h2><article><h2><a href=/a>Tar is cheap</a></h2></article></section>",
                "<x-island><div><h2>Sign up to First Edition</h2><p>Tar is cheap, and comes each morning.</p>"
                        + "<form><input type=email></form><p>Privacy: tar is cheap.</p></div></x-island>",
                "<h3>Most popular</h3><ul><li><a href=/a>Tar is cheap</a></li><li><a href=/b>Oil too</a></li></ul>",
                "<h3>Lire aussi</h3><ul><li><a href=/a>Tar is cheap</a></li><li><a href=/b>Oil too</a></li></ul>"
            })
    void aBoxThatOffersSomethingElseIsNotRead(String box) {
        List<String> read =
                read("<article><h1>The ferry</h1>" + TEXT + box + SENTENCES + "</article>");

        assertThat(read).hasSize(4).noneMatch(text -> text.contains("ar is cheap"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"share__text", "promo", "tags-p", "subscribe", "read-more-content"})
    void aListWithoutLinksIsReadWhateverItsName(String name) {
        String list =
                "<ul class='%s'><li>A rope of hemp</li><li>A lamp and oil</li></ul>"
                        .formatted(name);

        assertThat(read("<article><h1>The ferry</h1>" + TEXT + list + TEXT + "</article>"))
                .contains("A rope of hemp", "A lamp and oil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p class=byline-text>The tar, <b class=author>warm</b> as it was, ran down the planks.</p>",
                "<p class=author-text>The tar, warm as it was, ran down the planks.</p>"
            })
    void aSentenceWithTheNameOfABylineIsRead(String paragraph) {
        assertThat(read("<article><h1>The ferry</h1>" + TEXT + paragraph + TEXT + "</article>"))
                .contains("The tar, warm as it was, ran down the planks.");
    }

    @Test
    void theLeadBetweenTitleAndTextIsReadThoughItIsShort() {
        String lead = "The skipper rowed out in the dark, alone, and came home with two strangers.";

        assertThat(
                        read(
                                "<main><section><div><h1>The ferry</h1></div><div><p>%s</p></div><div>Share</div><div><div>%s</div></div></section></main>"
                                        .formatted(lead, TEXT + TEXT + TEXT)))
                .contains(lead);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sr_only",
                "show-for-sr",
                "element-invisible",
                "a11y-hidden",
                "cdk-visually-hidden",
                "off-screen"
            })
    void moreNamesHideAText(String name) {
        assertThat(
                        read(
                                "<article><h1>The ferry</h1>%s<p class='%s'>Only for machines.</p></article>"
                                        .formatted(TEXT, name)))
                .doesNotContain("Only for machines.");
    }

    @Test
    void anAsideWithoutNamesIsAQuotation() {
        String article =
                "<article><h1>The ferry</h1>%s<aside%s>Tar is patience.</aside>%s</article>";

        assertThat(read(article.formatted(TEXT, "", TEXT))).contains("Tar is patience.");
        assertThat(read(article.formatted(TEXT, " class=box", TEXT)))
                .doesNotContain("Tar is patience.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A version of this article appears in print on March 3, 2026, Section A, Page 1.",
                "Il vous reste 60% de cet article à lire. La suite est réservée aux abonnés.",
                "Subscribe to continue reading",
                "Disclosure: this post may contain affiliate links. If you buy something through one of them,"
                        + " we may earn a commission, at no cost to you, which helps to keep the lamp burning.",
                "answered Mar 2, 2026 at 11:15",
                "Post by ole » Mon Mar 02, 2026 11:15 am",
                "发布于 2026-03-02 10:15",
                "- Advertisement -",
                "↑ Back to top",
                "View this post on Instagram",
                "(Reporting by Ida Brandt; Editing by Ole Vik)",
                "Powered by Trinity Audio",
                "You need to be logged in to comment",
                "Enlarge this image",
                "1 2 3 Next",
                "Like Loading...",
                "Privacy Policy"
            })
    void whatThePaperSaysOfItselfIsNotRead(String line) {
        assertThat(
                        read(
                                "<article><h1>The ferry</h1>%s<p>%s</p>%s</article>"
                                        .formatted(TEXT, line, SENTENCES)))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Powered by the wind, the ferry left.",
                "Listen to the sea, he said.",
                "Print is dead, he used to say.",
                "He zoomed in.",
                "Why?",
                "Newsletters lay on the floor of the cabin."
            })
    void aSentenceWithSuchWordsIsRead(String line) {
        assertThat(
                        read(
                                "<article><h1>The ferry</h1>%s<p>%s</p>%s</article>"
                                        .formatted(TEXT, line, SENTENCES)))
                .contains(line);
    }

    @Test
    void theMessagesOfANewsFeedAreNoThread() {
        String messages =
                ("<li class=item><span class=author>AFP</span><div>" + TEXT + "</div></li>")
                        .repeat(9);

        assertThat(
                        read(
                                "<article><h1>The ferry</h1>%s</article><ul>%s</ul>"
                                        .formatted(TEXT, messages)))
                .doesNotContain("AFP");
    }
}
