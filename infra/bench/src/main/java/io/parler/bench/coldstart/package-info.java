/// How long functions take from the start of their process to their first answer.
@NullMarked
package io.parler.bench.coldstart;

import org.jspecify.annotations.NullMarked;
