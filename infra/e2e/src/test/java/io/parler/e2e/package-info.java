/// Tests of the whole: contracts and templates as they lie, and a running suite over HTTP.
@NullMarked
package io.parler.e2e;

import org.jspecify.annotations.NullMarked;
