/// Starts a suite for tests and calls it: API, queues, audio, and a web site to read.
@NullMarked
package io.parler.e2e.suite;

import org.jspecify.annotations.NullMarked;
