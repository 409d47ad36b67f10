package io.parler.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.problem.Problem;
import io.parler.problem.ProblemType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A response as Lambda returns it: text as text, everything else in base64, and a longer text
/// compressed for a client that accepts it.
final class WireResponse {
    private static final Logger LOG = LoggerFactory.getLogger(WireResponse.class);

    /// A shorter text fits into one packet as it is.
    static final int MIN_COMPRESSED = 1400;

    /// Bytes: Lambda's limit for a response is 6 MB (6,291,556 bytes), of which some are for status
    /// and headers. Source: AWS Lambda Developer Guide, "Lambda quotas".
    static final int MAX_BODY = 6_000_000;

    private static final String CORRELATION_HEADER = "X-Correlation-Id";
    private static final String COOKIE_HEADER = "Set-Cookie";

    private WireResponse() {}

    static APIGatewayV2HTTPResponse of(Response response, Request request) {
        if (isCompressible(response, request)) {
            Response compressed =
                    new Response(
                                    response.status(),
                                    response.headers(),
                                    gzip(response.body()),
                                    response.waited())
                            .header("Content-Encoding", "gzip")
                            .header("Vary", vary(response));
            return inBase64(compressed, request);
        }
        if (!response.isText()) {
            return inBase64(response, request);
        }
        String text = new String(response.body(), StandardCharsets.UTF_8);
        return jsonLength(response.body()) > MAX_BODY
                ? tooLarge(request)
                : wire(response, request, text, false);
    }

    private static String vary(Response response) {
        String others = response.headers().get("Vary");
        return others == null ? "Accept-Encoding" : others + ", Accept-Encoding";
    }

    private static APIGatewayV2HTTPResponse inBase64(Response response, Request request) {
        String body = Base64.getEncoder().encodeToString(response.body());
        return body.length() > MAX_BODY ? tooLarge(request) : wire(response, request, body, true);
    }

    /// Lambda itself would answer 500, or 413 to whoever invoked the function.
    private static APIGatewayV2HTTPResponse tooLarge(Request request) {
        LOG.atWarn().addKeyValue("route", request.routeKey()).log("response too large");
        Response problem =
                Response.of(
                        Problem.of(
                                ProblemType.PAGE_TOO_LARGE,
                                "Its text is longer than a response can be (6 MB)."),
                        request);
        String text = new String(problem.body(), StandardCharsets.UTF_8);
        return wire(problem, request, text, false);
    }

    private static APIGatewayV2HTTPResponse wire(
            Response response, Request request, String body, boolean base64) {
        Map<String, String> headers = new LinkedHashMap<>(response.headers());
        headers.put(CORRELATION_HEADER, request.correlationId());
        // API Gateway takes cookies beside the headers.
        String cookie = headers.remove(COOKIE_HEADER);
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(response.status())
                .withHeaders(headers)
                .withCookies(cookie == null ? List.of() : List.of(cookie))
                .withBody(body)
                .withIsBase64Encoded(base64)
                .build();
    }

    /// A response with an entity tag stays as it is: the tag is that of these bytes.
    private static boolean isCompressible(Response response, Request request) {
        return response.isText()
                && response.body().length >= MIN_COMPRESSED
                && !response.headers().containsKey("ETag")
                && !response.headers().containsKey("Content-Encoding")
                && request.header("Accept-Encoding").filter(WireResponse::acceptsGzip).isPresent();
    }

    /// RFC 9110, section 12.5.3; a weight of 0 means "not acceptable".
    private static boolean acceptsGzip(String acceptEncoding) {
        for (String coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = coding.split(";", 2);
            if (parts[0].strip().equals("gzip")) {
                return parts.length == 1 || !parts[1].replace(" ", "").matches("q=0(\\.0{0,3})?");
            }
        }
        return false;
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The length as a JSON string: quotes, backslashes and control characters take more.
    private static long jsonLength(byte[] text) {
        long length = text.length;
        for (byte b : text) {
            if (b == '"' || b == '\\' || b == '\n' || b == '\r' || b == '\t') {
                length++;
            } else if (b >= 0 && b < ' ') {
                length += 5;
            }
        }
        return length;
    }
}
