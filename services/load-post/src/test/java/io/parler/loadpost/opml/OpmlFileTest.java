package io.parler.loadpost.opml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpmlFileTest {
    private static List<OpmlFeed> read(String file) throws InvalidOpmlException {
        return OpmlFile.read(file.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"version=\"1.0\"", "version=\"1.1\"", "version=\"2.0\"", ""})
    void theFeedsOfAllFoldersAreFound(String version) throws Exception {
        assertThat(
                        read(
                                """
                                <?xml version="1.0"?>
                                <opml %s><head><title>Mine</title><dateCreated>yesterday</dateCreated></head><body>
                                  <outline text="Folder" isComment="maybe">
                                    <outline text="A &amp; B" title="" type="rss" xmlUrl=" https://a.example/feed?x=1&amp;y=2 "/>
                                    <outline text="Deeper"><outline text="x" title="C" xmlUrl="https://c.example/"/></outline>
                                  </outline>
                                  <outline text="No feed" htmlUrl="https://d.example/"/>
                                  <outline xmlUrl="not an address"/>
                                </body></opml>"""
                                        .formatted(version)
                                        .strip()))
                .containsExactly(
                        new OpmlFeed("A & B", "https://a.example/feed?x=1&y=2"),
                        new OpmlFeed("C", "https://c.example/"),
                        new OpmlFeed("", "not an address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "{}",
                "<opml>",
                "<rss version='2.0'><channel/></rss>",
                "<!DOCTYPE opml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><opml version='2.0'><body><outline text='&x;' xmlUrl='https://a.example'/></body></opml>",
            })
    void whatIsNoOpmlIsRefused(String file) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(InvalidOpmlException.class);
    }

    @Test
    void aFileWithoutABodyListsNothing() throws Exception {
        assertThat(read("<opml version='2.0'><head/><body/></opml>")).isEmpty();
    }

    @Test
    void foldersThatAreNestedWithoutEndAreRefused() {
        String open = "<outline text='x'>".repeat(10_000);
        String file =
                "<opml version='2.0'><body>"
                        + open
                        + "</outline>".repeat(10_000)
                        + "</body></opml>";
        assertThatThrownBy(() -> read(file)).isInstanceOf(InvalidOpmlException.class);
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        List<OpmlFeed> feeds =
                List.of(
                        new OpmlFeed("Dörte & <b>\"日本\"</b> \u0001", "https://a.example/f?x=1&y=2"),
                        new OpmlFeed("", "https://b.example/"));

        byte[] file = OpmlFile.write("Mine & yours", feeds);

        assertThat(new String(file, StandardCharsets.UTF_8))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .contains("<opml version=\"2.0\">", "<title>Mine &amp; yours</title>");
        assertThat(OpmlFile.read(file))
                .containsExactly(
                        new OpmlFeed("Dörte & <b>\"日本\"</b> \ufffd", "https://a.example/f?x=1&y=2"),
                        new OpmlFeed("https://b.example/", "https://b.example/"));
        assertThat(OpmlFile.read(OpmlFile.write("None", List.of()))).isEmpty();
    }
}
