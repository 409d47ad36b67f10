/// The whole suite in a process of its own, and clients for its API and its queues.
@NullMarked
package io.parler.bench.suite;

import org.jspecify.annotations.NullMarked;
