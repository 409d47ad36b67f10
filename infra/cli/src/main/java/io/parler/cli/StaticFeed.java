package io.parler.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// A podcast's feed as one file: a static host can't answer `?page=2`. Only its addresses may
/// change; the GUIDs stay, so that no app takes an episode for a new one.
final class StaticFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /// How the pages of a feed link to each other (RFC 5005).
    private static final Set<String> PAGING = Set.of("first", "last", "next", "previous");

    private final Document document;
    private final Element channel;

    private StaticFeed(Document document) throws IOException {
        this.document = document;
        NodeList channels = document.getElementsByTagName("channel");
        if (channels.getLength() != 1) {
            throw new IOException("The feed is not RSS.");
        }
        this.channel = (Element) channels.item(0);
    }

    static StaticFeed parse(byte[] feed) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new StaticFeed(
                    factory.newDocumentBuilder().parse(new ByteArrayInputStream(feed)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("The feed can't be read: " + e.getMessage(), e);
        }
    }

    boolean hasNext() {
        return links().stream().anyMatch(link -> link.getAttribute("rel").equals("next"));
    }

    /// Appends the episodes of the next page.
    void append(StaticFeed next) {
        for (Element item : elements(next.channel, "*", "item")) {
            channel.appendChild(document.importNode(item, true));
        }
    }

    /// Changes the addresses of files and pages. Returns how many episodes keep the address of
    /// their audio.
    int move(UnaryOperator<String> address) {
        int kept = 0;
        for (Element element : elements(channel, "*", "*")) {
            for (String name : List.of("url", "href")) {
                String before = element.getAttribute(name);
                String after = address.apply(before);
                if (!after.equals(before)) {
                    element.setAttribute(name, after);
                } else if (element.getTagName().equals("enclosure") && name.equals("url")) {
                    kept++;
                }
            }
            if (element.getTagName().equals("link")) {
                element.setTextContent(address.apply(element.getTextContent()));
            }
        }
        return kept;
    }

    byte[] write() throws IOException {
        for (Element link : links()) {
            Node blank = link.getPreviousSibling();
            if (PAGING.contains(link.getAttribute("rel"))) {
                if (blank != null && blank.getNodeType() == Node.TEXT_NODE) {
                    channel.removeChild(blank);
                }
                channel.removeChild(link);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            document.setXmlStandalone(true);
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IOException("The feed can't be written: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }

    private List<Element> links() {
        return elements(channel, ATOM, "link");
    }

    private static List<Element> elements(Element parent, String namespace, String name) {
        NodeList found = parent.getElementsByTagNameNS(namespace, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
