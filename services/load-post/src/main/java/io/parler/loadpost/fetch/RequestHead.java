package io.parler.loadpost.fetch;

import java.nio.charset.StandardCharsets;

/// Request line and headers of a GET request, conditional if a version of the page is known.
///
/// @param cookies empty for none
/// @param known [Validators#NONE] for an unconditional request
record RequestHead(
        WebAddress address, String userAgent, String accept, String cookies, Validators known) {
    byte[] bytes() {
        var head = new StringBuilder("GET " + address.target() + " HTTP/1.1\r\n");
        field(head, "Host", address.origin().substring(address.scheme().length() + 3));
        field(head, "User-Agent", userAgent);
        field(head, "Accept", accept);
        field(head, "Accept-Encoding", ContentCoding.ACCEPTED);
        field(head, "Cookie", cookies);
        field(head, "If-None-Match", known.etag());
        field(head, "If-Modified-Since", known.lastModified());
        field(head, "Connection", "close");
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void field(StringBuilder head, String name, String value) {
        if (!value.isEmpty()) {
            head.append(name).append(": ").append(value).append("\r\n");
        }
    }
}
