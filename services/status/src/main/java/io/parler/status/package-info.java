/// What became of each conversion: told by events in any order, asked for by id.
@NullMarked
package io.parler.status;

import org.jspecify.annotations.NullMarked;
