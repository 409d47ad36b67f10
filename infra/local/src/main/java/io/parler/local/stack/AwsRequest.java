package io.parler.local.stack;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Builds requests to AWS APIs, signed with Signature Version 4. The SDK's clients would make the
/// start a second slower.
public final class AwsRequest {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final HexFormat HEX = HexFormat.of();

    private final String service;
    private final Clock clock;

    public AwsRequest(String service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    public HttpRequest.Builder signed(
            String method, URI uri, Map<String, String> headers, byte[] body) {
        Instant now = clock.instant();
        String time = TIME.format(now);
        String bodyHash = HEX.formatHex(sha256(body));
        TreeMap<String, String> signed = new TreeMap<>(headers);
        signed.put("host", uri.getAuthority());
        signed.put("x-amz-date", time);
        signed.put("x-amz-content-sha256", bodyHash);
        String names = String.join(";", signed.keySet());
        String canonical =
                String.join(
                        "\n",
                        method,
                        uri.getRawPath().isEmpty() ? "/" : uri.getRawPath(),
                        uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                        signed.entrySet().stream()
                                .map(e -> e.getKey() + ":" + e.getValue().strip() + "\n")
                                .collect(Collectors.joining()),
                        names,
                        bodyHash);
        String scope = time.substring(0, 8) + "/" + Endpoints.REGION + "/" + service;
        String toSign =
                String.join(
                        "\n",
                        "AWS4-HMAC-SHA256",
                        time,
                        scope + "/aws4_request",
                        HEX.formatHex(sha256(canonical.getBytes(StandardCharsets.UTF_8))));
        byte[] key = ("AWS4" + Endpoints.SECRET_KEY).getBytes(StandardCharsets.UTF_8);
        for (String part : (scope + "/aws4_request").split("/", -1)) {
            key = hmac(key, part);
        }
        String authorization =
                "AWS4-HMAC-SHA256 Credential=%s/%s/aws4_request, SignedHeaders=%s, Signature=%s"
                        .formatted(
                                Endpoints.ACCESS_KEY,
                                scope,
                                names,
                                HEX.formatHex(hmac(key, toSign)));
        signed.remove("host"); // set by the HTTP client
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .method(
                                method,
                                body.length == 0
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body))
                        .header("authorization", authorization);
        signed.forEach(request::header);
        return request;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
