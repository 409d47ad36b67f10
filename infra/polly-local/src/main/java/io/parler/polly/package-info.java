/// A Polly-compatible HTTP endpoint that really speaks: its protocol, limits, quotas and errors,
/// before an engine of ours.
@NullMarked
package io.parler.polly;

import org.jspecify.annotations.NullMarked;
