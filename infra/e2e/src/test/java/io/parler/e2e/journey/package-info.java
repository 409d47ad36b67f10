/// Tests of a running suite through its API.
@NullMarked
package io.parler.e2e.journey;

import org.jspecify.annotations.NullMarked;
