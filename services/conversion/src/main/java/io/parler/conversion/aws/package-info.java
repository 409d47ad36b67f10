/// Adapters to AWS: the Lambda functions, stores and clients.
@NullMarked
package io.parler.conversion.aws;

import org.jspecify.annotations.NullMarked;
