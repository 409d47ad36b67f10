/// espeak-ng as an engine, where it is installed: its library is loaded by a process of its own and
/// never by this one.
@NullMarked
package io.parler.polly.espeak;

import org.jspecify.annotations.NullMarked;
