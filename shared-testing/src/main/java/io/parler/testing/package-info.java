/// Test helpers for all modules: the Lambda context, a settable clock, batches of messages, and
/// the contracts.
@NullMarked
package io.parler.testing;

import org.jspecify.annotations.NullMarked;
