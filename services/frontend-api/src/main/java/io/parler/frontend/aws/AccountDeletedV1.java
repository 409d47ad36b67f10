package io.parler.frontend.aws;

/// The data of `account.deleted.v1`.
record AccountDeletedV1(String accountId) {
    static final String TYPE = "account.deleted.v1";
}
