/// The path of each request through the functions: what it has caused, and when.
@NullMarked
package io.parler.local.trace;

import org.jspecify.annotations.NullMarked;
