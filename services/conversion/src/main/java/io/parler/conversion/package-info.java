/// Turns an article into audio. Each step has its own package; this one holds the types that all of
/// them use.
@NullMarked
package io.parler.conversion;

import org.jspecify.annotations.NullMarked;
