/// Problems: what a caller is told when a request can't be fulfilled.
@NullMarked
package io.parler.problem;

import org.jspecify.annotations.NullMarked;
