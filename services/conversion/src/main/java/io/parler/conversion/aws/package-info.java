/// What connects conversion to AWS.
@NullMarked
package io.parler.conversion.aws;

import org.jspecify.annotations.NullMarked;
