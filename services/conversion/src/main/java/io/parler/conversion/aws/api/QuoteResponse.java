package io.parler.conversion.aws.api;

import io.parler.conversion.quote.Quote;
import java.math.BigDecimal;
import java.util.List;

/// What a conversion would cost. What would be taken is said twice: on top, and as the first of the
/// engines that make the same voice.
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
                    offer.alreadySpoken(),
                    offer.billable(),
                    Price.of(offer));
        }
    }

    static QuoteResponse of(Quote quote) {
        Quote.Offer taken = quote.offers().getFirst();
        return new QuoteResponse(
                quote.title(),
                quote.language(),
                quote.characters(),
                Math.round(quote.seconds() * 10) / 10.0,
                taken.voice().id().toString(),
                taken.alreadySpoken(),
                taken.billable(),
                Price.of(taken),
                quote.offers().stream().map(Offer::of).toList());
    }
}
