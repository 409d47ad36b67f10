package io.parler.loadpost.fetch;

/// The body of a response, decompressed, with its address and content type.
public final class Resource {
    private final WebAddress address;
    private final String contentType;
    private final byte[] body;

    /// @param address where it was found, after redirects
    /// @param contentType the header as sent, or empty
    public Resource(WebAddress address, String contentType, byte[] body) {
        this.address = address;
        this.contentType = contentType;
        this.body = body.clone();
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

    /// The body as text, decoded by the most trustworthy of its declarations.
    public String text() {
        return TextDecoder.decode(body, contentType);
    }

    public byte[] body() {
        return body.clone();
    }
}
