/// Ids of conversions and of events.
@NullMarked
package io.parler.id;

import org.jspecify.annotations.NullMarked;
