package io.parler.conversion.aws.api;

import io.parler.conversion.quote.Quote;
import java.math.BigDecimal;
import java.util.List;

/// The price of a conversion. The engine that would be used is given twice: at the top level, and
/// as the first of `engines`.
record QuoteResponse(
        String title,
        String language,
        int characters,
        double seconds,
        String voice,
        int alreadySpoken,
        int billable,
        Price price,
        List<Offer> engines) {
    record Price(String currency, BigDecimal amount) {
        static Price of(Quote.Offer offer) {
            return new Price("USD", offer.price());
        }
    }

    record Offer(String voice, String engine, int alreadySpoken, int billable, Price price) {
        static Offer of(Quote.Offer offer) {
            return new Offer(
                    offer.voice().id().toString(),
                    offer.voice().engine().id(),
                    offer.alreadySynthesized(),
                    offer.billable(),
                    Price.of(offer));
        }
    }

    static QuoteResponse of(Quote quote) {
        Quote.Offer used = quote.offers().getFirst();
        return new QuoteResponse(
                quote.title(),
                quote.language(),
                quote.characters(),
                Math.round(quote.seconds() * 10) / 10.0,
                used.voice().id().toString(),
                used.alreadySynthesized(),
                used.billable(),
                Price.of(used),
                quote.offers().stream().map(Offer::of).toList());
    }
}
