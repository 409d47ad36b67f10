/// Changes one stack and follows it until it is done.
@NullMarked
package io.parler.deploy.stack;

import org.jspecify.annotations.NullMarked;
