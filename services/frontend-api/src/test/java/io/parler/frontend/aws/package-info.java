/// How the functions, told as Lambda calls them, behaves.
@NullMarked
package io.parler.frontend.aws;

import org.jspecify.annotations.NullMarked;
