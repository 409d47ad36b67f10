/// Tests of the Lambda functions.
@NullMarked
package io.parler.frontend.aws;

import org.jspecify.annotations.NullMarked;
