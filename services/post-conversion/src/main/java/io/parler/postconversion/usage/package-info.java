/// The characters that each account uses in a month: reserved, billed, and within its caps.
@NullMarked
package io.parler.postconversion.usage;

import org.jspecify.annotations.NullMarked;
