/// Settings of functions, and AWS clients with time limits.
@NullMarked
package io.parler.aws;

import org.jspecify.annotations.NullMarked;
