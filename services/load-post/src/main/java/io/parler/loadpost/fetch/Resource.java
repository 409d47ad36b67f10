package io.parler.loadpost.fetch;

/// The body of a response, decompressed, with its address and content type.
public final class Resource {
    private final WebAddress address;
    private final String contentType;
    private final String contentLanguage;
    private final String links;
    private final byte[] body;

    /// A body with its headers as sent, each of them empty if it is missing.
    ///
    /// @param address where it was found, after redirects
    /// @param links the header `Link`
    public Resource(
            WebAddress address,
            String contentType,
            String contentLanguage,
            String links,
            byte[] body) {
        this.address = address;
        this.contentType = contentType;
        this.contentLanguage = contentLanguage;
        this.links = links;
        this.body = body.clone();
    }

    /// A body whose headers say nothing else.
    public Resource(WebAddress address, String contentType, byte[] body) {
        this(address, contentType, "", "", body);
    }

    public WebAddress address() {
        return address;
    }

    public String url() {
        return address.toString();
    }

    public String contentType() {
        return contentType;
    }

    public String contentLanguage() {
        return contentLanguage;
    }

    public String links() {
        return links;
    }

    /// The body as text, decoded by the most trustworthy of its declarations.
    public String text() {
        return TextDecoder.decode(body, contentType);
    }

    public byte[] body() {
        return body.clone();
    }
}
