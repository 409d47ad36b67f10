/// Turns an article into audio, in one package a step; here is what all of them use.
@NullMarked
package io.parler.conversion;

import org.jspecify.annotations.NullMarked;
