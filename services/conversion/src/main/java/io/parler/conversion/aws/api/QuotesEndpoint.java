package io.parler.conversion.aws.api;

import io.parler.conversion.aws.loadpost.LoadPostClient;
import io.parler.conversion.aws.request.ConversionRequestParser;
import io.parler.conversion.quote.QuoteCalculator;
import io.parler.http.Request;
import io.parler.http.Response;

/// `POST /v1/quotes`: the price of a conversion, before anything is synthesized.
final class QuotesEndpoint {
    private final QuoteCalculator quotes;

    QuotesEndpoint(QuoteCalculator quotes) {
        this.quotes = quotes;
    }

    Response post(Request request) throws InterruptedException {
        return switch (LoadPostClient.onBehalfOf(
                request.caller(), () -> quotes.quote(ConversionRequestParser.parse(request)))) {
            case QuoteCalculator.Result.Refused refused -> Response.of(refused.problem(), request);
            case QuoteCalculator.Result.Quoted quoted ->
                    Response.json(200, QuoteResponse.of(quoted.quote()))
                            .header("Cache-Control", "no-store");
        };
    }
}
