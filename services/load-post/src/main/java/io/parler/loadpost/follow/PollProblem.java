package io.parler.loadpost.follow;

import io.parler.problem.ProblemType;

/// Why a feed could not be read at the last poll.
///
/// @param detail one sentence for the owner
public record PollProblem(ProblemType type, String detail) {}
