package io.parler.conversion.aws.worker;

/// The data of `conversion.progressed.v1`: characters spoken, of all that will be.
record ConversionProgressedV1(int attempt, int done, int total) {
    static final String TYPE = "conversion.progressed.v1";
}
