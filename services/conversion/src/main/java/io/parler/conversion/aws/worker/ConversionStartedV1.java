package io.parler.conversion.aws.worker;

/// The data of `conversion.started.v1`.
record ConversionStartedV1(int attempt) {
    static final String TYPE = "conversion.started.v1";
}
