package io.parler.loadpost.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the links of a response's `Link` header (RFC 8288).
final class LinkHeader {
    private static final int MAX_LINKS = 50;
    private static final Pattern LINK =
            Pattern.compile(
                    "<([^<>]{1,2048})>((?:\\s*;\\s*[\\w!#$&+.^`|~*-]+(?:\\s*=\\s*(?:\"[^\"]*\"|[^\\s;,\"]*))?+)*+)");
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([\\w!#$&+.^`|~*-]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]*))");

    private LinkHeader() {}

    /// A link; its parameters are empty if they are missing.
    record Link(String target, String rel, String type, String title) {}

    static List<Link> links(String header) {
        List<Link> links = new ArrayList<>();
        Matcher link = LINK.matcher(header);
        while (link.find() && links.size() < MAX_LINKS) {
            String parameters = link.group(2);
            links.add(
                    new Link(
                            link.group(1).strip(),
                            parameter("rel", parameters).toLowerCase(Locale.ROOT),
                            parameter("type", parameters).toLowerCase(Locale.ROOT),
                            parameter("title", parameters)));
        }
        return links;
    }

    /// The first parameter of that name counts (RFC 8288, section 3.3).
    private static String parameter(String name, String parameters) {
        Matcher parameter = PARAMETER.matcher(parameters);
        while (parameter.find()) {
            if (parameter.group(1).equalsIgnoreCase(name)) {
                return parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
            }
        }
        return "";
    }
}
