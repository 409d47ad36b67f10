/// Accepting a request for audio: checked, counted against the quota, done once, and durable before
// it is answered.
@NullMarked
package io.parler.postconversion;

import org.jspecify.annotations.NullMarked;
