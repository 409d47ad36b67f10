/// A Polly-compatible endpoint that synthesizes real speech on one machine.
@NullMarked
package io.parler.polly;

import org.jspecify.annotations.NullMarked;
