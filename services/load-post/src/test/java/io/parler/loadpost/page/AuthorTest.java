package io.parler.loadpost.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.article.TestPages;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The author is found wherever a page names one.
class AuthorTest {
    private static Optional<String> author(String head, String body) {
        return TestPages.article(
                        "<title>The log of a lighthouse</title>"
                                + head
                                + "<article>"
                                + TestPages.LONG
                                + "</article>"
                                + body)
                .author();
    }

    private static String data(String json) {
        return "<script type=application/ld+json>" + json + "</script>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@type':'Article','author':'Ada Ferrer'}",
                "{'@type':'Article','author':{'name':['Ada Ferrer']}}",
                "{'@type':'Article','author':{'givenName':'Ada','familyName':'Ferrer'}}",
                "{'@type':'Article','author':['https://a.example/ada',{'name':'Ada Ferrer'}]}",
                "{'@graph':[{'@type':'Article','author':{'@id':'#a'}},{'@type':'Person','@id':'#a','name':'Ada Ferrer'}]}",
                "[{'@type':'Person','@id':'#a','name':'Ada Ferrer'},{'@type':'Article','author':{'@id':'#a'}}]"
            })
    void structuredDataNamesTheAuthorInManyForms(String json) {
        assertThat(author(data(json.replace('\'', '"')), "")).contains("Ada Ferrer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta name=author content='Ada Ferrer'>",
                "<meta property=article:author content=https://a.example/ada><meta name=citation_author content='Ada Ferrer'>",
                "<meta name=authors content='Ada Ferrer'>",
                "<meta itemprop=author content='Ada Ferrer'>",
                "<link rel=author href=/ada title='Ada Ferrer'>",
                "<meta name=byl content='By Ada Ferrer'>",
                "<meta name=author content='Ada Ferrer (ada@a.example)'>",
                "<meta name=author content='Ada Ferrer, Harbour Correspondent'>",
                "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ada Ferrer'>"
            })
    void metaElementsNameTheAuthor(String head) {
        assertThat(author(head, "")).contains("Ada Ferrer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<footer class=related><a rel=author href=/ada>Ada Ferrer</a></footer>",
                "<aside class=sidebar><span itemprop=author><b itemprop=name>Ada Ferrer</b></span></aside>",
                "<aside class=sidebar><a class=p-author href=/>Ada Ferrer</a></aside>"
            })
    void anAuthorWhoIsMarkedBesideTheArticleIsFound(String body) {
        assertThat(author("", body)).contains("Ada Ferrer");
    }

    @Test
    void severalMarkedPeopleAreNotTheAuthor() {
        assertThat(
                        author(
                                "",
                                "<footer class=related><a rel=author href=/a>Ada Ferrer</a>"
                                        + "<a rel=author href=/b>Ben Marsh</a></footer>"))
                .isEmpty();
    }

    @Test
    void eachAuthorMayHaveAnElement() {
        assertThat(
                        author(
                                "<meta name=author content='Ada Ferrer'><meta name=author content='Ben Marsh'>",
                                ""))
                .contains("Ada Ferrer, Ben Marsh");
    }

    private static Optional<String> authorInText(String head, String before, String after) {
        return TestPages.article(
                        "<title>The log of a lighthouse</title>%s<article><h1>The log of a lighthouse</h1>%s%s%s</article>"
                                .formatted(head, before, TestPages.LONG, after))
                .author();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div><span>March 3, 2026</span> · <span>Ada Ferrer</span></div>",
                "<p>3 March 2026, Ada Ferrer</p>",
                "<p>Ada Ferrer<br>3 March 2026</p>",
                "<p>by Ada Ferrer — 3 March 2026</p>",
                "<p>Posted by <a href=/u/1>Ada Ferrer</a> on 3 March 2026</p>",
                "<p>Von Ada Ferrer</p>",
                "<p>Text: Ada Ferrer</p>",
                "<p>Autor: Ada Ferrer</p>",
                "<p>BY ADA FERRER</p>",
                "<address>Ada Ferrer</address>",
                "<div class=contributor>Ada Ferrer</div>",
                "<span id=author class=author>Ada Ferrer</span><br><span>v1.2</span>",
                "<div><a href=/authors/ada-ferrer/>Ada Ferrer</a></div>"
            })
    void aLineAboveTheTextNamesTheAuthor(String line) {
        assertThat(authorInText("", line, ""))
                .hasValueSatisfying(name -> assertThat(name).isEqualToIgnoringCase("Ada Ferrer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>— Ada Ferrer</p>",
                "<p>Written by Ada Ferrer. She keeps lamps.</p>",
                "<div class=author-bio><p>Ada Ferrer is a keeper in the north.</p></div>",
                "<div class=post-author><h4><a href=/author/ada>Ada Ferrer</a></h4><p>She keeps lamps.</p></div>"
            })
    void theLastLinesNameTheAuthor(String line) {
        assertThat(authorInText("", "", line)).contains("Ada Ferrer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>By Monday the lamp was mended</p>",
                "<p>Lamp oil, 3 March 2026, was dear in the whole of the land and beyond.</p>",
                "<p>The lamp was built for <a href=/team/coast-rovers>Coast Rovers</a> in the year of the great storm.</p>",
                "<div><a href=https://news.example/people/ben>Ben Marsh</a></div>",
                "<div class=byline>Share</div>",
                "<div class=author>post.author.label</div>",
                "<div class=comment-author>Ben Marsh</div>"
            })
    void nobodyIsInvented(String line) {
        assertThat(authorInText("", line, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<blockquote><p>A lamp is a promise.</p></blockquote><p>— Ben Marsh</p>",
                "<blockquote><p>A lamp is a promise.</p><p>— Ben Marsh</p></blockquote>",
                "<p>“A lamp is a promise.”</p><p>— Ben Marsh</p>",
                "<p>— Ben Marsh</p><p>With that he put the lamp out, and went down to the boat.</p>"
            })
    void theSourceOfAQuotationIsNotTheAuthor(String end) {
        assertThat(authorInText("", "", end)).isEmpty();
    }

    @Test
    void theTitleOfAPageAboutAuthorsIsNoAuthor() {
        assertThat(author("<link rel=author title='About these documents' href=/about>", ""))
                .isEmpty();
    }

    @Test
    void aPersonIsPreferredToTheSite() {
        String site =
                "<meta property=og:site_name content=Harbour><meta name=author content=Harbour>";

        assertThat(authorInText(site, "<a rel=author href=/ada>Ada Ferrer</a>", ""))
                .contains("Ada Ferrer");
        assertThat(authorInText(site, "", "")).contains("Harbour");
    }

    @Test
    void aMarkedPersonIsPreferredToAReaderWithoutAName() {
        String reader =
                "<div><div class=byline><div><b>J</b></div><div class=username>J</div></div><p>Well said.</p></div>";

        assertThat(authorInText("", reader, "<div class=author-name>Ada Ferrer</div>"))
                .contains("Ada Ferrer");
    }

    @Test
    void theLabelOfABylineInAMetaElementIsNotPartOfTheName() {
        assertThat(
                        TestPages.article(
                                        "<title>The log</title><meta name=byl content='By Ada Ferrer'><article>"
                                                + TestPages.LONG)
                                .byline())
                .contains("Ada Ferrer");
    }
}
