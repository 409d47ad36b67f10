package io.parler.conversion.aws.worker;

/// The data of `conversion.progressed.v1`: the number of characters synthesized so far, and of all
/// characters.
record ConversionProgressedV1(int attempt, int done, int total) {
    static final String TYPE = "conversion.progressed.v1";
}
