/// The AWS clients and the environment variables.
@NullMarked
package io.parler.conversion.aws;

import org.jspecify.annotations.NullMarked;
