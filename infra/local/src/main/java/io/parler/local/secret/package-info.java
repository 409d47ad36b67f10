/// The secrets of Secrets Manager, in a file that only its owner can read.
@NullMarked
package io.parler.local.secret;

import org.jspecify.annotations.NullMarked;
