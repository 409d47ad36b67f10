package io.parler.postconversion.aws;

/// The fields of `conversion.completed.v1` that the quota needs.
record ConversionCompletedV1(String accountId, long billedCharacters) {
    static final String TYPE = "conversion.completed.v1";
}
