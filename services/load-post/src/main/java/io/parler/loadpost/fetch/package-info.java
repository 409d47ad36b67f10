/// Getting one address from a web that is taken to be hostile.
@NullMarked
package io.parler.loadpost.fetch;

import org.jspecify.annotations.NullMarked;
