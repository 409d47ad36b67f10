package io.parler.loadpost.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which texts of a feed are HTML and which are plain.
class FeedTextTest {
    private static final String XHTML = "xmlns='http://www.w3.org/1999/xhtml'";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<content>1 &lt; 2 &amp; 3</content>|1 &lt; 2 &amp; 3",
                "<content type='text'>a &lt;b> tag</content>|a &lt;b> tag",
                "<content type='html'>a &lt;b>bold&lt;/b> word</content>|a <b>bold</b> word",
                "<content type='html'><![CDATA[a <b>bold</b> word]]></content>|a <b>bold</b> word",
                "<content type='xhtml'><div "
                        + XHTML
                        + ">a <b>bold</b> word</div></content>|a <b>bold</b> word",
                "<content type='xhtml'><h:div xmlns:h='http://www.w3.org/1999/xhtml'>a<h:br/>b</h:div></content>|a<br />b",
                "<content type='xhtml'><div " + XHTML + "><p/>after</div></content>|<p></p>after",
                "<content type='application/xml'>1 &amp;lt; 2</content>|1 &lt; 2",
                "<content type='text/html' mode='escaped'>a &lt;b>bold&lt;/b> word</content>|a <b>bold</b> word",
                "<content type='text/html' mode='base64'>YSA8Yj5ib2xkPC9iPiB3b3Jk</content>|a <b>bold</b> word",
                "<content type='text/html' mode='base64'>no base64 &lt;i>!&lt;/i></content>|no base64 <i>!</i>",
                "<content mode='xml'>a <b>bold</b> word</content>|a <b>bold</b> word"
            })
    void theContentOfAtomIsReadByItsType(String content, String html) {
        assertThat(TestFeeds.entry(content).content()).contains(html);
    }

    @Test
    void base64ContentIsDecoded() {
        String text = Base64.getMimeEncoder().encodeToString(TestFeeds.utf8("häfen"));
        assertThat(
                        TestFeeds.entry(
                                        "<content type='application/octet-stream'>"
                                                + text
                                                + "</content>")
                                .content())
                .contains("häfen");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tom &amp; Jerry|Tom & Jerry",
                "Tom &amp;amp; Jerry|Tom & Jerry",
                "<![CDATA[Tom &amp; Jerry]]>|Tom & Jerry",
                "1 &lt; 2|1 < 2",
                "On &lt;i&gt;ships&lt;/i&gt;|On ships",
                "On <i>ships</i>|On ships",
                "caf&eacute;&nbsp;&hellip;|café …",
                "don\u0092t|don’t",
                "don&#146;t|don’t",
                "an & alone|an & alone",
                "&nosuch;|&nosuch;",
                "A &lt;i>heading&lt;/i>&lt;a href=\"#a\">¶&lt;/a>|A heading"
            })
    void aTitleIsPlainTextInEveryFormat(String title, String plain) {
        assertThat(TestFeeds.item("<title>" + title + "</title>").title()).isEqualTo(plain);
        assertThat(TestFeeds.channel("<title>" + title + "</title>").title()).isEqualTo(plain);
    }

    @Test
    void aPlainTitleOfAtomKeepsItsCharacters() {
        assertThat(TestFeeds.entry("<title>The &lt;b> tag</title>").title())
                .isEqualTo("The <b> tag");
    }

    @Test
    void contentEncodedCountsMostInRss() {
        Post post =
                TestFeeds.item(
                        """
                        <description>Short</description>
                        <content:encoded><![CDATA[<p>Long</p>]]></content:encoded>
                        """);
        assertThat(post.summary()).contains("Short");
        assertThat(post.content()).contains("<p>Long</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<body " + XHTML + "><p>Long</p></body>|<p>Long</p>",
                "<fullitem>&lt;p>Long&lt;/p></fullitem>|<p>Long</p>",
                "<atom:content xmlns:atom='http://www.w3.org/2005/Atom' type='html'>&lt;p>Long&lt;/p></atom:content>|<p>Long</p>"
            })
    void theContentOfRssIsFoundInOtherElements(String field, String html) {
        assertThat(TestFeeds.item(field).content()).contains(html);
    }

    @Test
    void ofADescriptionAndASummaryTheFirstIsTheSummary() {
        Post post = TestFeeds.item("<summary>Short</summary><description>Long</description>");
        assertThat(post.texts().summary().value()).isEqualTo("Short");
        assertThat(post.content()).contains("Long");
    }

    @Test
    void aLongDescriptionWithParagraphsIsTheWholePost() {
        String words = "&lt;p>" + "word ".repeat(400) + "&lt;/p>";
        assertThat(TestFeeds.item("<description>" + words + "</description>").content().orElse(""))
                .startsWith("<p>word");
        assertThat(TestFeeds.item("<description>&lt;p>word&lt;/p></description>").content())
                .isEmpty();
    }

    @Test
    void aSummaryIsCutBetweenWords() {
        String summary =
                TestFeeds.item("<description>" + "word ".repeat(200) + "</description>")
                        .summary()
                        .orElseThrow();
        assertThat(summary).endsWith("word…").hasSizeLessThanOrEqualTo(300);
    }

    @Test
    void theTitleOfAnUntitledPostIsItsStart() {
        assertThat(TestFeeds.item("<description>A &lt;b>short&lt;/b> note</description>").title())
                .isEqualTo("A short note");
    }
}
