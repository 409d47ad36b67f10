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
}
