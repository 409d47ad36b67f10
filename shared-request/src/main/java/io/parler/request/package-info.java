/// A request for a conversion: its model, and its validation.
@NullMarked
package io.parler.request;

import org.jspecify.annotations.NullMarked;
