/// What the tests of several modules share: the context of an invocation, a clock that is set by
/// hand, batches of messages, and the contracts.
@NullMarked
package io.parler.testing;

import org.jspecify.annotations.NullMarked;
