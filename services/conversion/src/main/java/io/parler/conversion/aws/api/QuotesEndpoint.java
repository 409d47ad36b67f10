package io.parler.conversion.aws.api;

import io.parler.conversion.aws.request.ConversionRequestParser;
import io.parler.conversion.aws.request.Refusals;
import io.parler.conversion.quote.Quotes;
import io.parler.http.Request;
import io.parler.http.Response;

/// `POST /v1/quotes`: what a conversion would cost, before anything is spoken.
final class QuotesEndpoint {
    private final Quotes quotes;

    QuotesEndpoint(Quotes quotes) {
        this.quotes = quotes;
    }

    Response post(Request request) throws InterruptedException {
        return switch (quotes.quote(ConversionRequestParser.parse(request))) {
            case Quotes.Answer.Refused refused ->
                    Response.of(Refusals.of(refused.problem()), request);
            case Quotes.Answer.Quoted quoted ->
                    Response.json(200, QuoteJson.of(quoted.quote()))
                            .header("Cache-Control", "no-store");
        };
    }
}
