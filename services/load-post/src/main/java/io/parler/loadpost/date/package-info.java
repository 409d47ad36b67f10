/// Parses dates in the many formats of feeds and pages.
@NullMarked
package io.parler.loadpost.date;

import org.jspecify.annotations.NullMarked;
