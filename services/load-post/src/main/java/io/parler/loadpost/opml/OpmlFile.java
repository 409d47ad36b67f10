package io.parler.loadpost.opml;

import com.rometools.opml.feed.opml.Attribute;
import com.rometools.opml.feed.opml.Opml;
import com.rometools.opml.feed.opml.Outline;
import com.rometools.opml.io.impl.OPML20Generator;
import com.rometools.opml.io.impl.OPML20Parser;
import com.rometools.rome.io.FeedException;
import io.parler.text.TextCharacters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;

/// Reads and writes OPML with ROME.
public final class OpmlFile {
    private OpmlFile() {}

    /// The feeds in a file of OPML 1.0 to 2.0, whatever folders they are in.
    public static List<OpmlFeed> read(byte[] file) throws InvalidOpmlException {
        Document document = parse(file);
        if (!document.getRootElement().getName().equals("opml")) {
            throw new InvalidOpmlException(
                    "The file is XML, but no OPML: its root element is "
                            + document.getRootElement().getName()
                            + ".");
        }
        try {
            Opml opml = (Opml) new OPML20Parser().parse(document, false, Locale.ROOT);
            List<OpmlFeed> feeds = new ArrayList<>();
            collect(opml.getOutlines(), feeds);
            return feeds;
        } catch (FeedException | IllegalArgumentException e) {
            throw new InvalidOpmlException("The file is no valid OPML: " + e.getMessage());
        }
    }

    /// Without a document type: nothing outside the file is read, and nothing in it expands. The
    /// JDK limits how deep elements are nested, which ROME reads by recursion.
    private static Document parse(byte[] file) throws InvalidOpmlException {
        SAXBuilder builder = new SAXBuilder();
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setExpandEntities(false);
        try {
            return builder.build(new ByteArrayInputStream(file));
        } catch (JDOMException | IOException e) {
            throw new InvalidOpmlException("The file is no XML: " + e.getMessage());
        }
    }

    private static void collect(List<Outline> outlines, List<OpmlFeed> feeds) {
        for (Outline outline : outlines) {
            String url = Objects.requireNonNullElse(outline.getXmlUrl(), "").strip();
            if (!url.isEmpty()) {
                feeds.add(
                        new OpmlFeed(
                                title(outline.getTitle(), outline.getText()),
                                TextCharacters.cleaned(url)));
            }
            collect(outline.getChildren(), feeds);
        }
    }

    private static String title(@Nullable String title, @Nullable String text) {
        String best = title == null || title.isBlank() ? text : title;
        return best == null ? "" : TextCharacters.cleaned(best).strip();
    }

    /// A file of OPML 2.0 that feed readers import.
    public static byte[] write(String title, List<OpmlFeed> feeds) {
        Opml opml = new Opml();
        opml.setFeedType("opml_2.0");
        opml.setTitle(title);
        opml.setOutlines(feeds.stream().map(OpmlFile::outline).toList());
        try {
            Document document = new OPML20Generator().generate(opml);
            return new XMLOutputter(Format.getPrettyFormat())
                    .outputString(document)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException("ROME can't write the list of feeds", e);
        }
    }

    private static Outline outline(OpmlFeed feed) {
        Outline outline = new Outline();
        String title = TextCharacters.cleaned(feed.title());
        outline.setType("rss");
        outline.setText(title.isBlank() ? feed.feedUrl() : title);
        outline.setTitle(outline.getText());
        outline.setAttributes(List.of(new Attribute("xmlUrl", feed.feedUrl())));
        return outline;
    }
}
