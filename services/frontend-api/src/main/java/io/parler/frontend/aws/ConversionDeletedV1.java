package io.parler.frontend.aws;

/// The data of `conversion.deleted.v1`.
record ConversionDeletedV1(String accountId) {
    static final String TYPE = "conversion.deleted.v1";
}
