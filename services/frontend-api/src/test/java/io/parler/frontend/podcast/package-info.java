@NullMarked
package io.parler.frontend.podcast;

import org.jspecify.annotations.NullMarked;
