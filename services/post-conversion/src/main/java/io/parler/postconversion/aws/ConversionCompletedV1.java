package io.parler.postconversion.aws;

/// Of `conversion.completed.v1` what the quota needs.
record ConversionCompletedV1(String accountId, long billedCharacters) {
    static final String TYPE = "conversion.completed.v1";
}
