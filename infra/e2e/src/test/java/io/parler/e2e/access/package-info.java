/// Tests of who may call what.
@NullMarked
package io.parler.e2e.access;

import org.jspecify.annotations.NullMarked;
