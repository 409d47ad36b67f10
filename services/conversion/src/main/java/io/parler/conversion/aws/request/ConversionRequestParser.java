package io.parler.conversion.aws.request;

import io.parler.conversion.preparation.ConversionSpec;
import io.parler.http.Request;
import io.parler.request.ConversionRequest;
import io.parler.request.ConversionRequestBody;

/// Parses and validates the body of a request for a script or a quote. It is the same as that of a
/// request for a conversion.
public final class ConversionRequestParser {
    private ConversionRequestParser() {}

    public static ConversionSpec parse(Request request) {
        request.requireBodyOfAtMost(ConversionRequestBody.MAX_BYTES);
        ConversionRequest conversion =
                ConversionRequest.of(request.body(ConversionRequestBody.class));
        return new ConversionSpec(
                request.caller().account(),
                RequestMapping.source(conversion.source()),
                conversion.voice(),
                RequestMapping.options(conversion.options()),
                conversion.options().timing());
    }
}
