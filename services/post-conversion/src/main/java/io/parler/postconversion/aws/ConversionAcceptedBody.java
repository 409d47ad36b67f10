package io.parler.postconversion.aws;

import java.util.UUID;

/// The body of a 202: where to ask for the conversion's state, and where its player is.
record ConversionAcceptedBody(UUID id, String status, Links links) {
    record Links(String self, String player) {}

    static ConversionAcceptedBody of(UUID id, String publicOrigin) {
        String self = publicOrigin + "/v1/conversions/" + id;
        return new ConversionAcceptedBody(id, "queued", new Links(self, self + "/player"));
    }
}
