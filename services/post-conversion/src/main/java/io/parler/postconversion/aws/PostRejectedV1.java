package io.parler.postconversion.aws;

import io.parler.id.AccountId;
import io.parler.problem.Problem;

/// The data of `conversion.failed.v1` for a post that could not be accepted.
record PostRejectedV1(String accountId, ProblemV1 problem) {
    record ProblemV1(String type, String title, String detail) {}

    static PostRejectedV1 of(AccountId account, Problem problem) {
        return new PostRejectedV1(
                account.value(), new ProblemV1(problem.type(), problem.title(), problem.detail()));
    }
}
