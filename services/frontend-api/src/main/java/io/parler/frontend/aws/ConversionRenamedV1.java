package io.parler.frontend.aws;

/// The data of `conversion.renamed.v1`.
record ConversionRenamedV1(String accountId, String title, long revision) {
    static final String TYPE = "conversion.renamed.v1";
}
