package io.parler.loadpost.article;

import static io.parler.loadpost.article.TestPages.spoken;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.block.Block;
import io.parler.loadpost.block.Block.Spoken;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing of an article is lost, whatever boxes and names its site uses.
class WholeArticleTest {
    private static final String TITLE = "<title>The log of a lighthouse</title>";
    private static final String H1 = "<h1>The log of a lighthouse</h1>";

    /// A paragraph that can be told from others by its number.
    private static String paragraph(int number) {
        return "<p>Mark "
                + number
                + ": the keeper went up, looked out, wrote down what he saw, and came down again,"
                + " as he did on every night of the year, and of the year before.</p>";
    }

    private static String paragraphs(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(WholeArticleTest::paragraph)
                .collect(Collectors.joining());
    }

    private static List<String> marks(List<Block> blocks) {
        return spoken(blocks).stream()
                .filter(text -> text.startsWith("Mark "))
                .map(text -> text.replaceFirst("(Mark [0-9]+).*", "$1"))
                .toList();
    }

    private static List<String> marks(int to) {
        return IntStream.range(0, to).mapToObj(i -> "Mark " + i).toList();
    }

    private static List<Block> read(String body) {
        return TestPages.article(TITLE + "<body>" + body).blocks();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <div class=sect1><h2>Part</h2><div class=sectionbody>        | </div></div>
                    <div class=et_pb_row><div class=et_pb_column><div class=txt> | </div></div></div>
                    <section><div class=container><div class=row><h2>Part</h2>   | </div></div></section>
                    <div class='sqs-block html-block'><div class=sqs-content>    | </div></div>
                    <div class=text-block><div class=text-block__body>           | </div></div>
                    <section class='wp-block-group'><h3>Part</h3><div>           | </div></section>
                    <div class='elementor-section elementor-element-4f'><div>    | </div></div>
                    <details open><summary>Part</summary><div>                   | </div></details>
                    """)
    void allSectionsAreReadIfEachIsInABoxOfItsOwn(String start, String end) {
        String body =
                start
                        + paragraphs(0, 1)
                        + end
                        + start
                        + paragraphs(1, 4)
                        + end
                        + start
                        + paragraphs(4, 6)
                        + end
                        + start
                        + paragraphs(6, 11)
                        + end;
        assertThat(marks(read("<main><article>" + H1 + body + "</article></main>")))
                .isEqualTo(marks(11));
        assertThat(marks(read("<div id=page>" + H1 + body + "</div>"))).isEqualTo(marks(11));
    }

    @Test
    void theHeadingsOfSectionsInBoxesAreRead() {
        String body =
                "<div class=a><div class=b><h2>One</h2></div><div class=t>"
                        + paragraphs(0, 2)
                        + "</div></div><div class=a><div class=b><h2>Two</h2></div><div class=t>"
                        + paragraphs(2, 6)
                        + "</div></div>";
        assertThat(spoken(read("<article>" + H1 + body))).contains("One", "Two");
    }

    @Test
    void theIntroductionInTheHeaderIsRead() {
        List<Block> blocks =
                read(
                        "<section class=top><div class=in>"
                                + H1
                                + paragraphs(0, 1)
                                + "</div></section><section class=main-text><div>"
                                + paragraphs(1, 7)
                                + "</div></section>");
        assertThat(marks(blocks)).isEqualTo(marks(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h2 class=header-anchor-post>How it began</h2>",
                "<h3 class=section-header>How it began</h3>",
                "<h2 class='banner'>How it began</h2>",
                "<h2 id=share class='meta share'>How it began</h2>",
                "<h4 class='promo related-title'>How it began</h4>",
                "<div class=x><h2 class=sidebar-heading>How it began</h2></div>"
            })
    void aHeadingIsReadWhateverItsName(String heading) {
        assertThat(spoken(read("<article>" + paragraphs(0, 4) + heading + paragraphs(4, 8))))
                .contains("How it began");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comment",
                "share",
                "social",
                "extra",
                "remark",
                "promo",
                "widget",
                "tags",
                "sponsor",
                "paywall",
                "toc-para",
                "cta-padding-top",
                "related",
                "menu"
            })
    void aParagraphOfSentencesIsReadWhateverItsName(String name) {
        String named =
                "<p class='"
                        + name
                        + "'>The third boat was never paid for, which explains"
                        + " the quarrel of that autumn.</p>";
        assertThat(spoken(read("<article>" + paragraphs(0, 4) + named + paragraphs(4, 8))))
                .anyMatch(text -> text.startsWith("The third boat"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<span class=menuselection>File</span>",
                "<b class=menu>File</b>",
                "<code class=header>File</code>",
                "<span class='share-link'>File</span>",
                "<em class=comment>File</em>",
                "<button type=button class=term>File</button>",
                "<kbd class=sidebar>File</kbd>"
            })
    void noWordOfASentenceIsLostByItsName(String word) {
        String html = "<p>Now choose " + word + " to keep the drawing for later.</p>";
        assertThat(spoken(read("<article>" + paragraphs(0, 4) + html + paragraphs(4, 8))))
                .contains("Now choose File to keep the drawing for later.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h3><button aria-expanded=false aria-controls=p>Is it cheap?</button></h3>"
                        + "<div id=p hidden><p>It never was, and it won't be, in our time at least.</p></div>",
                "<h3><button aria-expanded=false>Is it cheap?</button></h3>"
                        + "<div><p>It never was, and it won't be, in our time at least.</p></div>",
                "<button class=accordion aria-expanded=false>Is it cheap?</button>"
                        + "<div class=panel><p>It never was, and it won't be, in our time at least.</p></div>",
                "<details><summary>Is it cheap?</summary>"
                        + "<p>It never was, and it won't be, in our time at least.</p></details>"
            })
    void theQuestionsAndAnswersOfAnAccordionAreRead(String html) {
        assertThat(spoken(read("<article>" + paragraphs(0, 4) + html + paragraphs(4, 8))))
                .contains("Is it cheap?", "It never was, and it won't be, in our time at least.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=m><p><a href=/o>On Friday the council heard that three men had repaired the wall.</a></p></div>",
                "<div class=m><p>Then, as everybody knew, <a href=/a>the council heard that three men</a> had repaired it.</p></div>",
                "<div class='admonition note'><p>Note</p><p>Tar is warm: see <a href=/x>the tar pages</a>.</p></div>",
                "<div class='callout'><p>Tar is warm: see <a href=/x>the tar pages</a>.</p></div>",
                "<div class=q><blockquote>A ship not written down has not passed.</blockquote><a href=/s>The log</a></div>"
            })
    void aSmallBoxWithALinkIsRead(String html) {
        List<Block> blocks = read("<article>" + paragraphs(0, 4) + html + paragraphs(4, 8));
        assertThat(spoken(blocks).stream().filter(text -> !text.startsWith("Mark"))).isNotEmpty();
    }

    @Test
    void codeWithACopyLinkIsAnnounced() {
        List<Block> blocks =
                read(
                        "<article>"
                                + paragraphs(0, 4)
                                + "<div class=codehilite><pre><code>norm = 0</code></pre>"
                                + "<a class=copy href=#>Copy code</a></div>"
                                + paragraphs(4, 8));
        assertThat(blocks)
                .anyMatch(
                        block ->
                                block.spoken() == Spoken.ANNOUNCED
                                        && block.text().equals("norm = 0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paywall",
                "item__comment",
                "ad-container",
                "live-match-comment",
                "toc-para"
            })
    void namesThatAllParagraphsHaveSayNothing(String name) {
        String body =
                IntStream.range(0, 9)
                        .mapToObj(
                                i ->
                                        "<div class='"
                                                + name
                                                + "'><div>"
                                                + paragraph(i)
                                                + "</div></div>")
                        .collect(Collectors.joining());
        assertThat(marks(read("<main><article>" + H1 + body))).isEqualTo(marks(9));
    }

    @Test
    void theCommentsBelowAnArticleAreNotPartOfIt() {
        String comments =
                IntStream.range(20, 40)
                        .mapToObj(i -> "<li class=comment><div>" + paragraph(i) + "</div></li>")
                        .collect(Collectors.joining("", "<ol class=comment-list>", "</ol>"));
        List<Block> blocks = read("<main>" + H1 + paragraphs(0, 5) + comments + "</main>");
        assertThat(marks(blocks)).isEqualTo(marks(5));
        assertThat(blocks)
                .filteredOn(
                        block -> block.text().startsWith("Mark 2") && block.text().charAt(6) != ':')
                .allMatch(block -> block.reason().filter("comments"::equals).isPresent());
    }

    @Test
    void anArticleInABoxWithTheNameOfASidebarIsRead() {
        for (String box : List.of("<div id=c class=sidebar-left>", "<div class=above-footer>")) {
            assertThat(marks(read(box + H1 + "<div class=t>" + paragraphs(0, 7))))
                    .isEqualTo(marks(7));
        }
    }

    @Test
    void anArticleThatAScriptShowsLaterIsRead() {
        List<Block> blocks =
                read(
                        "<div><footer><h3>Start now</h3><p>With a free trial of the lamp.</p></footer></div>"
                                + "<div hidden id='S:0'><article>"
                                + H1
                                + paragraphs(0, 7)
                                + "</article></div>");
        assertThat(marks(blocks)).isEqualTo(marks(7));
    }

    @Test
    void aShortPostIsReadAndNotALongNoticeBesideIt() {
        String notice =
                "<p>This address seems to be wrong: it must have an at sign and a domain.</p>";
        List<Block> blocks =
                read(
                        "<main><article>"
                                + H1
                                + "<p>The lamp is lit again, since noon.</p></article></main>"
                                + "<div class=login>"
                                + notice.repeat(9)
                                + "</div>");
        assertThat(spoken(blocks)).containsExactly("The lamp is lit again, since noon.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dialog><p>Not to be read by anybody here.</p></dialog>",
                "<div popover id=x><p>Not to be read by anybody here.</p></div>",
                "<p hidden>Not to be read by anybody here.</p>",
                "<p style='display: none'>Not to be read by anybody here.</p>",
                "<p class=hidden>Not to be read by anybody here.</p>",
                "<p class='x d-none'>Not to be read by anybody here.</p>",
                "<style>.q1{color:red;display:none}</style><p class=q1>Not to be read by anybody here.</p>",
                "<style>#q2 { position:absolute; left: -9999px }</style><p id=q2>Not to be read by anybody here.</p>",
                "<div class=cookiewall><p>Not to be read by anybody here.</p></div>",
                "<div id=CybotCookiebotDialog><p>Not to be read by anybody here.</p></div>",
                "<div class='onetrust-banner'><p>Not to be read by anybody here.</p></div>"
            })
    void textThatIsNotShownIsNotRead(String html) {
        assertThat(spoken(read("<article>" + paragraphs(0, 4) + html + paragraphs(4, 8))))
                .noneMatch(text -> text.contains("Not to be read"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<style>@media print { .q1 { display:none } }</style><p class=q1>The lamp is lit, at noon.</p>",
                "<style>.q1{display:none} .q1{display:block}</style><p class=q1>The lamp is lit, at noon.</p>",
                "<p class='hidden md:block'>The lamp is lit, at noon.</p>",
                "<p style='clip-path: inset(100% 0 0 0)'>The lamp is lit, at noon.</p>",
                "<dialog open><p>The lamp is lit, at noon.</p></dialog>"
            })
    void textThatIsShownOnSomeScreensIsRead(String html) {
        assertThat(spoken(read("<article>" + paragraphs(0, 4) + html + paragraphs(4, 8))))
                .contains("The lamp is lit, at noon.");
    }

    @Test
    void theConclusionBesideAFormForAnAddressIsRead() {
        String form = "<form><p>Get our newsletter.</p><input type=email></form>";
        String html = "<section><h2>Conclusion</h2>%s%s</section>".formatted(paragraph(8), form);
        assertThat(marks(read("<article>" + H1 + paragraphs(0, 8) + html + "</article>")))
                .isEqualTo(marks(9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The <span class=term>keel<span role=tooltip>the long beam</span></span> was laid.",
                "The <span class=t>keel<span class=tooltiptext>the long beam</span></span> was laid.",
                "The <span>keel<span class=rollover-people-block>the long beam</span></span> was laid."
            })
    void aTooltipIsListedAfterItsSentence(String html) {
        List<Block> blocks =
                read("<article>" + paragraphs(0, 4) + "<p>" + html + "</p>" + paragraphs(4, 8));
        assertThat(spoken(blocks)).contains("The keel was laid.");
        assertThat(blocks)
                .anyMatch(
                        block ->
                                block.text().equals("the long beam")
                                        && block.spoken() == Spoken.SKIPPED);
    }
}
