/// Logging, correlation ids and metrics, as lines of JSON on the standard output.
@NullMarked
package io.parler.logging;

import org.jspecify.annotations.NullMarked;
