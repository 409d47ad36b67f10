package io.parler.postconversion.aws;

import java.util.UUID;

/// The answer 202: where to ask how the conversion stands, and where to listen to it.
record AcceptedBody(UUID id, String status, Links links) {
    record Links(String self, String player) {}

    static AcceptedBody of(UUID id, String publicOrigin) {
        String self = publicOrigin + "/v1/conversions/" + id;
        return new AcceptedBody(id, "queued", new Links(self, self + "/player"));
    }
}
