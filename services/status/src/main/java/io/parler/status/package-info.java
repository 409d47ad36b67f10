/// The state of each conversion: recording it from events, and telling callers.
@NullMarked
package io.parler.status;

import org.jspecify.annotations.NullMarked;
