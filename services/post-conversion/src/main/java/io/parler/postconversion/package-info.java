/// Accepting requests for audio: once for each idempotency key, and within the account's quota.
@NullMarked
package io.parler.postconversion;

import org.jspecify.annotations.NullMarked;
