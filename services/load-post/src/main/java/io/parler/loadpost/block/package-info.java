/// Writes an article as blocks, and decides which of them are read aloud.
@NullMarked
package io.parler.loadpost.block;

import org.jspecify.annotations.NullMarked;
